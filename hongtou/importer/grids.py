"""A table without units as a free table 表格 of the model: its cells as they stand."""

from __future__ import annotations

from hongtou.importer.context import Context
from hongtou.importer.raw import RawTable
from hongtou.model.notice import Cell, Grid


def grid_of(table: RawTable, context: Context, where: str) -> Grid:
    """Return ``table`` as a grid, its heads as the first row."""
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
