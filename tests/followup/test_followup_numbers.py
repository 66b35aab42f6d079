"""The numbers on the papers are those of the standings, and nothing that was told is lost."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.followup.counts import Counts
from hongtou.followup.summary import Summaries, collectors
from hongtou.followup.unit_report import UnitReports
from hongtou.model.progress import Answer, UnitProgress
from hongtou.papers import Papers
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import HEAD, Book
from hongtou.tracking.standing import Mark, Standings
from tests.conftest import examples
from tests.followup.books import random_book
from tests.followup.conftest import blocks_of, followups, rows, text_of

UNITS = ("市残联", "市妇联", "市财政局", "小榄镇")


def standings_of(papers: Papers, seed: int) -> Standings:
    return followups(papers, random_book(papers, seed, UNITS)).standings


def said(text: str, word: str) -> int:
    match = re.search(rf"{word}(\d+)条(?!次)", text)
    return int(match[1]) if match else 0


@settings(max_examples=examples(50), deadline=None)
@given(seed=st.integers(0, 10_000), unit=st.sampled_from(UNITS))
def test_a_report_counts_what_stands(papers: Papers, seed: int, unit: str) -> None:
    standings = standings_of(papers, seed)
    report = papers.policy.notice.reports[0]
    if report.to == unit:
        return
    document = UnitReports(standings, papers.letters).report(report, unit)
    lines = [line for line in standings.of(unit).lines if line.asked.duty is not None]
    overview = text_of(document).split("一、总体情况\n")[1].split("\n")[0]
    marks = {"已完成": Mark.DONE, "推进中": Mark.DOING, "未启动": Mark.TODO, "尚未填报进展": Mark.SILENT}
    assert {word: said(overview, word) for word in marks} == {
        word: sum(line.mark is mark for line in lines) for word, mark in marks.items()
    }
    assert f"工作要求{len(lines)}条" in overview
    table = rows(blocks_of(document)[-2])
    assert [row[0] for row in table[1:] if len(row) > 1] == [line.asked.label for line in lines]
    for line in lines:
        for field in ("progress", "problem", "next"):
            told = getattr(line.answer, field, None) or ""
            assert told.rstrip("。") in text_of(document)


@settings(max_examples=examples(50), deadline=None)
@given(seed=st.integers(0, 10_000))
def test_the_summary_counts_what_stands(papers: Papers, seed: int) -> None:
    standings = standings_of(papers, seed)
    document = Summaries(standings, papers.letters).summary("市残联")
    units, tasks, targets, *_problems = (rows(b) for b in blocks_of(document) if hasattr(b, "rows"))
    everything = [line for unit in standings for line in unit.lines]
    for row in units[1:-1]:
        assert row[2:8] == Counts.of(standings.of(row[1]).lines).row
    assert [row[1] for row in units[1:-1]] == [*standings.units]
    assert units[-1][2:8] == tasks[-1][2:8] == Counts.of(everything).row
    for duty, row in zip(papers.portfolio.duties, tasks[1:], strict=False):
        assert row[2:] == Counts.of(line for line in everything if line.asked.duty is duty).row
    whole = Counts.of(everything)
    assert units[-1][8] == f"{whole.reached}/{whole.targets}"
    assert targets[-1][2:4] == (str(whole.targets), str(whole.reached))
    late = sum(bool(standings.of(unit).late) for unit in standings.units)
    assert (f"有逾期事项的单位{late}个，共{whole.late}条次" in text_of(document)) == bool(late)


def test_where_nothing_was_collected_there_is_a_place_to_write(papers: Papers) -> None:
    document = UnitReports(followups(papers, Book(HEAD, "")).standings, papers.letters).report(
        papers.policy.notice.reports[1], "市妇联"
    )
    tags = {
        span.control.tag
        for block in blocks_of(document)
        if not hasattr(block, "rows")
        for span in block.spans
        if span.control is not None
    }
    assert tags == {"final/overview", "women-workshops/work", "final/problem", "final/next"}
    assert document.context["recipients"] == "市残联"
    assert document.context["signature"] == ["中山市妇女联合会"]
    assert document.context["date"] == "　　年　月　日"
    assert "×××" in str(document.context["signers"])


def test_who_collects(papers: Papers) -> None:
    assert collectors(followups(papers, Book(HEAD, "")).standings) == ("市残联",)


def told_book(problem: str, papers: Papers) -> Book:
    """Return a book in which a unit says ``problem`` of a line of a task and of the report that it owes."""
    book = Book(HEAD, "progress.yaml")
    said = [asked for asked, _role in Requirements(papers.policy, papers.portfolio).of("小榄镇")]
    tasks: dict[str, dict[str, Answer]] = {}
    for asked in (said[0], said[-1]):
        tasks.setdefault(asked.task, {})[asked.line.id] = Answer(
            state="doing", problem=problem, next=problem, asked=asked.hash
        )
    book.put("小榄镇", UnitProgress(tasks=tasks))
    return book


@pytest.mark.parametrize("problem", ["无", "无。", "暂无", "—", "没有问题"])
def test_no_problem_is_no_problem(papers: Papers, problem: str) -> None:
    standings = followups(papers, told_book(problem, papers)).standings
    report = text_of(UnitReports(standings, papers.letters).report(papers.policy.notice.reports[0], "小榄镇"))
    assert "关于" not in report.split("三、存在问题")[1].split("特此报告")[0]
    assert "各单位反馈问题" not in text_of(Summaries(standings, papers.letters).summary("市残联"))


def test_a_problem_with_reporting_stands_in_the_report_too(papers: Papers) -> None:
    standings = followups(papers, told_book("人手不足", papers)).standings
    report = text_of(UnitReports(standings, papers.letters).report(papers.policy.notice.reports[0], "小榄镇"))
    assert "2.关于“情况报送”：人手不足。" in report
    assert "各单位反馈问题和下一步措施2条" in text_of(Summaries(standings, papers.letters).summary("市残联"))
