"""Numbers with their units of measure in running text, and whether the data knows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_COUNTERS = (
    "个百分点|人次|场次|万元|亿元|万人次|万人|亿人|万户|万亩|万吨|公里|千米|平方米|平方公里|立方米|工作日|小时|分钟|名|人|家|项|场|"
    "次|户|所|座|处|套|台|辆|件|条|篇|期|亩|吨|张|间|支|元|倍|个|%|％|‰|万|亿"
)
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\d.第〔年月A-Za-z\-—～])(?:{_NUMBER}[-－—–～~至到])?{_NUMBER}(?:{_COUNTERS})(?:（含）)?(?:以上|以下|以内|左右)?"
)
_ORDINAL = re.compile("第$|[（(]$")


def amounts(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers with a unit of measure in ``sentence``; ordinals, dates and codes are none."""
    for match in _AMOUNT.finditer(sentence):
        if not _ORDINAL.search(sentence[: match.start()]):
            yield match


def is_within(span: tuple[int, int], known: Sequence[str], whole: str, sentence: str) -> bool:
    """Whether the characters at ``span`` of ``sentence`` lie in one of the ``known`` words of the ``whole`` text."""
    offset = whole.find(sentence)
    text, start, end = (whole, span[0] + offset, span[1] + offset) if offset >= 0 else (sentence, *span)
    return any(_covers(words, text, start, end) for words in known)


def _covers(words: str, text: str, start: int, end: int) -> bool:
    """Whether an occurrence of ``words`` overlaps ``start`` to ``end``."""
    at = text.find(words)
    while at >= 0:
        if at < end and at + len(words) > start:
            return True
        at = text.find(words, at + 1)
    return False
