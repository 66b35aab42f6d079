"""The short name of a document stands in 《》: （以下简称《行动方案》）.

Without marks nobody knows where the name ends. “” do as well; short names of bodies and areas (以下简称试点城市) take none.

Clause: GB/T 15834-2011, 4.15
Binding: practice
Wrong: （以下简称行动方案）
Right: （以下简称《行动方案》）
Fix: writes 《》.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.INFO
_DOCUMENT = "办法|方案|意见|条例|规定|细则|通知|规划|纲要|要点|决定|指南|章程|公约"
check = pattern(
    rf"(?<=以下简称)((?!本)[{HAN}]{{0,12}}(?:{_DOCUMENT}))(?=[）)，；。])",
    N_("the short name of a document stands in 《》."),
    fix=r"《\1》",
)
