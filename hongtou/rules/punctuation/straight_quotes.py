"""Quotation marks of Chinese text are “” and ‘’, not the straight ones of a keyboard.

Straight marks take the Latin font and half a cell, and do not say where a quotation begins.

Clause: GB/T 15834-2011, 4.8
Binding: standard
Wrong: 落实"一河一策"。
Right: 落实“一河一策”。
Fix: writes “ and ” where the marks of a line come in pairs.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import CHINESE, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_MARKS = {'"': ("“", "”"), "'": ("‘", "’")}
_CHINESE = re.compile(f"[{CHINESE}]")
# Behind a digit a straight mark is inches, feet or minutes, between letters an apostrophe.
_QUOTE = {
    '"': re.compile(r'(?<!\d)"[^"\n]*"|"'),
    "'": re.compile(r"(?<![A-Za-z\d])'[^'\n]*'(?![A-Za-z])|(?<![A-Za-z\d])'(?![A-Za-z])"),
}
_WHAT = N_("Chinese text takes “” and ‘’.")


def check(script: Script) -> Iterator[Hit]:
    """Yield straight quotation marks round or beside Chinese text."""
    for start, line in script.lines():
        for straight, pattern in _QUOTE.items():
            if straight in line:
                whole = line.count(straight) % 2 == 0
                for match in pattern.finditer(line):
                    yield from _quotation(script, start, match, whole)


def _quotation(script: Script, start: int, match: re.Match[str], whole: bool) -> Iterator[Hit]:
    line, (first, end) = match.string, match.span()
    span = Span(start + first, start + end)
    if end - first > 1 and whole:
        if _CHINESE.search(line, max(first - 1, 0), end + 1):
            opening, closing = _MARKS[match[0][0]]
            yield found(script, span, _WHAT, f"{opening}{match[0][1:-1]}{closing}")
    elif _CHINESE.search(line, max(first - 1, 0), end + 1) and not line[max(first - 1, 0)].isdigit():
        yield found(script, span, _WHAT)
