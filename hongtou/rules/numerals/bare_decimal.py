"""A decimal below one keeps its 0: 0.5.

A point at the beginning is lost in print.

Clause: GB/T 15835-2011, 5.1.2
Binding: practice
Wrong: 提高.5个百分点
Right: 提高0.5个百分点
Fix: adds the 0.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
check = pattern(
    rf"(?<=[{HAN}，、（～—])(?<![件图表章节条])\.(?=\d+(?!\.))",
    N_("a decimal below one keeps its 0."),
    fix="0.",
)
