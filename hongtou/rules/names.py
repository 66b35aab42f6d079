"""Titles and names held against each other: the same but for marks, or nearly the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from hongtou.rules.script import Script

_MARKS = re.compile(r"[\s《》〈〉“”‘’（）()\-－—–～~,，、。；：:;.]")
_CITED = re.compile("《([^《》\n]{4,120})》")
NEAR = 0.85
"""How alike two titles are, 0 to 1, that are meant to be one."""


def bare(text: str) -> str:
    """Return ``text`` without marks and blanks."""
    return _MARKS.sub("", text)


def cited_nearly(script: Script, titles: Sequence[str]) -> Iterator[tuple[tuple[int, int], str, str]]:
    """Yield what stands in 《》 and is nearly, not quite, one of ``titles``: where, its words, the title."""
    known = {bare(title): title for title in titles}
    if not known:
        return
    for match in _CITED.finditer(script.text):
        words = bare(match[1])
        if words in known or script.piece(match.start()).kind in ("title", "attachment"):
            continue
        for title, written in known.items():
            if Indel.normalized_similarity(words, title) >= NEAR:
                yield match.span(1), match[1], written
                break
