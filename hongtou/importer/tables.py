"""Which tables are tables 版式表格: pages and forms are laid out with tables that hold no data."""

from __future__ import annotations

from dataclasses import dataclass

_ARTICLE = 500
"""Characters from which a cell may be the article itself."""
_MOST_OF_TABLE, _MOST_OF_PAGE, _NESTED = 0.6, 0.5, 0.5


@dataclass
class Shape:
    """What is counted of a table: rows, columns, cells, characters, those of the largest cell and of tables inside."""

    rows: int = 0
    columns: int = 0
    cells: int = 0
    chars: int = 0
    largest: int = 0
    nested: int = 0
    headed: bool = False
    """It says itself that it is one: header cells, a caption."""


def holds_data(shape: Shape, page_chars: int) -> bool:
    """Whether a table holds data; ``page_chars`` is how many characters the whole file has.

    One row or one column is layout, as is a table whose text is mostly in tables inside it, or in one cell that is
    most of the page.
    """
    if shape.cells < 2 or shape.nested > _NESTED * shape.chars:
        return False
    if shape.headed:
        return True
    if shape.rows < 2 or shape.columns < 2:
        return False
    most = shape.largest > _MOST_OF_TABLE * shape.chars and shape.largest > _MOST_OF_PAGE * page_chars
    return not (most and shape.largest >= _ARTICLE)
