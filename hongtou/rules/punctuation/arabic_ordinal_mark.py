"""An Arabic ordinal is followed by a low dot: 1. and not 1、.

、 belongs to Chinese numerals.

Clause: GB/T 15834-2011, B.3.3
Binding: standard
Wrong: 1、加强领导
Right: 1.加强领导
Fix: writes the dot.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.ERROR
check = pattern(
    rf"(?<=^\d)[、．](?=[{HAN}“《])|(?<=^\d\d)[、．](?=[{HAN}“《])",
    N_("an Arabic ordinal is followed by a low dot."),
    fix=".",
)
