"""The rows of the table stand in the order of the body.

A reader who goes through both does not have to look.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 序号 1 for （二）, 序号 2 for （一）
Right: 序号 1 for （一）, 序号 2 for （二）
Fix: none: the rows must be moved.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows whose measure stands before that of the row before."""
    order = {part.id: number for number, part in enumerate(facts.parts) if not part.children}
    before, label = -1, ""
    for row in facts.rows:
        place = order.get(getattr(row.duties, "measure", None) or "")
        if place is None:
            continue
        if place < before:
            message = _("row {number} stands behind row {before}, its measure stands before.")
            yield Hit(row.at("measure"), message.format(number=row.label, before=label), _("Move the row."))
        before, label = place, row.label
