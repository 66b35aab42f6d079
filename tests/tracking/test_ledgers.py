"""Ledgers as Excel, WPS and LibreOffice leave them: sorted, filtered, merged, with columns gone; what is ours is told."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import warnings
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from hongtou.model.progress import Answer, State
from hongtou.render.office import find_office
from hongtou.tracking.xlsx_return import read_xlsx_return
from tests.tracking.conftest import UNIT, Desk, ledger, told

DAY = datetime.date(2023, 11, 20)
Heads = list[str]


def answers(desk: Desk) -> list[Answer]:
    """Return what the ledger says, in the order of its rows."""
    said = desk.book().ledger.tasks
    return [
        said[line.asked.key[0]][line.asked.key[1]]
        for line in desk.standing("").lines
        if line.asked.key[1] in said.get(line.asked.key[0], {})
    ]


def remarks(desk: Desk) -> list[tuple[str | None, str]]:
    return [(remark.place, remark.text) for remark in desk.book().ledger.remarks]


def at(book: Any, heads: Heads, row: int, head: str) -> Any:
    """Return the cell of the row ``row`` (from 1, below the heads)."""
    return book.worksheets[0].cell(row + 2, heads.index(head) + 1)


@pytest.mark.parametrize(
    ("head", "text"),
    [("责任单位", "市财政局"), ("时限", "2026年底前"), ("任务", "另一项任务"), ("责任单位", None)],
)
def test_our_columns_changed_are_told_and_not_taken(desk: Desk, head: str, text: str | None) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 3, head).value = text
        at(book, heads, 3, "状态").value = "已完成"

    number = desk.standing("").lines[2].asked.label
    done = desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert told(done) == ["return-text", "return-ledger"]
    assert remarks(desk) == [(f"{number} {head}", text or "（空）")]
    assert [one.state for one in answers(desk)] == [State.DONE]


def test_the_last_day_changed_is_told_however_it_is_written(desk: Desk) -> None:
    def edit(book: Any, heads: Heads) -> None:
        sheet = book.worksheets[0]
        column = heads.index("截止日期") + 1
        cells = [cell for row in sheet.iter_rows(min_row=3) if (cell := row[column - 1]).value is not None]
        assert len(cells) >= 2
        cells[0].value = cells[0].value.strftime("%Y年%m月%d日")
        cells[1].value = datetime.date(2026, 1, 1)

    desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert [text for _place, text in remarks(desk)] == ["2026-01-01"]


def test_words_of_ours_that_were_changed(desk: Desk) -> None:
    """The hidden id is made of the words, so that the file need not say what it asked."""

    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 1, "工作要求和指标").value = "统筹协调，尽力而为。"
        at(book, heads, 1, "状态").value = "已完成"

    data = ledger(desk, edit)
    package = Parts(data)
    package.parts.pop("docProps/custom.xml", None)
    for name, one in (("台账.xlsx", data), ("另存.xlsx", package.bytes())):
        (desk.policy / "progress.yaml").unlink(missing_ok=True)
        assert "return-edited" in told(desk.collect((name, one)))
        assert desk.standing("").lines[0].mark.value == "done"
        assert "统筹协调，尽力而为。" in [text for _place, text in remarks(desk)]


def test_a_ledger_of_an_earlier_version_says_so_once(desk: Desk) -> None:
    data = ledger(desk, lambda book, heads: setattr(at(book, heads, 2, "状态"), "value", "已完成"))
    notice = desk.policy / "notice.yaml"
    notice.write_text(
        notice.read_text("utf8")
        .replace("2023-12-15", "2024-01-15")
        .replace("2023年12月15日", "2024年1月15日"),
        "utf8",
    )
    done = desk.collect(("台账.xlsx", data))
    assert told(done).count("return-ledger-version") == 1
    assert "return-text" not in told(done)


@pytest.mark.parametrize("head", ["状态", "进展情况", "销号日期"])
def test_cells_merged_downwards_hold_for_every_row(desk: Desk, head: str) -> None:
    value: Any = {"状态": "已完成", "进展情况": "都已办结", "销号日期": DAY}[head]

    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 2, head).value = value
        letter = openpyxl.utils.get_column_letter(heads.index(head) + 1)
        book.worksheets[0].merge_cells(f"{letter}4:{letter}7")

    assert told(desk.collect(("台账.xlsx", ledger(desk, edit)))) == ["return-ledger"]
    found = answers(desk)
    assert len(found) == 4
    assert {one.progress or one.date or one.state for one in found} == {
        State.DONE if head == "状态" else value
    }


def test_hidden_filtered_and_sorted_rows_and_rows_above_the_head(desk: Desk) -> None:
    def edit(book: Any, heads: Heads) -> None:
        sheet = book.worksheets[0]
        at(book, heads, 5, "状态").value = "已完成"
        rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=3)]
        for number, values in enumerate(reversed(rows), 3):
            for column, value in enumerate(values, 1):
                sheet.cell(number, column).value = value
        for number in range(4, 60):
            sheet.row_dimensions[number].hidden = True
        sheet.auto_filter.ref = "A2:N65"
        sheet.unmerge_cells(str(next(iter(sheet.merged_cells.ranges))))
        sheet.insert_rows(1, 3)
        sheet["A2"] = "填报单位："

    plain = ledger(desk, lambda book, heads: setattr(at(book, heads, 5, "状态"), "value", "已完成"))
    expected = [row.ids for row in read_xlsx_return(plain, "x").rows if State.DONE in row.states]
    done = desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert told(done) == ["return-text", "return-ledger"]
    assert [text for _place, text in remarks(desk)] == ["填报单位："]
    assert [(task, line) for task, lines in desk.book().ledger.tasks.items() for line in lines] == expected


@pytest.mark.parametrize(
    "gone",
    [
        ["任务标识", "条目标识"],
        ["截止日期", "时限"],
        ["责任单位"],
        ["任务", "任务标识"],
        ["工作要求和指标"],
        ["序号"],
    ],
)
def test_columns_may_be_gone(desk: Desk, gone: list[str]) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 1, "状态").value = "已完成"
        for head in gone:
            book.worksheets[0].delete_cols(heads.index(head) + 1)
            heads.remove(head)

    assert told(desk.collect(("台账.xlsx", ledger(desk, edit)))) == ["return-ledger"]
    assert [one.state for one in answers(desk)] == [State.DONE], "a state that went out in it is no answer"


def test_heads_with_breaks_in_them(desk: Desk) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 0, "状态").value = "状 态"
        at(book, heads, 0, "工作要求和指标").value = "工作要求\n和指标"
        at(book, heads, 1, "状态").value = "已完成"

    desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert [one.state for one in answers(desk)] == [State.DONE]


@pytest.mark.parametrize(
    ("value", "looks", "day"),
    [
        (datetime.datetime(2023, 11, 20, 9, 30), None, DAY),
        (DAY, 'yyyy"年"m"月"d"日"', DAY),
        (45250, "yyyy-mm-dd", DAY),
        (20231120, "General", DAY),
        (20231120.0, "General", DAY),
        ("2023年11月20日", "@", DAY),
        ("2023.11.20", "@", DAY),
        ("2023-11-20 00:00:00", "@", DAY),
        ("二〇二三年十一月二十日", "@", DAY),
        (45250, "General", None),
        ("11月20日", "@", None),
        (2023.11, "General", None),
        (True, "General", None),
        (-3, "yyyy-mm-dd", None),
        (20, "yyyy-mm-dd", None),
        (9_999_999, "yyyy-mm-dd", None),
    ],
)
def test_a_day_in_whatever_form(desk: Desk, value: Any, looks: str | None, day: datetime.date | None) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 1, "状态").value = "已完成"
        cell = at(book, heads, 1, "销号日期")
        cell.value = value
        if looks is not None:
            cell.number_format = looks

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        done = desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert [(one.state, one.date) for one in answers(desk)] == [(State.DONE, day)]
    assert ("return-date" in told(done)) is (day is None)


class Parts:
    """The parts of a workbook, to be edited."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                archive.writestr(name, data)
        return buffer.getvalue()


def formulas(data: bytes, values: dict[str, str]) -> bytes:
    """Return the workbook ``data`` with what each formula in it came to, as Excel and WPS save it."""
    package = Parts(data)
    name = "xl/worksheets/sheet1.xml"
    text = package.parts[name].decode()
    for formula, value in values.items():
        text = re.sub(
            rf'(<c [^>]*?)(?: t="\w+")?(>)<f>{re.escape(formula)}</f><v(?: ?/>|></v>)',
            lambda m, f=formula, v=value: f'{m[1]} t="str"{m[2]}<f>{f}</f><v>{v}</v>',
            text,
        )
    package.parts[name] = text.encode()
    return package.bytes()


def test_formulas_have_the_value_that_was_saved_and_are_told_without(desk: Desk) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 1, "状态").value = "=A1"
        at(book, heads, 2, "进展情况").value = "=A2"
        at(book, heads, 3, "进展情况").value = "=A3"
        at(book, heads, 4, "状态").value = "=A4"

    data = formulas(ledger(desk, edit), {"A1": "已完成", "A2": "已办结", "A4": "#REF!"})
    done = desk.collect(("台账.xlsx", data))
    assert told(done) == ["return-formula", "return-formula", "return-ledger"]
    assert [(one.state, one.progress) for one in answers(desk)][:2] == [
        (State.DONE, None),
        (State.TODO, "已办结"),
    ]


def test_rich_text_and_numbers(desk: Desk) -> None:
    def edit(book: Any, heads: Heads) -> None:
        red = InlineFont(color="FF0000")
        at(book, heads, 1, "进展情况").value = CellRichText("已签", TextBlock(red, "12"), "家")
        at(book, heads, 2, "进展情况").value = 12.0
        at(book, heads, 3, "进展情况").value = 0.5

    desk.collect(("台账.xlsx", ledger(desk, edit)))
    assert [one.progress for one in answers(desk)] == ["已签12家", "12", "0.5"]


def test_as_wps_saves_it(desk: Desk) -> None:
    """Texts in the cells themselves, and a sheet called anything."""
    package = Parts(ledger(desk, lambda book, heads: setattr(at(book, heads, 2, "状态"), "value", "已完成")))
    assert b'"inlineStr"' in package.parts["xl/worksheets/sheet1.xml"]
    book = re.sub(rb'(<sheet [^>]*name=)"[^"]*"', rb'\1"Sheet1"', package.parts["xl/workbook.xml"])
    assert book != package.parts["xl/workbook.xml"]
    package.parts["xl/workbook.xml"] = book
    assert told(desk.collect(("新建 XLSX 工作表.xlsx", package.bytes()))) == ["return-ledger"]
    assert [one.state for one in answers(desk)] == [State.DONE]


@pytest.mark.render
@pytest.mark.slow
def test_as_libreoffice_saves_it(desk: Desk, tmp_path: Path) -> None:
    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, 2, "状态").value = "已完成"
        at(book, heads, 2, "销号日期").value = DAY
        at(book, heads, 3, "进展情况").value = '=CONCATENATE("已","办结")'
        letter = openpyxl.utils.get_column_letter(heads.index("状态") + 1)
        book.worksheets[0].merge_cells(f"{letter}4:{letter}5")

    path = tmp_path / "in" / "台账.xlsx"
    path.parent.mkdir()
    path.write_bytes(ledger(desk, edit))
    office = find_office()
    assert office is not None
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    asked = ["--headless", "--convert-to", "xlsx", "--outdir", str(tmp_path / "out"), str(path)]
    subprocess.run([str(office), profile, *asked], check=True, capture_output=True)
    done = desk.collect(("台账.xlsx", (tmp_path / "out" / "台账.xlsx").read_bytes()))
    assert told(done) == ["return-ledger"]
    found = answers(desk)
    assert [(one.state, one.date, one.progress) for one in found] == [
        (State.DONE, DAY, None),
        (State.DONE, None, "已办结"),
    ]


def test_a_ledger_of_one_unit_says_what_it_changed_anywhere(desk: Desk) -> None:
    lines = [line.asked for line in desk.standing("").lines]
    mine = {line.asked.key for line in desk.standing("市财政局").lines}
    own = next(n for n, asked in enumerate(lines, 1) if asked.key in mine)
    other = next(n for n, asked in enumerate(lines, 1) if asked.key not in mine)

    def edit(book: Any, heads: Heads) -> None:
        at(book, heads, own, "状态").value = "已完成"
        at(book, heads, other, "状态").value = "已完成"
        row = book.worksheets[0].max_row + 1
        book.worksheets[0].cell(row, heads.index("工作要求和指标") + 1).value = "另行开展的工作"

    done = desk.collect(("督办台账-市财政局.xlsx", ledger(desk, edit)))
    assert sorted(told(done)) == ["return-gone", "return-row", "return-unit"]


def test_two_units_may_send_the_same_ledger(desk: Desk) -> None:
    data = ledger(desk, lambda book, heads: setattr(at(book, heads, 2, "状态"), "value", "已完成"))
    names = ("督办台账-市财政局.xlsx", "督办台账-市妇联.xlsx", "督办台账.xlsx")
    assert [one.known for one in desk.collect(*((name, data) for name in names))] == [False, False, True]
    assert set(desk.book().units) == {"市财政局", "市妇联"}
    before = desk.text
    assert all(one.known for one in desk.collect(*((name, data) for name in names)))
    assert desk.text == before


def test_the_ledger_closes_no_line_of_a_unit_and_progress_says_so(desk: Desk) -> None:
    from hongtou.tracking.asked import Requirements
    from hongtou.tracking.shown import as_data, as_text
    from hongtou.tracking.standing import Standings
    from hongtou.tracking.summary import summary

    def edit(book: Any, heads: Heads) -> None:
        for row in (1, 2):
            at(book, heads, row, "状态").value = "已完成"

    desk.collect(("台账.xlsx", ledger(desk, edit)))
    papers = desk.papers()
    standings = Standings(
        Requirements(papers.policy, papers.portfolio), desk.book(), datetime.date(2024, 1, 1)
    )
    found = summary(standings)
    assert found.total.marks["done"] == 0  # type: ignore[index]
    assert all(entry.open for entry in found.crossed_off.values())
    assert "it closes no line of theirs" in as_text(found, standings.as_of)
    data = as_data(found, standings.as_of)["crossed_off"]
    assert isinstance(data, list)
    assert len(data) == 2
    first = desk.standing("").lines[0].asked
    for unit in found.crossed_off[first.key].open:
        assert first.key in {line.asked.key for line in desk.standing(unit).lines}


@pytest.mark.parametrize(
    "reference", ["A1:XFD1048576", "H3:H1048576", "H3:H2", "H0:H4", "AAAA1:AAAA4", "ZZZ3:ZZZ99", "H3"]
)
def test_merged_cells_made_to_do_harm(desk: Desk, reference: str) -> None:
    data = desk.papers().ledger_xlsx()
    package = Parts(data)
    text = package.parts["xl/worksheets/sheet1.xml"].decode()
    many = f'<mergeCell ref="{reference}"/>' * 3000
    package.parts["xl/worksheets/sheet1.xml"] = text.replace("</mergeCells>", f"{many}</mergeCells>").encode()
    assert len(desk.collect((f"{UNIT}.xlsx", package.bytes()))) == 1
