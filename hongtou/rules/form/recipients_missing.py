"""A notice, letter, request, report or reply says to whom it goes.

Only what is made public to all (公告, 通告) has no 主送机关.

Clause: 党政机关公文处理工作条例, 9(8)
Binding: standard
Wrong: kind: 通知 without recipients
Right: recipients: [各镇街, 市民政局]
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_ADDRESSED = frozenset({Kind.NOTICE, Kind.LETTER, Kind.REQUEST, Kind.REPORT, Kind.REPLY})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a notice without recipients; papers inside it, plans for the most part, go to nobody of their own."""
    notice = facts.notice
    if notice.kind in _ADDRESSED and not notice.recipients and not notice.recipients_printed:
        message = _("the paper does not say to whom it goes.")
        yield Hit(Place("notice", ("title",)), message, _("Add “recipients”."))
