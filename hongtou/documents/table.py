"""The task-decomposition table 任务分解表 and free tables as blocks."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from hongtou.documents.blocks import Cell, Paragraph, Table, TableRow, plain
from hongtou.documents.columns import column_widths, lines
from hongtou.model.base import Paragraphs, paragraphs
from hongtou.model.duty import Assignment, ListStyle, Role
from hongtou.model.notice import Orientation
from hongtou.model.policy import Policy
from hongtou.model.task import Column, Holds, Task, TaskTable
from hongtou.sheet.standard import FRAME_HEIGHT, FRAME_WIDTH, MM_PER_POINT
from hongtou.units import print_list

_NARROW = frozenset({Holds.NUMBER})
_CENTRED = frozenset({Holds.NUMBER, Holds.GROUP})
_LEFT = frozenset({Holds.NAME, Holds.UNITS, Holds.LEAD, Holds.OTHERS, Holds.DEADLINES})
_HELPING = frozenset(Role) - {Role.LEAD, Role.RESPONSIBLE, Role.IMPLEMENT, Role.UNSPECIFIED}
"""Roles of units that stand in a column of others 配合单位 beside 责任单位."""
_CELL_MARGINS_MM = 2.0


def task_table(policy: Policy, tasks: TaskTable, orientation: Orientation, title: str) -> Table:
    """Return the table of all ``tasks`` with the columns the policy asks for; 序号 are computed."""
    texts = [
        [cell_text(policy, tasks, column, task, number) for column in tasks.columns]
        for number, task in enumerate(tasks.tasks, 1)
    ]
    size = policy.settings.table_size
    widths = column_widths(
        [column.header for column in tasks.columns],
        texts,
        table_width(orientation),
        size,
        [column.holds in _NARROW for column in tasks.columns],
    )
    merges = _merges(tasks, [row_height(row, widths, size) for row in texts], room(size, orientation))
    rows: list[TableRow] = []
    for number, (task, row) in enumerate(zip(tasks.tasks, texts, strict=True)):
        if _begins_group(tasks, number):
            rows.append(_group_row(task, len(widths)))
        cells = tuple(
            _cell(text, column, merges[number], width / (size * MM_PER_POINT))
            for text, column, width in zip(row, tasks.columns, widths, strict=True)
        )
        rows.append(TableRow(cells, whole=fits_a_page(row, widths, size, orientation), part=task.id))
    head = TableRow(tuple(Cell((plain("TableHead", column.header),)) for column in tasks.columns))
    return Table(widths, (head, *rows), title=title)


def _begins_group(tasks: TaskTable, number: int) -> bool:
    """Whether the group of the task ``number`` stands in a row of its own above it."""
    group = tasks.tasks[number].group
    before = tasks.tasks[number - 1].group if number else None
    return tasks.group_rows and group is not None and group != before


def _group_row(task: Task, columns: int) -> TableRow:
    """Return the row across all columns that heads the tasks of a group."""
    return TableRow(
        (Cell((plain("TableTextLeftKept", task.group or ""),), columns=columns),), part=f"{task.id}.group"
    )


def cell_text(policy: Policy, tasks: TaskTable, column: Column, task: Task, number: int) -> str:
    """Return what stands in ``column`` of the row of ``task``; paragraphs are separated by line feeds."""
    match column.holds:
        case Holds.NUMBER:
            return str(number)
        case Holds.GROUP:
            return task.group or ""
        case Holds.NAME:
            return task.name or ""
        case Holds.TEXT:
            return "\n".join(paragraphs(task.text))
        case Holds.TARGETS:
            return "\n".join(target.printed for target in task.targets)
        case Holds.DEADLINES:
            return "\n".join(deadline.printed for deadline in task.deadlines)
        case Holds.UNITS | Holds.LEAD | Holds.OTHERS:
            return _units_text(policy, tasks, column, task)
        case Holds.ATTRIBUTE:
            return task.attributes.get(column.attribute or "", "")
        case Holds.BLANK:
            return ""


def _units_text(policy: Policy, tasks: TaskTable, column: Column, task: Task) -> str:
    held = {one.holds for one in tasks.columns}
    chosen = [a for a in task.assignments if _prints(column.holds, held, a.role)]
    return "\n".join(assignment_text(policy, tasks, a, column.end) for a in chosen)


def _prints(holds: Holds, held: Set[Holds], role: Role) -> bool:
    """Whether a column prints units of ``role``; 责任单位 beside 配合单位 leaves to each what no other column prints."""
    if holds is Holds.LEAD or held.isdisjoint({Holds.UNITS, Holds.OTHERS} - {holds}):
        return holds is Holds.UNITS or (role is Role.LEAD) == (holds is Holds.LEAD)
    if role is Role.LEAD:
        return holds is Holds.UNITS and Holds.LEAD not in held
    return (role in _HELPING) == (holds is Holds.OTHERS)


def assignment_text(policy: Policy, tasks: TaskTable, assignment: Assignment, end: str = "") -> str:
    """Return the printed unit list of ``assignment``, as on paper or computed from the register."""
    if assignment.printed is not None:
        return assignment.printed + end
    return print_units(policy, assignment.units, tasks.list_style, assignment.open, end)


def print_units(
    policy: Policy, units: Paragraphs, style: ListStyle, is_open: bool = False, end: str = ""
) -> str:
    """Return ``units`` of the model, flat or grouped, as a printed list."""
    return print_list(units, policy.register, style=style, open=is_open, end=end)


@dataclass(frozen=True)
class _Merge:
    """How the group cell of a row joins the one above, and whether the row stays with the next."""

    cell: Literal["", "start", "continue"] = ""
    kept: bool = False


def _merges(tasks: TaskTable, heights: Sequence[float], most: float) -> list[_Merge]:
    """Say for each task how its group cell joins.

    A group stays together on a page; one that is higher than ``most`` has its name in every row instead of one
    merged cell, which would be blank on the second page.
    """
    if not any(column.holds is Holds.GROUP for column in tasks.columns):
        return [_Merge()] * len(heights)
    merges: list[_Merge] = []
    for group, run in groupby(zip(tasks.tasks, heights, strict=True), lambda pair: pair[0].group):
        count, height = 0, 0.0
        for _task, one in run:
            count, height = count + 1, height + one
        if group is None or count == 1 or height > most:
            merges += [_Merge()] * count
        else:
            inner = [_Merge("continue", kept=True)] * (count - 2)
            merges += [_Merge("start", kept=True), *inner, _Merge("continue")]
    return merges


_RAGGED = 12.0
"""字: a narrower cell is not justified, which would tear its words apart."""


def _cell(text: str, column: Column, merge: _Merge, characters: float) -> Cell:
    style = (
        "TableTextCenter"
        if column.holds in _CENTRED
        else "TableTextLeft"
        if column.holds in _LEFT or characters < _RAGGED
        else "TableText"
    )
    style += "Kept" if merge.kept else ""
    if column.holds is not Holds.GROUP:
        return Cell(cell_paragraphs(style, text))
    if merge.cell == "continue":
        return Cell((Paragraph(style, ()),), merge="continue")
    return Cell(cell_paragraphs(style, text), merge=merge.cell)


def cell_paragraphs(style: str, text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a cell; in ``text`` they are separated by line feeds."""
    return tuple(plain(style, part) for part in text.split("\n"))


def fits_a_page(row: Sequence[str], widths: Sequence[float], size: float, orientation: Orientation) -> bool:
    """Whether a row, set in ``size`` points, can stand on one page under the table head."""
    return row_height(row, widths, size) <= room(size, orientation)


def row_height(row: Sequence[str], widths: Sequence[float], size: float) -> float:
    """Return the height of a row in mm."""
    count = max(lines(text, width, size) for text, width in zip(row, widths, strict=True))
    return count * _pitch(size) + _CELL_MARGINS_MM


def room(size: float, orientation: Orientation) -> float:
    """Return the height in mm that a page has for rows, under a head of two lines."""
    return table_height(orientation) - 2 * _pitch(size) - 2 * _CELL_MARGINS_MM


def _pitch(size: float) -> float:
    return round(size * 1.5) * MM_PER_POINT


def table_width(orientation: Orientation) -> float:
    """Return the width of the frame in mm as ``orientation`` turns it."""
    return FRAME_WIDTH.value if orientation is Orientation.PORTRAIT else FRAME_HEIGHT.value


def table_height(orientation: Orientation) -> float:
    """Return the height of the frame in mm as ``orientation`` turns it."""
    return FRAME_HEIGHT.value if orientation is Orientation.PORTRAIT else FRAME_WIDTH.value
