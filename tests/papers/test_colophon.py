"""The 版记 shows every unit, however many; what no page can hold is refused (clause 7.4)."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.documents.notice import notice_document
from hongtou.errors import GenError
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.notice import render_notice
from hongtou.workspace import Workspace
from tests.conftest import THOROUGH
from tests.papers.shapes import paragraph, printed, recognised, shaped
from tests.papers.test_papers import faults

COUNTS = (20, 27, 29, 32, 45, 54) if THOROUGH else (54,)
PRINTED = {"printed_by": "某市人民政府办公室", "printed_on": "2026-01-06"}


def units(count: int) -> str:
    return "，".join(f"某市第{number}号协调机构" for number in range(100, 100 + count))


@pytest.mark.slow
@pytest.mark.render
def test_every_unit_is_on_the_page(tmp_path: Path) -> None:
    papers = {
        f"{form}-{count}": shaped(
            format=form,
            preamble=[paragraph(2)],
            copies_to=["各镇街"],
            copies_printed=units(count),
            **(PRINTED if form == "general" else {}),
        )
        for form in ("general", "letter")
        for count in COUNTS
    }
    for name, pdf in printed(papers, tmp_path).items():
        colophon = recognised(pdf).colophon
        text = "".join(line.text for line in colophon.copies)
        assert text == f"抄送：{units(int(name.split('-')[1]))}。", name
        failed = [row.sentence for row in measure(pdf).rows if row.verdict is Verdict.FAIL]
        assert failed == [], name


def test_a_list_longer_than_a_page_is_refused() -> None:
    policy = shaped(format="general", copies_to=["各镇街"], copies_printed=units(200), **PRINTED)
    with pytest.raises(GenError, match="a page holds 24") as raised:
        notice_document(policy)
    assert "各镇街" in raised.value.hint


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_in_a_tall_one(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    policy = shaped(format="general", copies_to=["各镇街"], copies_printed=units(45), **PRINTED)
    paper.write_bytes(render_notice(Workspace(tmp_path), policy))
    assert faults(paper) == []
