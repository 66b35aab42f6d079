"""No 、 stands before 等.

等 ends the list that 、 has joined.

Clause: GB/T 15834-2011, B.1.2
Binding: standard
Wrong: 教育、卫生、等部门
Right: 教育、卫生等部门
Fix: takes the 、 away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern
from hongtou.rules.punctuation._etc import ETC_AFTER_MARK

SEVERITY = Severity.ERROR
check = pattern(f"、(?={ETC_AFTER_MARK})", N_("no 、 stands before 等."), fix="")
