"""The chart as sheets 挂图: every text and cell at its place, drawn by the template ``chart.svg``.

What is drawn is in hundredths of a mm, which is what the template's ``viewBox`` counts: LibreOffice rounds the size
of letters to whole units, and would set those of 2.1 mm beside their places.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hongtou.chart.cells import Cell, Chart, State, Task, Total
from hongtou.chart.layout import (
    COUNT,
    COUNT_ROW,
    DAY,
    FOOT,
    LETTER,
    LINES,
    LONGEST,
    MARGIN,
    NUMBER,
    TITLE,
    Layout,
    lay_out,
    text_width,
    wrapped,
)
from hongtou.chart.templates import Templates, seen
from hongtou.model.settings import Fonts
from hongtou.render.fingerprint import mark_markup

NAME_SIZE, SMALL = 2.7, 2.1
HEAD_SIZE = 2.4
SANS = ("SimHei", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
TITLE_FACES = (
    "FZXiaoBiaoSong-B05S",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "serif",
)
_UPRIGHT = str.maketrans("（）〔〕《》“”—", "︵︶︹︺︽︾﹁﹂︱")
"""What turns where a name is written from top to bottom."""


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


def svg_sheets(chart: Chart, templates: Templates, fonts: Fonts, size: str) -> list[bytes]:
    """Return the sheets of ``chart`` on paper of ``size`` as SVG files. Raises GenError where there are too many."""
    longest = max((len(unit) for unit in chart.units), default=0)
    layout = lay_out(size, len(chart.tasks), len(chart.units), longest, len(chart.states))
    families = {"sans": family(fonts.heading1, SANS), "title_family": family(fonts.title, TITLE_FACES)}
    return [
        mark_markup(templates.fill("chart.svg", {"sheet": sheet, "chart": chart, **families}).encode())
        for sheet in sheets(chart, layout)
    ]


def family(first: str, others: Iterable[str]) -> str:
    """Return a list of fonts as a style sheet writes it; signs that would end it are left out."""
    plain = "".join(char for char in first if char.isalnum() or char in " _-.")
    return ", ".join(
        name if name in ("serif", "sans-serif") else f"'{name}'" for name in (plain, *others) if name
    )


def sheets(chart: Chart, layout: Layout) -> Iterator[Sheet]:
    """Yield every sheet, from left to right and then down."""
    across, down = layout.sheets
    for number in range(across * down):
        first_unit = (number % across) * layout.columns
        first_task = (number // across) * layout.rows
        yield _Drawing(chart, layout, number, first_task, first_unit).sheet()


class _Drawing:
    """Draws one sheet."""

    def __init__(self, chart: Chart, layout: Layout, number: int, first_task: int, first_unit: int) -> None:
        self.chart = chart
        self.at = layout
        self.scale = layout.scale
        self.number = number
        self.tasks = range(first_task, min(first_task + layout.rows, len(chart.tasks)))
        self.units = range(first_unit, min(first_unit + layout.columns, len(chart.units)))
        self.bottom = layout.top + layout.row * len(self.tasks)
        self.right = layout.left + layout.column * len(self.units)
        self.texts: list[Text] = []

    def sheet(self) -> Sheet:
        """Return the sheet with all that is on it."""
        heads = tuple(self._head(unit) for unit in self.units)
        boxes = tuple(
            self._box(cell)
            for task in self.tasks
            for unit in self.units
            if (cell := self.chart.at.get((task, unit))) is not None
        )
        self._title()
        self._corner()
        for task in self.tasks:
            self._row(task)
        self._row_totals()
        self._column_totals()
        legend = self._legend()
        lines = tuple(tuple(map(hundredths, line)) for line in self._lines())
        return Sheet(
            (self.at.width, self.at.height), hundredths(self.scale), f"挂图作战图　{seen(self.chart.title)}",
            tuple(self.texts), heads, boxes, lines, legend,
        )  # fmt: skip

    def put(self, x: float, y: float, size: float, text: str, style: str = "") -> None:
        """Put a line of text on the sheet, ``size`` and nothing else in units of the scale."""
        self.texts.append(
            Text(hundredths(x), hundredths(y), hundredths(size * self.scale), seen(text), style)
        )

    def _title(self) -> None:
        s, width, sheets = self.scale, self.at.width, self.at.sheets[0] * self.at.sheets[1]
        total = self.chart.total
        share = f"（{100 * total.done // total.lines}%）" if total.lines else ""
        self.put(
            MARGIN, MARGIN + 6 * s, NAME_SIZE, f"{len(self.chart.units)}个单位、{len(self.chart.tasks)}项任务"
        )
        self.put(MARGIN, MARGIN + 10 * s, NAME_SIZE, f"完成{total.done}/{total.lines}条{share}")
        self.put(width / 2, MARGIN + 7 * s, 7, "挂图作战图", "title middle")
        number = f"（{self.chart.number}）" if self.chart.number else ""
        room = width - 2 * MARGIN - 2 * 45 * s
        whole = seen(self.chart.title + number)
        both = [whole] if text_width(whole, 3.2 * s) <= room else [seen(self.chart.title), seen(number)]
        for place, line in enumerate(wrapped(part, room, 3.2 * s, 1)[0] for part in both):
            self.put(width / 2, MARGIN + (12 + 3.9 * place) * s, 3.2, line, "middle")
        self.put(width - MARGIN, MARGIN + 6 * s, 3.6, f"截至{chinese_date(self.chart.as_of)}", "end strong")
        if sheets > 1:
            self.put(width - MARGIN, MARGIN + 11 * s, 3.0, f"第{self.number + 1}张，共{sheets}张", "end")

    def _head(self, unit: int) -> Head:
        name = seen(self.chart.units[unit]).translate(_UPRIGHT)
        parts = (
            [name] if len(name) <= LONGEST else [name[: (len(name) + 1) // 2], name[(len(name) + 1) // 2 :]]
        )
        parts = [part if len(part) <= LONGEST else f"{part[: LONGEST - 1]}︙" for part in parts]
        middle = self.at.left + self.at.column * (unit - self.units[0] + 0.5)
        size = (HEAD_SIZE if len(parts) == 1 else SMALL) * self.scale
        shift = size * 0.56 * (len(parts) - 1)
        letters = [
            Text(
                hundredths(middle + shift - 2 * shift * column),
                hundredths(self.at.top - (1.4 + LETTER * (len(part) - 1 - place)) * self.scale),
                hundredths(size),
                letter,
            )
            for column, part in enumerate(parts)
            for place, letter in enumerate(part)
        ]
        return Head(seen(self.chart.units[unit]), tuple(letters))

    def _corner(self) -> None:
        s, y = self.scale, self.at.top - 1.6 * self.scale
        x = MARGIN + NUMBER * s
        self.put(MARGIN + NUMBER * s / 2, y, NAME_SIZE, "序号", "middle strong")
        self.put(x + 1.2 * s, y, NAME_SIZE, "任务", "strong")
        self.put(x + self.at.name + DAY * s / 2, y, NAME_SIZE, "下一时限", "middle strong")

    def _row(self, task: int) -> None:
        s, row = self.scale, self.chart.tasks[task]
        middle = self.at.top + self.at.row * (task - self.tasks[0] + 0.5)
        for x, width, text, size, style in (
            (MARGIN + NUMBER * s / 2, (NUMBER - 1) * s, row.number, NAME_SIZE, "middle"),
            (MARGIN + (NUMBER + 1.2) * s, self.at.name - 2.4 * s, row.name, NAME_SIZE, ""),
        ):
            lines = wrapped(seen(text), width, size * s, max(int(self.at.row // (1.25 * size * s)), 1))
            for place, line in enumerate(lines):
                y = middle + size * s * (1.25 * (place - (len(lines) - 1) / 2) + 0.36)
                self.put(x, y, size, line, style)
        self._day(row, middle)

    def _day(self, row: Task, middle: float) -> None:
        x = MARGIN + (NUMBER + DAY / 2) * self.scale + self.at.name
        passed = row.day is not None and row.day < self.chart.as_of
        self.put(
            x, middle + (-0.2 if passed else 0.9) * self.scale, 2.4,
            row.day.isoformat() if row.day else "—", "middle strong" if passed else "middle",
        )  # fmt: skip
        if passed:
            self.put(x, middle + 2.7 * self.scale, SMALL, "时限已过", "middle")

    def _row_totals(self) -> None:
        s, y = self.scale, self.at.top - 1.6 * self.scale
        end = self.right + (COUNT * len(self.chart.states) + LINES) * s
        self.put(
            (self.right + end) / 2, MARGIN + (TITLE + 4) * s, 2.3, "各任务合计（全部单位）", "middle strong"
        )
        for place, state in enumerate(self.chart.states):
            x = self.right + COUNT * s * (place + 0.5)
            for up, letter in enumerate(reversed(state.word)):
                self.put(x, y - up * LETTER * s, HEAD_SIZE, letter, "middle strong")
            for task in self.tasks:
                self._count(x, self._middle(task), self.chart.of_tasks[task], state)
        x = self.right + COUNT * s * len(self.chart.states) + LINES * s / 2
        self.put(x, y - LETTER * s, HEAD_SIZE, "完成条数", "middle strong")
        self.put(x, y, HEAD_SIZE, "/总条数", "middle strong")
        for task in self.tasks:
            total = self.chart.of_tasks[task]
            self.put(x, self._middle(task) + 0.85 * s, 2.3, f"{total.done}/{total.lines}", "middle")

    def _middle(self, task: int) -> float:
        return self.at.top + self.at.row * (task - self.tasks[0] + 0.5)

    def _count(self, x: float, middle: float, total: Total, state: State) -> None:
        count = total.states[state]
        style = "middle strong alarm" if state is State.LATE and count else "middle"
        self.put(x, middle + 0.85 * self.scale, 2.3, str(count) if count else "·", style)

    def _column_totals(self) -> None:
        s, states = self.scale, self.chart.states
        self.put(
            MARGIN + 1.5 * s,
            self.bottom + (COUNT_ROW / 2 + 0.85) * s,
            2.3,
            "各单位合计（全部任务）",
            "strong",
        )
        words = [*(state.word for state in states), "完成条数", "总条数"]
        for place, word in enumerate(words):
            middle = self.bottom + COUNT_ROW * s * (place + 0.5)
            unit = "项" if place < len(states) else ""
            self.put(
                self.at.left - 1.5 * s, middle + 0.85 * s, 2.3, f"{word}{unit and '（项）'}", "end strong"
            )
            for column in self.units:
                total = self.chart.of_units[column]
                x = self.at.left + self.at.column * (column - self.units[0] + 0.5)
                if place < len(states):
                    self._count(x, middle, total, states[place])
                else:
                    self.put(
                        x,
                        middle + 0.85 * s,
                        SMALL,
                        str((total.done, total.lines)[place - len(states)]),
                        "middle",
                    )
        self._grand_total()

    def _grand_total(self) -> None:
        s, total = self.scale, self.chart.total
        for place, state in enumerate(self.chart.states):
            self._count(
                self.right + COUNT * s * (place + 0.5),
                self.bottom + COUNT_ROW * s * (place + 0.5),
                total,
                state,
            )
        x = self.right + COUNT * s * len(self.chart.states) + LINES * s / 2
        for place, count in enumerate((total.done, total.lines), len(self.chart.states)):
            self.put(
                x, self.bottom + COUNT_ROW * s * (place + 0.5) + 0.85 * s, 2.3, str(count), "middle strong"
            )

    def _box(self, cell: Cell) -> Box:
        task, unit = self.chart.tasks[cell.task], self.chart.units[cell.unit]
        return Box(
            hundredths(self.at.left + self.at.column * (cell.unit - self.units[0])),
            hundredths(self.at.top + self.at.row * (cell.task - self.tasks[0])),
            hundredths(self.at.column),
            hundredths(self.at.row),
            cell,
            f"{seen(unit)}　{seen(task.number)}　{seen(task.name)}：{cell.said}",
        )

    def _legend(self) -> tuple[tuple[int, int, str, str], ...]:
        s, y = self.scale, self.at.height - MARGIN - (FOOT - 5) * self.scale
        x, found = MARGIN + 2.5 * s, []
        entries = [(state.value, state.sign, state.word) for state in self.chart.states]
        entries += [("lead", "牵", "牵头单位（粗框）")] if "牵头" in self.chart.parts else []
        entries += [("changed", "", "要求已变更")] if self.chart.changed else []
        for key, sign, word in entries:
            found.append((hundredths(x), hundredths(y), key, sign))
            self.put(x + 3.4 * s, y + 1 * s, NAME_SIZE, word)
            x += 3.4 * s + text_width(word, NAME_SIZE * s) + 6 * s
        self.put(MARGIN + 0.5 * s, y + 5.6 * s, NAME_SIZE, self._explained())
        return tuple(found)

    def _explained(self) -> str:
        notes = ["、".join(f"{name[0]}＝{name}" for name in self.chart.parts), "3/7＝7条要求中完成3条"]
        notes += [f"另有{self.chart.gone}条答复所答的要求已不再提出"] if self.chart.gone else []
        return "；".join(note for note in notes if note)

    def _lines(self) -> Iterator[tuple[float, float, float, float, float]]:
        """Yield the rules of the table; every fifth is stronger, to lead the eye."""
        s, at = self.scale, self.at
        end_x = self.right + (COUNT * len(self.chart.states) + LINES) * s
        end_y = self.bottom + COUNT_ROW * (len(self.chart.states) + 2) * s
        top = MARGIN + TITLE * s
        thin, strong = 0.1 * s, 0.3 * s
        for place in range(len(self.tasks) + 1):
            y = at.top + at.row * place
            yield MARGIN, y, end_x, y, strong if place % 5 == 0 or place == len(self.tasks) else thin
        for place in range(len(self.units) + 1):
            x = at.left + at.column * place
            yield x, top, x, end_y, strong if place % 5 == 0 or place == len(self.units) else thin
        for x in (MARGIN, MARGIN + NUMBER * s, MARGIN + NUMBER * s + at.name):
            yield x, top, x, end_y if x == MARGIN else self.bottom, strong if x == MARGIN else thin
        for place in range(1, len(self.chart.states) + 1):
            x = self.right + COUNT * s * place
            yield x, top + 6 * s, x, end_y, thin
            y = self.bottom + COUNT_ROW * s * place
            yield MARGIN, y, end_x, y, thin
        y = self.bottom + COUNT_ROW * s * (len(self.chart.states) + 1)
        yield MARGIN, y, end_x, y, thin
        yield self.right, top + 6 * s, end_x, top + 6 * s, thin
        yield end_x, top, end_x, end_y, strong
        yield MARGIN, top, end_x, top, strong
        yield MARGIN, end_y, end_x, end_y, strong


def chinese_date(day: datetime.date) -> str:
    """Return ``day`` as papers print it."""
    return f"{day.year}年{day.month}月{day.day}日"
