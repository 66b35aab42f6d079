"""No word stands twice in a row.

协助协助 is left over when a sentence was changed; some words are rightly doubled (讨论讨论), so this is for looking at.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 协助协助开展培训
Right: 协助开展培训
Fix: none: it may be meant.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN, pattern
from hongtou.rules.punctuation._segments import stands_twice

SEVERITY = Severity.INFO


def _is_meant(match: re.Match[str]) -> bool:
    """Whether the doubled characters are parts of two words (企业企业家), or of one that is always doubled (一个一个)."""
    if len(set(match[1])) == 1 or match[1][0] in "一几":
        return True
    return not stands_twice(match, match[1])


check = pattern(rf"([{HAN}]{{2,4}})\1", N_("the same word stands twice."), unless=_is_meant)
