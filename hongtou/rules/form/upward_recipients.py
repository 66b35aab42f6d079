"""A paper to superiors has one recipient; others get a copy.

Two superiors would each wait for the other. The clause says so in principle, which leaves room.

Clause: 党政机关公文处理工作条例, 15(1)
Binding: standard
Wrong: 请示 with recipients: [省政府, 省委]
Right: recipients: [省政府] and copies_to: [省委]
Fix: none: which one decides a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the second recipient of a request or report."""
    kind, count = facts.notice.kind, len(facts.recipients)
    if kind in (Kind.REQUEST, Kind.REPORT) and count > 1:
        _name, second = facts.recipients[1]
        message = _("a {kind} goes to one recipient in principle; this one goes to {count}.")
        text = message.format(kind=kind, count=count)
        yield Hit(second, text, _("Put the others under “copies_to”."))
