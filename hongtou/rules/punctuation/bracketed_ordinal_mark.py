"""Nothing stands behind an ordinal in brackets: （一） and （1）.

The brackets set it off, and so does the ring of ①.

Clause: GB/T 15834-2011, B.3.4
Binding: standard
Wrong: （一）、加强领导
Right: （一）加强领导
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import BLANKS, START, marked

SEVERITY = Severity.ERROR
_BRACKETED = r"[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[A-Za-z])[）)]|[⑴-⒇]"
_RINGED = "[①-⑳]"
check = marked(
    rf"[：；。][（(][一二三四五六七八九十\d]{{1,3}}[）)](?P<mark>[、，,.．]{BLANKS})(?=[{HAN}“《])",
    rf"{START}(?:{_BRACKETED}|(?P<ring>{_RINGED}))(?P<mark>[、，,.．。：:；]{BLANKS})(?=[{HAN}“《])",
    what=N_("nothing stands behind an ordinal in brackets."),
    fix="",
    severity=lambda match: Severity.WARNING if match.groupdict().get("ring") else None,
)
