"""Doubled words told from two words of which one ends as the other begins, by cutting the text into words."""

from __future__ import annotations

import re
from itertools import accumulate, pairwise

_AROUND = 8
"""Characters on either side that the cutting is given."""


def stands_twice(match: re.Match[str], word: str) -> bool:
    """Whether ``word``, which ``match`` has found twice in a row, is a word of its own both times."""
    before, behind = _around(match)
    words = _cut(f"{before}{match[0]}{behind}")
    return any(first == second == word for first, second in pairwise(words))


def beside(match: re.Match[str]) -> tuple[str, str]:
    """Return the words before and behind ``match``, "" where there is none; it is to be cut into words of its own."""
    before, behind = _around(match)
    words = _cut(f"{before}{match[0]}{behind}")
    ends = [*accumulate(map(len, words), initial=0)]
    first, last = len(before), len(before) + len(match[0])
    return (
        words[ends.index(first) - 1] if before and first in ends else "",
        words[ends.index(last)] if behind and last in ends else "",
    )


def _around(match: re.Match[str]) -> tuple[str, str]:
    """Return what stands on either side of ``match`` on its line."""
    before = match.string[max(match.start() - _AROUND, 0) : match.start()].rpartition("\n")[2]
    behind = match.string[match.end() : match.end() + _AROUND].partition("\n")[0]
    return before, behind


def _cut(text: str) -> list[str]:
    import rjieba  # its dictionary takes a while to read, and few texts have anything doubled

    return [*rjieba.cut(text)]
