"""No 、，；： stands right before or behind an ellipsis.

The points part what they stand between.

Clause: GB/T 15834-2011, B.2.4
Binding: standard
Wrong: 食品、药品、……
Right: 食品、药品……
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"[、，；：](?=……)|(?<=……)[、，；：]", N_("no mark stands beside an ellipsis."), fix="")
