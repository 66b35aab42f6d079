"""An Arabic ordinal is followed by a low dot: 1. and not 1、.

、 belongs to Chinese numerals, and the dot is the half-width one. At the beginning of a paragraph no other mark will do.

Clause: GB/T 15834-2011, B.3.3
Binding: standard
Wrong: 1、加强领导
Right: 1.加强领导
Fix: writes the dot.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
check = marked(
    rf"{START}\d{{1,2}}(?P<mark>{BLANKS}[、．，,：:。])(?!(?<=[：:])(?:表示|代表|为|是|指|即))(?=[{HAN}“《])",
    rf"(?:[；。]|(?<!\d)：)\d{{1,2}}(?P<mark>[、．])(?![一二三四五六七八九十])(?=[{HAN}“《])",
    what=N_("an Arabic ordinal is followed by a low dot."),
    fix=".",
    severity=lambda match: None if match["mark"].strip() in ("、", "．") else Severity.WARNING,
)
