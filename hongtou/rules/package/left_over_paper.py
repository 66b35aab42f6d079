"""No paper lies there for a unit that owes nothing any more.

It would be sent with the others.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: a letter to 市教育局, which left the table
Right: gen build --prune
Fix: none: “gen build --prune” removes it.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.hit import Hit, Place
from hongtou.rules.written import Written

SEVERITY = Severity.WARNING


def check(written: Written) -> Iterator[Hit]:
    """Yield files of units that left the policy."""
    for one in written.left:
        yield Hit(Place(str(one.path), ()), f"{one.reason}{_('.')}", _("“gen build --prune” removes it."))
