"""A quotation inside a quotation stands in ‘’.

“” inside “” leaves the reader to guess where the outer one ends.

Clause: GB/T 15834-2011, 4.8
Binding: standard
Wrong: 会议指出“要坚持“两个毫不动摇”的方针”。
Right: 会议指出“要坚持‘两个毫不动摇’的方针”。
Fix: writes ‘ and ’.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_OUTER = re.compile(r"“[^“”\n]*“([^“”\n]+)”[^“”\n]*”")


def check(script: Script) -> Iterator[Hit]:
    """Yield quotations inside quotations that have the marks of the outer one."""
    for match in _OUTER.finditer(script.text):
        span = Span(match.start(1) - 1, match.end(1) + 1)
        yield found(script, span, N_("a quotation inside a quotation stands in ‘’."), f"‘{match[1]}’")
