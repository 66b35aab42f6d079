"""A bare Chinese ordinal is followed by 、: 一、 and not 一. or 一，.

At the beginning of a paragraph only; 一是 takes no mark.

Clause: GB/T 15834-2011, B.3.2
Binding: standard
Wrong: 二．加强领导
Right: 二、加强领导
Fix: writes 、.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
_NUMBER = "(?:[二三四五六七八九]?十)?[一二三四五六七八九]|[二三四五六七八九]?十"
check = marked(
    rf"{START}(?:{_NUMBER})(?P<mark>(?:[.．，,：:。]|[ \u00a0]+、){BLANKS})(?=[{HAN}“《])",
    what=N_("a Chinese ordinal is followed by 、."),
    fix="、",
)
