"""The two brackets of a pair are equally wide.

A pair of which one is half-width was typed in two input modes.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: （绩效)考核
Right: （绩效）考核
Fix: writes the full-width one.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.punctuation._pairs import Pair, paired
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR


def check(script: Script) -> Iterator[Hit]:
    """Yield the half-width bracket of every pair of unequal ones."""
    for start, line in script.lines():
        if ("(" in line and "）" in line) or ("（" in line and ")" in line):
            for pair in paired(line)[0]:
                at = _narrow(line, pair)
                if at is not None:
                    wide = "（" if line[at] == "(" else "）"
                    what = N_("one bracket of the pair is half-width.")
                    yield found(script, Span(start + at, start + at + 1), what, wide)


def _narrow(line: str, pair: Pair) -> int | None:
    """Return where the half-width bracket of ``pair`` stands, None where both are equally wide."""
    if pair.mark != "（" or (line[pair.start] == "(") == (line[pair.end] == ")"):
        return None
    return pair.start if line[pair.start] == "(" else pair.end
