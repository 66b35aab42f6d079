"""A range of per cent or of 万 and 亿 has its sign at both ends: 15%～30%.

Without it the first number can be read as one without the sign: 13～17万元.

Clause: GB/T 15835-2011, 5.1.3; GB/T 15834-2011, A.11
Binding: standard
Wrong: 增长15～30%
Right: 增长15%～30%
Fix: adds the sign to the first number.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_NUMBER = r"\d{1,8}(?:\.\d{1,4})?"
_RANGE = re.compile(
    rf"(?<![\d.\-–—～~/〔第A-Za-z])(?P<first>{_NUMBER})[-－–—~～至到](?P<second>{_NUMBER})(?P<sign>[%％‰]|万亿|[万亿])"
)


def check(script: Script) -> Iterator[Hit]:
    """Yield ranges of which only the second number has its sign; 5000～1万元 is one of two units."""
    for match in _RANGE.finditer(script.text):
        if float(match["first"]) < float(match["second"]):
            what = N_("a range has its sign at both ends.")
            yield found(script, Span(*match.span("first")), what, match["first"] + match["sign"])
