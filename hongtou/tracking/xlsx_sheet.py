"""One sheet of a workbook that came back 工作表: its cells row by row, merged ones in every row they cover."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from openpyxl.utils.cell import range_boundaries

from hongtou.tracking.returned import FIELDS, OURS, STATE, TEXT, Row, cleaned, put

IDS = ("任务标识", "条目标识")
_MAX_ROWS, _MAX_COLUMNS = 50_000, 60
_MAX_MERGED = 20_000
_KNOWN = frozenset({*OURS, *FIELDS, STATE})
_ENOUGH = 3
"""Heads by which a row of heads is known where the unit took one of the two away that tell it at once."""
_MERGED = re.compile(rb"<(?:\w{1,20}:)?mergeCell\s[^>]{0,200}?ref=\"([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})\"")
_ERROR = re.compile(r"#(N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!)")


@dataclass
class SheetRead:
    """One sheet: the rows below our head, and what stands above it, or anywhere where there is no head."""

    title: str
    rows: list[Row] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)

    def words(self) -> Iterator[str]:
        """Yield everything that is written in a sheet that is not the ledger."""
        yield from (text for _place, text in self.beside)
        for row in self.rows:
            said = [
                text for key in ("progress", "problem", "next") if (text := str(row.filled.get(key) or ""))
            ]
            if text := "；".join((*said, *row.other.values())):
                yield text


@dataclass(frozen=True)
class _Cell:
    """What a cell holds: its text, the day where it is one, and whether a formula there has no value."""

    text: str
    day: datetime.date | None = None
    unvalued: bool = False


_BLANK = _Cell("")


def read_sheet(sheet: Any, formulas: Any | None, part: bytes) -> SheetRead:
    """Return what ``sheet`` holds; ``formulas`` is the same sheet with its formulas, where it has any, ``part`` its XML."""
    found = SheetRead(str(sheet.title))
    heads: dict[int, str] = {}
    for number, cells in enumerate(_merged(_cells(sheet, formulas), part), 1):
        if heads:
            row = _row(cells, heads)
            if row.number or row.text or row.ids or row.other or not row.blank or row.formulas:
                found.rows.append(row)
            continue
        heads = _heads(cells)
        if not heads:
            found.beside += [(f"第{number}行", cell.text) for cell in cells if cell.text]
    return found


def _heads(cells: Sequence[_Cell]) -> dict[int, str]:
    """Return the heads by their columns where ``cells`` are our row of heads, else nothing."""
    heads = {column: head for column, cell in enumerate(cells) if (head := "".join(cell.text.split()))}
    names = frozenset(heads.values())
    by_two = TEXT in names and STATE in names
    by_ids = TEXT in names or names.issuperset(IDS)
    return heads if by_two or (by_ids and len(_KNOWN & names) >= _ENOUGH) else {}


def _row(cells: Sequence[_Cell], heads: dict[int, str]) -> Row:
    row, ids = Row(preset=True), dict.fromkeys(IDS, "")
    for column, cell in enumerate(cells):
        head = heads.get(column, "")
        if cell.unvalued:
            row.formulas += (head,)
        if head in ids:
            ids[head] = cell.text
        elif FIELDS.get(head) == "date" and cell.day is not None:
            row.filled["date"] = cell.day
        else:
            put(row, head, cell.text)
    row.ids = (ids[IDS[0]], ids[IDS[1]]) if all(ids.values()) else None
    return row


def _cells(sheet: Any, formulas: Any | None) -> Iterator[list[_Cell]]:
    """Yield the cells of each row; one with a formula has the value that was saved with it."""
    limits = {"max_row": _MAX_ROWS, "max_col": _MAX_COLUMNS}
    if formulas is None:
        yield from ([_cell(cell) for cell in row] for row in sheet.iter_rows(**limits))
        return
    for row, same in zip(sheet.iter_rows(**limits), formulas.iter_rows(**limits), strict=False):
        yield [
            _cell(cell, is_formula=getattr(other, "data_type", "") == "f")
            for cell, other in zip(row, same, strict=False)
        ]


def _cell(cell: Any, *, is_formula: bool = False) -> _Cell:
    value = cell.value
    if is_formula and (value is None or _ERROR.fullmatch(str(value))):
        return _Cell("", unvalued=True)
    if value is None:
        return _BLANK
    day = value.date() if isinstance(value, datetime.datetime) else value
    return _Cell(_text(cell), day if isinstance(day, datetime.date) else None)


def _text(cell: Any) -> str:
    """Return what ``cell`` shows: a share as a share, a day as a day, a whole number without a point."""
    value = cell.value
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if isinstance(value, float) and value.is_integer() and abs(value) < 10**15:
        value = int(value)
    if (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and "%" in str(cell.number_format or "")
    ):
        value = f"{round(value * 100, 4):g}%"
    return cleaned(str(value))


def _merged(rows: Iterator[list[_Cell]], part: bytes) -> Iterator[list[_Cell]]:
    """Yield ``rows`` with what stands in a cell that was merged downwards in each row it covers: nothing else is seen there."""
    starts = _starts(part)
    running: dict[int, tuple[int, _Cell]] = {}
    for number, cells in enumerate(rows, 1):
        for column, (last, cell) in [*running.items()]:
            if number > last:
                del running[column]
            elif column < len(cells):
                cells[column] = cell
        for column, last in starts.get(number, ()):
            if column < len(cells):
                running[column] = last, cells[column]
        yield cells


def _starts(part: bytes) -> dict[int, list[tuple[int, int]]]:
    """Return the cells that are merged downwards, by the row they begin in: their column (from 0), their last row."""
    found: dict[int, list[tuple[int, int]]] = {}
    for count, match in enumerate(_MERGED.finditer(part)):
        left, top, _right, bottom = range_boundaries(match[1].decode())
        if count >= _MAX_MERGED:
            break
        if left and top and bottom and top < bottom and left <= _MAX_COLUMNS:
            found.setdefault(top, []).append((left - 1, bottom))
    return found
