"""Papers drawn by LibreOffice: right ones pass, and one thing wrong fails just the rows that speak of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from drawn import LONG, Sheet, write

from hongtou.measure import Report, Verdict, measure
from hongtou.render.office import to_pdfs
from tests.conftest import THOROUGH, swept

GENERAL = Sheet(
    # A paragraph longer than a page: every page but the first and the last is full.
    body=(
        LONG,
        "一、总体要求",
        "（一）主要目标。" + LONG.removesuffix("。") * 5 + "。",
        "二、工作措施",
        LONG,
    ),
)
UNSEALED = replace(GENERAL, body=(LONG, LONG), sealed=False, name="河东市人民政府办公室")
WIDE = Sheet(wide=True)
LETTER = Sheet(
    letter=True, mark_top=30, copies="市财政局。", attachments=(), note=(), body=(LONG,) * 4, remark=""
)  # fmt: skip
ONE = ("残疾人就业任务分工表",)
TWO = ("残疾人就业任务分工表", "残疾人就业联系人名单")

RIGHT = {
    "general": GENERAL,
    "unsealed": UNSEALED,
    "upward": replace(GENERAL, signer="某某某"),
    "one-attachment": replace(GENERAL, note=ONE, attachments=ONE),
    "table": replace(GENERAL, table=True),
    "wide-table": WIDE,
    "school-b": replace(GENERAL, top=34.58, bottom=32.58, pitch=29.45),
    "exactly-28-pt": replace(GENERAL, pitch=28),
    "nothing-but-text": replace(GENERAL, note=(), attachments=(), copies="", remark=""),
    "letter": LETTER,
}

WRONG: dict[str, tuple[Sheet, set[str]]] = {
    "sheet-size": (
        replace(GENERAL, width=215.9, height=279.4),
        {"1", "3", "4", "6", "7", "17", "19", "24", "28", "37", "51", "80"},
    ),
    "side-margins": (
        replace(GENERAL, left=25.4, right=25.4),
        {"2", "4", "10", "13", "17", "19", "24", "28", "31", "34", "48", "49", "51", "80"},
    ),
    "top-margin": (replace(GENERAL, top=25.4), {"5", "49", "50", "80"}),
    "one-and-a-half-lines": (replace(GENERAL, pitch=36), {"5", "7", "9", "33", "48", "49", "50"}),
    "body-14-pt": (replace(GENERAL, size=14, squeeze=1.75), {"5", "11", "49"}),
    "27-cells": (replace(GENERAL, squeeze=0), {"8", "10"}),
    "indent": (replace(GENERAL, indent=8), {"12", "48"}),
    "mark-low": (replace(GENERAL, mark_top=80), {"16"}),
    "number-near-mark": (replace(GENERAL, number_gap=10), {"20"}),
    "number-brackets": (replace(GENERAL, number="河府[2026]7号"), {"T1"}),
    "rule-low": (replace(GENERAL, rule_gap=8), {"23"}),
    "rule-short": (replace(GENERAL, rule_short=6), {"24"}),
    "rule-black": (replace(GENERAL, red="000000"), {"25"}),
    "title-near-rule": (replace(GENERAL, title_gap=8), {"26"}),
    "title-18-pt": (replace(GENERAL, title_size=18), {"27"}),
    "title-left": (replace(GENERAL, title_align="left"), {"28"}),
    "title-rectangle": (
        replace(GENERAL, title=("河东市人民政府办公室关于", "印发残疾人就业方案的通知")),
        {"29"},
    ),
    "recipients-near-title": (replace(GENERAL, recipients_gap=4), {"30"}),
    "recipients-without-colon": (
        replace(GENERAL, recipients="各县、区人民政府，市政府各部门、各直属机构"),
        {"T3"},
    ),
    "note-without-blank-line": (replace(GENERAL, note_gap=0), {"33"}),
    "note-with-stop": (replace(GENERAL, note=("残疾人就业任务分工表。", TWO[1])), {"T5"}),
    "date-at-the-edge": (replace(GENERAL, date_right=0), {"37"}),
    "name-without-blank-line": (replace(UNSEALED, name_gap=0), {"46"}),
    "date-under-name": (replace(UNSEALED, date_offset=0), {"45"}),
    "date-with-zeros": (replace(GENERAL, date="2026年03月09日"), {"T2"}),
    "attachment-other-title": (replace(GENERAL, attachments=(TWO[0], "残疾人就业联系名单")), {"T6"}),
    "attachment-title-low": (replace(GENERAL, attachment_gap=3), {"50"}),
    "colophon-high": (replace(GENERAL, colophon_foot=255), {"52"}),
    "colophon-outer-rules-thin": (replace(GENERAL, outer=4), {"54", "55"}),
    "colophon-inner-rule-thick": (replace(GENERAL, inner=8), {"55"}),
    "copies-without-stop": (replace(GENERAL, copies="市委各部门，市监委"), {"T4"}),
    "number-low": (replace(GENERAL, number_top=280), {"60"}),
    "number-without-dashes": (replace(GENERAL, number_dash=""), {"60"}),
    "number-centred": (replace(GENERAL, number_side="centre"), {"61", "62"}),
    "number-at-the-edge": (replace(GENERAL, number_indent=0), {"61", "62"}),
    "number-10.5-pt": (replace(GENERAL, number_size=10.5), {"63"}),
    "wide-table-without-number": (replace(WIDE, wide_number=False), {"79"}),
    "level-skipped": (
        replace(GENERAL, body=(LONG, LONG, "一、总体要求", LONG, "三、工作措施", LONG)),
        {"T9"},
    ),
    "level-mark": (replace(GENERAL, body=(LONG, LONG, "1、总体要求", LONG)), {"T10"}),
    "letter-mark-low": (replace(LETTER, mark_top=38), {"65"}),
    "letter-rule-low": (replace(LETTER, rule_gap=8), {"66"}),
    "letter-lower-rule-high": (replace(LETTER, letter_low=270), {"67"}),
    "letter-rules-short": (replace(LETTER, letter_rule=156), {"68", "69"}),
    "letter-rule-order": (replace(LETTER, flip=True), {"70"}),
}

FEW = (*[*WRONG][::3], "letter-rules-short")
"""Those that are drawn in every run."""


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Report]:
    """The report on every paper; LibreOffice starts once for all of them."""
    folder = tmp_path_factory.mktemp("papers")
    papers = {**RIGHT, **{name: WRONG[name][0] for name in (WRONG if THOROUGH else FEW)}}
    drawn = to_pdfs([write(sheet, folder / f"{name}.docx") for name, sheet in papers.items()], folder)
    return {name: measure(conversion.pdf) for name, conversion in zip(papers, drawn, strict=True)}


@pytest.mark.render
@pytest.mark.parametrize("name", RIGHT)
def test_a_right_paper_passes(name: str, reports: dict[str, Report]) -> None:
    assert [row.sentence for row in reports[name].failed] == []


@pytest.mark.render
@pytest.mark.parametrize("name", swept(WRONG, FEW))
def test_one_thing_wrong_fails_just_its_rows(name: str, reports: dict[str, Report]) -> None:
    assert {row.number for row in reports[name].failed} == WRONG[name][1]


@pytest.mark.render
def test_right_papers_apply_most_rows(reports: dict[str, Report]) -> None:
    applied = {
        row.number for name in RIGHT for row in reports[name].rows if row.verdict is not Verdict.ABSENT
    }
    others = {"14", "15", "35", "39", "40", "41", "42", "43", "47", "75", "76", "77"}
    assert {row.number for row in reports["general"].rows} - applied == others


@pytest.mark.render
def test_a_frame_not_filled_is_noted_not_failed(reports: dict[str, Report]) -> None:
    row = reports["exactly-28-pt"].row(6)
    assert row.verdict is Verdict.INFO
    assert row.value is None
    assert "253" in row.found


@pytest.mark.render
def test_the_kind_of_paper_is_told(reports: dict[str, Report]) -> None:
    assert reports["general"].kind == "general"
    assert reports["letter"].kind == "letter"
    assert reports["letter-rules-short"].kind == "letter"


@pytest.mark.render
@pytest.mark.slow
def test_a_docx_is_drawn_first_and_its_fonts_are_declared(tmp_path) -> None:
    report = measure(write(replace(GENERAL, attachments=(), note=()), tmp_path / "中文 名.docx"))
    assert report.failed == ()
    assert report.path.endswith("中文 名.docx")
    assert {one.wanted for one in report.substituted} <= {
        "仿宋_GB2312", "黑体", "宋体", "方正小标宋简体",
    }  # fmt: skip
