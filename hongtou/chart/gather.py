"""The chart gathered 归集: which tasks are rows, and the lines of each unit put into their cells."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence

from hongtou.chart.cells import Cell, Chart, Task, state_of
from hongtou.duties import Duty
from hongtou.model.duty import Role
from hongtou.tracking.asked import Asked, Requirements
from hongtou.tracking.standing import Standing, Standings, UnitStanding

_REPORTS = "情况报送"


def rows(requirements: Requirements, as_of: datetime.date) -> list[Task]:
    """Return every task of the policy as a row, what is to be reported last."""
    found = [_row(duty, requirements.of_duty(duty), as_of) for duty in requirements.portfolio.duties]
    reports = tuple(asked for asked in requirements.all.values() if asked.duty is None)
    return [*found, Task("报", _REPORTS, _next_day(reports, as_of), reports, None)] if reports else found


def _row(duty: Duty, lines: tuple[Asked, ...], as_of: datetime.date) -> Task:
    name = (duty.name or next(iter(duty.sentences), "")).rstrip("。")
    return Task(duty.label, name, _next_day(lines, as_of), lines, duty)


def _next_day(lines: Iterable[Asked], as_of: datetime.date) -> datetime.date | None:
    days = sorted({line.line.date for line in lines if line.line.date is not None})
    return next((day for day in days if day >= as_of), days[-1] if days else None)


def chart(standings: Standings, tasks: Sequence[Task], units: Sequence[str]) -> Chart:
    """Return the chart of ``tasks`` × ``units``; a task that none of them has a part in is left out."""
    stand = [standings.of(unit) for unit in units]
    owed = standings.requirements.shares
    kept = {share.duty for unit in units for share in owed(unit)}
    kept_tasks = tuple(t for t in tasks if t.duty in kept or (t.duty is None and _reported(stand)))
    places = {task.duty: place for place, task in enumerate(kept_tasks)}
    cells = [
        cell
        for place, unit in enumerate(stand)
        for cell in _cells(place, unit, standings.requirements, places)
    ]
    notice = standings.policy.notice
    return Chart(
        notice.title,
        notice.document_number or "",
        standings.as_of,
        kept_tasks,
        tuple(units),
        tuple(sorted(cells, key=lambda cell: (cell.task, cell.unit))),
        sum(len(unit.gone) for unit in stand),
    )


def _reported(stand: Iterable[UnitStanding]) -> bool:
    return any(line.asked.duty is None for unit in stand for line in unit.lines)


def _cells(
    place: int, stand: UnitStanding, requirements: Requirements, places: dict[Duty | None, int]
) -> Iterator[Cell]:
    lines: dict[Duty | None, list[Standing]] = {}
    for line in stand.lines:
        lines.setdefault(line.asked.duty, []).append(line)
    parts: dict[Duty | None, Role | None] = {s.duty: s.role for s in requirements.shares(stand.unit)}
    for duty in {**parts, **dict.fromkeys(lines)}:
        if duty in places:
            own = tuple(lines.get(duty, ()))
            yield Cell(places[duty], place, parts.get(duty), own, state_of(own))
