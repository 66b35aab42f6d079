"""A cell sums up its lines; the cells together are the standings, for policies of every shape."""

from __future__ import annotations

import datetime
from collections import Counter
from itertools import product

import pytest

from hongtou.chart.cells import Chart, State, state_of
from hongtou.chart.gather import chart, rows
from hongtou.documents.share_table import ROLE_NAMES
from hongtou.model.duty import Role
from hongtou.tracking.asked import Asked
from hongtou.tracking.standing import Mark, Standing, Standings
from tests.chart.filled import AS_OF, charted, sample, standings
from tests.redline.conftest import policies

ASKED = Asked("one", "1.1", "第一项", None)  # type: ignore[arg-type]
DONE, DOING, TODO, SILENT = Mark.DONE, Mark.DOING, Mark.TODO, Mark.SILENT
CASES = [
    ("done", [DONE], [DONE, DONE]),
    ("doing", [DOING], [DONE, DOING], [DONE, TODO], [DONE, SILENT], [DOING, TODO], [DOING, SILENT]),
    ("todo", [TODO], [TODO, SILENT]),
    ("silent", [SILENT], [SILENT, SILENT]),
    ("nothing", []),
]


def lines(marks: list[Mark], late: tuple[bool, ...] = (), changed: bool = False) -> list[Standing]:
    flags = late or (False,) * len(marks)
    return [
        Standing("市财政局", ASKED, Role.LEAD, mark, flag, changed, None)
        for mark, flag in zip(marks, flags, strict=True)
    ]


@pytest.mark.parametrize(
    ("state", "marks"), [(state, marks) for state, *groups in CASES for marks in groups], ids=str
)
def test_a_cell_stands_as_its_lines_do(state: str, marks: list[Mark]) -> None:
    assert state_of(lines(marks)) == state
    assert state_of(lines(marks[::-1])) == state


def test_a_late_line_makes_the_cell_late_whatever_the_others_are() -> None:
    for marks in product(Mark, repeat=3):
        for late in product((False, True), repeat=3):
            possible = all(mark is not DONE or not flag for mark, flag in zip(marks, late, strict=True))
            if possible and any(late):
                assert state_of(lines([*marks], late)) is State.LATE


def test_every_state_has_a_word_and_a_sign_of_its_own() -> None:
    assert len({state.word for state in State}) == len({state.sign for state in State}) == len(State)
    assert len({name[0] for name in ROLE_NAMES.values()}) == len(ROLE_NAMES)


@pytest.mark.parametrize("name", sorted(policies()))
def test_the_cells_are_the_standings(name: str) -> None:
    found = standings(policies()[name])
    made = charted(found)
    by_unit = {unit.unit: unit for unit in found}
    shown = Counter((line.unit, line.asked.key) for cell in made.cells for line in cell.lines)
    owed = Counter((unit.unit, line.asked.key) for unit in by_unit.values() for line in unit.lines)
    assert shown == owed
    for place, unit in enumerate(made.units):
        total, own = made.of_units[place], by_unit[unit].lines
        assert (total.lines, total.done) == (len(own), sum(line.mark is DONE for line in own))
    for totals in (made.of_units, made.of_tasks):
        assert sum((total.states for total in totals), Counter()) == made.total.states
        assert sum(total.lines for total in totals) == made.total.lines
        assert sum(total.done for total in totals) == made.total.done
    assert sum(made.total.states.values()) == len(made.cells) == len(made.at)


@pytest.mark.parametrize("name", sorted(policies()))
def test_a_cell_names_the_part_of_its_unit(name: str) -> None:
    found = standings(policies()[name])
    made = charted(found)
    for place, unit in enumerate(made.units):
        roles = {share.duty: share.role for share in found.requirements.shares(unit)}
        shown = {made.tasks[task].duty: cell.role for (task, at), cell in made.at.items() if at == place}
        assert {duty: role for duty, role in shown.items() if duty is not None} == roles


def test_the_sample_shows_every_state() -> None:
    states = charted(sample()).total.states
    assert {state for state in State if states[state]} == {*State} - {State.NOTHING}
    assert charted(sample()).changed


@pytest.mark.parametrize(
    ("day", "next_day"),
    [("2023-01-01", "2023-12-15"), ("2023-12-15", "2023-12-15"), ("2023-12-16", "2024-10-20"), ("2025-01-01", "2024-10-20")],
)  # fmt: skip
def test_the_next_date_of_a_task(day: str, next_day: str) -> None:
    reports = rows(sample().requirements, datetime.date.fromisoformat(day))[-1]
    assert (reports.name, str(reports.day)) == ("情况报送", next_day)


def test_only_what_was_chosen_is_on_the_chart() -> None:
    found = sample()
    tasks = rows(found.requirements, AS_OF)
    made = chart(found, tasks, ["市妇联"])
    assert made.units == ("市妇联",)
    assert [task.number for task in made.tasks] == ["10", "报"]
    assert next(cell.said.split("，")[1] for cell in made.cells) == "责任"
    one = chart(found, tasks[1:2], found.units)
    assert len(one.tasks) == 1
    assert {cell.task for cell in one.cells} == {0}


def test_answers_to_what_is_not_asked_any_more_are_counted() -> None:
    from hongtou.model.progress import Answer, UnitProgress
    from hongtou.tracking.book import HEAD, Book

    book = Book(HEAD, "x")
    book.put("市妇联", UnitProgress(tasks={"gone": {"s-1": Answer(state="done")}}))  # type: ignore[arg-type]
    made: Chart = charted(Standings(sample().requirements, book, AS_OF))
    assert made.gone == 1
    assert made.total.done == 0
