"""Who owes a task: units that stand twice, in two roles, or not at all; and names in data that no model could read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.duty import Assignment, Role
from hongtou.source.check import Location
from hongtou.source.guess import UNIT_LISTS
from hongtou.source.typed import Fault


def misassigned(assignments: Sequence[Assignment]) -> Iterator[Fault]:
    """Yield what is wrong with the assignments of one task; places are below them."""
    for number, assignment in enumerate(assignments):
        at: Location = (number, "units")
        if not any(True for _name in unit_names(assignment.units)):
            message = _("the assignment names no unit.")
            yield at, message, _("Name the units, or take the assignment away.")
        for place, name in _twice(assignment):
            message = _("“{name}” stands twice in this list.").format(name=name)
            yield (*at, *place), message, _("Keep one of the two.")
    yield from _two_roles(assignments)


def _twice(assignment: Assignment) -> Iterator[tuple[Location, str]]:
    seen: set[str] = set()
    for place, name in _places(assignment):
        if name in seen:
            yield place, name
        seen.add(name)


def _places(assignment: Assignment) -> Iterator[tuple[Location, str]]:
    for number, entry in enumerate(assignment.units):
        if isinstance(entry, str):
            yield (number,), entry
        else:
            yield from (((number, position), name) for position, name in enumerate(entry))


def _two_roles(assignments: Sequence[Assignment]) -> Iterator[Fault]:
    """Yield units that lead and have another role in the same task, or in the same sentence of it."""
    leads = {(a.covers, name) for a in assignments if a.role is Role.LEAD for name in unit_names(a.units)}
    for number, assignment in enumerate(assignments):
        if assignment.role is Role.LEAD:
            continue
        for place, name in _places(assignment):
            if (assignment.covers, name) in leads:
                message = _("“{name}” leads this task, and is “{role}” in it as well.")
                hint = _("Take it out of one of the two; “covers: …” gives a role for one sentence only.")
                yield (number, "units", *place), message.format(name=name, role=assignment.role), hint


def names_in(data: object, at: Location = ()) -> Iterator[tuple[Location, str]]:
    """Yield the names of units in ``data`` as it was read, with their places: for a file that fits no model."""
    if isinstance(data, dict):
        for key, value in data.items():
            if key in UNIT_LISTS and isinstance(value, list):
                yield from _strings(value, (*at, key))
            else:
                yield from names_in(value, (*at, key))
    elif isinstance(data, list):
        for number, value in enumerate(data):
            yield from names_in(value, (*at, number))


def _strings(values: list[object], at: Location) -> Iterator[tuple[Location, str]]:
    for number, value in enumerate(values):
        if isinstance(value, str):
            yield (*at, number), value
        elif isinstance(value, list):
            yield from _strings(value, (*at, number))
