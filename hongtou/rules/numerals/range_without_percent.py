"""A range of per cent or of 万 and 亿 has its sign at both ends: 15%～30%.

Without it 15～30% can be read as 15 to 30 per cent of what was 15.

Clause: GB/T 15835-2011, 5.1.3
Binding: standard
Wrong: 增长15～30%
Right: 增长15%～30%
Fix: adds the sign to the first number.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"(?<![\d.\-〔A-Za-z])(\d+(?:\.\d+)?)([-－–—~～至到])(\d+(?:\.\d+)?)([%％‰]|万亿|[万亿])",
    N_("a range has its sign at both ends."),
    fix=r"\1\4\2\3\4",
)
