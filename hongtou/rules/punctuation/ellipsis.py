"""An ellipsis 省略号 is ……, six points in two cells.

Three full stops, and half an ellipsis, are what keyboards make of it.

Clause: GB/T 15834-2011, 4.11, 5.1.5
Binding: standard
Wrong: 苹果、香蕉、梨...
Right: 苹果、香蕉、梨……
Fix: writes ……
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
check = pattern(
    rf"(?<=[{HAN}”》）])(?:\.{{3,}}|(?<!…)…(?!…)|。{{3,}}|…{{3}}(?!…))", N_("an ellipsis is ……"), fix="……"
)
