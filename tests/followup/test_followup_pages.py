"""The papers of tracking as pages: each measures right and is a valid package, whatever was answered."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from hongtou.followup.papers import FollowUps
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.papers import Papers
from hongtou.render.office import to_pdfs
from hongtou.tracking.book import HEAD, Book
from tests.conftest import THOROUGH, swept
from tests.followup.books import hostile_book, random_book
from tests.followup.conftest import followups
from tests.papers.test_papers import faults

LATER = datetime.date(2026, 1, 10)
FEW = ("plan", "report", "summary", "reminder")
"""Those that are rendered in every run."""


def made(papers: Papers, unit: str) -> dict[str, bytes]:
    reports = papers.policy.notice.reports
    some = followups(papers, random_book(papers, 1, ("市妇联", "市财政局", "小榄镇", "火炬开发区管委会")))
    none = FollowUps(papers, Book(HEAD, ""), LATER, LATER)
    bad = FollowUps(papers, hostile_book(papers, unit), LATER)
    return {
        "plan": papers.plan("市妇联"),
        "report": some.report(reports[0], "市财政局"),
        "summary": some.summary("市残联"),
        "reminder": some.reminder("市妇联"),
        "plan-town": papers.plan("小榄镇"),
        "report-town": some.report(reports[1], "小榄镇"),
        "report-zone": some.report(reports[1], "火炬开发区管委会"),
        "report-empty": none.report(reports[1], "市妇联"),
        "report-hostile": bad.report(reports[1], unit),
        "summary-empty": none.summary("市残联"),
        "summary-hostile": bad.summary("市残联"),
        "reminder-town": none.reminder("小榄镇"),
        "reminder-collector": none.reminder("市残联"),
        "reminder-hostile": bad.reminder("市财政局"),
    }


ALL = (
    *FEW,
    *("plan-town", "report-town", "report-zone", "report-empty", "report-hostile"),
    *("summary-empty", "summary-hostile", "reminder-town", "reminder-collector", "reminder-hostile"),
)


@pytest.fixture(scope="module")
def files(papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("followup")
    found = {}
    for name, data in made(papers, "市财政局").items():
        found[name] = folder / f"{name}.docx"
        found[name].write_bytes(data)
    return found


@pytest.fixture(scope="module")
def pages(files: dict[str, Path]) -> dict[str, Path]:
    chosen = ALL if THOROUGH else FEW
    conversions = to_pdfs([files[name] for name in chosen], files["plan"].parent / "pdf")
    return dict(zip(chosen, (conversion.pdf for conversion in conversions), strict=True))


@pytest.mark.render
@pytest.mark.parametrize("name", swept(ALL, FEW))
def test_a_paper_measures_right(name: str, pages: dict[str, Path]) -> None:
    report = measure(pages[name])
    assert [row.sentence for row in report.rows if row.verdict is Verdict.FAIL] == []
    passed = sum(row.verdict is Verdict.PASS for row in report.rows)
    assert passed > (5 if name.startswith("plan") else 25)


@pytest.mark.slow
@pytest.mark.parametrize("name", ALL)
def test_the_open_xml_sdk_finds_nothing(name: str, files: dict[str, Path]) -> None:
    assert faults(files[name]) == []


@pytest.mark.slow
@pytest.mark.render
def test_every_paper_of_every_unit_measures_right(papers: Papers, tmp_path: Path) -> None:
    some = followups(papers, random_book(papers, 2), LATER)
    report = papers.policy.notice.reports[0]
    paths = []
    for number, unit in enumerate(papers.portfolio.units):
        kinds = {"plan": papers.plan, "reminder": some.reminder}
        if unit != report.to:
            kinds["report"] = lambda unit: some.report(report, unit)
        for kind, make in kinds.items():
            paths.append(tmp_path / f"{number}-{kind}.docx")
            paths[-1].write_bytes(make(unit))
    wrong = {
        conversion.pdf.stem: found
        for conversion in to_pdfs(paths, tmp_path / "pdf")
        if (found := [r.sentence for r in measure(conversion.pdf).rows if r.verdict is Verdict.FAIL])
    }
    assert wrong == {}


def test_the_same_input_gives_the_same_bytes(papers: Papers, files: dict[str, Path]) -> None:
    again = made(Papers(papers.workspace, papers.policy), "市财政局")
    assert {name: path.read_bytes() for name, path in files.items()} == again
