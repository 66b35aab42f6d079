"""A date has no blanks: 2023年3月7日.

They are left over from a web page or from a form; a line may break there. A form with its numbers left out is none.

Clause: GB/T 9704-2012, 7.3.5.4
Binding: practice
Wrong: 2023 年 3 月 7 日前报送
Right: 2023年3月7日前报送
Fix: takes the blanks away.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_B = r"[ \u00a0\u3000]*"
_DATE = (
    rf"(?<![\d.])(?:19|20)\d\d{_B}年{_B}\d{{1,2}}{_B}月(?:{_B}\d{{1,2}}{_B}日)?",
    rf"(?<![\d.年 \u00a0\u3000])\d{{1,2}}{_B}月{_B}\d{{1,2}}{_B}日",
)
_BLANK = re.compile("[ \u00a0\u3000]")


def _has_none(match: re.Match[str]) -> bool:
    return _BLANK.search(match[0]) is None


check = pattern(
    "|".join(_DATE),
    N_("a date has no blanks."),
    fix=lambda match: _BLANK.sub("", match[0]),
    unless=_has_none,
)
