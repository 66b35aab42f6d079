"""Whom a comparison concerns 影响: units by duties, and what has to be sent to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from hongtou.diff.change import Change, Level, Match, PolicyDiff
from hongtou.diff.parties import Parties, succession
from hongtou.diff.parts import Kind
from hongtou.diff.tokens import fold
from hongtou.duties import Duty, duties_of
from hongtou.model.duty import Role
from hongtou.model.policy import Policy


class Mark(StrEnum):
    """What happened to a unit's part in a duty."""

    GAINED = "+"
    LOST = "-"
    ROLE = "~"
    CHANGED = "Δ"
    PARTNERS = "◇"
    NUMBER = "№"
    SAME = "·"


class Action(StrEnum):
    """What is to be sent to a unit: a new letter 重发责任函, a note 简函告知, nothing 不发."""

    LETTER = "letter"
    NOTE = "note"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Pair:
    """A duty before and after; None where it is not on that side."""

    match: Match
    old: Duty | None
    new: Duty | None
    changes: tuple[Change, ...]

    @cached_property
    def telling(self) -> tuple[Change, ...]:
        """The changes of its words and numbers, and those of who has it; none where only words beside its own changed."""
        same = self.old is not None and self.new is not None and _said(self.old) == _said(self.new)
        return tuple(change for change in self.changes if not (same and change.field in ("text", "closing")))

    @property
    def duty(self) -> Duty:
        """The duty as it is, or was last."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True)
class Cell:
    """A unit's part in a duty, before and after."""

    pair: Pair
    mark: Mark
    level: Level | None
    old: Role | None
    new: Role | None

    @property
    def what(self) -> tuple[int, Mark, Level | None, Role | None, Role | None]:
        """All that it says, to be held against another."""
        return id(self.pair), self.mark, self.level, self.old, self.new


@dataclass(frozen=True)
class Concern:
    """What a comparison means for a unit, or a set of units that the policy names as one.

    ``members`` are the units behind the name. ``cells`` are only those duties in which it has or had a part.
    """

    unit: str
    members: tuple[str, ...]
    cells: tuple[Cell, ...]
    heir: str = ""

    @property
    def level(self) -> Level | None:
        """The gravest level, None where nothing changed for it."""
        return min((cell.level for cell in self.cells if cell.level is not None), default=None)

    @property
    def action(self) -> Action:
        """What is to be sent."""
        if self.level is None or self.level is Level.F:
            return Action.NOTHING
        return Action.LETTER if self.level <= Level.C else Action.NOTE


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
        ours, theirs = (
            _by_part(duties_of(self.old), self.diff, 0),
            _by_part(duties_of(self.new), self.diff, 1),
        )
        changes = _by_holder(self.diff)
        found: list[Pair] = []
        for match in self.diff.matches:
            before = ours.get(match.old.key, []) if match.old is not None else []
            after = theirs.get(match.new.key, []) if match.new is not None else []
            own = changes.get(match.part.key, ())
            found += (Pair(match, was, now, own) for was, now in _paired(before, after))
        return tuple(found)

    @cached_property
    def concerns(self) -> tuple[Concern, ...]:
        """Every unit and set that a duty names in one of the versions, in the order of the register.

        A member of a set for which something else changed than for the others stands by itself.
        """
        sets = {name: self._alike(name) for name in self._named if not self._is_unit(name)}
        apart = {unit for name, alike in sets.items() for unit in self._members(name) if unit not in alike}
        found = []
        for name in self._order:
            if name in sets:
                cells = self._of_set(name, sets[name])
                found += [Concern(name, sets[name], cells)] if cells else []
            elif name in self._named or name in apart:
                found.append(Concern(name, (name,), self.by_unit.get(name, ()), self.heirs.get(name, "")))
        return tuple(found)

    @cached_property
    def by_unit(self) -> dict[str, tuple[Cell, ...]]:
        """The parts of each single unit in all duties, whether it is named or a member of a set that is."""
        found: dict[str, list[Cell]] = {}
        for pair in self.pairs:
            was, now = self.before.units(pair.old), self.after.units(pair.new)
            for unit in dict.fromkeys((*was, *now)):
                found.setdefault(unit, []).append(self._cell(pair, was.get(unit), now.get(unit)))
        return {unit: tuple(found[unit]) for unit in self._order if unit in found}

    @cached_property
    def general(self) -> tuple[Change, ...]:
        """The changes that concern no duty of somebody, but all who have the paper."""
        theirs = {change.id for pair in self.pairs for change in pair.telling}
        return tuple(
            change
            for change in self.diff.substantive
            if change.id not in theirs
            and change.match.part.kind not in (Kind.UNIT, Kind.SET, Kind.TABLE, Kind.SETTINGS)
        )

    @cached_property
    def _order(self) -> tuple[str, ...]:
        """All names of today but the issuer's, in the order of the register."""
        old = (self.today.get(entry.name, entry.name) for entry in self.old.register.entries)
        names = (*(entry.name for entry in self.new.register.entries), *old)
        return tuple(name for name in dict.fromkeys(names) if name != self.new.register.issuer)

    @cached_property
    def _named(self) -> dict[str, None]:
        pairs = self.pairs
        names = (n for p in pairs for n in (*self.before.named(p.old), *self.after.named(p.new)))
        return dict.fromkeys(names)

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

    def _cell(self, pair: Pair, old: Role | None, new: Role | None) -> Cell:
        """Return the part of somebody in a duty; its partners are those that the paper names."""
        mark, level = _mark(pair, old, new, self.before.named(pair.old) != self.after.named(pair.new))
        return Cell(pair, mark, level, old, new)


def _by_part(duties: Iterable[Duty], diff: PolicyDiff, side: int) -> dict[str, list[Duty]]:
    """Return the duties by the key of the part that holds them."""
    keys = {}
    for match in diff.matches:
        part = (match.old, match.new)[side]
        if part is not None and part.id:
            keys[part.id, part.kind is Kind.TASK] = part.key
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(keys[duty.id, duty.table], []).append(duty)
    return found


def _by_holder(diff: PolicyDiff) -> dict[str, tuple[Change, ...]]:
    """Return the changes by the part they are in, those of an item also by the part it is an item of."""
    found: dict[str, tuple[Change, ...]] = {}
    for change in diff.changes:
        part = change.match.part
        for key in (part.key, *([part.parent] if part.kind is Kind.ITEM else [])):
            found[key] = (*found.get(key, ()), change)
    return found


def _paired(ours: Sequence[Duty], theirs: Sequence[Duty]) -> Iterator[tuple[Duty | None, Duty | None]]:
    """Yield the duties of one part in pairs: those of the same words first, the rest in their order."""
    left = [*ours]
    rest: list[Duty] = []
    for duty in theirs:
        twin = next((one for one in left if one.sentences == duty.sentences), None)
        if twin is None:
            rest.append(duty)
        else:
            left.remove(twin)
            yield twin, duty
    for number in range(max(len(left), len(rest))):
        yield (left[number] if number < len(left) else None), (rest[number] if number < len(rest) else None)


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
    if pair.old is not None and pair.new is not None and pair.old.label != pair.new.label:
        return Mark.NUMBER, Level.E
    return Mark.SAME, level


def _text_level(pair: Pair) -> Level | None:
    """Return the gravest level of what changed in the words and numbers of a duty; None where nothing did."""
    levels = (change.level for change in pair.telling if change.shift is None and change.field)
    return min(levels, default=None)


def _said(duty: Duty) -> str:
    return fold("".join(duty.sentences))
