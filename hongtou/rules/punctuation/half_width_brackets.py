"""Brackets round or behind Chinese text are full-width: （）.

Half-width ones take the Latin font and half a cell.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 事业单位(中小学除外)
Right: 事业单位（中小学除外）
Fix: writes full-width brackets.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import CHINESE, HAN, found
from hongtou.rules.punctuation._pairs import Pair, outermost, paired
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_CHINESE = re.compile(f"[{CHINESE}]")
_ORDINAL = re.compile(rf"[ \u3000]*\(\d{{1,2}}\)(?=[{HAN}“《])")
_YEAR = re.compile(r"\((?:19|20)\d\d\)(?= *第?\d+ *号)")
_WIDE = str.maketrans("()", "（）")
_OPERATORS = "=+×÷*/^−-"


def check(script: Script) -> Iterator[Hit]:
    """Yield pairs of half-width brackets that hold or follow Chinese text."""
    for start, line in script.lines():
        if "(" in line and ")" in line:
            for pair in outermost(_chinese(line)):
                text = line[pair.start : pair.end + 1].translate(_WIDE)
                span = Span(start + pair.start, start + pair.end + 1)
                yield found(script, span, N_("brackets in Chinese text are full-width."), text)


def _chinese(line: str) -> Iterator[Pair]:
    """Yield the pairs of half-width brackets in Chinese text; not those of formulas, nor the year of a 发文字号."""
    places = [match.start() for match in _CHINESE.finditer(line)]
    for pair in paired(line)[0]:
        if line[pair.start] != "(" or line[pair.end] != ")":
            continue
        first = bisect_left(places, pair.start - 1)
        chinese = first < len(places) and places[first] < pair.end
        formula = line[max(pair.start - 1, 0)] in _OPERATORS or line[pair.end + 1 : pair.end + 2] in [
            *_OPERATORS
        ]
        if (chinese and not formula and not _YEAR.match(line, pair.start)) or _numbers(line, pair):
            yield pair


def _numbers(line: str, pair: Pair) -> bool:
    """Whether ``pair`` is round the number that the line begins with."""
    ordinal = _ORDINAL.match(line)
    return ordinal is not None and ordinal.end() == pair.end + 1
