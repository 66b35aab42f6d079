"""A Latin or Roman ordinal is followed by a low dot: A. and Ⅰ., not A、.

、 belongs to Chinese numerals. At the beginning of a paragraph only, and only before Chinese words: A、B are two things.

Clause: GB/T 15834-2011, B.3.3
Binding: standard
Wrong: A、加强领导
Right: A.加强领导
Fix: writes the dot.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
# What joins letters to another thing of a list: A、乙和丙.
_LISTED = "[甲乙丙丁]"
check = marked(
    rf"{START}(?:[A-Za-z]|[IVX]{{2,4}}|[Ⅰ-Ⅻ])(?P<mark>[、．]{BLANKS})(?!{_LISTED})(?=[{HAN}“《])",
    what=N_("a Latin ordinal is followed by a low dot."),
    fix=".",
)
