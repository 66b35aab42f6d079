"""What is before the meeting is what the book says: every problem, every late line, every changed one, and no other."""

from __future__ import annotations

import datetime
import io
import random

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.documents.meeting import Business, Call, says_something, tidy
from hongtou.model.policy import Policy
from hongtou.model.progress import Answer, Progress, State, UnitProgress
from hongtou.papers import Papers
from hongtou.source.check import check
from hongtou.source.nodes import read
from hongtou.tracking.book import HEAD, Book
from hongtou.tracking.topics import LEDGER
from hongtou.workspace import Workspace
from tests.conftest import ROOT, examples
from tests.meeting.conftest import answered, filled, meeting_of, requirements_of

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cn", "Co")), max_size=30)
WRITTEN = st.one_of(
    st.none(), TEXT, st.sampled_from(["无", "无。", "暂无", "经费不足。\n缺人。", "{{ x }}{%p if %}"])
)


def in_book(book: Book, name: str) -> set[tuple[str, str]]:
    """Return (unit, words) of every answer in the text of ``book`` that fills in ``name``."""
    read_back = check(read(book.text, "x"), Progress)
    assert read_back is not None
    chapters = [*read_back.units.items(), *([(LEDGER, read_back.ledger)] if read_back.ledger else [])]
    return {
        (unit, words)
        for unit, said in chapters
        for lines in said.tasks.values()
        for answer in lines.values()
        if says_something(words := tidy(getattr(answer, name)))
    }


def in_meeting(business: Business, name: str) -> set[tuple[str, str]]:
    return {
        (unit, getattr(point, name))
        for topics in (business.problems, business.steps)
        for topic in topics
        for point in topic.points
        for unit in point.units
        if getattr(point, name)
    }


@pytest.mark.parametrize("seed", range(examples(20)))
def test_the_problems_are_those_of_the_book(seed: int, papers: Papers) -> None:
    requirements = requirements_of(papers)
    book = filled(requirements, seed)
    meeting = meeting_of(papers, book)
    business = meeting.business
    assert in_meeting(business, "problem") == in_book(book, "problem")
    standings = [line for unit in meeting.standings for line in unit.lines]
    points = [point for topic in business.problems for point in topic.points]
    assert sum(len(p.units) for p in points if p.late) == sum(line.late for line in standings)
    assert sum(len(p.units) for p in points if p.changed) == sum(line.changed for line in standings)
    assert all(p.late or p.changed or p.problem for p in points)
    open_ = {
        (line.unit, tidy(line.answer.next))
        for line in standings
        if line.open and line.answer is not None and says_something(tidy(line.answer.next))
    }
    assert open_ <= in_meeting(business, "next") <= in_book(book, "next")


@settings(max_examples=examples(60))
@given(data=st.data())
def test_the_paper_says_every_problem_word_for_word(data: st.DataObject, papers: Papers) -> None:
    requirements = requirements_of(papers)
    unit = data.draw(st.sampled_from(requirements.units))
    lines = data.draw(st.lists(st.sampled_from(requirements.of(unit)), max_size=4, unique=True))
    said = {a.key: Answer(state=State.DOING, problem=data.draw(WRITTEN)) for a, _role in lines}
    agenda = Document(io.BytesIO(meeting_of(papers, answered(unit, said)).agenda()))
    cells = {cell.text for table in agenda.tables for cell in table._cells}
    for answer in said.values():
        words = tidy(answer.problem)
        assert not says_something(words) or any(f"问题：{words}" in cell for cell in cells)


@given(TEXT)
def test_tidied_text_says_the_same_and_stays_tidy(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)
    assert [c for c in tidy(text) if c.isalnum()] == [c for c in text if c.isalnum()]


@pytest.mark.parametrize("text", ["", "无", "无。", " 暂无 ", "/", "—", "没有。", "无问题", "……"])
def test_nothing_is_no_problem(text: str) -> None:
    assert not says_something(tidy(text))


def test_text_that_begins_with_no_says_something() -> None:
    assert says_something("无专项经费")


def test_problems_of_what_is_not_asked_any_more_are_kept(papers: Papers) -> None:
    book = answered("市残联", {("gone-task", "s-1"): Answer(problem="旧问题", next="旧措施", asked="q-1")})
    book.add_requirements({"q-1": "原来的要求。"})
    book.put("不在册的单位", UnitProgress(tasks={"t": {"s": Answer(problem="外单位问题")}}))
    book.put_ledger(UnitProgress(tasks={"t": {"s": Answer(problem="台账问题")}}))
    topic = meeting_of(papers, book, day=datetime.date(2023, 1, 1)).business.problems[-1]
    said = {(point.units, point.text, point.problem) for point in topic.points}
    assert said == {
        (("市残联",), "原来的要求。", "旧问题"),
        (("不在册的单位",), "原要求未留存", "外单位问题"),
        ((LEDGER,), "原要求未留存", "台账问题"),
    }
    assert "不在册的单位" in text_of(meeting_of(papers, book).agenda())


def test_units_that_say_the_same_are_one_point(papers: Papers) -> None:
    business = meeting_of(papers).business
    points = [point for topic in business.problems for point in topic.points]
    assert len(points) == len({point.text for point in points})
    assert all(point.late and point.said == "未反馈" for point in points)


def test_lead_and_units_are_as_the_policy_says(papers: Papers, sample: Policy) -> None:
    business = meeting_of(papers, filled(requirements_of(papers), 1)).business
    topic = next(topic for topic in business.problems if topic.label == "3")
    assert topic.lead == ""
    assert topic.who == "责任单位：市残联、工业和信息化局、民政局、人力资源社会保障局、工商联，各镇街"
    assert "牵头单位" not in text_of(meeting_of(papers).agenda())


def test_units_are_printed_in_order_with_sets_for_all_members(papers: Papers) -> None:
    meeting = meeting_of(papers).meeting
    everybody = list(meeting.invited)
    random.Random(1).shuffle(everybody)
    assert meeting.listed(everybody) == "市各有关单位，各镇街"
    assert meeting.listed(["小榄镇", "市残联", "市财政局", "外单位"]) == "市财政局、残联，小榄镇，外单位"
    assert meeting.listed([]) == ""


def test_the_order_of_the_book_does_not_matter(papers: Papers) -> None:
    requirements = requirements_of(papers)
    book = filled(requirements, 3)
    turned = Book(HEAD, "x")
    for unit, said in reversed([*((unit, book.of(unit)) for unit in book.units)]):
        turned.put(unit, said)
    assert meeting_of(papers, book).agenda() == meeting_of(papers, turned).agenda()


def text_of(data: bytes) -> str:
    document = Document(io.BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = ["".join(t.text or "" for t in p._p.iter("{*}t")) for p in document.paragraphs]
    return "\n".join([*paragraphs, *cells])


def test_what_is_not_said_is_left_to_be_filled_in(papers: Papers) -> None:
    blank = meeting_of(papers, call=Call())
    agenda, minutes = text_of(blank.agenda()), text_of(blank.minutes())
    assert "时间：＿" in agenda
    assert "地点：＿" in agenda
    assert "主持人：＿" in agenda
    assert "第　　期" in minutes
    assert "年　　月　　日" in minutes
    assert "召集单位：市残联" in agenda
    given_ = meeting_of(papers)
    assert "时间：2024年1月10日（星期三）9:30" in text_of(given_.agenda())
    assert "第3期" in text_of(given_.minutes())
    assert (
        text_of(meeting_of(papers, call=Call(number="某会纪〔2024〕3号")).minutes()).count(
            "某会纪〔2024〕3号"
        )
        == 1
    )


def test_the_minutes_follow_the_agenda(papers: Papers) -> None:
    meeting = meeting_of(papers, filled(requirements_of(papers), 2))
    agenda, minutes = text_of(meeting.agenda()), text_of(meeting.minutes())
    for topic in meeting.business.problems:
        assert f"{topic.called}。{topic.counted}" in agenda
        assert f"{topic.called}。{topic.counted}" in minutes
    assert minutes.count("责任单位：＿") == len(meeting.business.problems)
    assert all(f"{unit}＿" in minutes for unit in meeting.meeting.invited)
    for label in ("出席：", "请假：", "列席："):
        assert label in minutes
    assert "附件2第" not in agenda


def test_every_place_to_fill_in_has_a_tag_of_its_own(papers: Papers) -> None:
    meeting = meeting_of(papers, filled(requirements_of(papers), 2))
    for data in (meeting.agenda(), meeting.minutes()):
        tags = [e.get(e.keys()[0]) for e in Document(io.BytesIO(data)).element.body.iter("{*}tag")]
        assert len(tags) == len(set(tags)) > 0
        assert all(tag is not None and len(tag) <= 64 for tag in tags)


def test_the_sign_in_sheet_has_a_row_per_unit_in_the_order_of_the_register(papers: Papers) -> None:
    table = Document(io.BytesIO(meeting_of(papers).sign_in())).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["序号", "单位", "姓名", "职务", "联系电话", "签名"]
    units = [row.cells[1].text for row in table.rows[1:]]
    assert tuple(filter(None, units)) == papers.portfolio.units
    assert units[-3:] == ["", "", ""]


def test_settings_of_the_sheet_reach_the_papers(sample: Policy) -> None:
    from tests.papers.conftest import changed

    policy = changed(sample, {"settings": {"fonts": {"body": "仿宋"}}})
    paper = Document(io.BytesIO(meeting_of(Papers(Workspace(ROOT), policy)).minutes()))
    assert "仿宋" in paper.styles.element.xml


def test_a_time_without_a_day_is_kept(papers: Papers) -> None:
    meeting = meeting_of(papers, call=Call(time="15:00"))
    assert "时间：＿＿＿＿＿＿＿＿15:00" in text_of(meeting.agenda())
    assert "＿15:00，" in text_of(meeting.minutes())
