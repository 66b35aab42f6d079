"""A table without units as a free table 表格 of the model: its cells as they stand, merged as they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hongtou.i18n import _
from hongtou.importer.columns import is_unit_head
from hongtou.importer.context import Context
from hongtou.importer.raw import RawTable
from hongtou.importer.scan import CellPlace
from hongtou.importer.words import Piece, Words
from hongtou.model.notice import Cell, Grid


def grid_of(table: RawTable, context: Context, where: str) -> Grid:
    """Return ``table`` as a grid; one of plain text has its heads as the first row."""
    _tell(table, context)
    for words in table.repeated:
        context.ledger.computed(words)
    if table.cells:
        return _of_cells(table.cells, context, where)
    rows = [[[head] for head in table.heads], *table.rows]
    return Grid(rows=tuple(tuple(_cell(cell, context, where) for cell in row) for row in rows))


def _tell(table: RawTable, context: Context) -> None:
    """Tell what cannot be told apart: rows with other cells than heads, heads over several columns, units that owe something."""
    width = len(table.heads)
    short = [number for number, row in enumerate(table.rows, 1) if len(row) != width]
    if short and not table.cells:
        message = _(
            "rows {numbers} of a table have other cells than it has heads, and stand in it as they are read; import the DOCX or the web page."
        )
        context.ledger.doubts.append(message.format(numbers="、".join(map(str, short[:10]))))
    for words in () if table.cells else table.above:
        if words.text == table.title.text:
            context.ledger.computed(words)
            continue
        message = _("“{words}” stands over several columns of the table, and has no place.")
        context.ledger.doubts.append(message.format(words=words.text))
    units = [head.text for head in table.heads if is_unit_head(head.text)]
    if units:
        message = _(
            "the table says who does something (“{head}”), and is kept as it stands: its units were not read."
        )
        context.ledger.doubts.append(message.format(head="、".join(units)))


def _of_cells(pieces: Sequence[Piece], context: Context, where: str) -> Grid:
    """Return the grid of lines that know their cells."""
    lines: dict[CellPlace, list[Words]] = {}
    for piece in pieces:
        if piece.cell is not None:
            lines.setdefault(piece.cell, []).extend([piece.words] if piece.text else [])
    numbers = sorted({place.row for place in lines})
    rows: dict[int, list[tuple[CellPlace, Cell | str]]] = {number: [] for number in numbers}
    for place, paragraphs in lines.items():
        rows[place.row].append((place, _cell(paragraphs, context, where, place, numbers[-1])))
    heads = {place.row for place in lines if place.header}
    count = next((n for n, number in enumerate(numbers) if number not in heads), len(numbers))
    return Grid(header_rows=max(count, 1), rows=tuple(_rows(rows.values())))


def _rows(rows: Iterable[list[tuple[CellPlace, Cell | str]]]) -> Iterator[tuple[Cell | str, ...]]:
    """Yield the cells of each row from left to right, an empty one where the file has none and none reaches down."""
    reaching: dict[int, int] = {}
    for row in rows:
        made: list[Cell | str] = []
        column = 0
        for place, cell in sorted(row, key=lambda pair: pair[0].column):
            made += [""] * sum(not reaching.get(between) for between in range(column, place.column))
            made.append(cell)
            column = place.column + place.columns
        reaching = {at: left - 1 for at, left in reaching.items() if left > 1}
        reaching |= {
            at: place.rows - 1
            for place, _cell_ in row
            for at in range(place.column, place.column + place.columns)
            if place.rows > 1
        }
        yield tuple(made)


def _cell(
    paragraphs: Sequence[Words], context: Context, where: str, place: CellPlace | None = None, last: int = 0
) -> Cell | str:
    """Return a cell; a plain text where it is one paragraph and reaches over no other. ``last`` is the last row."""
    for words in paragraphs:
        context.ledger.take(words, f"{where}grid")
    texts = [words.text for words in paragraphs]
    down = min(place.rows, last - place.row + 1) if place is not None else 1
    across = place.columns if place is not None else 1
    if down == across == 1 and len(texts) < 2:
        return "".join(texts)
    return Cell(
        text=tuple((text,) for text in texts) if len(texts) > 1 else tuple(texts), rows=down, columns=across
    )
