"""Whose a duty is 责任单位, on each side of a comparison and by the names of today: renamed, merged, in a set or not."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from hongtou.duties import Duty
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.register import Register, Unit, UnitSet


class Succession(NamedTuple):
    """What became of the names of a register.

    ``today`` are former names of what is only called otherwise now 更名, ``heirs`` the units that took over units which
    are no more 并入: the register has the former name as an alias, and the same of others.
    """

    today: dict[str, str]
    heirs: dict[str, str]


def succession(old: Register, new: Register) -> Succession:
    """Return which names of ``old`` stand for which of ``new``."""
    behind: dict[str, list[str]] = {}
    for entry in old.entries:
        if (found := _counterpart(entry, new)) is not None:
            behind.setdefault(found.name, []).append(entry.name)
    alone = {names[0]: name for name, names in behind.items() if len(names) == 1 and names[0] != name}
    several = {former: name for name, names in behind.items() if len(names) > 1 for former in names}
    heirs = {former: name for former, name in several.items() if former != name}
    return Succession(alone, heirs)


def _counterpart(entry: Unit | UnitSet, new: Register) -> Unit | UnitSet | None:
    found = new.find(entry.name)
    return found if type(found) is type(entry) else None


class Parties:
    """Who has which part in the duties of one version; names are those of today."""

    def __init__(self, register: Register, today: dict[str, str]) -> None:
        self._register, self._today = register, today
        self._former = {name: former for former, name in today.items()}

    @cache  # noqa: B019 - as long as a comparison
    def named(self, duty: Duty | None) -> dict[str, Role]:
        """Return the part of each unit and set that ``duty`` names; the first where one is named twice."""
        found: dict[str, Role] = {}
        for name, role in _assigned(duty):
            found.setdefault(self._today.get(name, name), role)
        return found

    @cache  # noqa: B019 - as long as a comparison
    def units(self, duty: Duty | None) -> dict[str, Role]:
        """Return the part of each single unit: the one it is named for, before one it has as a member of a set."""
        named = self.named(duty)
        found = {name: role for name, role in named.items() if self.members(name) == (name,)}
        for name, role in named.items():
            for unit in self.members(name):
                found.setdefault(unit, role)
        return found

    @cache  # noqa: B019 - as long as a comparison
    def members(self, name: str) -> tuple[str, ...]:
        """Return the single units that ``name`` stands for; nothing for a stranger and a set that is not resolved."""
        entry = self._register.by_name.get(self._former.get(name, name))
        units = self._register.expand(entry.name) if entry is not None else ()
        return tuple(self._today.get(unit.name, unit.name) for unit in units)

    def leads(self, duty: Duty | None) -> list[str]:
        """Return who leads 牵头单位, as named."""
        return [name for name, role in self.named(duty).items() if role is Role.LEAD]


def _assigned(duty: Duty | None) -> Iterator[tuple[str, Role]]:
    for assignment in duty.assignments if duty is not None else ():
        for name in unit_names(assignment.units):
            yield name, assignment.role
