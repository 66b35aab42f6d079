"""第一, 其一 and 首先 are followed by ，.

They are adverbs of the sentence, not numbers of a list.

Clause: GB/T 15834-2011, B.3.1
Binding: standard
Wrong: 第一、提高认识。
Right: 第一，提高认识。
Fix: writes ，.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import START, marked

SEVERITY = Severity.ERROR
_WORD = "第[一二三四五六七八九十]|其[一二三四五]|首先|其次|再次|最后"
check = marked(
    rf"(?:{START}|[。；])(?:{_WORD})(?P<mark>、)(?![第其首最一二三四五六七八九十])(?=[{HAN}“《])",
    what=N_("第一, 其一 and 首先 are followed by ，."),
    fix="，",
)
