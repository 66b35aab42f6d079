"""The pen 画笔: knows the part of the chart that a sheet shows and where it lies, and writes on it."""

from __future__ import annotations

from hongtou.chart.cells import Chart
from hongtou.chart.layout import Layout
from hongtou.chart.shapes import Text, hundredths
from hongtou.chart.templates import seen

NAME_SIZE, HEAD_SIZE, COUNT_SIZE, SMALL = 2.7, 2.4, 2.3, 2.1
"""Sizes of letters in mm, at a scale of 1."""


class Pen:
    """Draws the sheet ``number`` (from 0) of ``chart``."""

    def __init__(self, chart: Chart, layout: Layout, number: int) -> None:
        across, _down = layout.sheets
        first_unit, first_task = number % across * layout.columns, number // across * layout.rows
        self.chart = chart
        self.at = layout
        self.scale = layout.scale
        self.number = number
        self.tasks = range(first_task, min(first_task + layout.rows, len(chart.tasks)))
        self.units = range(first_unit, min(first_unit + layout.columns, len(chart.units)))
        self.bottom = layout.top + layout.row * len(self.tasks)
        self.right = layout.left + layout.column * len(self.units)
        self.texts: list[Text] = []

    def row(self, task: int) -> float:
        """Return the middle of the row of ``task``."""
        return self.at.top + self.at.row * (task - self.tasks[0] + 0.5)

    def column(self, unit: int) -> float:
        """Return the middle of the column of ``unit``."""
        return self.at.left + self.at.column * (unit - self.units[0] + 0.5)

    def put(self, x: float, y: float, size: float, text: str, style: str = "") -> None:
        """Put a line of text at a place in mm, its ``size`` at a scale of 1."""
        self.texts.append(
            Text(hundredths(x), hundredths(y), hundredths(size * self.scale), seen(text), style)
        )
