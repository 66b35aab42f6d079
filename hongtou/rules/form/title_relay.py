"""A title that passes on a notice names the kind once: not 的通知的通知.

A chain of 关于转发……的通知的通知 is shortened to the first document and the last 通知.

Clause: 党政机关公文处理工作条例, 9(7)
Binding: practice
Wrong: 关于转发省政府关于养老服务的通知的通知
Right: 转发省政府关于养老服务的通知
Fix: none: the title must be worded anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_CHAIN = re.compile("的(?:通知|意见|通报)的通知$|关于转发[^《》]*关于转发")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that names what it passes on and itself in a row."""
    if match := _CHAIN.search(facts.notice.title):
        message = _("the title passes on a paper and says its kind again.")
        hint = _("Shorten the chain: 转发 and the title of the first document.")
        yield Hit(Place("notice", ("title",), match[0]), message, hint)
