"""A number is not half Arabic and half Chinese: 3000人, not 3千人.

Only 万 and 亿 may follow Arabic digits.

Clause: GB/T 15835-2011, 5.3
Binding: standard
Wrong: 培训3千人次
Right: 培训3000人次
Fix: writes it in digits.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_TIMES = {"十": 10, "百": 100, "千": 1000}


def _digits(match: re.Match[str]) -> str:
    value = float(match[1]) * _TIMES[match[2]]
    return f"{value:g}" if value < 100_000 else f"{value:.0f}"


check = pattern(
    r"(?<![\d.])(\d+(?:\.\d+)?)([十百千])(?![米克瓦伏卡赫帕安焦字百千万亿分日\d])",
    N_("half of this number is Arabic, half Chinese."),
    fix=_digits,
)
