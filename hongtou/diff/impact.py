"""Whom a comparison concerns 影响: units by duties, and what has to be sent to each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property

from hongtou.diff.change import Change, Level, PolicyDiff, Verb
from hongtou.diff.concern import Action, Cell, Concern, Mark, Pair
from hongtou.diff.duty_pairs import duty_pairs
from hongtou.diff.parties import Parties, succession
from hongtou.diff.parts import Kind
from hongtou.diff.tokens import fold
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.notice import Notice
from hongtou.model.policy import Policy

__all__ = ["Action", "Cell", "Concern", "Impact", "Mark", "Pair"]


class Impact:
    """Units × duties of two versions.

    ``before`` and ``after`` say whose the duties of each version are; ``heirs`` which unit took over one that is no more.
    """

    def __init__(self, old: Policy, new: Policy, diff: PolicyDiff) -> None:
        self.old, self.new, self.diff = old, new, diff
        self.today, self.heirs = succession(old.register, new.register)
        self.before, self.after = Parties(old.register, self.today), Parties(new.register, {})

    @cached_property
    def pairs(self) -> tuple[Pair, ...]:
        """The duties of both versions, those of one part together, in the order of the comparison."""
        return tuple(duty_pairs(self.old, self.new, self.diff))

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """Every unit and set that a duty names in one of the versions, in the order of the register.

        A member of a set for which something else changed than for the others stands by itself.
        """
        sets = {name: self._alike(name) for name in self.named if not self._is_unit(name)}
        apart = {unit for name, alike in sets.items() for unit in self._members(name) if unit not in alike}
        found = []
        for name in self.order:
            if name in sets:
                cells = self._of_set(name, sets[name])
                found += [Concern(name, sets[name], cells, common=self.common)] if cells else []
            elif name in self.named or name in apart or self.taken_over(name):
                cells, heir = self.by_unit.get(name, ()), self.heirs.get(name, "")
                found.append(Concern(name, (name,), cells, heir, self.common, bool(self.taken_over(name))))
        return tuple(found)

    @cached_property
    def by_unit(self) -> dict[str, tuple[Cell, ...]]:
        """The parts of each single unit in all duties, whether it is named or a member of a set that is."""
        found: dict[str, list[Cell]] = {}
        for pair in self.pairs:
            was, now = self.before.units(pair.old), self.after.units(pair.new)
            for unit in dict.fromkeys((*was, *now)):
                cell = self._cell(pair, was.get(unit), now.get(unit))
                found.setdefault(unit, []).append(self._turned(cell, unit))
        return {unit: tuple(found[unit]) for unit in self.order if unit in found}

    @cached_property
    def general(self) -> tuple[Change, ...]:
        """The changes that concern no duty of somebody, but all who have the paper; none of its number, date or addressees."""
        theirs = {change.id for pair in self.pairs for change in pair.telling}
        return tuple(change for change in self.diff.substantive if change.id not in theirs and _asks(change))

    @cached_property
    def common(self) -> bool:
        """Whether all have to be written to.

        A report, a contact, or a number or date that is asked of all has changed, or a whole part of what is.
        """
        reports = _reports(self.old.notice, self.today) != _reports(self.new.notice, {})
        contacts = _contacts(self.old.notice) != _contacts(self.new.notice)
        return reports or contacts or any(map(_weighs, self.general))

    @cached_property
    def _beside(self) -> dict[tuple[int, str], list[Pair]]:
        """The duties of both versions by side and part, for those that were merged and split."""
        found: dict[tuple[int, str], list[Pair]] = {}
        for pair in self.pairs:
            for side, part in enumerate((pair.match.old, pair.match.new)):
                if part is not None:
                    found.setdefault((side, part.key), []).append(pair)
        return found

    @cached_property
    def order(self) -> tuple[str, ...]:
        """All names of today but the issuer's, in the order of the register."""
        old = (self.today.get(entry.name, entry.name) for entry in self.old.register.entries)
        names = (*(entry.name for entry in self.new.register.entries), *old)
        return tuple(name for name in dict.fromkeys(names) if name != self.new.register.issuer)

    @cached_property
    def named(self) -> dict[str, None]:
        """All units and sets that duties name on either side."""
        pairs = self.pairs
        names = (n for p in pairs for n in (*self.before.named(p.old), *self.after.named(p.new)))
        return dict.fromkeys(names)

    def former(self, name: str) -> str:
        """Return what ``name`` was called in the old version."""
        return next((old for old, new in self.today.items() if new == name), name)

    def taken_over(self, unit: str) -> list[str]:
        """Return the units that ``unit`` took over and that had duties."""
        return [name for name, heir in self.heirs.items() if heir == unit and name in self.by_unit]

    def _is_unit(self, name: str) -> bool:
        return (name,) in (self.after.members(name), self.before.members(name))

    def _members(self, name: str) -> tuple[str, ...]:
        """Return who belongs or belonged to the set ``name``."""
        return tuple(dict.fromkeys((*self.after.members(name), *self.before.members(name))))

    def _alike(self, name: str) -> tuple[str, ...]:
        """Return the members of the set ``name`` that the same changed for: the most of those that stay in it."""
        groups: dict[object, list[str]] = {}
        for unit in self._members(name):
            groups.setdefault(tuple(cell.what for cell in self._in_set(name, unit)), []).append(unit)
        stay = {*self.before.members(name)} & {*self.after.members(name)}
        best = max(groups.values(), key=lambda group: (len(stay & {*group}), len(group)), default=[])
        return tuple(best)

    def _in_set(self, name: str, unit: str) -> tuple[Cell, ...]:
        """Return the cells of ``unit`` in the duties that name the set ``name``."""
        return tuple(
            cell
            for cell in self.by_unit.get(unit, ())
            if name in self.before.named(cell.pair.old) or name in self.after.named(cell.pair.new)
        )

    def _of_set(self, name: str, members: Sequence[str]) -> tuple[Cell, ...]:
        """Return the cells of a set: those of its members, by its name where nobody knows who they are."""
        if members:
            return self._in_set(name, members[0])
        roles = ((p, self.before.named(p.old), self.after.named(p.new)) for p in self.pairs)
        found = ((p, was.get(name), now.get(name)) for p, was, now in roles)
        return tuple(self._cell(p, old, new) for p, old, new in found if old or new)

    def _turned(self, cell: Cell, unit: str) -> Cell:
        """Return ``cell``, told as merged or split where ``unit`` has a part in what it was merged into or split off."""
        change = cell.pair.turned
        if change is None or cell.mark not in (Mark.GAINED, Mark.LOST):
            return cell
        side = 0 if change.verb is Verb.SPLIT else 1
        beside = (pair for part in change.others for pair in self._beside.get((side, part.key), ()))
        asked = (self.before.units(p.old) if side == 0 else self.after.units(p.new) for p in beside)
        mark = Mark.SPLIT if change.verb is Verb.SPLIT else Mark.MERGED
        return replace(cell, mark=mark) if any(unit in roles for roles in asked) else cell

    def _cell(self, pair: Pair, old: Role | None, new: Role | None) -> Cell:
        """Return the part of somebody in a duty; its partners are those that the paper names."""
        mark, level = _mark(pair, old, new, self.before.named(pair.old) != self.after.named(pair.new))
        return Cell(pair, mark, level, old, new)


def _mark(pair: Pair, old: Role | None, new: Role | None, others: bool) -> tuple[Mark, Level | None]:
    """Return what happened to a part in a duty, and how much it matters; ``others``: whether it has other partners."""
    if old is None or new is None:
        return (Mark.GAINED if old is None else Mark.LOST), Level.A
    if old is not new:
        return Mark.ROLE, Level.A
    level = _text_level(pair)
    if level is not None and level <= Level.C:
        return Mark.CHANGED, level
    if others:
        return Mark.PARTNERS, Level.D
    if level is not None and level < Level.F:
        return Mark.PARTNERS, level
    if pair.old is not None and pair.new is not None and pair.old.label != pair.new.label:
        return Mark.NUMBER, Level.E
    return Mark.SAME, level


_ASKING = frozenset({"preamble", "closing", "reports", "contacts", "declarations"})
"""Fields of the head that ask something; the others say what the paper is, and whose."""


def _asks(change: Change) -> bool:
    """Whether ``change`` is one of what is asked, and not of the head of the paper, the register or the settings."""
    kind = change.match.part.kind
    if kind is Kind.HEAD:
        return change.field.partition("/")[0] in _ASKING
    return kind not in (Kind.UNIT, Kind.SET, Kind.TABLE, Kind.SETTINGS)


def _text_level(pair: Pair) -> Level | None:
    """Return the gravest level of what changed in the words and numbers of a duty; None where nothing did."""
    levels = (change.level for change in pair.telling if change.shift is None and change.field)
    return min(levels, default=None)


def _weighs(change: Change) -> bool:
    """Whether a change of what is asked of all has to be told to all."""
    return change.level <= Level.B or (not change.field and change.verb in (Verb.ADD, Verb.DELETE))


def _reports(notice: Notice, today: dict[str, str]) -> list[tuple[object, ...]]:
    """Return what is to be reported by when, by and to whom; no ids."""
    return [
        (r.name, today.get(r.to, r.to), [today.get(u, u) for u in unit_names(r.by)], fold(r.deadline.printed))
        for r in notice.reports
    ]


def _contacts(notice: Notice) -> list[str]:
    return [fold("|".join(filter(None, (c.name, c.phone, c.email, c.printed)))) for c in notice.contacts]
