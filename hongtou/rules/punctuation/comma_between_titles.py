"""No 、 stands between titles 《》 that follow each other.

The marks part them already; 、 is needed only where something stands between, such as a bracket. The standard says
通常, so it is a warning.

Clause: GB/T 15834-2011, 4.5.3.5
Binding: standard
Wrong: 学习《甲办法》、《乙办法》。
Right: 学习《甲办法》《乙办法》。
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"(?<=》)、(?=《)|(?<=〉)、(?=〈)", N_("no 、 stands between titles."), fix="")
