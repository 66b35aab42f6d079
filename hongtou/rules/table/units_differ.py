"""A measure that names its units names those of its row, and the same lead.

Body and table assign the same task to different units. The table may name more than the body where the body's list is
open (等) or names only who leads.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: （市民政局负责） in the body, 市财政局 in the table
Right: the same units in both
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterable, Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment, Role
from hongtou.model.notice import DeclarationKind
from hongtou.rules.facts import Facts, Holder, sentences
from hongtou.rules.hit import Hit, Place
from hongtou.rules.targets import labels

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield measures whose units, or whose lead, are not those of their rows."""
    declared = [d.units for d in facts.notice.declarations if d.kind is DeclarationKind.ADDS_UNITS]
    added = [name for units in declared for name in unit_names(units)]
    for part in facts.parts:
        rows = facts.rows_of.get(part.id, ())
        ours = _whole([part])
        theirs = _whole(rows) if ours else []
        if ours and theirs:
            for name, text, severity in _compared(facts, ours, theirs, added, labels(rows)):
                hint = _("Name the same units in both places.")
                yield Hit(_place(part, name), text, hint, severity=severity)


def _compared(
    facts: Facts, ours: list[Assignment], theirs: list[Assignment], added: list[str], rows: str
) -> Iterator[tuple[str, str, Severity | None]]:
    """Yield how two sides differ, if they do: a unit of the first, what is to be said, and how grave it is."""
    more = _odd(facts, _names(ours), [*_names(theirs), *added])
    less = _odd(facts, _names(theirs), [*_names(ours), *added])
    leads = _leads(ours), _leads(theirs)
    if any(one.open for one in theirs):
        more = []
    if any(one.open for one in ours) or all(one.role is Role.LEAD for one in ours):
        less = []
    if more and less:
        message = _("the body gives this to {ours}, row {rows} of the table to {theirs}.")
        yield more[0], message.format(rows=rows, ours=_listed(more), theirs=_listed(less)), None
    elif more:
        message = _("the body gives this to {ours}, row {rows} of the table does not.")
        yield more[0], message.format(rows=rows, ours=_listed(more)), None
    elif all(leads) and set(leads[0]).isdisjoint(leads[1]):
        message = _("{ours} leads in the body, {theirs} in row {rows} of the table.")
        yield leads[0][0], message.format(rows=rows, ours=_listed(leads[0]), theirs=_listed(leads[1])), None
    elif less:
        # The table is where details belong; units that only it has may be meant so.
        message = _("row {rows} of the table gives this to {theirs} too, the body does not.")
        yield _names(ours)[0], message.format(rows=rows, theirs=_listed(less)), Severity.INFO


def _place(part: Holder, name: str) -> Place:
    """Return where the first assignment of ``part`` that names it names the unit ``name``."""
    for number, assignment in enumerate(part.duties.assignments):
        for path, unit in sentences(assignment.units, (*part.path, "assignments", number, "units")):
            if unit == name and assignment.covers is None:
                return Place(part.file, path, name, part.id)
    return part.at("assignments")


def _listed(names: Sequence[str]) -> str:
    return "、".join(names[:5]) + ("……" if len(names) > 5 else "")


def _whole(holders: Sequence[Holder]) -> list[Assignment]:
    return [a for holder in holders for a in holder.duties.assignments if a.covers is None]


def _names(assignments: Iterable[Assignment]) -> list[str]:
    return [name for assignment in assignments for name in unit_names(assignment.units)]


def _leads(assignments: Iterable[Assignment]) -> list[str]:
    return _names(assignment for assignment in assignments if assignment.role is Role.LEAD)


def _odd(facts: Facts, names: Sequence[str], others: Sequence[str]) -> list[str]:
    """Return which of ``names`` are not among ``others``, themselves or with all their members."""
    known = dict.fromkeys(others)
    odd = [name for name in dict.fromkeys(names) if name not in known]
    sets = [facts.members(other) for other in known] if odd else []
    return [name for name in odd if not _is_among(name, facts.members(name), sets, [*known])]


def _is_among(
    name: str, members: frozenset[str], sets: Sequence[frozenset[str]], others: Sequence[str]
) -> bool:
    """Whether ``name`` is in one of ``sets``, or all its ``members`` are among them and the ``others``."""
    if any(name in one for one in sets):
        return True
    return bool(members - {name}) and members <= frozenset(others).union(*sets)
