"""Every row of the task table usually names a unit, and so does a measure where the others do.

What nobody is responsible for nobody does.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: 序号 3 with an empty 责任单位
Right: 责任单位：市民政局
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import DeclarationKind
from hongtou.model.task import Holds
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_UNITS = frozenset({Holds.UNITS, Holds.LEAD, Holds.OTHERS})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows that name nobody; without a table, measures. Where a declaration adds units to all, nobody is missed."""
    if any(d.kind is DeclarationKind.ADDS_UNITS for d in facts.notice.declarations):
        return
    if facts.policy.tasks is not None:
        yield from _rows(facts, any(column.holds in _UNITS for column in facts.policy.tasks.columns))
        return
    for part in facts.parts:
        yield from _measures(part)


def _rows(facts: Facts, has_column: bool) -> Iterator[Hit]:
    """Yield rows without a unit; without a column for units one may stand with the measure."""
    without = [row for row in facts.rows if not row.duties.assignments]
    if len(without) == len(facts.rows) and not has_column:
        if not any(part.duties.assignments for part in facts.parts):
            message = _("neither the table nor the text names a unit.")
            yield Hit(Place("tasks", ("tasks",)), message, _("Add “assignments” to the tasks."))
        return
    for row in without:
        part = facts.part.get(getattr(row.duties, "measure", None) or "")
        if has_column or part is None or not part.duties.assignments:
            message = _("row {number} names no unit.").format(number=row.label)
            yield Hit(row.head, message, _("Add “assignments”."))


def _measures(part: Holder) -> Iterator[Hit]:
    """Yield the measures under ``part`` that name nobody where most of them do."""
    without = [one for one in part.children if not any(below.duties.assignments for below in one.below())]
    if part.duties.assignments or len(without) * 2 >= len(part.children):
        return
    for one in without:
        message = _("“{name}” names no unit; the others do.").format(name=one.called)
        yield Hit(one.head, message, _("Add “assignments”."))
