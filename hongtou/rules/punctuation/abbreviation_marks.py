"""以下简称 is followed by the short name in “” or 《》.

Without marks nobody knows where the name ends.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: （以下简称行动方案）
Right: （以下简称《行动方案》）
Fix: writes “”.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.INFO
check = pattern(
    rf"(?<=以下简称)([{HAN}]+)(?=[）)，])", N_("the short name stands in “” or 《》."), fix=r"“\1”"
)
