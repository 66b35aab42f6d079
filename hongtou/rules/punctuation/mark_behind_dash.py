"""No ，。；：、 stands behind a dash ——.

The dash is the pause. Before it a mark may stand where the sentence needs one; behind it only ？ and ！.

Clause: GB/T 15834-2011, B.2.3
Binding: standard
Wrong: 一个目标——，全面小康。
Right: 一个目标——全面小康。
Fix: takes the mark away, except a 。.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import marked

SEVERITY = Severity.WARNING
check = marked(
    rf"(?<=[{HAN}”》）])——(?P<mark>[，。；：、])",
    what=N_("no mark stands behind a dash."),
    fix=lambda match: None if match["mark"] == "。" else "",
)
