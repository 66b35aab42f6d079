"""Whom a comparison concerns 影响: units by duties, and what has to be sent to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from hongtou.diff.change import Change, Level, Match, PolicyDiff
from hongtou.diff.parts import Kind
from hongtou.diff.tokens import fold
from hongtou.duties import Duty, duties_of
from hongtou.model.base import unit_names
from hongtou.model.duty import Role
from hongtou.model.policy import Policy
from hongtou.model.register import Register, Unit


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


@dataclass(frozen=True)
class Concern:
    """What a comparison means for a unit, or a set of units that the policy names as one.

    ``members`` are the units behind the name. ``cells`` are only those duties in which it has or had a part.
    """

    unit: str
    members: tuple[str, ...]
    cells: tuple[Cell, ...]

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
    """Units × duties of two versions."""

    def __init__(self, old: Policy, new: Policy, diff: PolicyDiff) -> None:
        self.old, self.new, self.diff = old, new, diff
        self._renamed = {
            m.old.name: m.new.name
            for m in diff.matches
            if m.old is not None and m.new is not None and m.part.kind in (Kind.UNIT, Kind.SET)
        }

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
        """Every unit and set that a duty names in one of the versions, in the order of the register."""
        named = {
            name for pair in self.pairs for name in (*self._roles(pair.old, True), *self._roles(pair.new))
        }
        order = [e.name for e in (*self.new.register.entries, *self.old.register.entries)]
        chosen = [name for name in dict.fromkeys(order) if name in named and name != self.new.register.issuer]
        return tuple(Concern(name, self._members(name), tuple(self._cells(name))) for name in chosen)

    @cached_property
    def by_unit(self) -> dict[str, tuple[Cell, ...]]:
        """The parts of each single unit in all duties, whether it is named or a member of a set that is."""
        found: dict[str, dict[int, Cell]] = {}
        for concern in self.concerns:
            for unit in concern.members:
                cells = found.setdefault(unit, {})
                for cell in concern.cells:
                    known = cells.get(id(cell.pair))
                    if known is None or unit == concern.unit:
                        cells[id(cell.pair)] = cell
        return {unit: tuple(cells.values()) for unit, cells in found.items()}

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

    def _members(self, name: str) -> tuple[str, ...]:
        units = _expanded(self.new.register, name) or _expanded(self.old.register, name)
        return tuple(self._renamed.get(unit, unit) for unit in units)

    def _cells(self, name: str) -> Iterator[Cell]:
        for pair in self.pairs:
            was, now = self._roles(pair.old, True), self._roles(pair.new)
            if name in was or name in now:
                yield _cell(pair, was, now, name)

    def _roles(self, duty: Duty | None, old: bool = False) -> dict[str, Role]:
        """Return who has which part in ``duty``, by the names of today."""
        found: dict[str, Role] = {}
        for assignment in duty.assignments if duty is not None else ():
            for name in unit_names(assignment.units):
                found.setdefault(self._renamed.get(name, name) if old else name, assignment.role)
        return found


def _expanded(register: Register, name: str) -> tuple[str, ...]:
    entry = register.find(name)
    if entry is None or isinstance(entry, Unit):
        return (entry.name,) if entry is not None else ()
    return tuple(unit.name for unit in register.expand(name))


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


def _cell(pair: Pair, was: dict[str, Role], now: dict[str, Role], name: str) -> Cell:
    old, new = was.get(name), now.get(name)
    if old is None or new is None:
        return Cell(pair, Mark.GAINED if old is None else Mark.LOST, Level.A, old, new)
    if old is not new:
        return Cell(pair, Mark.ROLE, Level.A, old, new)
    level = _text_level(pair)
    if level is not None and level <= Level.C:
        return Cell(pair, Mark.CHANGED, level, old, new)
    if was != now:
        return Cell(pair, Mark.PARTNERS, Level.D, old, new)
    if pair.old is not None and pair.new is not None and pair.old.label != pair.new.label:
        return Cell(pair, Mark.NUMBER, Level.E, old, new)
    return Cell(pair, Mark.SAME, level, old, new)


def _text_level(pair: Pair) -> Level | None:
    """Return the gravest level of what changed in the words and numbers of a duty; None where nothing did."""
    levels = (change.level for change in pair.telling if change.shift is None and change.field)
    return min(levels, default=None)


def _said(duty: Duty) -> str:
    return fold("".join(duty.sentences))
