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
from hongtou.rules.form._papers import own_text
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_ASKS = re.compile("批示|批复|批准|审[批定议示核]|核[准定]|同意|指示|裁定|请予|恳请|请求|[妥当可]否")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield requests whose text asks for nothing."""
    for paper, path in facts.papers:
        if paper.kind is Kind.REQUEST and not _ASKS.search(own_text(facts, path)):
            message = _("the request does not say what is asked for.")
            yield Hit(Place("notice", (*path, "title")), message, _("End with 妥否，请批示。"))
