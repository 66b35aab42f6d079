"""How the chart lies on paper 版面: the largest scale that fits, and more sheets rather than letters too small to read.

All lengths are mm. Those below are for a scale of 1, where the smallest letters are 2.1 mm (6 pt).
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

from hongtou.errors import GenError
from hongtou.i18n import _

SIZES = {"A0": (1189, 841), "A1": (841, 594), "A2": (594, 420), "A3": (420, 297), "A4": (297, 210)}
"""Landscape papers."""
MARGIN = 10.0
MOST_SHEETS = 60
"""More sheets than this no wall holds and nobody glues together."""

COLUMN, ROW = 5.4, 9.6
NUMBER, NAME, DAY = 9.0, 50.0, 17.0
COUNT, LINES = 5.4, 12.5
"""Width of the column of a total, and of that of lines done."""
TITLE, FOOT = 19.0, 12.5
COUNT_ROW = 4.0
LETTER = 2.55
"""Height that a character of a unit's name takes in the head of its column."""
LONGEST = 12
"""Characters of a name in one line of the head; a longer one takes two."""
_LARGEST = 2.6
_WIDEST, _TALLEST = 1.5, 1.45
"""How much wider and taller than its scale asks a cell is drawn where there is room."""


@dataclass(frozen=True)
class Layout:
    """Where things are on every sheet; ``columns`` and ``rows`` are the most that one of them holds."""

    width: float
    height: float
    scale: float
    columns: int
    rows: int
    sheets: tuple[int, int]
    """How many sheets side by side, and one above the other."""
    head: float
    """Height of the heads of the columns."""
    counts: int
    """How many totals a row and a column have."""

    @property
    def column(self) -> float:
        """Width of a column."""
        room = self.width - 2 * MARGIN - _fixed_width(self.counts) * self.scale
        return min(room / self.columns, COLUMN * self.scale * _WIDEST)

    @property
    def row(self) -> float:
        """Height of a row."""
        room = self.height - 2 * MARGIN - _fixed_height(self.head, self.counts) * self.scale
        return min(room / self.rows, ROW * self.scale * _TALLEST)

    @property
    def name(self) -> float:
        """Width of the column of names, which takes what is left."""
        others = (NUMBER + DAY + COUNT * self.counts + LINES) * self.scale
        return self.width - 2 * MARGIN - others - self.column * self.columns

    @property
    def top(self) -> float:
        """Where the first row begins."""
        return MARGIN + (TITLE + self.head) * self.scale

    @property
    def left(self) -> float:
        """Where the first column begins."""
        return MARGIN + (NUMBER + DAY) * self.scale + self.name


def _fixed_width(counts: int) -> float:
    return NUMBER + NAME + DAY + COUNT * counts + LINES


def _fixed_height(head: float, counts: int) -> float:
    return TITLE + head + COUNT_ROW * (counts + 2) + FOOT


def lay_out(size: str, rows: int, columns: int, longest: int, counts: int) -> Layout:
    """Return the layout of ``rows`` × ``columns`` on paper of ``size``; ``longest`` is the length of the longest name.

    Raises GenError where it would take too many sheets.
    """
    width, height = SIZES[size]
    head = max(min(longest, LONGEST), 5) * LETTER + 2.5
    most_columns = max(floor((width - 2 * MARGIN - _fixed_width(counts)) / COLUMN), 1)
    most_rows = max(floor((height - 2 * MARGIN - _fixed_height(head, counts)) / ROW), 1)
    across, down = ceil(columns / most_columns), ceil(rows / most_rows)
    if across * down > MOST_SHEETS:
        raise _too_many(size, across * down)
    columns, rows = ceil(columns / across), ceil(rows / down)
    scale = min(
        (width - 2 * MARGIN) / (_fixed_width(counts) + columns * COLUMN),
        (height - 2 * MARGIN) / (_fixed_height(head, counts) + rows * ROW),
        _LARGEST,
    )
    return Layout(width, height, scale, columns, rows, (across, down), head, counts)


def _too_many(size: str, sheets: int) -> GenError:
    message = _("the chart would take {sheets} sheets of {size}; {most} are the most.")
    return GenError(
        message.format(sheets=sheets, size=size, most=MOST_SHEETS),
        _("Take larger paper (--size A0), or choose units (--unit) or tasks (--task)."),
    )


def text_width(text: str, size: float) -> float:
    """Return about how wide ``text`` is in letters of ``size``: Han characters are square, others about half."""
    return sum(size if ord(char) > 0x2E7F or char in "“”‘’—…·〔〕" else size * 0.56 for char in text)


def wrapped(text: str, width: float, size: float, most: int) -> list[str]:
    """Return ``text`` in at most ``most`` lines of ``width``; the last of them ends in … where more does not fit."""
    lines = [""]
    for char in text:
        if lines[-1] and text_width(lines[-1] + char, size) > width:
            if char in "，。、；：！？”’）》〕" and text_width(lines[-1], size) <= width:
                char = lines[-1][-1] + char  # Such a mark never begins a line.
                lines[-1] = lines[-1][:-1]
            lines.append("")
        lines[-1] += char
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and text_width(last + "…", size) > width:
        last = last[:-1]
    return [*lines[: most - 1], last + "…"]
