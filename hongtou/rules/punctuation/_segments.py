"""Doubled words told from two words of which one ends as the other begins, by cutting the text into words."""

from __future__ import annotations

import re
from itertools import pairwise

_AROUND = 8
"""Characters on either side that the cutting is given."""


def stands_twice(match: re.Match[str], word: str) -> bool:
    """Whether ``word``, which ``match`` has found twice in a row, is a word of its own both times."""
    import rjieba  # its dictionary takes a while to read, and few texts have anything doubled

    before = match.string[max(match.start() - _AROUND, 0) : match.start()].rpartition("\n")[2]
    behind = match.string[match.end() : match.end() + _AROUND].partition("\n")[0]
    words = rjieba.cut(f"{before}{match[0]}{behind}")
    return any(first == second == word for first, second in pairwise(words))
