"""A printed unit list names the units of the data.

Letters go to the units of the data; the table shows the printed list.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: units: [市民政局] and printed: 市民政局、财政局
Right: units: [市民政局, 市财政局] and printed: 市民政局、财政局
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterable, Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.units import parse_list

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Yield printed lists that read as other units; where a name cannot be read, only as a warning."""
    for holder in facts.holders:
        for number, assignment in enumerate(holder.duties.assignments):
            if assignment.printed is not None and (found := _difference(facts, assignment)):
                message, severity = found
                place = holder.at("assignments", number, "printed")
                yield Hit(place, message, _("Make “units” and “printed” say the same."), severity=severity)


def _difference(facts: Facts, assignment: Assignment) -> tuple[str, Severity] | None:
    read = parse_list(assignment.printed or "", facts.register)
    given = [*unit_names(assignment.units)]
    if read.problems:
        names = "、".join(problem.name for problem in read.problems)
        message = _("the printed list names {names}, which the register does not know.")
        return message.format(names=names), Severity.WARNING
    if {*read.names} != {*given} and _units(facts, read.names) != _units(facts, given):
        return _("the printed list reads as {names}.").format(names="、".join(read.names)), Severity.ERROR
    if read.open and not assignment.open:
        return _("the printed list ends in 等, and “open” is not set."), Severity.WARNING
    return None


def _units(facts: Facts, names: Iterable[str]) -> frozenset[str]:
    """Return the units of ``names``; a set without members stands for itself."""
    return frozenset[str]().union(*(facts.members(name) or {name} for name in names))
