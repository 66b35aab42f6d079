"""Marks of Chinese text are full-width: ，；：？！。.

Half-width ones belong to numbers, addresses and Latin text.

Clause: GB/T 15834-2011, 5.1
Binding: standard
Wrong: 提高认识,加强领导。
Right: 提高认识，加强领导。
Fix: writes the full-width mark.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import CHINESE, HAN, pattern

SEVERITY = Severity.ERROR
_WIDE = str.maketrans(",;:?!.", "，；：？！。")


def _wide(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)


check = pattern(
    rf"(?<=[{CHINESE}])[,;:?!](?!//)|(?<=\d)[,;](?=[{HAN}])|(?<=[{HAN}”）])\.(?=[{HAN}“]|$)",
    N_("the marks of Chinese text are full-width."),
    fix=_wide,
)
