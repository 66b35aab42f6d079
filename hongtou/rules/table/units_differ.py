"""A measure that names its units names those of its row.

Body and table assign the same task to different units.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: （市民政局负责） in the body, 市财政局 in the table
Right: the same units in both
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield measures whose units are not those of their rows."""
    for part in facts.parts:
        rows = facts.rows_of.get(part.id, ())
        ours = _units(facts, part)
        theirs = frozenset[str]().union(*(_units(facts, row) for row in rows))
        if ours and theirs and ours != theirs:
            odd = "、".join(sorted(ours ^ theirs)[:5])
            message = _("body and table (row {rows}) do not name the same units: {names}.")
            text = message.format(rows="、".join(row.label for row in rows), names=odd)
            yield Hit(part.at("assignments"), text, _("Name the same units in both places."))


def _units(facts: Facts, holder: Holder) -> frozenset[str]:
    names = [n for a in holder.duties.assignments if a.covers is None for n in unit_names(a.units)]
    return frozenset[str]().union(*(facts.members(name) or {name} for name in names))
