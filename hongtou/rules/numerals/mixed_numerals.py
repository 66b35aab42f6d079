"""A number is not half Arabic and half Chinese: 3000人, not 3千人.

Only 万 and 亿 may follow Arabic digits.

Clause: GB/T 15835-2011, 5.3
Binding: practice
Wrong: 培训3千人次
Right: 培训3000人次
Fix: writes it in digits.
"""

import re
from decimal import Decimal

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_TIMES = {"十": 10, "百": 100, "千": 1000}
_WORDS = "米克瓦伏卡赫帕安焦字乏牛比度巴分货姓日家校企村强佳公吨平十百千"
"""Characters that 百 and 千 make a word with: 千克, 百货, 千公顷, “2023百日攻坚”."""


def _digits(match: re.Match[str]) -> str | None:
    """Return the number in digits; None where it is part of a longer one: 3万5千, 3百二十."""
    around = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    if re.search(r"[\d万亿千百十零〇一二两三四五六七八九]", around):
        return None
    if match[1] is None:
        return None
    value = Decimal(match[1]) * _TIMES[match[2]]
    return f"{value.normalize():f}"


check = pattern(
    rf"(?<![\d.\-])(\d{{1,2}}(?:\.\d{{1,3}})?)([十百千])(?![{_WORDS}])"
    rf"|(?<=[一二两三四五六七八九][百千])(?<!第[一二两三四五六七八九][百千])\d{{1,3}}(?=[多余]?[人名个家户次元亩吨])",
    N_("half of this number is Arabic, half Chinese."),
    fix=_digits,
)
