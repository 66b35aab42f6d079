"""A title inside a title stands in 〈〉.

Neither 《》 again nor the signs < and > of a keyboard.

Clause: GB/T 15834-2011, 4.15
Binding: standard
Wrong: 《贯彻落实《某某条例》分工方案》
Right: 《贯彻落实〈某某条例〉分工方案》
Fix: writes 〈 and 〉.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_OUTER = re.compile(r"《[^《》\n]*(?:[《<]([^《》<>\n]+)[》>])[^《》\n]*》")


def check(script: Script) -> Iterator[Hit]:
    """Yield every title whose inner marks are not 〈〉."""
    for match in _OUTER.finditer(script.text):
        start, end = match.start(1) - 1, match.end(1) + 1
        what = N_("a title inside a title stands in 〈〉.")
        yield found(script, Span(start, end), what, f"〈{match[1]}〉")
