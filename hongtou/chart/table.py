"""The table itself: heads, rows, cells and rules 表身."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.chart.cells import Cell, Task
from hongtou.chart.layout import COUNT, COUNT_ROW, DAY, LETTER, LINES, LONGEST, MARGIN, NUMBER, TITLE, wrapped
from hongtou.chart.pen import HEAD_SIZE, NAME_SIZE, SMALL, Pen
from hongtou.chart.shapes import Box, Head, Text, hundredths
from hongtou.chart.templates import seen

_UPRIGHT = str.maketrans("（）〔〕《》“”—", "︵︶︹︺︽︾﹁﹂︱")
"""What turns where a name is written from top to bottom."""


def head(pen: Pen, unit: int) -> Head:
    """Return the head of the column of ``unit``."""
    name = seen(pen.chart.units[unit]).translate(_UPRIGHT)
    parts = [name] if len(name) <= LONGEST else [name[: (len(name) + 1) // 2], name[(len(name) + 1) // 2 :]]
    parts = [part if len(part) <= LONGEST else f"{part[: LONGEST - 1]}︙" for part in parts]
    middle = pen.column(unit)
    size = (HEAD_SIZE if len(parts) == 1 else SMALL) * pen.scale
    shift = size * 0.56 * (len(parts) - 1)
    letters = [
        Text(
            hundredths(middle + shift - 2 * shift * column),
            hundredths(pen.at.top - (1.4 + LETTER * (len(part) - 1 - place)) * pen.scale),
            hundredths(size),
            letter,
        )
        for column, part in enumerate(parts)
        for place, letter in enumerate(part)
    ]
    return Head(seen(pen.chart.units[unit]), tuple(letters))


def put_corner(pen: Pen) -> None:
    """Write what the columns before the units hold."""
    s, y = pen.scale, pen.at.top - 1.6 * pen.scale
    x = MARGIN + NUMBER * s
    pen.put(MARGIN + NUMBER * s / 2, y, NAME_SIZE, "序号", "middle strong")
    pen.put(x + 1.2 * s, y, NAME_SIZE, "任务", "strong")
    pen.put(x + pen.at.name + DAY * s / 2, y, NAME_SIZE, "下一时限", "middle strong")


def put_row(pen: Pen, task: int) -> None:
    """Write number, name and next date of ``task``."""
    s, row = pen.scale, pen.chart.tasks[task]
    middle = pen.row(task)
    for x, width, text, size, style in (
        (MARGIN + NUMBER * s / 2, (NUMBER - 1) * s, row.number, NAME_SIZE, "middle"),
        (MARGIN + (NUMBER + 1.2) * s, pen.at.name - 2.4 * s, row.name, NAME_SIZE, ""),
    ):
        lines = wrapped(seen(text), width, size * s, max(int(pen.at.row // (1.25 * size * s)), 1))
        for place, line in enumerate(lines):
            y = middle + size * s * (1.25 * (place - (len(lines) - 1) / 2) + 0.36)
            pen.put(x, y, size, line, style)
    _day(pen, row, middle)


def _day(pen: Pen, row: Task, middle: float) -> None:
    x = MARGIN + (NUMBER + DAY / 2) * pen.scale + pen.at.name
    passed = row.day is not None and row.day < pen.chart.as_of
    pen.put(
        x, middle + (-0.2 if passed else 0.9) * pen.scale, 2.4,
        row.day.isoformat() if row.day else "—", "middle strong" if passed else "middle",
    )  # fmt: skip
    if passed:
        pen.put(x, middle + 2.7 * pen.scale, SMALL, "时限已过", "middle")


def box(pen: Pen, cell: Cell) -> Box:
    """Return ``cell`` at its place."""
    task, unit = pen.chart.tasks[cell.task], pen.chart.units[cell.unit]
    return Box(
        hundredths(pen.at.left + pen.at.column * (cell.unit - pen.units[0])),
        hundredths(pen.at.top + pen.at.row * (cell.task - pen.tasks[0])),
        hundredths(pen.at.column),
        hundredths(pen.at.row),
        cell,
        f"{seen(unit)}　{seen(task.number)}　{seen(task.name)}：{cell.said}",
    )


def rules(pen: Pen) -> Iterator[tuple[float, float, float, float, float]]:
    """Yield the rules of the table; every fifth is stronger, to lead the eye."""
    s, at = pen.scale, pen.at
    end_x = pen.right + (COUNT * len(pen.chart.states) + LINES) * s
    end_y = pen.bottom + COUNT_ROW * (len(pen.chart.states) + 2) * s
    top = MARGIN + TITLE * s
    thin, strong = 0.1 * s, 0.3 * s
    for place in range(len(pen.tasks) + 1):
        y = at.top + at.row * place
        yield MARGIN, y, end_x, y, strong if place % 5 == 0 or place == len(pen.tasks) else thin
    for place in range(len(pen.units) + 1):
        x = at.left + at.column * place
        yield x, top, x, end_y, strong if place % 5 == 0 or place == len(pen.units) else thin
    for x in (MARGIN, MARGIN + NUMBER * s, MARGIN + NUMBER * s + at.name):
        yield x, top, x, end_y if x == MARGIN else pen.bottom, strong if x == MARGIN else thin
    for place in range(1, len(pen.chart.states) + 1):
        x = pen.right + COUNT * s * place
        yield x, top + 6 * s, x, end_y, thin
        y = pen.bottom + COUNT_ROW * s * place
        yield MARGIN, y, end_x, y, thin
    y = pen.bottom + COUNT_ROW * s * (len(pen.chart.states) + 1)
    yield MARGIN, y, end_x, y, thin
    yield pen.right, top + 6 * s, end_x, top + 6 * s, thin
    yield end_x, top, end_x, end_y, strong
    yield MARGIN, top, end_x, top, strong
    yield MARGIN, end_y, end_x, end_y, strong
