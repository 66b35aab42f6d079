"""An Arabic ordinal is followed by a low dot: 1. and not 1、.

、 belongs to Chinese numerals, and the dot is the half-width one. At the beginning of a paragraph no other mark will do;
codes that are explained, 1：表示优秀，2：表示良好, are no ordinals.

Clause: GB/T 15834-2011, B.3.3
Binding: standard
Wrong: 1、加强领导
Right: 1.加强领导
Fix: writes the dot.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
_LEGEND = re.compile("表示|代表|是|为(?!了)|指(?!导)|即|[男女有无是否][，,；;。]")
_NEXT_CODE = re.compile(r"[，,；;。、 ]\d{1,2}[：:]")


def _is_legend(match: re.Match[str]) -> bool:
    """Whether the number is a code that is explained: 1：表示优秀，2：表示良好."""
    if match["mark"] not in ("：", ":"):
        return False
    line = match.string[match.end() :].partition("\n")[0]
    return bool(_LEGEND.match(line) or _NEXT_CODE.search(line)) or match[0].strip()[0] == "0"


check = marked(
    rf"{START}\d{{1,2}}(?P<mark>{BLANKS}[、．，,：:。])(?=[{HAN}“《])",
    rf"(?:[；。]|(?<!\d)：)\d{{1,2}}(?P<mark>[、．])(?![一二三四五六七八九十])(?=[{HAN}“《])",
    what=N_("an Arabic ordinal is followed by a low dot."),
    fix=".",
    unless=_is_legend,
    severity=lambda match: None if match["mark"].strip() in ("、", "．") else Severity.WARNING,
)
