"""Either …… or 等, not both.

Each says that the list is not whole.

Clause: GB/T 15834-2011, A.9
Binding: standard
Wrong: 食品、药品……等领域。
Right: 食品、药品等领域。
Fix: none: which of the two is meant a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.WARNING
check = pattern(rf"…+等|(?<=[{HAN}])等(?:等)?…+", N_("…… and 等 say the same; keep one."))
