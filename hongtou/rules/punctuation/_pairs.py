"""Brackets and quotation marks of a line in pairs: what is open, what is closed, what stands inside what."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CLOSING = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "“": "”", "‘": "’"}
"""Closing marks by opening ones; ( and ) count as （ and ）."""
OPENING = {close: open_ for open_, close in CLOSING.items()}
"""Opening marks by closing ones."""
_WIDE = {"(": "（", ")": "）"}
_MARK = re.compile("[（）()《》〈〉〔〕【】“”‘’]")
_ORDINAL = re.compile(r"(?:^|[，。；：、！？（(“\s])[\da-zA-Z一二三四五六七八九十]{1,3}$")


@dataclass(frozen=True)
class Pair:
    """A pair that opens at ``start`` and closes at ``end``, and the opening mark it stands in directly, else ""."""

    start: int
    end: int
    mark: str
    outer: str


@dataclass(frozen=True)
class Lone:
    """A mark at ``position`` that has no counterpart."""

    position: int
    mark: str


def paired(line: str) -> tuple[list[Pair], list[Lone]]:
    """Return the pairs of ``line`` in the order they close, and the marks left over."""
    opened: list[Lone] = []
    depth: Counter[str] = Counter()
    pairs: list[Pair] = []
    left: list[Lone] = []
    for position, mark in _marks(line):
        wanted = OPENING.get(mark)
        if wanted is None:
            opened.append(Lone(position, mark))
            depth[mark] += 1
        elif depth[wanted]:
            while opened[-1].mark != wanted:
                left.append(opened.pop())
                depth[left[-1].mark] -= 1
            depth[wanted] -= 1
            start = opened.pop().position
            pairs.append(Pair(start, position, wanted, opened[-1].mark if opened else ""))
        elif mark != "’":
            left.append(Lone(position, mark))
    return pairs, [*left, *opened]


def _marks(line: str) -> Iterator[tuple[int, str]]:
    """Yield the marks of ``line``, without those of ordinals such as 1）: they close nothing."""
    marks = [(match.start(), _WIDE.get(match[0], match[0])) for match in _MARK.finditer(line)]
    surplus = sum((mark == "）") - (mark == "（") for _position, mark in marks)
    for position, mark in marks:
        if mark == "）" and surplus > 0 and _ORDINAL.search(line[max(position - 4, 0) : position]):
            surplus -= 1
        else:
            yield position, mark


def outermost(pairs: Iterable[Pair]) -> Iterator[Pair]:
    """Yield those of ``pairs`` that are not inside another one of them, from left to right."""
    reach = -1
    for pair in sorted(pairs, key=lambda pair: pair.start):
        if pair.start > reach:
            reach = pair.end
            yield pair
