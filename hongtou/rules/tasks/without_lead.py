"""A task of several units says who leads.

Where a paper never says it, one note tells so and nobody is made to lead; where other rows have a lead, the row that
has none was forgotten.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 责任单位：市民政局、财政局
Right: 牵头单位：市民政局；配合单位：市财政局
Fix: none: "the first leads" holds only where the paper says so.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.notice import DeclarationKind
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield rows of several units without a lead; one note where no row of the paper has one."""
    if any(d.kind is DeclarationKind.FIRST_LEADS for d in facts.notice.declarations):
        return
    without = [row for row in facts.rows if _is_shared(row) and not _leads(row)]
    if without and not any(_leads(holder) for holder in facts.holders):
        message = _("no row says who leads ({count} rows have several units).").format(count=len(without))
        hint = _("If somebody leads, give “role: lead”; if the first always does, declare “first_leads”.")
        yield Hit(Place("tasks", ("tasks",)), message, hint, severity=Severity.INFO)
        return
    for row in without:
        message = _("row {number} does not say who leads; others do.").format(number=row.label)
        yield Hit(row.head, message, _("Give one assignment “role: lead”."))


def _leads(holder: Holder) -> bool:
    return any(
        a.role in (Role.LEAD, Role.IMPLEMENT, Role.COORDINATE) and a.covers is None
        for a in holder.duties.assignments
    )


def _is_shared(row: Holder) -> bool:
    return sum(len([*unit_names(a.units)]) for a in row.duties.assignments) > 1
