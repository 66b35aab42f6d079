"""A 发文字号 has a year of four digits and a bare number: 〔2023〕19号.

No 第, no leading zero, no blank.

Clause: GB/T 9704-2012, 7.2.5
Binding: standard
Wrong: 中府办函〔2023〕第019号
Right: 中府办函〔2023〕19号
Fix: takes 第, zeros and blanks away.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
_WHAT = N_("a 发文字号 is written 〔2023〕19号.")


def _form(match: re.Match[str]) -> str | None:
    year, number = match[1], match[2]
    return f"〔{year}〕{int(number)}号" if len(year) == 4 and int(number) else None


check = pattern(
    rf"(?<=[{HAN}])\s*〔\s*(\d{{2,4}})年?\s*〕\s*第?\s*(\d{{1,5}})\s*号",
    _WHAT,
    fix=_form,
    unless=lambda match: re.fullmatch(r"〔(?:19|20)\d\d〕[1-9]\d{0,4}号", match[0]),
)
