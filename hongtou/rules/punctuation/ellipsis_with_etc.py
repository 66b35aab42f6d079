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
from hongtou.rules.punctuation._etc import ETC, ETC_AFTER_MARK

SEVERITY = Severity.WARNING
_POINTS = r"(?:…{1,4}|\.{3,6}|。{3,6})"
check = pattern(
    rf"{_POINTS}{ETC_AFTER_MARK}|(?<=[{HAN}]){ETC}等?{_POINTS}", N_("…… and 等 say the same; keep one.")
)
