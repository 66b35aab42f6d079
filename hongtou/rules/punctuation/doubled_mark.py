"""No two of ，。；：、 stand side by side.

One of them was left over when the sentence was changed.

Clause: GB/T 15834-2011, 4
Binding: standard
Wrong: 加强领导，，落实责任。
Right: 加强领导，落实责任。
Fix: takes the second away where both are the same.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.ERROR


def _one(match: re.Match[str]) -> str | None:
    return match[0][0] if len(set(match[0])) == 1 else None


check = pattern(
    r"(?<!。)。{2}(?!。)|[，；：、]{2,}|[，；：、]。|。[，；：、]",
    N_("two marks stand side by side."),
    fix=_one,
)
