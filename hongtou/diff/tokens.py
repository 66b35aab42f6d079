"""Chinese text in the pieces that a comparison may not tear: numbers with their units, names, words of Latin, single characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WIDE: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD = _WIDE | str.maketrans({"　": " ", "—": "-", "–": "-", "～": "-", "－": "-", "‘": "'", "’": "'"})
_COUNTERS = (
    "个百分点|平方公里|平方米|立方米|工作日|万元|亿元|人次|场次|公里|小时|分钟|万人|万户|万亩|"
    "年|月|日|天|名|人|家|个|项|场|次|户|所|座|处|套|台|辆|件|条|篇|期|亩|吨|张|间|支|元|倍|岁|周|季度|%|‰|万|亿"
)
NUMBER = rf"(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?(?:{_COUNTERS})?"
"""A number and the unit of measure behind it, after folding."""
_WORD = r"[A-Za-z]+"


def fold(text: str) -> str:
    """Return ``text`` with every full-width sign half-width, sign for sign: positions stay."""
    return text.translate(_FOLD)


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((re.escape(fold(name)) for name in names if len(name) > 1), key=len, reverse=True)
    return re.compile("|".join((NUMBER, *longest, _WORD, r"\s+", ".")), re.DOTALL)


def tokens(folded: str, names: Iterable[str] = ()) -> list[str]:
    """Return the pieces of ``folded`` text; ``names`` are kept whole."""
    return _pattern(tuple(names)).findall(folded)
