"""Brackets and quotation marks come in pairs, one inside the other.

What is opened in a paragraph is closed in it; a quotation that goes on over paragraphs opens each of them.

Clause: GB/T 15834-2011, 4.8, 4.9, 4.15
Binding: standard
Wrong: 事业单位（中小学除外，安排就业。
Right: 事业单位（中小学除外），安排就业。
Fix: none: where the other one belongs a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_PAIRS = {"（": "）", "《": "》", "〈": "〉", "〔": "〕", "【": "】", "“": "”", "‘": "’", "(": ")"}
_CLOSING = {close: open_ for open_, close in _PAIRS.items()}
_MARKS = re.compile("[（）《》〈〉〔〕【】“”‘’()]")
_ORDINAL = re.compile(r"(?:^|[，。；：、\s])[\da-zA-Z一二三四五六七八九十]{1,3}$")


def check(script: Script) -> Iterator[Hit]:
    """Yield marks that have no counterpart on their line."""
    for start, line in script.lines():
        for position, what in _unpaired(line):
            yield found(script, Span(start + position, start + position + 1), what)


def _unpaired(line: str) -> Iterator[tuple[int, str]]:
    opened: list[tuple[str, int]] = []
    for match in _MARKS.finditer(line):
        mark = _wide(match[0])
        if mark in _PAIRS:
            opened.append((mark, match.start()))
        elif opened and opened[-1][0] == _CLOSING[mark]:
            opened.pop()
        elif any(open_ == _CLOSING[mark] for open_, _at in opened):
            while opened[-1][0] != _CLOSING[mark]:
                yield opened.pop()[1], N_("this is opened and not closed.")
            opened.pop()
        elif not (mark == "）" and _ORDINAL.search(line[: match.start()])) and mark != "’":
            yield match.start(), N_("this closes what was not opened.")
    for mark, position in opened:
        if not (mark in "“‘" and position == len(line) - len(line.lstrip())):
            yield position, N_("this is opened and not closed.")


def _wide(mark: str) -> str:
    return {"(": "（", ")": "）"}.get(mark, mark)
