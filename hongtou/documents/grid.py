"""A free table of an attachment as a block: merged cells as the data says, widths by content."""

from __future__ import annotations

from dataclasses import dataclass

from hongtou.documents.blocks import Cell, Paragraph, Table, TableRow
from hongtou.documents.columns import column_widths
from hongtou.documents.table import cell_paragraphs, fits_a_page, table_width
from hongtou.model.base import paragraphs
from hongtou.model.notice import Cell as GridCell
from hongtou.model.notice import Grid, Orientation


@dataclass(frozen=True)
class _Slot:
    """One place of the grid: a cell, or what a merge covers (``columns`` 0: from the left)."""

    text: str = ""
    columns: int = 1
    covered: bool = False


def grid_table(grid: Grid, orientation: Orientation, title: str, size: float) -> Table:
    """Return ``grid`` as a table set in ``size`` points."""
    slots = _slots(grid)
    texts = [[slot.text if slot.columns == 1 else "" for slot in row] for row in slots]
    narrow = [False] * len(slots[0])
    widths = column_widths(texts[0], texts[1:] or texts, table_width(orientation), size, narrow)
    rows = tuple(
        TableRow(
            _cells(slots, number, grid.header_rows),
            whole=fits_a_page(texts[number], widths, size, orientation),
        )
        for number in range(len(slots))
    )
    return Table(widths, rows, header_rows=grid.header_rows, title=title)


def _slots(grid: Grid) -> list[list[_Slot]]:
    """Lay the cells out, one slot per row and column, short rows filled up."""
    hanging: dict[int, tuple[int, int]] = {}
    rows = []
    for cells in grid.rows:
        waiting = list(cells)
        row: list[_Slot] = []
        while waiting or len(row) in hanging:
            column = len(row)
            if column in hanging:
                left, columns = hanging.pop(column)
                row += _spread(_Slot("", columns, covered=True))
            else:
                cell, left, columns = _read(waiting.pop(0))
                row += _spread(cell)
            if left > 1:
                hanging[column] = (left - 1, columns)
        rows.append(row)
    width = max(len(row) for row in rows)
    return [row + [_Slot()] * (width - len(row)) for row in rows]


def _spread(slot: _Slot) -> list[_Slot]:
    return [slot] + [_Slot(columns=0)] * (slot.columns - 1)


def _read(cell: GridCell | str) -> tuple[_Slot, int, int]:
    """Return the slot of a cell, and over how many rows and columns it reaches."""
    if isinstance(cell, str):
        return _Slot(cell), 1, 1
    return _Slot("\n".join(paragraphs(cell.text)), cell.columns), cell.rows, cell.columns


def _cells(slots: list[list[_Slot]], number: int, header_rows: int) -> tuple[Cell, ...]:
    style = "TableHead" if number < header_rows else "TableTextLeft"
    below = slots[number + 1] if number + 1 < len(slots) else []
    cells = []
    for column, slot in enumerate(slots[number]):
        if slot.columns == 0:
            continue
        if slot.covered:
            cells.append(Cell((Paragraph(style, ()),), merge="continue", columns=slot.columns))
            continue
        starts = bool(below) and below[column].covered
        content = cell_paragraphs(style, slot.text)
        cells.append(Cell(content, merge="start" if starts else "", columns=slot.columns))
    return tuple(cells)
