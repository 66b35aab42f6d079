"""The zero of a year in Chinese numerals is 〇: 二〇二三年.

Neither the digit 0, nor the letter O, nor the sign ○, nor 零.

Clause: GB/T 15835-2011, 5.2.5
Binding: practice
Wrong: 二O二三年
Right: 二〇二三年
Fix: writes 〇.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_ZEROS = "0OoＯｏ○零"
_DIGITS = "〇一二三四五六七八九"
_ALONE = r"(?<![\dA-Za-z一二三四五六七八九十])"
check = pattern(
    rf"{_ALONE}[一二](?=[{_DIGITS}]{{0,2}}[{_ZEROS}])[{_ZEROS}{_DIGITS}]{{3}}(?=年)",
    N_("the zero of a Chinese year is 〇."),
    fix=lambda match: re.sub(f"[{_ZEROS}]", "〇", match[0]),
)
