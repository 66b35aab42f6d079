"""签发人 stands on papers to superiors, and only there.

Clause 7.2.6 asks for it on them and has no place for it elsewhere.

Clause: GB/T 9704-2012, 7.2.6
Binding: standard
Wrong: kind: 通知 and signers: [……]
Right: kind: 请示 and signers: [……]
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Format, Kind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_UPWARD = frozenset({Kind.REQUEST, Kind.REPORT})
_MAY = _UPWARD | {Kind.OPINION, Kind.MOTION}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield signers where they do not belong, and their lack where they do."""
    notice = facts.notice
    if notice.signers and notice.kind not in _MAY:
        message = _("a {kind} does not name who signed it.").format(kind=notice.kind)
        yield Hit(Place("notice", ("signers", 0)), message, _("Take “signers” away."))
    if notice.kind in _UPWARD and notice.format is Format.GENERAL and not notice.signers:
        message = _("a {kind} names who signed it.").format(kind=notice.kind)
        yield Hit(Place("notice", ("title",)), message, _("Add “signers”."))
