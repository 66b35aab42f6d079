"""A Latin or Roman ordinal is followed by a low dot: A. and Ⅰ., not A、.

、 belongs to Chinese numerals. At the beginning of a paragraph only, and only before Chinese words: A、B are two things.
， is wrong too behind the first letters; a，常数；b，系数 explains a formula.

Clause: GB/T 15834-2011, B.3.3
Binding: standard
Wrong: A、加强领导
Right: A.加强领导
Fix: writes the dot.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
# What joins letters to another thing of a list: A、乙和丙.
_LISTED = "[甲乙丙丁]"
_LEGEND = re.compile(r"[，,；;。、][A-Za-z][，,：:]")
_FORMULA = re.compile(r"(?:式中|其中)[：:，,]?\s*$")


def _is_legend(match: re.Match[str]) -> bool:
    """Whether the letter is a quantity of a formula that is explained."""
    if match["mark"][0] != "，":
        return False
    before = match.string[max(match.start() - 8, 0) : match.start()]
    behind = match.string[match.end() :].partition("\n")[0]
    return bool(_LEGEND.search(behind) or _FORMULA.search(before))


check = marked(
    rf"{START}(?:[A-Za-z]|[IVX]{{2,4}}|[Ⅰ-Ⅻ])(?P<mark>[、．]{BLANKS})(?!{_LISTED})(?=[{HAN}“《])",
    rf"{START}[A-Da-d](?P<mark>，{BLANKS})(?!{_LISTED}|表示|代表|为(?!了)|是|指(?!导))(?=[{HAN}“《])",
    what=N_("a Latin ordinal is followed by a low dot."),
    fix=".",
    unless=_is_legend,
    severity=lambda match: Severity.WARNING if match["mark"][0] == "，" else None,
)
