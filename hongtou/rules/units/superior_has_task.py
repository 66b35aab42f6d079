"""An office usually gives no task to its superior.

A notice goes down. A superior may guide; what is asked of it belongs in a request.

Clause: 党政机关公文处理工作条例, 8(8)
Binding: practice
Wrong: a row names 省民政厅, with relation: superior
Right: a request to 省民政厅
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.register import Relation, Unit
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield superiors that are given a task; guiding is none."""
    assignments = (a for holder in facts.holders for a in holder.duties.assignments)
    for assignment, (units, places) in zip(assignments, facts.lists, strict=True):
        if assignment.role is Role.GUIDE:
            continue
        for name, place in zip(unit_names(units), places, strict=True):
            entry = facts.register.by_name.get(name)
            if isinstance(entry, Unit) and entry.relation is Relation.SUPERIOR:
                message = _("“{name}” is a superior and is given a task.").format(name=name)
                yield Hit(place, message, _("Ask it by a letter or a request."))
