"""Brackets and quotation marks of a line in pairs: what is open, what is closed, what stands inside what."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

CLOSING = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "“": "”", "‘": "’"}
"""Closing marks by opening ones; ( and ) count as （ and ）."""
OPENING = {close: open_ for open_, close in CLOSING.items()}
"""Opening marks by closing ones."""
_WIDE = {"(": "（", ")": "）"}
_MARK = re.compile("[（）()《》〈〉〔〕【】“”‘’]")
_ORDINAL = re.compile(r"(?:^|[，。；：、！？（(“\s])[\da-zA-Z一二三四五六七八九十]{1,3}$")


class Mark(NamedTuple):
    """A mark and its place."""

    position: int
    mark: str


class Pair(NamedTuple):
    """A pair that opens at ``start`` and closes at ``end``, and the opening mark that it stands in directly."""

    start: int
    end: int
    mark: str
    outer: Mark | None

    def is_within(self, mark: str) -> bool:
        """Whether ``mark`` is the one it stands in."""
        return self.outer is not None and self.outer.mark == mark


def paired(line: str) -> tuple[list[Pair], list[Mark]]:
    """Return the pairs of ``line`` in the order they close, and the marks left over."""
    opened: list[Mark] = []
    depth = dict.fromkeys(CLOSING, 0)
    pairs: list[Pair] = []
    left: list[Mark] = []
    for mark in _marks(line):
        wanted = OPENING.get(mark.mark)
        if wanted is None:
            opened.append(mark)
            depth[mark.mark] += 1
        elif depth[wanted]:
            while opened[-1].mark != wanted:
                left.append(opened.pop())
                depth[left[-1].mark] -= 1
            depth[wanted] -= 1
            start = opened.pop().position
            pairs.append(Pair(start, mark.position, wanted, opened[-1] if opened else None))
        elif mark.mark != "’":
            left.append(mark)
    return pairs, [*left, *opened]


def _marks(line: str) -> Iterator[Mark]:
    """Yield the marks of ``line``, without those of ordinals such as 1）: they close nothing."""
    surplus = line.count(")") + line.count("）") - line.count("(") - line.count("（")
    for match in _MARK.finditer(line):
        mark = Mark(match.start(), _WIDE.get(match[0], match[0]))
        if surplus > 0 and mark.mark == "）" and _is_ordinal(line, mark.position):
            surplus -= 1
        else:
            yield mark


def _is_ordinal(line: str, position: int) -> bool:
    """Whether the mark at ``position`` is that of an ordinal."""
    return line[position - 1 : position].isalnum() and bool(
        _ORDINAL.search(line[max(position - 4, 0) : position])
    )


def outermost(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield those of ``pairs`` that are not inside another one of them, from left to right."""
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.start):
        if pair.start > reach:
            reach = pair.end
            yield pair
