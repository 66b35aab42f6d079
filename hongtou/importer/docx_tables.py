"""The tables of a DOCX 文档表格: where each cell stands, with gridSpan and vMerge, and which tables hold data."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from hongtou.importer.docx_parts import W, integer, switched, value
from hongtou.importer.scan import CellPlace
from hongtou.importer.tables import Shape, holds_data

_WIDEST = 1_000
_WRAPPERS = frozenset(f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"))
"""What may stand around rows and cells and changes nothing."""


@dataclass
class Cell:
    """A cell on the grid; ``merged`` where it only goes on with the one above, ``deleted`` by a tracked change."""

    element: etree._Element
    row: int
    column: int
    columns: int
    header: bool
    merged: bool
    rows: int = 1
    deleted: bool = False

    def place(self, table: int) -> CellPlace:
        """Return its place in the ``table``-th table."""
        return CellPlace(table, self.row, self.column, self.rows, self.columns, self.header)


def cells_of(table: etree._Element) -> list[Cell]:
    """Return the cells of ``table`` in their order; rows that a tracked change deleted have no place on the grid."""
    cells: list[Cell] = []
    above: dict[int, Cell] = {}
    row = 0
    for element in _inside(table, f"{W}tr"):
        properties = element.find(f"{W}trPr")
        deleted = properties is not None and properties.find(f"{W}del") is not None
        found = _of_row(element, properties, row)
        for cell in found:
            cell.deleted |= deleted
        cells += found
        if not deleted:
            above = _merged(found, above)
            row += 1
    return cells


def _of_row(element: etree._Element, properties: etree._Element | None, row: int) -> list[Cell]:
    column = min(max(integer(value(properties, f"{W}gridBefore"), 0), 0), _WIDEST)
    header = switched(properties, "tblHeader") or False
    cells: list[Cell] = []
    for cell in _inside(element, f"{W}tc"):
        own = cell.find(f"{W}tcPr")
        columns = min(max(integer(value(own, f"{W}gridSpan"), 1), 1), _WIDEST)
        merged = value(own, f"{W}vMerge") in ("", "continue")
        found = Cell(cell, row, column, columns, header, merged)
        found.deleted = own is not None and own.find(f"{W}cellDel") is not None
        if value(own, f"{W}hMerge") == "continue" and cells:
            cells[-1].columns += columns
            found.deleted = True
        cells.append(found)
        column += columns
    return cells


def _merged(row: list[Cell], above: dict[int, Cell]) -> dict[int, Cell]:
    """Let cells that go on lengthen the one above them; return the cells that the next row may go on with, by column."""
    after: dict[int, Cell] = {}
    for cell in row:
        origin = above.get(cell.column) if cell.merged else None
        if origin is None:
            cell.merged, origin = False, cell
        else:
            origin.rows = cell.row + 1 - origin.row
        after[cell.column] = origin
    return after


def _inside(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Yield the children ``tag`` of ``element``, also those in wrappers."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


class Measures:
    """How many characters the tables and cells below ``root`` hold, counted in one pass."""

    def __init__(self, root: etree._Element) -> None:
        self._chars: dict[etree._Element, int] = {}
        self._nested: dict[etree._Element, int] = {}
        self.total = 0
        tables: list[etree._Element] = []
        for event, element in etree.iterwalk(root, ("start", "end"), (f"{W}t", f"{W}tc", f"{W}tbl")):
            if element.tag == f"{W}t":
                self.total += len(element.text or "") if event == "start" else 0
            elif event == "start":
                self._chars[element] = -self.total
                tables += [element] if element.tag == f"{W}tbl" else []
            else:
                self._chars[element] += self.total
                if element.tag == f"{W}tbl":
                    tables.pop()
                    if tables:
                        self._nested[tables[-1]] = self._nested.get(tables[-1], 0) + self._chars[element]

    def holds_data(self, table: etree._Element, cells: list[Cell]) -> bool:
        """Whether ``table`` holds data, and not the layout of the page."""
        alive = [cell for cell in cells if not cell.deleted and not cell.merged]
        shape = Shape(
            rows=max((cell.row + cell.rows for cell in alive), default=0),
            columns=max((cell.column + cell.columns for cell in alive), default=0),
            cells=len(alive),
            chars=self._chars.get(table, 0),
            largest=max((self._chars.get(cell.element, 0) for cell in alive), default=0),
            nested=self._nested.get(table, 0),
            headed=any(cell.header for cell in alive),
        )
        return holds_data(shape, self.total)
