"""The chart as one page for the screen 网页: the template ``chart.html``, with what a cell says in full as data in it."""

from __future__ import annotations

from collections.abc import Iterator

from hongtou.chart.cells import Cell, Chart
from hongtou.chart.edges import chinese_date
from hongtou.chart.templates import Templates
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.render.fingerprint import mark_markup
from hongtou.tracking.asked import Asked
from hongtou.tracking.standing import Standing

MOST_PLACES = 30_000
"""Rows × columns that a browser still shows without making people wait."""
MOST_LINES = 120_000
_FIELDS = (
    ("date", "完成日期"),
    ("person", "责任人"),
    ("evidence", "佐证材料"),
    ("progress", "进展情况"),
    ("problem", "存在问题"),
    ("next", "下一步措施"),
    ("note", "备注"),
)
"""What is shown of an answer, in this order."""


def html_page(chart: Chart, templates: Templates) -> bytes:
    """Return the page, whole in itself. Raises GenError where it would be too large to be of use."""
    require_fit(len(chart.tasks), len(chart.units), chart.total.lines)
    context = {
        "chart": chart,
        "as_of": chinese_date(chart.as_of),
        "data": _data(chart),
    }
    return mark_markup(templates.fill("chart.html", context).encode())


def require_fit(tasks: int, units: int, lines: int = 0) -> None:
    """Raise GenError where a page cannot show so much."""
    if tasks * units <= MOST_PLACES and lines <= MOST_LINES:
        return
    message = _(
        "a page cannot show {tasks} tasks × {units} units: {most} cells or {lines} lines are the most."
    )
    raise GenError(
        message.format(tasks=tasks, units=units, most=MOST_PLACES, lines=MOST_LINES),
        _("Choose units (--unit, may be repeated) or tasks (--task)."),
    )


def _data(chart: Chart) -> dict[str, object]:
    """Return what the page shows of a cell that is opened: requirements once, answers by cell."""
    asked: dict[Asked, int] = {}
    cells = {f"{cell.task}-{cell.unit}": list(_lines(cell, asked)) for cell in chart.cells}
    return {
        "units": chart.units,
        "tasks": [f"{task.number}　{task.name}" for task in chart.tasks],
        "fields": _FIELDS,
        "lines": [[one.label, one.line.text, one.line.deadline] for one in asked],
        "cells": cells,
    }


def _lines(cell: Cell, asked: dict[Asked, int]) -> Iterator[list[object]]:
    for line in cell.lines:
        place = asked.setdefault(line.asked, len(asked))
        answer = _answer(line)
        yield [place, line.mark.value, int(line.late), int(line.changed), *([answer] if answer else [])]


def _answer(line: Standing) -> dict[str, object]:
    if line.answer is None:
        return {}
    found = {key: str(value) for key, _name in _FIELDS if (value := getattr(line.answer, key))}
    return {**found, **({"disputed": len(line.answer.disputed)} if line.answer.disputed else {})}
