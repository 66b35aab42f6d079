"""第一章 and 第一条 are followed by a blank, not by a mark.

The words of the article are no part of its number.

Clause: GB/T 15834-2011, B.3.6
Binding: standard
Wrong: 第一条：为规范管理，制定本办法。
Right: 第一条　为规范管理，制定本办法。
Fix: writes a blank of one cell.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.WARNING
_NUMBER = "第[一二三四五六七八九十百零]{1,7}[编章节条]"
check = marked(
    rf"{START}{_NUMBER}(?P<mark>[：:、．.]{BLANKS})(?![第一二三四五六七八九十])(?=[{HAN}“《])",
    what=N_("a chapter's or article's number is followed by a blank."),
    fix="\u3000",
)
