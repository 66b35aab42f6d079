"""Brackets and quotation marks come in pairs, one inside the other.

What is opened in a paragraph is closed in it. A quotation that goes on over paragraphs opens each of them and is closed
in the last.

Clause: GB/T 15834-2011, 4.8, 4.9, 4.15
Binding: standard
Wrong: 事业单位（中小学除外，安排就业。
Right: 事业单位（中小学除外），安排就业。
Fix: none: where the other one belongs a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import CLOSING, OPENING, Lone, paired
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_OPENED = N_("this is opened and not closed.")
_CLOSED = N_("this closes what was not opened.")


def check(script: Script) -> Iterator[Hit]:
    """Yield marks that have no counterpart in their paragraph."""
    lines = [(start, line, paired(line)[1]) for start, line in script.lines()]
    behind = [*lines[1:], (0, "", [])]
    for (start, line, left), (_start, following, other) in zip(lines, behind, strict=True):
        _join(line, left, other)
        for lone in left:
            if not _goes_on(lone, following):
                what = _OPENED if lone.mark in CLOSING else _CLOSED
                yield found(script, Span(start + lone.position, start + lone.position + 1), what)


def _goes_on(lone: Lone, following: str) -> bool:
    """Whether ``lone`` opens a quotation that the following paragraph takes up."""
    return lone.mark in "“‘" and following.lstrip()[:1] in ("“", "‘")


def _join(line: str, left: list[Lone], other: list[Lone]) -> None:
    """Take away the marks that a paragraph broken over two lines opens in the first and closes in the second."""
    broken = line.rstrip()[-1:] not in "。；：！？"
    while broken and left and other and left[-1].mark == OPENING.get(other[0].mark):
        left.pop()
        other.pop(0)
