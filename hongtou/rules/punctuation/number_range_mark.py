"""A range of numbers is joined by ～: 10～20名.

A hyphen is for codes and compounds, — for time and place.

Clause: GB/T 15834-2011, 4.13.3
Binding: standard
Wrong: 培训10-20名骨干
Right: 培训10～20名骨干
Fix: writes ～.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
_BEFORE = r"(?:(?<=(?<![\d.\-A-Za-z])\d)|(?<=(?<![\d.\-A-Za-z])\d\d)|(?<=(?<![\d\-A-Za-z])\d\d\d)|(?<=\.\d)|(?<=\.\d\d)|(?<=\d[%％万亿]))"
check = pattern(
    rf"{_BEFORE}[-－–—~](?=\d+(?:\.\d+)?(?:[%％万亿]|(?!\d|[年月日号]\b|[年月日](?!内))[{HAN}]))(?!\d{{1,2}}[月日号时])(?!\d{{4}}年)",
    N_("a range of numbers is joined by ～."),
    fix="～",
)
