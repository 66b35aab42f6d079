"""Units that a part gained and lost 责任单位增减, one change for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hongtou.diff.change import Change, Level, Match, PolicyDiff, UnitShift, Verb
from hongtou.diff.parts import Kind
from hongtou.diff.reading import Reading
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment, Role

_FIELD = "assignments"


def shifts(
    match: Match, old: Sequence[Assignment], new: Sequence[Assignment], known: Reading
) -> Iterator[Change]:
    """Yield who comes, goes, and plays another part; only a change of form where it is the same people.

    A unit that only has another name now is the same unit.
    """
    first = known.leads(match)
    theirs = roles(new, first_leads=first)
    ours: dict[str, Role] = {}
    for unit, role in roles(old, first_leads=first).items():
        ours.setdefault(known.renamed.get(unit, unit), role)
    count = 0
    for unit in dict.fromkeys((*ours, *theirs)):
        was, now = ours.get(unit), theirs.get(unit)
        if was != now:
            count += 1
            verb = Verb.ADD if was is None else Verb.DELETE if now is None else Verb.CHANGE
            shift = UnitShift(unit, was, now)
            gone, come = (unit if was else None), (unit if now else None)
            yield Change(match, verb, Level.A, _FIELD, gone, come, shift=shift)
    if not count:
        yield _form(match, old, new, same_order=[*ours] == [*theirs])


def roles(assignments: Sequence[Assignment], *, first_leads: bool = False) -> dict[str, Role]:
    """Return the part of each unit that is named; the first where one is named twice.

    With ``first_leads`` the first of all leads where none is said to.
    """
    found: dict[str, Role] = {}
    for assignment in assignments:
        for unit in unit_names(assignment.units):
            found.setdefault(unit, assignment.role)
    if first_leads and found and Role.LEAD not in found.values():
        found[next(iter(found))] = Role.LEAD
    return found


def _form(match: Match, old: Sequence[Assignment], new: Sequence[Assignment], *, same_order: bool) -> Change:
    """Return the change of a list whose people are the same: its order, its groups, or what it stands for."""
    open_ = {a.open for a in old} != {a.open for a in new}
    level = Level.C if open_ else Level.F if same_order else Level.E
    return Change(match, Verb.CHANGE, level, _FIELD, _listed(old), _listed(new))


def _listed(assignments: Sequence[Assignment]) -> str:
    return "；".join(_one(assignment) for assignment in assignments)


def _one(assignment: Any) -> str:
    return assignment.printed or "、".join(unit_names(assignment.units)) + ("等" if assignment.open else "")


def renamed(diff: PolicyDiff, shown: Sequence[Change]) -> list[tuple[str, str]]:
    """Return the old and the new name of units that changed it and are named in the old paper, among ``shown``."""
    names = {
        name for m in diff.matches if m.old is not None for name in roles(getattr(m.old.data, _FIELD, ()))
    }
    return [
        (change.old, change.new)
        for change in shown
        if change.match.part.kind in (Kind.UNIT, Kind.SET) and change.field == "name"
        if change.old in names and change.new is not None
    ]
