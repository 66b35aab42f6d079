"""No ，。；：、 stands beside a solidus /.

The stroke parts what it stands between.

Clause: GB/T 15834-2011, A.14, 5.1.9
Binding: standard
Wrong: 区/、县
Right: 区/县
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
check = pattern(
    rf"(?<=[{HAN}])[，；、。：](?=/[{HAN}])|(?<=[{HAN}]/)[，；、。：](?=[{HAN}])",
    N_("no mark stands beside a solidus."),
    fix="",
)
