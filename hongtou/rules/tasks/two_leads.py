"""One unit leads a task.

Two wait for each other. Some papers have it all the same.

Clause: 党政机关公文处理工作条例, 16(4)
Binding: practice
Wrong: 市民政局、市财政局牵头
Right: 市民政局牵头，市财政局配合
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield tasks, or single sentences of them, with several leads."""
    for holder in facts.holders:
        leads: dict[str | None, list[tuple[int, str]]] = {}
        for number, assignment in enumerate(holder.duties.assignments):
            if assignment.role is Role.LEAD:
                found = leads.setdefault(assignment.covers, [])
                found += [(number, name) for name in unit_names(assignment.units)]
        for several in leads.values():
            if len(several) > 1:
                message = _("{count} units lead this: {names}.").format(
                    count=len(several), names="、".join(name for _number, name in several)
                )
                number, name = several[1]
                place = holder.at("assignments", number, "units", words=name)
                yield Hit(place, message, _("Let one lead and the others support."))
