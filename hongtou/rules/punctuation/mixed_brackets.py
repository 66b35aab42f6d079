"""The two brackets of a pair are equally wide.

A pair of which one is half-width was typed in two input modes.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: （绩效)考核
Right: （绩效）考核
Fix: writes the full-width one.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.ERROR
check = pattern(
    r"（([^()（）\n]*)\)|\(([^()（）\n]*)）",
    N_("one bracket of the pair is half-width."),
    fix=lambda match: f"（{match[0][1:-1]}）",
)
