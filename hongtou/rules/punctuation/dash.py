"""A dash 破折号 is ——, two cells and no hyphens.

Hyphens and longer runs are typed by keyboards and web pages.

Clause: GB/T 15834-2011, 4.10, 5.1.4
Binding: standard
Wrong: 一个目标--全面小康。
Right: 一个目标——全面小康。
Fix: writes ——.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
check = pattern(
    rf"(?:^|(?<=[{HAN}”》）\u3000]))(?:[-–－]{{2,3}}|—{{3}}|─{{2}})(?=[{HAN}“《])",
    N_("a dash is ——."),
    fix="——",
)
