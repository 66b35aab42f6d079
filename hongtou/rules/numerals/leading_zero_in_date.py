"""Months and days carry no leading zero: 2023年3月7日.

01 and 07 belong to 2023-03-07.

Clause: GB/T 9704-2012, 7.3.5.4
Binding: standard
Wrong: 2023年03月07日
Right: 2023年3月7日
Fix: takes the zero away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.ERROR
check = pattern(
    r"(?<=年)0(?=[1-9]月)|(?<=\d月)0(?=[1-9]日)", N_("months and days carry no leading zero."), fix=""
)
