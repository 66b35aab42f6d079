"""Nothing stands behind a section number such as 3.1.

Its points part chapter and section; none ends it.

Clause: GB/T 15834-2011, B.3.5
Binding: standard
Wrong: 3.1.加强领导
Right: 3.1 加强领导
Fix: writes a blank instead of the mark.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.WARNING
check = marked(
    rf"{START}\d{{1,2}}(?:\.\d{{1,2}}){{1,3}}(?P<mark>[.．、]{BLANKS})(?=[{HAN}“《])",
    what=N_("nothing stands behind a section number."),
    fix=" ",
)
