"""Text that knows where it was read 原文位置: every character keeps its place in ``Scan.text`` through cutting and joining."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from hongtou.importer.scan import CellPlace, Span
from hongtou.source.files import CONTROL

_BLANKS = " \t\r\n\u00a0\u3000\u2002\u2003\u200b\ufeff"
_GAP = re.compile(f"[{_BLANKS}{CONTROL.pattern[1:]}")
"""A blank or a control character."""
_LETTER = re.compile(r"[A-Za-z0-9]")


@dataclass(slots=True, unsafe_hash=True)
class Words:
    """``text`` with the place of each of its characters in ``Scan.text``: a range, where they stand side by side.

    Words are never changed. They are made by the hundred thousand, and a frozen class takes twice as long to make.
    """

    text: str = ""
    places: Sequence[int] = ()

    def __len__(self) -> int:
        return len(self.text)

    def cut(self, start: int, end: int | None = None) -> Words:
        """Return the characters ``start`` to ``end``."""
        return Words(self.text[start:end], self.places[start:end])

    def strip(self, marks: str = _BLANKS) -> Words:
        """Return the words without blanks (or ``marks``) at both ends."""
        rest = self.text.strip(marks)
        if len(rest) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip(marks))
        return self.cut(start, start + len(rest))

    def split_at(self, cuts: Iterable[int]) -> Iterator[Words]:
        """Yield the stretches between ``cuts``; empty ones are left out."""
        edges = [0, *sorted(cuts), len(self.text)]
        if len(edges) == 2 and self.text:
            yield self
            return
        for start, end in pairwise(edges):
            if end > start:
                yield self.cut(start, end)

    def without_blanks(self) -> Words:
        """Return the words without blanks at the ends and beside Chinese: what layout and the web put in.

        Control characters go as well; nobody takes them in the book of characters, so that they are told.
        """
        text = self.text
        if text.isprintable() and " " not in text:
            # Of all gaps only the blank is printable; most lines have none.
            return self
        gaps = [m.start() for m in _GAP.finditer(text) if not _parts_latin(text, m.start())]
        if not gaps:
            return self
        kept = [
            self.cut(start + 1, end) for start, end in pairwise([-1, *gaps, len(text)]) if end > start + 1
        ]
        return kept[0] if len(kept) == 1 else joined(kept)

    def stretches(self) -> Iterator[Words]:
        """Yield what stands between the blanks that were taken out: there the places leap."""
        leaps = [n for n, (one, next_) in enumerate(pairwise(self.places), 1) if next_ - one > 1]
        return self.split_at(leaps)

    @property
    def span(self) -> Span | None:
        """From the first place to behind the last, None for no words."""
        return span_of(self.places)


def span_of(places: Sequence[int]) -> Span | None:
    """Return the stretch from the first of ``places`` to behind the last, None where there is none."""
    return Span(places[0], places[-1] + 1) if len(places) else None


def _parts_latin(text: str, place: int) -> bool:
    """Whether the blank at ``place`` stands alone between Latin letters or digits, where it parts words."""
    around = text[place - 1 : place] + text[place + 1 : place + 2]
    return len(around) == 2 and all(_LETTER.match(char) or char in ">" for char in around)


NOTHING = Words()
"""What a part of a paper is that is not there."""


def joined(parts: Iterable[Words]) -> Words:
    """Return ``parts`` one behind the other."""
    parts = [*parts]
    return Words("".join(part.text for part in parts), tuple(p for part in parts for p in part.places))


class Piece(NamedTuple):
    """A line of the paper with what the file says of it: its cell, and hints."""

    words: Words
    cell: CellPlace | None = None
    align: str = ""
    bold: bool = False
    style: str = ""

    @property
    def text(self) -> str:
        """The text of the line."""
        return self.words.text
