"""The tables of a page 网页表格: where each cell stands, spans counted as HTML counts them, and which tables hold data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from hongtou.importer.scan import CellPlace
from hongtou.importer.tables import Shape, holds_data

_GROUPS = frozenset({"thead", "tbody", "tfoot"})
_CELLS = frozenset({"td", "th"})
_UNSEEN = frozenset({"script", "style", "template"})
_WIDEST, _TRACKED = 100, 200
"""Columns that a cell may span, and columns over which cells from rows above are kept in mind (Word has 63)."""
_LONGEST = 65_534
_COUNT = re.compile(r"\s*\+?(\d{1,9})")


@dataclass
class _Cell:
    element: etree._Element
    row: int
    column: int
    rows: int
    columns: int
    header: bool
    chars: int = 0


@dataclass
class _Table:
    """A table that is being read: ``taken`` is, by column, the row in which it is free again."""

    element: etree._Element
    parent: _Table | None
    chars_before: int
    shape: Shape = field(default_factory=Shape)
    cells: list[_Cell] = field(default_factory=list)
    open_cells: list[_Cell] = field(default_factory=list)
    taken: list[int] = field(default_factory=list)
    row: int = -1
    column: int = 0
    in_row: bool = False
    settled: int = 0
    presentation: bool = False

    def begin_row(self) -> None:
        self.row, self.column, self.in_row = self.row + 1, 0, True

    def begin_cell(self, element: etree._Element, chars: int, *, header: bool) -> None:
        if not self.in_row:
            self.begin_row()
        while self.column < len(self.taken) and self.taken[self.column] > self.row:
            self.column += 1
        columns = min(max(_count(element.get("colspan"), 1), 1), _WIDEST)
        rows = min(_count(element.get("rowspan"), 1), _LONGEST) or _LONGEST
        cell = _Cell(element, self.row, self.column, rows, columns, header, chars)
        self._take(cell)
        self.column += columns
        self.cells.append(cell)
        self.open_cells.append(cell)
        self.shape.columns = max(self.shape.columns, self.column)

    def _take(self, cell: _Cell) -> None:
        end = min(cell.column + cell.columns, _TRACKED)
        if cell.rows > 1 and cell.column < end:
            self.taken.extend([0] * (end - len(self.taken)))
            self.taken[cell.column : end] = [cell.row + cell.rows] * (end - cell.column)

    def end_group(self) -> None:
        """Cells end where their group of rows ends."""
        for cell in self.cells[self.settled :]:
            cell.rows = min(cell.rows, self.row + 1 - cell.row)
        self.settled, self.taken = len(self.cells), []

    def end(self, chars: int) -> None:
        self.end_group()
        self.shape.rows, self.shape.cells = self.row + 1, len(self.cells)
        self.shape.chars = chars - self.chars_before
        if self.parent is not None:
            self.parent.shape.nested += self.shape.chars


def _count(value: str | None, default: int) -> int:
    found = _COUNT.match(value or "")
    return int(found[1]) if found else default


def cell_places(root: etree._Element) -> dict[etree._Element, CellPlace]:
    """Return the place of every cell of the tables below ``root`` that hold data; tables inside those are no tables."""
    survey = _Survey()
    for event, element in etree.iterwalk(root, events=("start", "end")):
        survey.start(element) if event == "start" else survey.end(element)
    return survey.places()


class _Survey:
    def __init__(self) -> None:
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.chars = 0

    def start(self, element: etree._Element) -> None:
        tag = element.tag
        table = self.open[-1] if self.open else None
        if tag == "table" or (tag in _GROUPS | {"tr"} and (table is None or table.open_cells)):
            parent = element.getparent() if tag == "tr" else None
            outer = table if table is None or table.open_cells or tag != "table" else table.parent
            table = _Table(element if parent is None else parent, outer, self.chars)
            table.presentation = element.get("role") in ("presentation", "none")
            self.open.append(table)
            self.tables.append(table)
        if table is not None:
            self._inside(table, element)
        if tag not in _UNSEEN:
            self.chars += _length(element.text)

    def _inside(self, table: _Table, element: etree._Element) -> None:
        tag = element.tag
        if tag in _GROUPS:
            table.end_group()
        elif tag == "tr":
            table.begin_row()
        elif tag in _CELLS:
            parent = element.getparent()
            group = parent.getparent() if parent is not None else None
            header = tag == "th" or (group is not None and group.tag == "thead")
            table.shape.headed |= header
            table.begin_cell(element, self.chars, header=header)
        elif tag == "caption":
            table.shape.headed = True

    def end(self, element: etree._Element) -> None:
        table = self.open[-1] if self.open else None
        if table is not None:
            self._leave(table, element)
        self.chars += _length(element.tail)

    def _leave(self, table: _Table, element: etree._Element) -> None:
        if element.tag == "tr":
            table.in_row = False
        elif element.tag in _GROUPS:
            table.end_group()
        elif table.open_cells and table.open_cells[-1].element is element:
            cell = table.open_cells.pop()
            table.shape.largest = max(table.shape.largest, self.chars - cell.chars)
        if table.element is element:
            table.end(self.chars)
            self.open.pop()

    def places(self) -> dict[etree._Element, CellPlace]:
        places: dict[etree._Element, CellPlace] = {}
        number, inside = 0, set[int]()
        for table in self.tables:
            if id(table.parent) in inside:
                inside.add(id(table))
            elif not table.presentation and holds_data(table.shape, self.chars):
                inside.add(id(table))
                places |= _of_table(table, number)
                number += 1
        return places


def _of_table(table: _Table, number: int) -> dict[etree._Element, CellPlace]:
    return {
        cell.element: CellPlace(number, cell.row, cell.column, cell.rows, cell.columns, cell.header)
        for cell in table.cells
    }


def _length(text: str | None) -> int:
    return len(text.strip()) if text else 0
