"""Chinese text in the pieces that a comparison may not tear: numbers with their units, names, words of Latin, single characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

_WIDE: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD = _WIDE | str.maketrans({"　": " ", "—": "-", "–": "-", "～": "-", "－": "-", "‘": "'", "’": "'"})
_COUNTERS = (
    "个百分点|平方公里|平方米|立方米|个工作日|工作日|个月|万元|亿元|人次|场次|公里|小时|分钟|"
    "年|月|日|天|名|人|家|个|项|场|次|户|所|座|处|套|台|辆|件|条|款|篇|期|号|米|"
    "亩|吨|张|间|支|元|倍|岁|周|季度|%|‰|℃|时|分(?!之)|秒"
)
_HAN = "[〇零○一二三四五六七八九十百千万亿两]"
_AMOUNT = rf"{_HAN}*(?:(?:分之|点){_HAN}+)*[多余几来]?(?:{_COUNTERS})?"
"""What stands behind digits: 3千元, 3万五千人, 100多人, 50余家."""
_DIGITS = r"(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)*"
_ONE = rf"{_DIGITS}{_AMOUNT}"
_ARABIC = rf"(?:(?<![-0-9A-Za-z)\]%])-)?{_ONE}(?:(?:[-~/×]|至|:(?=\d\d(?!\d))){_ONE})*"
"""Also what several numbers make: 9:00, 1/3, 5-10名, 2023.12.15, 0760-88879299, 2023年至2025年."""
_CHINESE = (
    rf"第?{_HAN}+(?:(?:分之|点){_HAN}+)+|第{_HAN}+(?:{_COUNTERS})?|"
    rf"{_HAN}{{2,}}[多余几]?(?:{_COUNTERS})?|[二三四五六七八九十两](?:{_COUNTERS})"
)
"""百分之十五, 三分之一, 第十五条, 一点五, 二十五人, 二〇二三年; 一 alone begins too many words (一批, 统一)."""
NUMBER = f"(?:{_ARABIC}|{_CHINESE})"
"""A number and the unit of measure behind it, after folding."""
_WORD = rf"[A-Za-z]+(?:{_ARABIC})?"


def fold(text: str) -> str:
    """Return ``text`` with every full-width sign half-width, sign for sign: positions stay."""
    return text.translate(_FOLD)


@lru_cache(maxsize=32)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted((re.escape(fold(name)) for name in names if len(name) > 1), key=len, reverse=True)
    return re.compile("|".join((*longest, NUMBER, _WORD, r"\s+", ".")), re.DOTALL)


def tokens(folded: str, names: Iterable[str] = ()) -> list[str]:
    """Return the pieces of ``folded`` text; ``names`` are kept whole."""
    return _pattern(tuple(names)).findall(folded)
