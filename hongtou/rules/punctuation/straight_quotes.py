"""Quotation marks of Chinese text are “” and ‘’, not the straight ones of a keyboard.

Straight marks take the Latin font and half a cell, and do not say where a quotation begins.

Clause: GB/T 15834-2011, 4.8
Binding: standard
Wrong: 落实"一河一策"。
Right: 落实“一河一策”。
Fix: writes “ and ” where two straight marks stand on one line.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import CHINESE, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_PAIR = re.compile(r"([\"'])([^\"'\n]*)\1")
_LONE = re.compile(rf"(?<=[{CHINESE}])[\"']|[\"'](?=[{CHINESE}])")
_CHINESE = re.compile(f"[{CHINESE}]")
_WHAT = N_("Chinese text takes “” and ‘’.")


def check(script: Script) -> Iterator[Hit]:
    """Yield straight quotation marks round or beside Chinese text."""
    text = script.text
    if '"' not in text and "'" not in text:
        return
    paired: set[int] = set()
    for match in _PAIR.finditer(text):
        if _CHINESE.search(text[max(match.start() - 1, 0) : match.end() + 1]):
            paired.update(range(*match.span()))
            marks = "“”" if match[1] == '"' else "‘’"
            yield found(script, Span(*match.span()), _WHAT, f"{marks[0]}{match[2]}{marks[1]}")
    for match in _LONE.finditer(text):
        if match.start() not in paired:
            yield found(script, Span(*match.span()), _WHAT)
