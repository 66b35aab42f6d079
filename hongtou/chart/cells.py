"""What the chart says 格子: a cell for every part of a unit in a task, summed up from its lines."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from hongtou.documents.share_table import ROLE_NAMES
from hongtou.duties import Duty
from hongtou.model.duty import Role
from hongtou.tracking.asked import Asked
from hongtou.tracking.standing import Mark, Standing

_SIGNS = "逾完进未无—"


class State(StrEnum):
    """How a cell stands; the worst news first."""

    LATE = "late"
    DONE = "done"
    DOING = "doing"
    TODO = "todo"
    SILENT = "silent"
    NOTHING = "nothing"
    """The unit has a part in the task, and nothing of it is to be reported on."""

    @property
    def word(self) -> str:
        """The state as the chart prints it."""
        words = ("逾期", "已完成", "推进中", "未启动", "未反馈", "不需反馈")
        return words[list(State).index(self)]

    @property
    def sign(self) -> str:
        """The character that stands for the state in a cell."""
        return _SIGNS[list(State).index(self)]


def state_of(lines: Sequence[Standing]) -> State:
    """Return how a cell with ``lines`` stands."""
    marks = {line.mark for line in lines}
    if not marks:
        return State.NOTHING
    if marks == {Mark.DONE}:
        return State.DONE
    if any(line.late for line in lines):
        return State.LATE
    if marks & {Mark.DONE, Mark.DOING}:
        return State.DOING
    return State.SILENT if marks == {Mark.SILENT} else State.TODO


@dataclass(frozen=True)
class Task:
    """A row 任务: ``number`` as on paper, ``day`` the next date something of it is due, or the last one that was."""

    number: str
    name: str
    day: datetime.date | None
    lines: tuple[Asked, ...]
    duty: Duty | None


@dataclass(frozen=True)
class Cell:
    """The part of one unit in one task, both by their place in the chart."""

    task: int
    unit: int
    role: Role | None
    lines: tuple[Standing, ...]
    state: State

    @property
    def done(self) -> int:
        """How many of its lines are done."""
        return sum(line.mark is Mark.DONE for line in self.lines)

    @property
    def changed(self) -> bool:
        """Whether a line was answered when it had other words 要求已变更."""
        return any(line.changed for line in self.lines)

    @property
    def part(self) -> str:
        """The part 责任角色 in words, empty where the notice names none."""
        return "" if self.role in (None, Role.UNSPECIFIED) else ROLE_NAMES[self.role]

    @property
    def progress(self) -> str:
        """Lines done of all lines: 3/7."""
        return f"{self.done}/{len(self.lines)}" if self.lines else ""

    @property
    def said(self) -> str:
        """The cell in words, for those who do not see it."""
        parts = [self.state.word, self.part]
        if self.lines:
            parts.append(f"{len(self.lines)}条中完成{self.done}条")
        parts.append("要求已变更" if self.changed else "")
        return "，".join(part for part in parts if part)


@dataclass(frozen=True)
class Total:
    """What a row, a column or all of the chart comes to."""

    states: Counter[State]
    done: int
    lines: int

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> Total:
        """Return the total of ``cells``."""
        cells = list(cells)
        states = Counter(cell.state for cell in cells)
        return cls(states, sum(cell.done for cell in cells), sum(len(cell.lines) for cell in cells))


@dataclass(frozen=True)
class Chart:
    """The chart of ``policy`` on the day ``as_of``; ``gone`` counts answers to what is not asked any more."""

    title: str
    number: str
    as_of: datetime.date
    tasks: tuple[Task, ...]
    units: tuple[str, ...]
    cells: tuple[Cell, ...]
    gone: int = 0

    @cached_property
    def at(self) -> dict[tuple[int, int], Cell]:
        """The cells by task and unit."""
        return {(cell.task, cell.unit): cell for cell in self.cells}

    @cached_property
    def of_tasks(self) -> tuple[Total, ...]:
        """What each row comes to."""
        return _totals(len(self.tasks), ((cell.task, cell) for cell in self.cells))

    @cached_property
    def of_units(self) -> tuple[Total, ...]:
        """What each column comes to."""
        return _totals(len(self.units), ((cell.unit, cell) for cell in self.cells))

    @cached_property
    def total(self) -> Total:
        """What all comes to."""
        return Total.of(self.cells)

    @cached_property
    def states(self) -> tuple[State, ...]:
        """The states that are explained: all five, and the sixth where a cell has it."""
        return tuple(s for s in State if s is not State.NOTHING or self.total.states[s])

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """The parts that occur, in the order of :class:`Role`."""
        found = {cell.part for cell in self.cells}
        return tuple(name for name in ROLE_NAMES.values() if name in found)

    @property
    def changed(self) -> bool:
        """Whether a cell has lines that were answered under other words."""
        return any(cell.changed for cell in self.cells)


def _totals(count: int, placed: Iterable[tuple[int, Cell]]) -> tuple[Total, ...]:
    sorted_out: list[list[Cell]] = [[] for _ in range(count)]
    for place, cell in placed:
        sorted_out[place].append(cell)
    return tuple(Total.of(cells) for cells in sorted_out)
