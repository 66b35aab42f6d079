"""No word stands twice in a row.

协助协助 is left over when a sentence was changed; some words are rightly doubled (讨论讨论), so this is for looking at.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 协助协助开展培训
Right: 协助开展培训
Fix: none: it may be meant.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern

SEVERITY = Severity.INFO
check = pattern(
    rf"(?<![{HAN}])?([{HAN}]{{2,4}})\1",
    N_("the same word stands twice."),
    unless=lambda m: len(set(m[1])) == 1 or m[1][0] in "年月一",
)
