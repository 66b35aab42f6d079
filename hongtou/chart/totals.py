"""What rows, columns and the whole come to 合计."""

from __future__ import annotations

from hongtou.chart.cells import State, Total
from hongtou.chart.layout import COUNT, COUNT_ROW, LETTER, LINES, MARGIN, TITLE
from hongtou.chart.pen import COUNT_SIZE, HEAD_SIZE, SMALL, Pen


def put_row_totals(pen: Pen) -> None:
    """Write what each row comes to, right of the cells."""
    s, y = pen.scale, pen.at.top - 1.6 * pen.scale
    end = pen.right + (COUNT * len(pen.chart.states) + LINES) * s
    pen.put((pen.right + end) / 2, MARGIN + (TITLE + 4) * s, 2.3, "各任务合计（全部单位）", "middle strong")
    for place, state in enumerate(pen.chart.states):
        x = pen.right + COUNT * s * (place + 0.5)
        for up, letter in enumerate(reversed(state.word)):
            pen.put(x, y - up * LETTER * s, HEAD_SIZE, letter, "middle strong")
        for task in pen.tasks:
            _count(pen, x, pen.row(task), pen.chart.of_tasks[task], state)
    x = pen.right + COUNT * s * len(pen.chart.states) + LINES * s / 2
    pen.put(x, y - LETTER * s, HEAD_SIZE, "完成条数", "middle strong")
    pen.put(x, y, HEAD_SIZE, "/总条数", "middle strong")
    for task in pen.tasks:
        total = pen.chart.of_tasks[task]
        pen.put(x, pen.row(task) + 0.85 * s, COUNT_SIZE, f"{total.done}/{total.lines}", "middle")


def put_column_totals(pen: Pen) -> None:
    """Write what each column comes to, below the cells."""
    s, states = pen.scale, pen.chart.states
    pen.put(
        MARGIN + 1.5 * s,
        pen.bottom + (COUNT_ROW / 2 + 0.85) * s,
        2.3,
        "各单位合计（全部任务）",
        "strong",
    )
    words = [*(state.word for state in states), "完成条数", "总条数"]
    for place, word in enumerate(words):
        middle = pen.bottom + COUNT_ROW * s * (place + 0.5)
        unit = "项" if place < len(states) else ""
        pen.put(
            pen.at.left - 1.5 * s, middle + 0.85 * s, COUNT_SIZE, f"{word}{unit and '（项）'}", "end strong"
        )
        for column in pen.units:
            total = pen.chart.of_units[column]
            x = pen.column(column)
            if place < len(states):
                _count(pen, x, middle, total, states[place])
            else:
                pen.put(
                    x,
                    middle + 0.85 * s,
                    SMALL,
                    str((total.done, total.lines)[place - len(states)]),
                    "middle",
                )
    _grand_total(pen)


def _grand_total(pen: Pen) -> None:
    s, total = pen.scale, pen.chart.total
    for place, state in enumerate(pen.chart.states):
        _count(
            pen,
            pen.right + COUNT * s * (place + 0.5),
            pen.bottom + COUNT_ROW * s * (place + 0.5),
            total,
            state,
        )
    x = pen.right + COUNT * s * len(pen.chart.states) + LINES * s / 2
    for place, count in enumerate((total.done, total.lines), len(pen.chart.states)):
        pen.put(
            x, pen.bottom + COUNT_ROW * s * (place + 0.5) + 0.85 * s, COUNT_SIZE, str(count), "middle strong"
        )


def _count(pen: Pen, x: float, middle: float, total: Total, state: State) -> None:
    count = total.states[state]
    style = "middle strong alarm" if state is State.LATE and count else "middle"
    pen.put(x, middle + 0.85 * pen.scale, COUNT_SIZE, str(count) if count else "·", style)
