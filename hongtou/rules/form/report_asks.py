"""A report asks for nothing.

What asks for a decision is a request 请示 of its own; in a report it is not answered.

Clause: 党政机关公文处理工作条例, 15(4)
Binding: standard
Wrong: 报告……妥否，请批示。
Right: 特此报告。
Fix: none: a request must be written.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.ERROR
_ASKS = re.compile("(?:妥否|当否|可否)，?请|请(?:予)?(?:批示|审批|批准|批复|审定)")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield words of a report that ask for a decision."""
    if facts.notice.kind is Kind.REPORT:
        for match in _ASKS.finditer(facts.script.text):
            message = _("“{words}”: a report asks for nothing.").format(words=match[0])
            yield Hit(Span(*match.span()), message, _("Write a request 请示 for it."))
