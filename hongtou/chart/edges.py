"""What stands around the table: title and day above, what the signs mean below 图题、图例."""

from __future__ import annotations

import datetime

from hongtou.chart.layout import FOOT, MARGIN, text_width, wrapped
from hongtou.chart.pen import NAME_SIZE, Pen
from hongtou.chart.shapes import hundredths
from hongtou.chart.templates import seen


def put_title(pen: Pen) -> None:
    """Write title, day and sums above the table."""
    s, width, sheets = pen.scale, pen.at.width, pen.at.sheets[0] * pen.at.sheets[1]
    total = pen.chart.total
    share = f"（{100 * total.done // total.lines}%）" if total.lines else ""
    # What is to be reported has a row, and is no task of the notice.
    tasks = sum(task.duty is not None for task in pen.chart.tasks)
    pen.put(MARGIN, MARGIN + 6 * s, NAME_SIZE, f"{len(pen.chart.units)}个单位、{tasks}项任务")
    pen.put(MARGIN, MARGIN + 10 * s, NAME_SIZE, f"完成{total.done}/{total.lines}条{share}")
    pen.put(width / 2, MARGIN + 7 * s, 7, "挂图作战图", "title middle")
    number = f"（{pen.chart.number}）" if pen.chart.number else ""
    room = width - 2 * MARGIN - 2 * 45 * s
    whole = seen(pen.chart.title + number)
    both = [whole] if text_width(whole, 3.2 * s) <= room else [seen(pen.chart.title), seen(number)]
    for place, line in enumerate(wrapped(part, room, 3.2 * s, 1)[0] for part in both):
        pen.put(width / 2, MARGIN + (12 + 3.9 * place) * s, 3.2, line, "middle")
    pen.put(width - MARGIN, MARGIN + 6 * s, 3.6, f"截至{chinese_date(pen.chart.as_of)}", "end strong")
    if sheets > 1:
        pen.put(width - MARGIN, MARGIN + 11 * s, 3.0, f"第{pen.number + 1}张，共{sheets}张", "end")


def put_legend(pen: Pen) -> tuple[tuple[int, int, str, str], ...]:
    """Write what the signs mean; return the signs with their places."""
    s, y = pen.scale, pen.at.height - MARGIN - (FOOT - 5) * pen.scale
    x, found = MARGIN + 2.5 * s, []
    entries = [(state.value, state.sign, state.word) for state in pen.chart.states]
    entries += [("lead", "牵", "牵头单位（粗框）")] if "牵头" in pen.chart.parts else []
    entries += [("changed", "", "要求已变更")] if pen.chart.changed else []
    for key, sign, word in entries:
        found.append((hundredths(x), hundredths(y), key, sign))
        pen.put(x + 3.4 * s, y + 1 * s, NAME_SIZE, word)
        x += 3.4 * s + text_width(word, NAME_SIZE * s) + 6 * s
    pen.put(MARGIN + 0.5 * s, y + 5.6 * s, NAME_SIZE, _explained(pen))
    return tuple(found)


def _explained(pen: Pen) -> str:
    notes = ["、".join(f"{name[0]}＝{name}" for name in pen.chart.parts), "3/7＝7条要求中完成3条"]
    notes += [f"另有{pen.chart.gone}条答复，所答事项现未作要求"] if pen.chart.gone else []
    return "；".join(note for note in notes if note)


def chinese_date(day: datetime.date) -> str:
    """Return ``day`` as papers print it."""
    return f"{day.year}年{day.month}月{day.day}日"
