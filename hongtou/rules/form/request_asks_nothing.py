"""A request says at its end what is asked for: 妥否，请批示。.

Without it nobody is bound to answer.

Clause: 党政机关公文处理工作条例, 8(11)
Binding: practice
Wrong: 请示……特此报告。
Right: 请示……妥否，请批示。
Fix: none: a person must word it.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_ASKS = re.compile("批示|批复|批准|审批|审定|审议|同意")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a request that asks for nothing."""
    if facts.notice.kind is Kind.REQUEST and not _ASKS.search(facts.script.text):
        message = _("the request does not say what is asked for.")
        yield Hit(Place("notice", ("title",)), message, _("End with 妥否，请批示。"))
