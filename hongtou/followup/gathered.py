"""What the summary counts 汇总: every unit looked at once, and only numbers and told problems kept of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hongtou.documents.meeting import says_something, tidy
from hongtou.duties import Duty
from hongtou.followup.answers import line_of
from hongtou.followup.counts import Counts, is_target
from hongtou.tracking.asked import Asked
from hongtou.tracking.standing import Standing, Standings, UnitStanding

LEDGER = "督办台账"
"""Stands for the unit where the ledger says something that is of no single unit."""


@dataclass(frozen=True)
class Problem:
    """A problem or a next step that was told about a line 问题和下一步措施."""

    unit: str
    asked: Asked
    problem: str
    next: str


@dataclass
class Gathered:
    """The counts of each unit, task and target in their order, and what was told; reports are counted with the units.

    Tasks and targets are those that are asked of one of the units.
    """

    units: dict[str, Counts] = field(default_factory=dict)
    tasks: dict[Duty, Counts] = field(default_factory=dict)
    targets: dict[Asked, Counts] = field(default_factory=dict)
    reports: Counts = field(default_factory=Counts)
    total: Counts = field(default_factory=Counts)
    problems: list[Problem] = field(default_factory=list)
    quiet: list[str] = field(default_factory=list)
    """The units that nothing came back from."""

    @classmethod
    def of(cls, standings: Standings, units: Iterable[str]) -> Gathered:
        """Return how ``units`` stand."""
        found = cls()
        for duty in standings.requirements.portfolio.duties:
            found.tasks[duty] = Counts()
            for asked in standings.requirements.of_duty(duty):
                if asked.line.id.startswith("t-"):
                    found.targets[asked] = Counts()
        for unit in units:
            found._add(standings.of(unit))
        found.tasks = {duty: counts for duty, counts in found.tasks.items() if counts.lines}
        found.targets = {asked: counts for asked, counts in found.targets.items() if counts.lines}
        found.problems += _told(standings.overall, LEDGER)
        return found

    @property
    def replied(self) -> int:
        """How many units something came back from."""
        return len(self.units) - len(self.quiet)

    def _add(self, standing: UnitStanding) -> None:
        counts = self.units[standing.unit] = Counts.of(standing.lines)
        self.total.add_all(counts)
        for line in standing.lines:
            (self.tasks[line.asked.duty] if line.asked.duty is not None else self.reports).add(line)
            if is_target(line):
                self.targets[line.asked].add(line)
        if not standing.replied:
            self.quiet.append(standing.unit)
        self.problems += _told(standing, standing.unit)


def _told(standing: UnitStanding, unit: str) -> Iterator[Problem]:
    for line in standing.lines:
        problem, coming = _words(line, "problem"), _words(line, "next")
        if problem or coming:
            yield Problem(unit, line.asked, problem, coming)


def _words(line: Standing, field: str) -> str:
    """Return what an answer says in ``field``; empty where it says 无 or the like."""
    text = getattr(line.answer, field, None)
    return line_of(text) if says_something(tidy(text)) else ""
