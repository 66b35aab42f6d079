"""A dash 破折号 is two cells long: ——, not —.

A single — joins places and stretches, 北京—上海, and is left alone between words. At the beginning of an entry, behind a
。 or ；, and before 即 or 就是, nothing is joined.

Clause: GB/T 15834-2011, 4.10, 5.1.4
Binding: standard
Wrong: 实现一个目标—就是全面小康。
Right: 实现一个目标——就是全面小康。
Fix: writes ——.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import HAN
from hongtou.rules.punctuation._marked import START, marked

SEVERITY = Severity.WARNING
# 即墨, 即将 and 即时 begin words of their own, which may name a place or a stretch.
_SAYS = "就是|也就是|即(?!墨|将|时|期|日|可|便|使|刻|食)|特别是|尤其是"
# In a legend — itself is explained: —表示无数据.
_WORDS = f"(?!表示|代表|为|指|无)[{HAN}“《]"
check = marked(
    rf"{START}(?P<mark>[—－])(?=[{HAN}“《])",
    rf"(?<=[。；])(?P<mark>[—－])(?={_WORDS})",
    rf"(?<=[{HAN}”》）])(?P<mark>[—－])(?={_SAYS})",
    what=N_("a dash is ——."),
    fix="——",
)
