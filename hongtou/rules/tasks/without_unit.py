"""Every row of the task table names a unit.

What nobody is responsible for nobody does.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 序号 3 with an empty 责任单位
Right: 责任单位：市民政局
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import DeclarationKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows that name nobody, where no declaration adds units to all of them."""
    if any(d.kind is DeclarationKind.ADDS_UNITS for d in facts.notice.declarations):
        return
    for row in facts.rows:
        if not row.duties.assignments:
            message = _("row {number} names no unit.").format(number=row.label)
            yield Hit(row.head, message, _("Add “assignments”."))
