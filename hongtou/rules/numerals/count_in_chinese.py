"""What is counted or measured exactly is written in Arabic numerals: 3500人, not 三千五百人.

Round numbers (三百人), estimates (十几人, 三四百人), ordinals and names are left alone.

Clause: GB/T 15835-2011, 4.1.1
Binding: standard
Wrong: 培训残疾人三千五百人
Right: 培训残疾人3500人
Fix: writes it in digits.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.numerals import integer
from hongtou.rules.patterns import pattern

SEVERITY = Severity.INFO
_DIGIT = "[一二两三四五六七八九]"
_EXACT = (
    f"(?:{_DIGIT}?十{_DIGIT}万)?(?:{_DIGIT}[千](?:{_DIGIT}百|零)(?:{_DIGIT}?十)?{_DIGIT}?|{_DIGIT}百(?:{_DIGIT}十|零){_DIGIT}?)"
    f"|{_DIGIT}?十{_DIGIT}?万{_DIGIT}千(?:{_DIGIT}百)?"
)
_UNIT = "人(?!民|大)|名|元|户|亩|吨|公里|公顷|平方米|家企业|个村|个岗位"
_COUNTED = rf"(?<![第一二两三四五六七八九十百千万亿几数〇零])(?:{_EXACT})(?=(?:万|亿)?(?:{_UNIT}))"


def _digits(match: re.Match[str]) -> str | None:
    """Return the number in digits; None where it is not one that can be read."""
    try:
        return str(integer(match[0].replace("两", "二")))
    except ValueError:
        return None


check = pattern(_COUNTED, N_("exact counts and measures are in Arabic numerals."), fix=_digits)
