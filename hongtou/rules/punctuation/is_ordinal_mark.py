"""Nothing stands behind 一是 and 二是.

They are the beginning of the clause that follows. Some guides allow ，, so that is only a remark.

Clause: GB/T 15834-2011, B.3.7
Binding: standard
Wrong: 一是、加强领导。
Right: 一是加强领导。
Fix: takes the mark away.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import START, marked

SEVERITY = Severity.WARNING
check = marked(
    rf"(?:{START}|[。；：，])[一二三四五六七八九十]{{1,2}}是(?P<mark>[、：，])(?=[{HAN}“《])",
    what=N_("nothing stands behind 一是 and 二是."),
    fix="",
    severity=lambda match: Severity.INFO if match["mark"] == "，" else None,
)
