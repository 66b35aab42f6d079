"""The minutes 纪要 of a joint meeting (clause 10.3): the items of the agenda, with places for what was decided."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.documents.agenda import NO_PROBLEMS, attached, steps_text, topic_paragraph
from hongtou.documents.blocks import Document, Paragraph, Span, StyleChange, plain
from hongtou.documents.body import BODY
from hongtou.documents.colophon import Colophon
from hongtou.documents.letterhead import letterhead, letterhead_changes
from hongtou.documents.lists import listed
from hongtou.documents.meeting import Business, counted_topics
from hongtou.documents.meeting_words import Meeting, blank
from hongtou.model.duty import ListStyle
from hongtou.model.notice import Format, Paper
from hongtou.numerals import date_text
from hongtou.sheet.styles import LINE

_MARK = "联席会议纪要"
"""What stands on top 纪要标志: the kind of meeting; its name is in the title."""
_NO_DATE = "\u3000\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日"


def minutes(meeting: Meeting, business: Business) -> Document:
    """Return the minutes; they are not sealed, and what only the meeting knows is left to be filled in."""
    title = meeting.title("纪要")
    paper = _paper(meeting)
    notice = meeting.policy.notice
    copies = listed(meeting.policy, notice.copies_to, ListStyle.ELIDED, notice.copies_printed)
    printed_by = notice.printed_by or meeting.host
    colophon = Colophon("", copies, printed_by)
    date = meeting.call.date
    return Document(
        template="minutes.docx",
        context={
            "letterhead": letterhead(meeting.policy, paper),
            "number": _number(meeting.call.number),
            "host": meeting.host,
            "date": date_text(date) if date else _NO_DATE,
            "title": title,
            "body": tuple(_body(meeting, business)),
            "present": tuple(_present(meeting)),
            "main_copy": "",
            "copies_to": copies,
            "printed_by": printed_by,
            "printed_on": _NO_DATE,
            "colophon": colophon.kind,
        },
        changes=(
            *letterhead_changes(meeting.policy, paper),
            StyleChange("Title", after=LINE),
            StyleChange("ColophonAnchor", line=colophon.height),
        ),
        title=title.replace("\n", ""),
        creator=meeting.host,
        created=meeting.created,
        keywords=("纪要",),
        about=(("gen.paper", "minutes"), ("gen.policy", meeting.policy.name)),
    )


def _paper(meeting: Meeting) -> Paper:
    """Return the notice as if it were the minutes: their 标志, and none of the marks that only it has."""
    marks = {"copy_number": None, "secrecy": None, "urgency": None, "signers": ()}
    return meeting.policy.notice.model_copy(update={"format": Format.GENERAL, "letterhead": _MARK, **marks})


def _number(number: str) -> str:
    """Return the number of the minutes: 第3期, one of another form as it was given, a place for one not given."""
    if not number:
        return "第\u3000\u3000期"
    return f"第{number}期" if number.isascii() and number.isdigit() else number


def _body(meeting: Meeting, business: Business) -> Iterator[Paragraph]:
    problems, steps = attached(business)
    yield Paragraph(BODY, tuple(_opening(meeting)))
    yield plain("Heading1", "一、关于任务进展情况")
    yield plain(BODY, f"会议听取了任务进展情况通报。{meeting.course(business.course)}")
    yield _decided("course")
    yield plain("Heading1", "二、关于存在的问题")
    if problems is None:
        yield plain(BODY, NO_PROBLEMS)
        yield _decided("problems")
    else:
        text = f"会议研究了{counted_topics(problems.topics)}的{problems.count}项问题（以下附件均指会议议程的附件）。"
        yield plain(BODY, text)
        for number, topic in enumerate(problems.topics, 1):
            yield topic_paragraph(number, topic, problems.place(topic))
            yield from _decision(f"{topic.key}/{number}")
    yield plain("Heading1", "三、关于下一步工作措施")
    yield plain(BODY, steps_text(problems, steps))
    yield _decided("steps")
    yield plain("Heading1", "四、其他议定事项")
    yield _decided("other")


def _opening(meeting: Meeting) -> Iterator[Span]:
    call = meeting.call
    yield Span(call.when) if call.when else blank("date", "会议时间", 8)
    yield Span("，" if call.date else f"{call.time}，")
    yield blank("chair", "主持人", 4)
    yield Span("在")
    yield Span(call.place) if call.place else blank("place", "会议地点", 8)
    yield Span(
        f"主持召开{meeting.name}，通报任务进展情况，研究存在的问题和下一步工作措施。现将会议议定事项纪要如下："
    )


def _decided(key: str) -> Paragraph:
    return Paragraph(BODY, (Span("会议议定："), blank(f"{key}/decided", "议定事项", 20)))


def _decision(key: str) -> Iterator[Paragraph]:
    """Yield the places for what was decided 议定事项, who does it and by when."""
    yield _decided(key)
    unit, deadline = blank(f"{key}/unit", "责任单位", 8), blank(f"{key}/deadline", "完成时限", 6)
    yield Paragraph(BODY, (Span("责任单位："), unit, Span("\u3000完成时限："), deadline))


def _present(meeting: Meeting) -> Iterator[Paragraph]:
    """Yield 出席, 请假 and 列席, each on a line of its own; who came for a unit is filled in (clause 10.3)."""
    spans: list[Span] = []
    for unit in meeting.invited:
        # Half-width blanks: none is left at the head of a line that turns over.
        spans += [Span("  " * bool(spans) + unit), blank(f"present/{unit}", f"{unit}出席人员", 4)]
    yield Paragraph("Present", (Span("出席：", "PresentChar"), *spans))
    for label, key in (("请假", "absent"), ("列席", "besides")):
        place = blank(key, f"{label}人员", 12)
        yield Paragraph("PresentNext", (Span(f"{label}：", "PresentChar"), place))
