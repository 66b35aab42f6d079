"""The agenda 会议议程 of a joint meeting: how far things are, the open problems task by task, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hongtou.documents.blocks import Block, Document, Paragraph, Span, plain
from hongtou.documents.body import BODY, keep_last
from hongtou.documents.issue_table import issue_table
from hongtou.documents.meeting import Business, Topic, counted_topics
from hongtou.documents.meeting_words import Meeting, blank, given
from hongtou.numerals import level_label

_TITLES = ("提请研究的问题清单", "下一步措施清单")
"""What is attached: the open problems, and the next steps of lines without one."""
NO_PROBLEMS = "各单位未反映问题，没有逾期和要求变更的事项。"


@dataclass(frozen=True)
class Attached:
    """A list that is attached: its mark 附件1, its title, its topics, and the number of the first row of each."""

    mark: str
    title: str
    topics: tuple[Topic, ...]

    def place(self, topic: Topic) -> str:
        """Return where the rows of ``topic`` stand: 附件1第3至5项."""
        first = 1
        for one in self.topics:
            if one is topic:
                break
            first += len(one.points)
        last = first + len(topic.points) - 1
        return f"{self.mark}第{first}项" if first == last else f"{self.mark}第{first}至{last}项"

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(len(topic.points) for topic in self.topics)


def attached(business: Business) -> tuple[Attached | None, Attached | None]:
    """Return the lists of problems and of next steps, None for one that would be empty."""
    filled = [bool(business.problems), bool(business.steps)]
    marks = ("附件1", "附件2") if all(filled) else ("附件", "附件")
    lists = zip(marks, _TITLES, (business.problems, business.steps), strict=True)
    problems, steps = (Attached(*one) if one[2] else None for one in lists)
    return problems, steps


def agenda(meeting: Meeting, business: Business) -> Document:
    """Return the agenda; what was not said of the meeting is left to be filled in."""
    lists = [one for one in attached(business) if one is not None]
    title = meeting.title("议程")
    return Document(
        template="agenda.docx",
        context={
            "title": title,
            "facts": tuple(Paragraph(BODY, spans) for spans in _facts(meeting)),
            "body": keep_last(tuple(_body(meeting, business))),
            "attachment_notes": _notes(lists),
            "attachments": [
                {"mark": one.mark, "title": one.title, "body": _table(meeting, one)} for one in lists
            ],
        },
        title=title.replace("\n", ""),
        creator=meeting.issuer,
        created=meeting.created,
        about=(("gen.paper", "agenda"), ("gen.policy", meeting.policy.name)),
    )


def _facts(meeting: Meeting) -> Iterator[tuple[Span, ...]]:
    call = meeting.call
    yield when(meeting)
    yield given("地点", call.place, "place")
    yield given("主持人", "", "chair")
    if meeting.convener:
        yield (Span(f"召集单位：{meeting.convener}"),)
    yield (Span(f"参会单位：{meeting.listed(meeting.invited)}"),)


def when(meeting: Meeting) -> tuple[Span, ...]:
    """Return the line 时间 of a paper; a time without a day stands behind a place for the day."""
    call = meeting.call
    if call.time and not call.date:
        return Span("时间："), blank("date", "日期", 8), Span(call.time)
    return given("时间", call.when, "time")


def _body(meeting: Meeting, business: Business) -> Iterator[Paragraph]:
    problems, steps = attached(business)
    yield plain("Heading1", "一、通报任务进展情况")
    yield plain(BODY, meeting.course(business.course))
    yield plain("Heading1", "二、研究存在的问题")
    if problems is None:
        yield plain(BODY, NO_PROBLEMS)
    else:
        yield plain(BODY, f"提请研究的问题共{problems.count}项，涉及{counted_topics(problems.topics)}：")
        for number, topic in enumerate(problems.topics, 1):
            yield topic_paragraph(number, topic, problems.place(topic))
    yield plain("Heading1", "三、明确下一步工作措施")
    yield plain(BODY, steps_text(problems, steps))
    yield plain("Heading1", "四、其他事项")
    yield Paragraph(BODY, given("其他需要研究的事项", "", "other"))


def topic_paragraph(number: int, topic: Topic, place: str) -> Paragraph:
    """Return the paragraph of a topic: its heading, what is open, who leads, and where the list has it."""
    heading = Span(f"{level_label('（一）', number)}{topic.called}。", "Heading2Char")
    lead = f"，由{topic.lead}牵头" if topic.lead else ""
    return Paragraph(BODY, (heading, Span(f"{topic.counted}{lead}（{place}）。")))


def steps_text(problems: Attached | None, steps: Attached | None) -> str:
    """Return where the next steps stand that units told of."""
    told = problems is not None and any(p.next for topic in problems.topics for p in topic.points)
    if steps is None:
        return (
            f"有关单位报送的下一步措施见{problems.mark}。"
            if told and problems
            else "尚未收到各单位的下一步措施。"
        )
    also = f"；所列问题的下一步措施见{problems.mark}" if told and problems else ""
    return f"有关单位报送的下一步措施{steps.count}项，见{steps.mark}{also}。"


def _notes(lists: Sequence[Attached]) -> tuple[Paragraph, ...]:
    """Return the 附件说明 (clause 7.3.4)."""
    if len(lists) < 2:
        return tuple(plain("AttachmentNote", f"附件：{one.title}") for one in lists)
    first, second = lists
    return (
        plain("AttachmentNoteFirst", f"附件：1.\t{first.title}"),
        plain("AttachmentNoteNext", f"2.\t{second.title}"),
    )


def _table(meeting: Meeting, one: Attached) -> tuple[Block, ...]:
    return issue_table(one.topics, one.title, meeting.listed)
