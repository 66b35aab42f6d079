"""The tables of the summary 统计表: units, tasks, targets, problems told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hongtou.documents.blocks import Block, Cell, Paragraph, Table, TableRow, plain
from hongtou.documents.table import fits_a_page
from hongtou.duties import Duty
from hongtou.followup.counts import HEADS, Counts
from hongtou.followup.gathered import Gathered
from hongtou.followup.progress_table import head_row
from hongtou.model.notice import Orientation
from hongtou.sheet.styles import LIST_SIZE
from hongtou.tracking.asked import Asked

_END = Paragraph("TableEnd", ())
_NUMBER = 20.0
"""Width in mm of a column with a number."""
TOTAL = "合计"


def unit_table(gathered: Gathered) -> tuple[Block, ...]:
    """Return the counts of every unit, and of all."""
    rows = [
        (str(number), unit, *counts.row, f"{counts.reached}/{counts.targets}" if counts.targets else "—")
        for number, (unit, counts) in enumerate(gathered.units.items(), 1)
    ]
    total = gathered.total
    rows.append(("", TOTAL, *total.row, f"{total.reached}/{total.targets}"))
    heads = ("序号", "责任单位", *HEADS, "指标完成")
    return _table("各单位任务进展统计表", heads, (14.0, 67.0, *(_NUMBER,) * 6, 24.0), rows, {1})


def task_table(gathered: Gathered) -> tuple[Block, ...]:
    """Return the counts of every task over all units, and of what is to be reported."""
    rows = [(duty.label, duty.name or "—", *counts.row) for duty, counts in gathered.tasks.items()]
    if gathered.reports.lines:
        rows.append(("", "情况报送", *gathered.reports.row))
    rows.append(("", TOTAL, *gathered.total.row))
    heads = ("序号", "任务", *HEADS)
    return _table("各项任务进展统计表", heads, (_labels(gathered.tasks), 0.0, *(_NUMBER,) * 6), rows, {1})


def target_table(gathered: Gathered) -> tuple[Block, ...]:
    """Return how many units each target is asked of, and how many of them reached it."""
    rows = [
        (asked.label, asked.line.text.removeprefix("指标："), *counts.row)
        for asked, counts in gathered.targets.items()
    ]
    counts = Counts()
    for one in gathered.targets.values():
        counts.add_all(one)
    rows.append(("", TOTAL, *counts.row))
    heads = ("序号", "指标", "应完成单位", *HEADS[1:])
    return _table("指标完成情况统计表", heads, (14.0, 0.0, *(_NUMBER,) * 6), rows, {1})


def problem_table(gathered: Gathered) -> tuple[Block, ...]:
    """Return what was told of problems and of what comes next."""
    rows = [
        (str(number), one.unit, _about(one.asked), one.problem or "—", one.next or "—")
        for number, one in enumerate(gathered.problems, 1)
    ]
    heads = ("序号", "单位", "任务", "存在问题", "下一步措施")
    return _table(
        "各单位反馈问题和下一步措施汇总表", heads, (14.0, 36.0, 55.0, 60.0, 60.0), rows, {1, 2, 3, 4}
    )


def _about(asked: Asked) -> str:
    """Return which line is meant: 1.2　实施……行动."""
    return f"{asked.label}\u3000{asked.name.rstrip('。')}"


def _labels(duties: Iterable[Duty]) -> float:
    """Return the width of the labels: more where parts of the text are among them."""
    return 14.0 if all(duty.label.isdigit() for duty in duties) else 24.0


_WHOLE = 225.0
"""Width of a landscape page in mm."""


def _table(
    title: str, heads: Sequence[str], widths: Sequence[float], rows: Sequence[Sequence[str]], left: set[int]
) -> tuple[Block, ...]:
    """Return a table; the columns ``left`` are text, a width of 0 is what the others leave."""
    rest = _WHOLE - sum(widths)
    given = tuple(width or rest for width in widths)
    return Table(given, (head_row(heads), *_rows(rows, given, left)), title=title), _END


def _rows(rows: Sequence[Sequence[str]], widths: tuple[float, ...], left: set[int]) -> Iterator[TableRow]:
    for row in rows:
        cells = tuple(
            Cell((plain("ListText" if number in left else "ListTextCenter", text),))
            for number, text in enumerate(row)
        )
        yield TableRow(cells, whole=fits_a_page(row, widths, LIST_SIZE, Orientation.LANDSCAPE))
