"""A mark before a dash —— is seldom needed.

The dash is the pause. The standard allows a mark before it where the sentence needs one, so this is for looking at;
behind a ； or a 。 the next entry of a list may begin.

Clause: GB/T 15834-2011, B.2.3
Binding: practice
Wrong: 坚持一个目标，——全面小康。
Right: 坚持一个目标——全面小康。
Fix: none: whether the mark is needed a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.INFO
check = pattern(
    rf"(?<=[{HAN}”》）])[，、](?=——[{HAN}“《])",
    N_("before a dash there is usually no mark."),
)
