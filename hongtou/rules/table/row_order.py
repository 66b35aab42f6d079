"""The rows of the table usually stand in the order of the body.

A reader who goes through both does not have to look.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 序号 1 for （二）, 序号 2 for （一）
Right: 序号 1 for （一）, 序号 2 for （二）
Fix: none: the rows must be moved.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO
_MANY = 3
"""Of more rows in another place the table has an order of its own, by unit or by time."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows whose measure stands before that of the row before; one note where many do."""
    found = [*_behind(facts)]
    if len(found) > _MANY:
        message = _("{count} rows do not stand in the order of the body, row {number} is the first.")
        text = message.format(count=len(found), number=found[0][0].label)
        yield Hit(found[0][0].at("measure"), text, _("Is it meant so? Else move the rows."))
        return
    for row, before in found:
        message = _("row {number} stands behind row {before}; in the body its measure stands before.")
        text = message.format(number=row.label, before=before.label)
        yield Hit(row.at("measure"), text, _("Move the row."))


def _behind(facts: Facts) -> Iterator[tuple[Holder, Holder]]:
    """Yield each row that is out of order, with the one before it."""
    order = {part.id: number for number, part in enumerate(facts.parts) if not part.children}
    last: tuple[int, Holder] | None = None
    for row in facts.rows:
        place = order.get(getattr(row.duties, "measure", None) or "")
        if place is None:
            continue
        if last is not None and place < last[0]:
            yield row, last[1]
        last = place, row
