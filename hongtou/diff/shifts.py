"""Units that a part gained and lost 责任单位增减, one change for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from hongtou.diff.change import Change, Level, Match, UnitShift, Verb
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment, Role

_FIELD = "assignments"


def shifts(match: Match, old: Sequence[Assignment], new: Sequence[Assignment]) -> Iterator[Change]:
    """Yield who comes, goes, and plays another part; only a change of form where it is the same people."""
    ours, theirs = roles(old), roles(new)
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
        yield _form(match, old, new)


def roles(assignments: Sequence[Assignment]) -> dict[str, Role]:
    """Return the part of each unit that is named; the first where one is named twice."""
    found: dict[str, Role] = {}
    for assignment in assignments:
        for unit in unit_names(assignment.units):
            found.setdefault(unit, assignment.role)
    return found


def _form(match: Match, old: Sequence[Assignment], new: Sequence[Assignment]) -> Change:
    """Return the change of a list whose people are the same: its order, its groups, or what it stands for."""
    open_ = {a.open for a in old} != {a.open for a in new}
    level = Level.C if open_ else Level.E if [*roles(old)] != [*roles(new)] else Level.F
    return Change(match, Verb.CHANGE, level, _FIELD, _listed(old), _listed(new))


def _listed(assignments: Sequence[Assignment]) -> str:
    return "；".join(_one(assignment) for assignment in assignments)


def _one(assignment: Any) -> str:
    return assignment.printed or "、".join(unit_names(assignment.units)) + ("等" if assignment.open else "")
