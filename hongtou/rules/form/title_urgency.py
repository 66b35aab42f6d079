"""How urgent a paper is stands in the letterhead, not in the title.

紧急程度 is an element of its own: 特急 or 加急, above the red line.

Clause: GB/T 9704-2012, 7.2.3
Binding: practice
Wrong: 关于防汛工作的紧急通知
Right: 关于防汛工作的通知
Fix: none: the title must be worded anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.form._titles import core
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.INFO
_URGENT = re.compile("(紧急|特急|加急)(?:通知|通报|请示|报告|函|通告)$")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that says how urgent it is."""
    if match := _URGENT.search(core(facts.notice.title)):
        message = _("“{word}” belongs in the letterhead.").format(word=match[1])
        hint = _("Write “urgency: 特急” or “urgency: 加急”.")
        yield Hit(Place("notice", ("title",), match[1]), message, hint)
