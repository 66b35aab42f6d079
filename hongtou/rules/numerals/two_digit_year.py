"""A year has four digits: 2023年3月, not 23年3月.

The century is part of the date.

Clause: GB/T 15835-2011, 5.1.4
Binding: standard
Wrong: 自23年3月起
Right: 自2023年3月起
Fix: none: the century a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
check = pattern(r"(?<![\d.])[’']?\d{2}年(?=(?:1[0-2]|0?[1-9])月|底前|年底)", N_("a year has four digits."))
