"""A table without units as a free table 表格 of the model: its cells as they stand."""

from __future__ import annotations

from hongtou.i18n import _
from hongtou.importer.columns import is_unit_head
from hongtou.importer.context import Context
from hongtou.importer.raw import RawTable
from hongtou.model.notice import Cell, Grid


def grid_of(table: RawTable, context: Context, where: str) -> Grid:
    """Return ``table`` as a grid, its heads as the first row."""
    _tell(table, context)
    for words in table.repeated:
        context.ledger.computed(words)
    rows: list[tuple[Cell | str, ...]] = []
    for cells in [[[head] for head in table.heads], *table.rows]:
        made: list[Cell | str] = []
        for paragraphs in cells:
            for words in paragraphs:
                context.ledger.take(words, f"{where}grid")
            texts = [words.text for words in paragraphs]
            made.append(texts[0] if len(texts) == 1 else Cell(text=tuple((text,) for text in texts)))
        rows.append(tuple(made))
    return Grid(rows=tuple(rows))


def _tell(table: RawTable, context: Context) -> None:
    """Tell what cannot be told apart: rows with other cells than heads, heads over several columns, units that owe something."""
    width = len(table.heads)
    short = [number for number, row in enumerate(table.rows, 1) if len(row) != width]
    if short:
        message = _(
            "rows {numbers} of a table have other cells than it has heads, and stand in it as they are read; import the DOCX or the web page."
        )
        context.ledger.doubts.append(message.format(numbers="、".join(map(str, short[:10]))))
    for words in table.above:
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
