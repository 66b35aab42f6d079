"""How every line stands 办理情况: what is asked now, held against what was answered and against a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from rapidfuzz.distance import Indel

from hongtou.model.duty import Role
from hongtou.model.progress import Answer, State, UnitProgress
from hongtou.tracking.asked import Asked, Key, Requirements
from hongtou.tracking.book import Book

_ALIKE = 0.5
"""How alike a sentence must be to be the changed form of one that was answered; below, it asks something else."""


class Mark(StrEnum):
    """How a line stands: as answered, or not answered at all."""

    DONE = "done"
    DOING = "doing"
    TODO = "todo"
    SILENT = "silent"

    @property
    def word(self) -> str:
        """The mark as papers print it."""
        return {"done": "已完成", "doing": "推进中", "todo": "未启动", "silent": "未反馈"}[self.value]


@dataclass(frozen=True, slots=True)
class Standing:
    """How one line stands with one unit.

    ``role`` is the unit's part 责任角色 (None for reports); ``late`` 逾期 means that its day is past and it is not done;
    ``changed`` 要求已变更 that the answer was given to other words: it is kept, and the line is open again.
    """

    unit: str
    asked: Asked
    role: Role | None
    mark: Mark
    late: bool
    changed: bool
    answer: Answer | None

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.mark is not Mark.DONE


@dataclass(frozen=True, slots=True)
class Gone:
    """An answer to a line that is no longer asked of the unit."""

    unit: str
    key: Key
    words: str
    answer: Answer


@dataclass(frozen=True)
class UnitStanding:
    """How all lines of one unit stand, and what it answered that is no longer asked."""

    unit: str
    lines: tuple[Standing, ...]
    gone: tuple[Gone, ...]
    replied: bool
    """Whether anything came back from it."""

    @property
    def late(self) -> tuple[Standing, ...]:
        """The lines that are late."""
        return tuple(line for line in self.lines if line.late)


class Standings:
    """How everything stands on the day ``as_of``; worked out unit by unit, when asked."""

    def __init__(self, requirements: Requirements, book: Book, as_of: datetime.date) -> None:
        self.requirements = requirements
        self.policy = requirements.policy
        self.book = book
        self.as_of = as_of

    @property
    def units(self) -> tuple[str, ...]:
        """Everybody who is asked something, in the order of the register."""
        return self.requirements.units

    def __iter__(self) -> Iterator[UnitStanding]:
        return (self.of(unit) for unit in self.units)

    def of(self, unit: str) -> UnitStanding:
        """Return how ``unit`` stands."""
        said = [self.book.of(name) for name in self._chapters.get(unit, ())]
        lines = self.requirements.of(unit)
        given, gone = _matched([asked for asked, _role in lines], said, self.book.requirements)
        standings = (self._standing(unit, asked, role, given.get(asked.key)) for asked, role in lines)
        left = tuple(Gone(unit, *entry) for entry in gone)
        return UnitStanding(unit, tuple(standings), left, any(s.tasks or s.remarks for s in said))

    @cached_property
    def overall(self) -> UnitStanding:
        """How the lines stand by the ledger that is of no single unit."""
        said = self.book.ledger
        lines = tuple(self.requirements.all.values())
        given, gone = _matched(lines, [said], self.book.requirements)
        standings = (self._standing("", asked, None, given.get(asked.key)) for asked in lines)
        return UnitStanding("", tuple(standings), tuple(Gone("", *e) for e in gone), bool(said.tasks))

    @cached_property
    def crossed_off(self) -> frozenset[Key]:
        """The lines that this ledger says are done. It closes none: whose file it is, and which units it means, nobody knows."""
        return frozenset(line.asked.key for line in self.overall.lines if line.mark is Mark.DONE)

    @cached_property
    def strangers(self) -> tuple[str, ...]:
        """The units of the book that nothing is asked of."""
        known = {name for names in self._chapters.values() for name in names}
        return tuple(unit for unit in self.book.units if unit not in known)

    @cached_property
    def _chapters(self) -> dict[str, list[str]]:
        """The chapters that are of each unit: its own before those under an earlier name."""
        wanted = frozenset(self.units)
        found: dict[str, list[str]] = {}
        for name in self.book.units:
            entry = self.policy.register.find(name)
            if entry is not None and entry.name in wanted:
                found.setdefault(entry.name, []).insert(0 if name == entry.name else len(found), name)
        return found

    def _standing(self, unit: str, asked: Asked, role: Role | None, answer: Answer | None) -> Standing:
        changed = answer is not None and answer.asked is not None and answer.asked != asked.hash
        mark = _mark(answer, changed=changed)
        day = asked.line.date
        late = day is not None and day < self.as_of and mark is not Mark.DONE
        return Standing(unit, asked, role, mark, late, changed, answer)


def _mark(answer: Answer | None, *, changed: bool) -> Mark:
    """Return how a line stands by ``answer``; what was done under other words is moving, not done."""
    if answer is None or answer.state is None:
        return Mark.SILENT
    return Mark.DOING if changed and answer.state is State.DONE else Mark(answer.state.value)


Left = tuple[Key, str, Answer]


def _matched(
    asked: Iterable[Asked], said: Iterable[UnitProgress], words: dict[str, str]
) -> tuple[dict[Key, Answer], list[Left]]:
    """Return the answer to each line, and the answers that are to none of them.

    A line keeps its id while its words stay. One whose words changed is found by its task and by its likeness.
    """
    answers: dict[Key, Answer] = {}
    for progress in said:
        for task, lines in progress.tasks.items():
            for line, answer in lines.items():
                answers.setdefault((task, line), answer)
    asked = list(asked)
    given = {a.key: answers.pop(a.key) for a in asked if a.key in answers}
    silent = [a for a in asked if a.key not in given]
    gone: list[Left] = []
    for key, answer in answers.items():
        text = words.get(answer.asked or "", "")
        best = max((a for a in silent if _may_follow(a, key)), key=lambda a: _likeness(a, text), default=None)
        if best is not None and text and _likeness(best, text) >= _ALIKE:
            given[best.key] = answer
            silent.remove(best)
        else:
            gone.append((key, text, answer))
    return given, gone


def _may_follow(asked: Asked, key: Key) -> bool:
    return asked.task == key[0] and asked.line.id[:2] == key[1][:2]


def _likeness(asked: Asked, text: str) -> float:
    return Indel.normalized_similarity(asked.line.text, text)
