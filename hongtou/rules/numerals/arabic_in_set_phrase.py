"""Set phrases keep Chinese numerals: 三中全会, “十四五”, 第三季度.

They are names, not counts.

Clause: GB/T 15835-2011, 4.2
Binding: practice
Wrong: 党的20届3中全会
Right: 党的二十届三中全会
Fix: writes Chinese numerals.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.numerals import chinese
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_PLACES = (
    "(?<=第)[1-4](?=季度)",
    "(?<=届)[1-9](?=中全会)",
    "(?<=党的)(?:1[0-9]|2[0-9])(?=大(?:报告|精神|以来|代表|召开|的|[，。、和]|$))",
    "(?<=党的)(?:1[0-9]|2[0-9])(?=届)",
    "(?<=“)(?:[1-9]|1[0-9])(?=五”)",
    "(?<=中央)1(?=号文件)",
)
check = pattern(
    "|".join(_PLACES), N_("a set phrase keeps Chinese numerals."), fix=lambda match: chinese(int(match[0]))
)
