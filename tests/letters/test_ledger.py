"""The ledger in Excel: text stays text, dates are dates, states are chosen, the page is laid out."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace

import openpyxl
import pytest

from hongtou.papers import Papers
from hongtou.render.workbook import SheetColumn, Workbook, workbook_bytes


def sheet(data: bytes) -> openpyxl.worksheet.worksheet.Worksheet:
    found = openpyxl.load_workbook(io.BytesIO(data)).active
    assert found is not None
    return found


BOOK = Workbook(
    "台账",
    "某办公室",
    datetime.date(2026, 1, 5),
    [
        SheetColumn("事项", 30),
        SheetColumn("截止日期", 20, "date"),
        SheetColumn("状态", 20, "centre", ("未启动", "已完成")),
        SheetColumn("标识", 20, hidden=True),
    ],
    [],
)


@pytest.mark.parametrize(
    "text", ["=1+1", "+86", "-5", "@SUM(A1)", "=cmd|' /C calc'!A0", "1.10", "http://x", "\t=1"]
)
def test_text_stays_text(text: str) -> None:
    cell = sheet(workbook_bytes(replace(BOOK, rows=[(text, None, "未启动", "a")])))["A3"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_dates_states_filters_and_print_set_up() -> None:
    rows = [("甲", datetime.date(2026, 3, 1), "未启动", "a"), ("乙", None, "已完成", "b")]
    made = sheet(workbook_bytes(replace(BOOK, rows=rows, paper="A3")))
    assert made["B3"].is_date
    assert made["B3"].number_format == "yyyy-mm-dd"
    assert made.freeze_panes == "C3"
    assert made.auto_filter.ref == "A2:D4"
    assert made.print_title_rows == "$2:$2"
    assert (made.page_setup.orientation, made.page_setup.paperSize) == ("landscape", 8)
    assert made.page_setup.fitToHeight == 0
    assert made.column_dimensions["D"].hidden
    lists = [v for v in made.data_validations.dataValidation if v.type == "list"]
    assert [(str(v.sqref), v.formula1) for v in lists] == [("C3:C4", '"未启动,已完成"')]


def test_an_empty_ledger_is_a_ledger() -> None:
    assert sheet(workbook_bytes(BOOK)).max_row == 2


def test_the_same_bytes_every_time(papers: Papers) -> None:
    assert papers.ledger_xlsx() == papers.ledger_xlsx()


def test_every_date_of_the_sample_is_one(papers: Papers) -> None:
    made = sheet(papers.ledger_xlsx())
    heads = [cell.value for cell in made[2]]
    column = heads.index("截止日期")
    dates = [row[column].value for row in made.iter_rows(min_row=3) if row[column].value]
    assert {value.date() for value in dates} == {
        datetime.date(2025, 12, 31),
        datetime.date(2023, 12, 15),
        datetime.date(2024, 10, 20),
    }
