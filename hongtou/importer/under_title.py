"""Who signs a paper under its title 题下署名: 市发展改革委　市财政局, and （2024年3月5日） on the next line or the same.

So are signed the papers that another one forwards or prints 转发、印发. gen prints 署名 and date below the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from hongtou.importer.issuers import are_units
from hongtou.importer.words import NOTHING, Piece, Words

DAY = r"(?:\d{4}年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
"""A day in figures or in Chinese numerals."""
_DATED = re.compile(f"{DAY}$")
_MOST = 6
"""Lines on which names and date stand at most."""
_LONGEST = 120


class Signed(NamedTuple):
    """Names and date under a title, the brackets around them, and how many lines they take."""

    names: tuple[Words, ...]
    date: Words
    marks: tuple[Words, ...]
    lines: int


def under_title(pieces: Sequence[Piece], start: int) -> Signed | None:
    """Return who signs a paper on the lines from ``start`` on, which stand under its title; None where nobody does.

    Names alone are told from a text by several beside each other, or by brackets around them.
    """
    names: list[Words] = []
    marks: list[Words] = []
    date = NOTHING
    is_plain = False
    place = start
    while place < min(len(pieces), start + _MOST) and not date.text:
        piece = pieces[place]
        if piece.cell is not None or len(piece.text) > _LONGEST:
            break
        words, brackets = _bare(piece.words)
        found = _DATED.search(words.text)
        before = words.cut(0, found.start()) if found is not None else words
        if before.text and not are_units([before]):
            break
        date = words.cut(*found.span()) if found is not None else date
        is_plain = is_plain or bool(brackets) or len([*before.stretches()]) > 1
        names += [before] if before.text else []
        marks += brackets
        place += 1
    if place == len(pieces) or not names or not (date.text or is_plain):
        return None
    return Signed(tuple(names), date, tuple(marks), place - start)


def _bare(words: Words) -> tuple[Words, list[Words]]:
    """Return a line without the brackets around it, and those."""
    if words.text.startswith("（") and words.text.endswith("）"):
        return words.cut(1, len(words) - 1), [words.cut(0, 1), words.cut(len(words) - 1)]
    return words, []
