"""Brackets round or behind Chinese text are full-width: （）.

Half-width ones take the Latin font and half a cell.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 事业单位(中小学除外)
Right: 事业单位（中小学除外）
Fix: writes full-width brackets.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import CHINESE, found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_PAIR = re.compile(r"\(([^()（）\n]*)\)")
_CHINESE = re.compile(f"[{CHINESE}]")


def check(script: Script) -> Iterator[Hit]:
    """Yield pairs of half-width brackets that hold or follow Chinese text."""
    text = script.text
    for match in _PAIR.finditer(text):
        if _CHINESE.search(text[max(match.start() - 1, 0) : match.end()]):
            what = N_("brackets in Chinese text are full-width.")
            yield found(script, Span(*match.span()), what, f"（{match[1]}）")
