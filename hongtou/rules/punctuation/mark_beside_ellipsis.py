"""No 、 stands before an ellipsis.

The points go on with the list. Other marks may be needed beside them: 如果……，那么…….

Clause: GB/T 15834-2011, B.2.4
Binding: standard
Wrong: 食品、药品、……
Right: 食品、药品……
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"、(?=…|\.{3}|。{3})", N_("no 、 stands before an ellipsis."), fix="")
