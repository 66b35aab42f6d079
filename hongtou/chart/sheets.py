"""The chart as sheets 挂图: drawn by the template ``chart.svg`` from what is at its place already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hongtou.chart.cells import Chart
from hongtou.chart.edges import put_legend, put_title
from hongtou.chart.layout import Layout, lay_out
from hongtou.chart.pen import Pen
from hongtou.chart.shapes import Sheet, hundredths
from hongtou.chart.table import box, head, put_corner, put_row, rules
from hongtou.chart.templates import Templates, seen
from hongtou.chart.totals import put_column_totals, put_row_totals
from hongtou.model.settings import Fonts
from hongtou.render.fingerprint import mark_markup

SANS = ("SimHei", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "sans-serif")
TITLE_FACES = (
    "FZXiaoBiaoSong-B05S",
    "STZhongsong",
    "Noto Serif CJK SC",
    "Source Han Serif SC",
    "SimSun",
    "serif",
)


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
        yield _sheet(Pen(chart, layout, number))


def _sheet(pen: Pen) -> Sheet:
    put_title(pen)
    put_corner(pen)
    for task in pen.tasks:
        put_row(pen, task)
    put_row_totals(pen)
    put_column_totals(pen)
    legend = put_legend(pen)
    there = (pen.chart.at.get((task, unit)) for task in pen.tasks for unit in pen.units)
    return Sheet(
        size=(pen.at.width, pen.at.height),
        unit=hundredths(pen.scale),
        title=f"挂图作战图　{seen(pen.chart.title)}",
        texts=tuple(pen.texts),
        heads=tuple(head(pen, unit) for unit in pen.units),
        boxes=tuple(box(pen, cell) for cell in there if cell is not None),
        lines=tuple(tuple(map(hundredths, line)) for line in rules(pen)),
        legend=legend,
    )
