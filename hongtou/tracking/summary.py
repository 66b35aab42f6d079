"""How much is done, by unit, by task and by target 汇总: counts over the standings, one unit at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from hongtou.documents.checklist import REPORTS
from hongtou.tracking.asked import Asked
from hongtou.tracking.standing import Mark, Standing, Standings, UnitStanding


@dataclass
class Count:
    """Lines by how they stand; ``late`` and ``changed`` count besides."""

    marks: Counter[Mark] = field(default_factory=Counter)
    late: int = 0
    changed: int = 0

    @property
    def total(self) -> int:
        """All lines."""
        return self.marks.total()

    def add(self, lines: Iterable[Standing]) -> None:
        """Count ``lines`` too."""
        for line in lines:
            self.marks[line.mark] += 1
            self.late += line.late
            self.changed += line.changed

    def as_data(self) -> dict[str, int]:
        """Return the counts by name."""
        return {**{str(mark): self.marks[mark] for mark in Mark}, "late": self.late, "changed": self.changed}


@dataclass
class TaskCount(Count):
    """The lines of one task over all units that owe it."""

    label: str = ""
    name: str = ""


@dataclass
class TargetCount:
    """A target 指标: of how many units it is asked, and how many say that they reached it."""

    asked: Asked
    units: int = 0
    reached: int = 0


@dataclass
class CrossedOff:
    """A line 销号 that the ledger says is done: of how many units it is asked, and which of them do not say so."""

    asked: Asked
    units: int = 0
    open: list[str] = field(default_factory=list)


@dataclass
class Summary:
    """Everything of one policy on one day."""

    units: dict[str, Count] = field(default_factory=dict)
    tasks: dict[str, TaskCount] = field(default_factory=dict)
    targets: dict[tuple[str, str], TargetCount] = field(default_factory=dict)
    late: list[Standing] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)
    """The units that nothing came back from."""
    gone: int = 0
    """Answers to what is not asked any more."""
    disputed: list[Standing] = field(default_factory=list)
    """Lines whose answers disagree; nobody has settled yet which holds."""
    ledger: Count | None = None
    """What the ledger of no single unit says, beside the units; None where none was collected."""
    crossed_off: dict[tuple[str, str], CrossedOff] = field(default_factory=dict)
    """The lines that this ledger says are done, and units do not."""

    @property
    def total(self) -> Count:
        """All units together."""
        whole = Count()
        for count in self.units.values():
            whole.marks.update(count.marks)
            whole.late += count.late
            whole.changed += count.changed
        return whole


def summary(standings: Standings) -> Summary:
    """Return the counts over all units of ``standings``; tasks in the order of the policy."""
    found = Summary()
    for asked in standings.requirements.all.values():
        label = asked.duty.label if asked.duty is not None else ""
        found.tasks.setdefault(asked.task, TaskCount(label=label, name=asked.name))
    crossed_off = {key: CrossedOff(standings.requirements.all[key]) for key in standings.crossed_off}
    for standing in standings:
        _add(found, standing)
        _cross_off(crossed_off, standing)
    found.crossed_off = {
        asked: crossed_off[asked]
        for asked in standings.requirements.all
        if asked in crossed_off and crossed_off[asked].open
    }
    found.tasks = {task: count for task, count in found.tasks.items() if count.total}
    if (overall := standings.overall).replied:
        found.ledger = Count()
        found.ledger.add(overall.lines)
        found.disputed += _disputed(overall)
    return found


def _cross_off(found: dict[tuple[str, str], CrossedOff], standing: UnitStanding) -> None:
    for line in standing.lines:
        if (entry := found.get(line.asked.key)) is not None:
            entry.units += 1
            if line.mark is not Mark.DONE:
                entry.open.append(standing.unit)


def _disputed(standing: UnitStanding) -> Iterable[Standing]:
    return (line for line in standing.lines if line.answer is not None and line.answer.disputed)


def _add(found: Summary, standing: UnitStanding) -> None:
    count = found.units[standing.unit] = Count()
    count.add(standing.lines)
    for line in standing.lines:
        found.tasks[line.asked.task].add((line,))
        if line.asked.line.id.startswith("t-") and line.asked.task != REPORTS:
            target = found.targets.setdefault(line.asked.key, TargetCount(line.asked))
            target.units += 1
            target.reached += line.mark is Mark.DONE
    found.late += standing.late
    found.disputed += _disputed(standing)
    found.gone += len(standing.gone)
    if not standing.replied:
        found.silent.append(standing.unit)
