"""The head of a column carries no mark at its end.

It is a name, not a sentence. ： is left alone: 其中：.

Clause: GB/T 15834-2011, A.1
Binding: standard
Wrong: 责任单位。
Right: 责任单位
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(
    r"[。，；、]$", N_("a column's head carries no mark at its end."), fix="", kinds=frozenset({"head"})
)
