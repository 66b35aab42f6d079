"""A title that passes on a notice names the kind once: not 的通知的通知.

A chain of 关于转发……的通知的通知 is shortened to the first document and the last 通知. What has 《》 round it is a name.

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
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_CHAIN = re.compile("通知的通知$|关于转发[^《》]*关于转发")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that names what it passes on and itself in a row."""
    if match := _CHAIN.search(core(facts.notice.title)):
        message = _("the title passes on a paper and says its kind again.")
        hint = _("Shorten the chain: 转发 and the title of the first document.")
        yield Hit(Place("notice", ("title",), match[0]), message, hint)
