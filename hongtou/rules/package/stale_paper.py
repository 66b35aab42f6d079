"""A letter or checklist that lies there says what the policy says now.

It is compared by content, not by date; what was changed in the data since it was written has not reached the unit.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a letter of yesterday, and a deadline that moved today
Right: gen build, and the letter sent again
Fix: none: “gen build” writes it anew.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written

SEVERITY = Severity.WARNING


def check(written: Written) -> Iterator[Hit]:
    """Yield letters and checklists that do not hold any more."""
    left = {one.path for one in written.left}
    for one in written.standing:
        if one.is_stale and one.path not in left:
            message = _("it does not say what the policy says now: {differences}.")
            text = message.format(differences=_("; ").join(one.differences))
            yield Hit(Place(str(one.path), (), "", one.unit), text, _("“gen build” writes it anew."))
