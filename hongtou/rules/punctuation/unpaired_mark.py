"""Brackets and quotation marks come in pairs, one inside the other.

What is opened in a paragraph is closed in it. A quotation that goes on over paragraphs opens each of them and is closed
in the last.

Clause: GB/T 15834-2011, 4.8, 4.9, 4.15
Binding: standard
Wrong: 事业单位（中小学除外，安排就业。
Right: 事业单位（中小学除外），安排就业。
Fix: none: where the other one belongs a person must say.
"""

from collections.abc import Iterable, Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import CLOSING, OPENING, Mark, paired
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
        for first, end, mark in _runs(_without_quotation(left, following)):
            what = _OPENED if mark in CLOSING else _CLOSED
            yield found(script, Span(start + first, start + end), what)


def _runs(left: Iterable[Mark]) -> Iterator[tuple[int, int, str]]:
    """Yield where runs of the same mark begin and end: they were typed at once."""
    first = end = -1
    last = ""
    for position, mark in sorted(left):
        if position == end and mark == last:
            end += 1
            continue
        if last:
            yield first, end, last
        first, end, last = position, position + 1, mark
    if last:
        yield first, end, last


def _without_quotation(left: list[Mark], following: str) -> list[Mark]:
    """Return ``left`` without what opens a quotation that the following paragraph takes up."""
    goes_on = following.lstrip()[:1] in ("“", "‘")
    return [lone for lone in left if lone.mark not in "“‘"] if goes_on else left


def _join(line: str, left: list[Mark], other: list[Mark]) -> None:
    """Take away the marks that a paragraph broken over two lines opens in the first and closes in the second."""
    broken = line.rstrip()[-1:] not in "。；：！？"
    while broken and left and other and left[-1].mark == OPENING.get(other[0].mark):
        left.pop()
        other.pop(0)
