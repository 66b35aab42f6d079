"""An office gives no task to its superior.

It may ask; what it asks belongs in a request.

Clause: 党政机关公文处理工作条例, 15(1), 16(1)
Binding: standard
Wrong: a row names 省民政厅, with relation: superior
Right: a request to 省民政厅
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.register import Relation, Unit
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield superiors that are given a task."""
    for name, place in facts.named:
        entry = facts.register.by_name.get(name)
        if isinstance(entry, Unit) and entry.relation is Relation.SUPERIOR:
            message = _("“{name}” is a superior and is given a task.").format(name=name)
            yield Hit(place, message, _("Ask it by a letter or a request."))
