"""A chart whose every text comes from somebody who means harm."""

from __future__ import annotations

from dataclasses import replace

from hongtou.chart.cells import Cell, Chart
from hongtou.model.duty import Role
from hongtou.model.progress import Answer
from hongtou.tracking.standing import Standing
from tests.chart.filled import charted, sample

EVIL = (
    "</script><script>window.hacked=1</script>",
    "\"><img src=x onerror='window.hacked=1'>",
    "</title></svg><script>window.hacked=1</script>",
    "]]><!--'\"&lt;&amp; {{ 7*7 }}{% for %}",
    "a\u202egnp.exe\u202c\u2066\u200f b\u2028c",
    "长" * 60,
    "𠮷野家（镇）A1\u0301",
)


def hostile() -> Chart:
    """Return a small chart of the sample with such names and answers, and every role."""
    chart = charted(sample())
    units = tuple(EVIL)
    tasks = tuple(
        replace(task, name=EVIL[n % len(EVIL)], number=EVIL[-n % len(EVIL)]) for n, task in enumerate(chart.tasks[1:8])
    )  # fmt: skip
    roles = [*Role]
    cells = [
        Cell(t, u, roles[(t + u) % len(roles)], tuple(map(_said, cell.lines)), cell.state)
        for t in range(len(tasks))
        for u in range(len(units))
        if (cell := chart.cells[1 + t * 24 + u])
    ]
    return replace(
        chart, title=EVIL[0], number=EVIL[3], tasks=tasks, units=units, cells=tuple(cells)
    )  # fmt: skip


def _said(line: Standing) -> Standing:
    answer = Answer(person=EVIL[0], evidence=EVIL[1], progress=EVIL[3], problem=EVIL[4], note=EVIL[6])
    return replace(line, answer=answer)
