"""Text whose lines end at the width of a page 硬换行, as it is copied from a PDF: its paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.labels import begins_attachment, read_label
from hongtou.importer.typed_rows import on_screen
from hongtou.importer.words import Piece, joined

_WIDEST = 60
"""Characters of the widest page; one longer line shows that lines are paragraphs."""
_NARROWEST = 30
"""Columns of the narrowest page."""
_RAGGED = 5
"""Columns by which a full line may be shorter: a mark may not begin the next one."""
_LEAST = 4
"""Full lines that break off inside a sentence, below which nothing is certain."""
_ENDS = ("。", "！", "？", "；", "：", "通知", "意见", "方案", "办法", "细则", "计划", "要点")
"""What a paragraph or a title ends with, though its line may be full."""
_WIDE = re.compile("[“”‘’…—]")
"""Marks that are as wide as Chinese characters in a Chinese text."""
_BLANKS = ("\u3000", "\t", "  ")


def unwrapped(pieces: Sequence[Piece]) -> tuple[list[Piece], int]:
    """Return the paragraphs of a text, and how many line breaks inside them are gone."""
    if any(len(piece.text) > _WIDEST for piece in pieces):
        return [*pieces], 0
    widths = [_width(piece.text.rstrip()) for piece in pieces]
    full = max(widths, default=0) - _RAGGED
    goes_on = [
        width >= full and not piece.text.rstrip().endswith(_ENDS)
        for piece, width in zip(pieces, widths, strict=True)
    ]
    if full + _RAGGED < _NARROWEST or sum(goes_on) < _LEAST:
        return [*pieces], 0
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        if number and goes_on[number - 1] and _may_go_on(piece):
            found[-1] = found[-1]._replace(words=joined([found[-1].words, piece.words]))
        else:
            found.append(piece)
    return found, len(pieces) - len(found)


def _width(text: str) -> int:
    """Return how many columns a line takes on paper."""
    return on_screen(text) + len(_WIDE.findall(text))


def _may_go_on(piece: Piece) -> bool:
    """Whether a line can go on with the one above: it is not indented, and no label begins it."""
    text = piece.text
    is_new = text.startswith(_BLANKS) or read_label(text) is not None or begins_attachment(text)
    return bool(text.strip()) and not is_new
