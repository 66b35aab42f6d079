"""The letters as pages: each measures right and is a valid package."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.papers import Papers
from hongtou.render.office import to_pdfs
from tests.conftest import THOROUGH, swept
from tests.papers.test_papers import faults

FIRST = ("市残联", "小榄镇")
"""Those that are rendered in every run."""
FEW = ("市委组织部", "市财政局", "市商务局", "市残联", "小榄镇", "火炬开发区管委会")


def failed(path: Path) -> list[object]:
    report = measure(path)
    assert sum(row.verdict is Verdict.PASS for row in report.rows) > 30
    return [row for row in report.rows if row.verdict is Verdict.FAIL]


@pytest.fixture(scope="module")
def pages(letters: dict[str, Path]) -> dict[str, Path]:
    chosen = FEW if THOROUGH else FIRST
    paths = [letters[unit] for unit in chosen]
    conversions = to_pdfs(paths, paths[0].parent / "pdf")
    return dict(zip(chosen, (conversion.pdf for conversion in conversions), strict=True))


@pytest.mark.render
@pytest.mark.parametrize("unit", swept(FEW, FIRST))
def test_a_letter_measures_right(unit: str, pages: dict[str, Path]) -> None:
    assert failed(pages[unit]) == []


@pytest.mark.render
@pytest.mark.slow
def test_every_letter_measures_right(letters: dict[str, Path]) -> None:
    paths = [path for unit, path in letters.items() if unit not in FEW]
    conversions = to_pdfs(paths, paths[0].parent / "all")
    wrong = {path.stem: found for path, c in zip(paths, conversions, strict=True) if (found := failed(c.pdf))}
    assert wrong == {}


@pytest.mark.parametrize("unit", swept(FEW, FIRST))
def test_the_open_xml_sdk_finds_nothing_in_a_letter(unit: str, letters: dict[str, Path]) -> None:
    assert faults(letters[unit]) == []


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_any_letter(letters: dict[str, Path]) -> None:
    assert {unit: found for unit, path in letters.items() if (found := faults(path))} == {}


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_the_rest(papers: Papers, tmp_path: Path) -> None:
    made = {
        "checklist.docx": papers.checklist("市残联"),
        "ledger.docx": papers.ledger_docx(),
        "ledger.xlsx": papers.ledger_xlsx(),
        "volume.docx": papers.volume(("市财政局", "市残联", "小榄镇")),
    }
    for name, data in made.items():
        (tmp_path / name).write_bytes(data)
        assert faults(tmp_path / name) == [], name
