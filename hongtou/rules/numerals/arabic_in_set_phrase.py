"""Set phrases keep Chinese numerals: 三中全会, “十四五”, 第三季度.

They are names, not counts.

Clause: GB/T 15835-2011, 4.2
Binding: practice
Wrong: 党的20届3中全会
Right: 党的二十届三中全会
Fix: writes Chinese numerals.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.numerals import chinese
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING


def _chinese(match: re.Match[str]) -> str:
    return chinese(int(match[0]))


check = pattern(
    r"(?<=第)[1-4](?=季度)|(?<=届)[1-9](?=中全会)|(?<=[党的])\d{1,2}(?=大(?:报告|精神|以来))|(?<=“)1[1-9](?=五”)"
    r"|(?<=党的)\d{1,2}(?=届)",
    N_("a set phrase keeps Chinese numerals."),
    fix=_chinese,
)
