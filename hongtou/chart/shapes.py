"""What a sheet is made of 图元: texts, cells and heads at their places, in hundredths of a mm.

That is what the ``viewBox`` of the template counts: LibreOffice rounds the size of letters to whole units, and would
set those of 2.1 mm beside their places.
"""

from __future__ import annotations

from dataclasses import dataclass

from hongtou.chart.cells import Cell


def hundredths(length: float) -> int:
    """Return a length in mm as the drawing counts it."""
    return round(length * 100)


@dataclass(frozen=True)
class Text:
    """A line of text: its anchor and base line, the size of its letters, and the class it is drawn with."""

    x: int
    y: int
    size: int
    text: str
    style: str = ""


@dataclass(frozen=True)
class Box:
    """A cell on paper, with its middle and what it shows."""

    x: int
    y: int
    width: int
    height: int
    cell: Cell
    title: str


@dataclass(frozen=True)
class Head:
    """The head of a column: the name of a unit from top to bottom, in one or two lines of letters."""

    name: str
    letters: tuple[Text, ...]


@dataclass(frozen=True)
class Sheet:
    """One sheet, ready to be drawn: ``size`` in mm, ``unit`` how long a mm is at the scale of the sheet.

    ``lines`` are x1, y1, x2, y2 and width; ``legend`` x, y, what is explained (a state, ``lead``, ``changed``), its sign.
    """

    size: tuple[float, float]
    unit: int
    title: str
    texts: tuple[Text, ...]
    heads: tuple[Head, ...]
    boxes: tuple[Box, ...]
    lines: tuple[tuple[int, ...], ...]
    legend: tuple[tuple[int, int, str, str], ...]
