"""The unit register 单位登记表: every unit once, and the sets 各镇街 they form."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Literal

from pydantic import Field, StrictBool

from hongtou.i18n import _
from hongtou.model.base import Model, Sentence


class UnitKind(StrEnum):
    """What a unit is 单位性质."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    PARTY_BODY = "party_body"
    MASS_ORGANISATION = "mass_organisation"
    VERTICAL_BODY = "vertical_body"
    TOWN = "town"
    STREET = "street"
    FUNCTION_ZONE = "function_zone"
    INSTITUTION = "institution"
    COMPANY = "company"
    OTHER = "other"


class Relation(StrEnum):
    """How a unit stands to the issuer 与发文机关的关系; decides whether a letter tells or asks."""

    SELF = "self"
    SUPERIOR = "superior"
    DEPARTMENT = "department"
    PARTY_BODY = "party_body"
    MASS_ORGANISATION = "mass_organisation"
    VERTICAL_BODY = "vertical_body"
    TOWN_OR_STREET = "town_or_street"
    FUNCTION_ZONE = "function_zone"
    OTHER = "other"


class Unit(Model):
    """A unit 单位, known by ``name`` everywhere in the data."""

    name: Sentence
    """登记名称，通知和任务表里用它，如“市人力资源社会保障局”。"""
    full_name: Sentence | None = None
    """规范全称，如“中山市人力资源和社会保障局”。"""
    prefix: str = ""
    """冠称：一组中只在首个单位写出（市、市委、省……）；不写冠称的单位留空。"""
    kind: UnitKind = UnitKind.OTHER
    """单位性质：department 部门、party_body 党委部门、mass_organisation 群团组织、vertical_body 垂直管理单位……"""
    relation: Relation = Relation.OTHER
    """与发文机关的关系，决定函件的措辞。"""
    aliases: tuple[Sentence, ...] = ()
    """别称、曾用名；用于识别，不用于书写。"""
    parent: Sentence | None = None
    """上级单位（登记名称）。"""
    valid_from: datetime.date | None = None
    """启用日期。"""
    valid_to: datetime.date | None = None
    """停用日期。"""


class UnitSet(Model):
    """A named set of units 单位集合, printed as one, e.g. 各镇街."""

    name: Sentence
    """集合名称，如“各镇街”。"""
    prefix: str = ""
    """冠称（如“各”）：同组中前一个已写“各”时省去。"""
    members: tuple[Sentence, ...] = ()
    """成员（单位或集合的登记名称），按次序。"""
    resolved: StrictBool = True
    """成员是否明确；“各成员单位”之类写 false。"""
    aliases: tuple[Sentence, ...] = ()
    """别称。"""


@dataclass(frozen=True)
class RegisterProblem:
    """Something wrong in the register, at a path in its data such as ``("units", 3, "prefix")``."""

    path: tuple[str | int, ...]
    message: str
    hint: str = ""


class Register(Model):
    """The file ``units.yaml``."""

    schema_version: Literal[1] = Field(alias="schema")
    """本文件格式的版本。"""
    issuer: Sentence
    """本办公室（登记名称），即默认的发文机关。"""
    units: tuple[Unit, ...] = Field(min_length=1)
    """全部单位。"""
    sets: tuple[UnitSet, ...] = ()
    """单位集合。"""

    @property
    def entries(self) -> tuple[Unit | UnitSet, ...]:
        """All units, then all sets."""
        return (*self.units, *self.sets)

    @cached_property
    def by_name(self) -> dict[str, Unit | UnitSet]:
        """Every unit and set by its name."""
        return {entry.name: entry for entry in self.entries}

    @cached_property
    def by_alias(self) -> dict[str, Unit | UnitSet]:
        """Every unit and set by its aliases and full name."""
        found: dict[str, Unit | UnitSet] = {}
        for entry in self.entries:
            names = (
                *entry.aliases,
                *([entry.full_name] if isinstance(entry, Unit) and entry.full_name else []),
            )
            for name in names:
                found.setdefault(name, entry)
        return found

    def find(self, name: str) -> Unit | UnitSet | None:
        """Return the unit or set called ``name``, also by an alias or in full; None for a stranger."""
        return self.by_name.get(name) or self.by_alias.get(name)

    def unit(self, name: str) -> Unit:
        """Return the unit registered as ``name``. Raises KeyError for a set or a stranger."""
        entry = self.by_name[name]
        if not isinstance(entry, Unit):
            raise KeyError(name)
        return entry

    def expand(self, name: str) -> tuple[Unit, ...]:
        """Return the units ``name`` stands for, in order, each once; nothing for an unresolved set."""
        return tuple({unit.name: unit for unit in self._members(name, frozenset())}.values())

    def _members(self, name: str, seen: frozenset[str]) -> Iterator[Unit]:
        entry = self.find(name)
        if isinstance(entry, Unit):
            yield entry
        elif entry is not None and name not in seen:
            for member in entry.members:
                yield from self._members(member, seen | {name})

    def suggest(self, name: str) -> str:
        """Return the registered name that ``name`` most likely means, empty where none is near."""
        if entry := self.by_alias.get(name):
            return entry.name
        scored = ((_likeness(name, known), known) for known in self.by_name)
        score, best = max(scored, default=(0.0, ""))
        return best if score >= _NEAR else ""

    def problems(self) -> Iterator[RegisterProblem]:
        """Yield what is inconsistent: names used twice, unknown members, circles, prefixes that do not fit."""
        yield from self._double_names()
        if self.issuer not in self.by_name:
            yield self._unknown(("issuer",), self.issuer)
        elif isinstance(self.by_name[self.issuer], UnitSet):
            yield RegisterProblem(("issuer",), *set_issues(self.issuer))
        for number, entry in enumerate(self.units):
            yield from _misfits(("units", number), entry)
            if entry.parent is not None and entry.parent not in self.by_name:
                yield self._unknown(("units", number, "parent"), entry.parent)
        for number, group in enumerate(self.sets):
            yield from _misfits(("sets", number), group)
            for position, member in enumerate(group.members):
                if member not in self.by_name:
                    yield self._unknown(("sets", number, "members", position), member)
            if self._reaches(group.name, group.name, set()):
                message = _("the set “{name}” contains itself.").format(name=group.name)
                yield RegisterProblem(
                    ("sets", number, "members"), message, _("Take it out of its own members.")
                )

    def _unknown(self, path: tuple[str | int, ...], name: str) -> RegisterProblem:
        return RegisterProblem(path, *unregistered(self, name, _("Add it to the units.")))

    def _double_names(self) -> Iterator[RegisterProblem]:
        seen: set[str] = set()
        kinds: list[tuple[str, Sequence[Unit | UnitSet]]] = [("units", self.units), ("sets", self.sets)]
        for key, entries in kinds:
            for number, entry in enumerate(entries):
                for path, name in (
                    (("name",), entry.name),
                    *((("aliases", i), a) for i, a in enumerate(entry.aliases)),
                ):
                    if name in seen:
                        message = _("“{name}” is in the register twice.").format(name=name)
                        yield RegisterProblem(
                            (key, number, *path), message, _("Give each unit one name of its own.")
                        )
                    seen.add(name)

    def _reaches(self, start: str, goal: str, seen: set[str]) -> bool:
        entry = self.by_name.get(start)
        if not isinstance(entry, UnitSet) or start in seen:
            return False
        seen.add(start)
        return any(member == goal or self._reaches(member, goal, seen) for member in entry.members)


def _misfits(path: tuple[str | int, ...], entry: Unit | UnitSet) -> Iterator[RegisterProblem]:
    if not entry.name.startswith(entry.prefix) or entry.name == entry.prefix:
        message = _("“{name}” does not begin with its prefix “{prefix}”.").format(
            name=entry.name, prefix=entry.prefix
        )
        yield RegisterProblem(
            (*path, "prefix"), message, _("Write the prefix as it stands in the name, or leave it out.")
        )


def unregistered(register: Register, name: str, otherwise: str) -> tuple[str, str]:
    """Return message and hint for ``name``, which no entry has; ``otherwise`` is the hint where none is near."""
    if entry := register.by_alias.get(name):
        message = _("“{name}” is an alias of “{unit}”; in lists a unit stands by its register name.")
        return message.format(name=name, unit=entry.name), _("Write “{unit}”.").format(unit=entry.name)
    message = _("“{name}” is not in the register.").format(name=name)
    parts = [part.strip() for part in re.split("[，、；]", name) if part.strip()]
    if len(parts) > 1 and any(register.find(part) for part in parts):
        return message, _("Separate list entries by half-width commas: [{names}]").format(
            names=", ".join(parts)
        )
    near = register.suggest(name)
    return message, _("Did you mean “{name}”?").format(name=near) if near else otherwise


def set_issues(name: str) -> tuple[str, str]:
    """Return message and hint for a set in the place of an issuer."""
    message = _("“{name}” is a set of units; only a unit issues a paper.").format(name=name)
    return message, _("Name the unit, or each of the units.")


_NEAR = 0.5


def _likeness(name: str, known: str) -> float:
    """Return how alike two names are, 0 to 1: shared pairs of characters, or a clipping kept in order."""
    pairs, others = _pairs(name), _pairs(known)
    shared = (
        2 * len(pairs & others) / (len(pairs) + len(others)) if pairs and others else float(name == known)
    )
    clipped = 0.5 + 0.4 * len(name) / len(known) if len(name) > 2 and _in_order(name, known) else 0.0
    return max(shared, clipped)


def _pairs(name: str) -> set[str]:
    return {name[i : i + 2] for i in range(len(name) - 1)}


def _in_order(short: str, name: str) -> bool:
    rest = iter(name)
    return all(char in rest for char in short)
