"""A date is a day that there is: no 2月30日, no 31日 in June, no 13月.

Nobody can keep a deadline on a day that does not come.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 2025年2月30日前报送
Right: 2025年2月28日前报送
Fix: none: which day is meant a person must say.
"""

import calendar
import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found
from hongtou.rules.script import Script

SEVERITY = Severity.ERROR
_DATE = re.compile(r"(?<![\d.])(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")
_MONTH = re.compile(r"(?<![\d.])\d{4}年(\d{1,2})月(?!\d)")
_LEAP_YEAR = 2024


def check(script: Script) -> Iterator[Hit]:
    """Yield dates that no calendar has; without a year, 29 February may be meant for a leap year."""
    for match in _DATE.finditer(script.text):
        year, month, day = int(match[1] or _LEAP_YEAR), int(match[2]), int(match[3])
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            yield found(script, Span(*match.span()), N_("there is no such day."))
    for match in _MONTH.finditer(script.text):
        if not 1 <= int(match[1]) <= 12:
            yield found(script, Span(*match.span()), N_("there is no such month."))
