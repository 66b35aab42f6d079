"""A paper to superiors has one recipient; others get a copy.

Two superiors would each wait for the other.

Clause: 党政机关公文处理工作条例, 15(1)
Binding: standard
Wrong: 请示 with recipients: [省政府, 省委]
Right: recipients: [省政府] and copies_to: [省委]
Fix: none: which one decides a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a request or report to several."""
    notice = facts.notice
    count = len([*unit_names(notice.recipients)])
    if notice.kind in (Kind.REQUEST, Kind.REPORT) and count > 1:
        message = _("a {kind} goes to one recipient; this one to {count}.").format(
            kind=notice.kind, count=count
        )
        yield Hit(Place("notice", ("recipients",)), message, _("Put the others under “copies_to”."))
