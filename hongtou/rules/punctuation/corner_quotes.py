"""Quotation marks of horizontal text are “” and ‘’, neither 「」『』 nor ‹› nor 〝〞.

Corner marks and 〝〞 belong to vertical text and traditional characters, ‹› to other languages; behind a digit 〞 is
inches or seconds.

Clause: GB/T 15834-2011, 4.8
Binding: standard
Wrong: 落实「一河一策」。
Right: 落实“一河一策”。
Fix: writes “” or ‘’ where a pair of corner marks holds no other quotation marks.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN, found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_QUOTED = re.compile(
    rf"「[^「」\n]*」|『[^『』\n]*』|[‹«](?=[{HAN}“])[^‹›«»\n]*[›»]|(?<!\d)〝[^〝〞〟\n]*[〞〟]|[「」『』]|(?<!\d)[〝〞〟]"
)
_MARKS = "「」『』〝〞〟“”‘’"


def check(script: Script) -> Iterator[Hit]:
    """Yield pairs of such marks, and single ones."""
    for match in _QUOTED.finditer(script.text):
        yield found(script, Span(*match.span()), _WHAT, _written(match))


_WHAT = N_("quotation marks are “” and ‘’.")


def _written(match: re.Match[str]) -> str | None:
    """Return the quotation with the right marks; None where which ones are right a person must say."""
    words = match[0][1:-1]
    if match[0][0] in "‹«" or len(match[0]) < 2 or set(words) & {*_MARKS}:
        return None
    line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
    inside = line.count("“") > line.count("”")
    return f"‘{words}’" if inside else f"“{words}”"
