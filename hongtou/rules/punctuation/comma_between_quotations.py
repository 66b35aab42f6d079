"""No 、 stands between quotations “” that follow each other.

The marks part them already; 、 is needed only where something stands between, such as a bracket.

Clause: GB/T 15834-2011, 4.5.3.5
Binding: standard
Wrong: 坚持“三心”、“三能”。
Right: 坚持“三心”“三能”。
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"(?<=”)、(?=“)|(?<=’)、(?=‘)", N_("no 、 stands between quotations."), fix="")
