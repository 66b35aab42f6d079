"""No 。 ends what stands in brackets inside a sentence.

The sentence goes on behind the bracket; only a bracket that is a sentence of its own ends with 。

Clause: GB/T 15834-2011, B.2.2
Binding: standard
Wrong: 各镇街（含功能区。）要落实责任。
Right: 各镇街（含功能区）要落实责任。
Fix: takes the 。 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
check = pattern(
    rf"(?<=[{HAN}\d])。(?=）[，、；：{HAN}])", N_("no 。 ends a bracket inside a sentence."), fix=""
)
