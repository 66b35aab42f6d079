"""Blanks between names 空格分隔: they are gone from the words, and their places are not; names that they parted get a 、."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hongtou.importer.names import OWNED
from hongtou.importer.words import Words, joined

WHOLE = re.compile("(?:[局委办部厅署院联府处所队站校]|(?<!社)会|中心|公司|集团|政府|单位|部门|企业)$")
"""How a name ends that does not go on behind a gap: 县住房和城乡 and 县人力资源和社会 do."""

_WORD = re.compile("[\u4e00-\u9fff]{2}")
_LABEL = re.compile("[\u4e00-\u9fff]{2,6}：")
_SET = re.compile("各|[省市区县镇]直")


def at_gaps(words: Words) -> Iterator[Words]:
    """Yield the stretches of ``words`` that stand side by side in the file."""
    if isinstance(words.places, range):
        return iter((words,))
    gaps = [n for n, (one, two) in enumerate(pairwise(words.places), 1) if two > one + 1]
    return words.split_at(gaps)


def kept_apart(words: Words, source: str) -> Words:
    """Return ``words`` with one blank where several of them part two words in a line of ``source``: 某某某　副市长.

    Before a label one is enough: 责任领导：某某 责任单位：县民政局.
    """
    if isinstance(words.places, range):
        return words
    parts: list[Words] = []
    for part in at_gaps(words):
        before = parts[-1] if parts else part
        gap = source[before.places[-1] + 1 : part.places[0]] if parts else ""
        is_wide = len(gap) > 1 or gap in ("\u3000", "\t") or (gap == " " and _LABEL.match(part.text))
        # 张　某　副市长: a name of two characters is spaced out itself.
        is_word = len(before) > 1 or (len(parts) > 1 and len(part) > 2)
        if (
            is_wide
            and "\n" not in gap
            and is_word
            and len(part) > 1
            and _WORD.fullmatch(before.text[-1] + part.text[0])
        ):
            parts.append(Words("\u3000", (before.places[-1] + 1,)))
        parts.append(part)
    return joined(parts) if len(parts) > 1 else words


def parted(words: Words) -> Words:
    """Return a list of units with 、 between names that only a blank parts: 县民政局　县财政局."""
    if isinstance(words.places, range):
        return words
    parts: list[Words] = []
    for part in at_gaps(words):
        begins = OWNED.match(part.text) is not None or _SET.match(part.text) is not None
        if parts and begins and WHOLE.search(parts[-1].text):
            parts.append(Words("、", (parts[-1].places[-1],)))
        parts.append(part)
    return joined(parts) if len(parts) > 1 else words
