"""The papers about a revision as pages: change letters measure right, the impact page is one page, all are valid packages."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from hongtou.build.names import safe_name
from hongtou.diff.compare import compare
from hongtou.diff.impact import Impact
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.papers import Papers
from hongtou.render.office import to_pdfs
from hongtou.revisions import Revision
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import swept
from tests.diff.revision import SAMPLE
from tests.diff.test_compare import V1
from tests.papers.test_papers import faults

UNITS = ("市残联", "市司法局", "市乡村振兴局", "市妇联", "小榄镇")


@pytest.fixture(scope="module")
def papers(versions: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the papers of the revision; return their paths by what they are."""
    new = load_policy(versions / "policy" / SAMPLE)
    impact = Impact(V1, new, compare(V1, new))
    revision = Revision(Papers(Workspace(versions), new), impact, ("v1", "v2"))
    letters = revision.change_letters(datetime.date(2024, 3, 1))
    made = {"table": revision.table(impact.diff.substantive), "impact": revision.impact_page()}
    made |= {unit: revision.change_letter(letters, unit) for unit in UNITS}
    folder = tmp_path_factory.mktemp("papers")
    for name, data in made.items():
        (folder / f"{safe_name(name)}.docx").write_bytes(data)
    return {name: folder / f"{safe_name(name)}.docx" for name in made}


@pytest.fixture(scope="module")
def pages(papers: dict[str, Path]) -> dict[str, Path]:
    conversions = to_pdfs([*papers.values()], next(iter(papers.values())).parent / "pdf")
    return dict(zip(papers, (conversion.pdf for conversion in conversions), strict=True))


@pytest.mark.render
@pytest.mark.slow
@pytest.mark.parametrize("unit", UNITS)
def test_a_change_letter_measures_right(unit: str, pages: dict[str, Path]) -> None:
    report = measure(pages[unit])
    assert [row for row in report.rows if row.verdict is Verdict.FAIL] == []
    assert sum(row.verdict is Verdict.PASS for row in report.rows) > 30


@pytest.mark.render
def test_the_impact_page_is_a_page(pages: dict[str, Path]) -> None:
    assert measure(pages["impact"]).pages == 1


@pytest.mark.parametrize("name", swept(["table", "impact", *UNITS], ["table"]))
def test_the_open_xml_sdk_finds_nothing(name: str, papers: dict[str, Path]) -> None:
    assert faults(papers[name]) == []


def test_the_same_input_gives_the_same_bytes(versions: Path, papers: dict[str, Path]) -> None:
    new = load_policy(versions / "policy" / SAMPLE)
    impact = Impact(V1, new, compare(V1, new))
    revision = Revision(Papers(Workspace(versions), new), impact, ("v1", "v2"))
    assert revision.table(impact.diff.substantive) == papers["table"].read_bytes()
    assert revision.impact_page() == papers["impact"].read_bytes()
