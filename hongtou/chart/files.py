"""The chart of a policy as files 成图: what is asked for, chosen and held against what one chart can show."""

from __future__ import annotations

import datetime
import difflib
from collections.abc import Iterable, Sequence
from pathlib import Path

from hongtou.chart.cells import Chart, State, Task
from hongtou.chart.gather import chart, rows
from hongtou.chart.layout import lay_out
from hongtou.chart.page import html_page, require_fit
from hongtou.chart.pdf import pdf
from hongtou.chart.sheets import svg_sheets
from hongtou.chart.templates import Templates
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.papers import Papers
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import FILE, Book
from hongtou.tracking.standing import Standings

LISTED = 20
"""Ids that are named where one is not known."""


class ChartFiles:
    """Draws the chart of ``papers``, whose policy lies in ``folder``, on the day ``as_of``.

    ``units`` None means all, ``tasks`` empty all. Raises GenError for a task that there is not.
    """

    def __init__(
        self,
        papers: Papers,
        folder: Path,
        as_of: datetime.date,
        units: Sequence[str] | None = None,
        tasks: Sequence[str] = (),
    ) -> None:
        self._papers = papers
        self._requirements = Requirements(papers.policy, papers.portfolio)
        self._standings = Standings(self._requirements, Book.open(folder / FILE), as_of)
        self._units = tuple(units if units is not None else self._requirements.units)
        self._tasks = _chosen(rows(self._requirements, as_of), tasks)
        if not self._units or not self._tasks:
            raise _empty()

    def make(self, kind: str, size: str) -> list[bytes]:
        """Return the chart as ``svg`` sheets, a ``pdf`` of them on paper of ``size``, or a page (``html``).

        Raises GenError, before it is worked out, where so much cannot be shown.
        """
        templates = Templates(self._papers.workspace)
        fonts = self._papers.policy.settings.fonts
        if kind == "html":
            require_fit(len(self._tasks), len(self._units))
            return [html_page(self._chart(), templates)]
        longest = max(map(len, self._units), default=0)
        lay_out(size, len(self._tasks), len(self._units), longest, len(State) - 1)
        sheets = svg_sheets(self._chart(), templates, fonts, size)
        return [pdf(sheets, size)] if kind == "pdf" else sheets

    def _chart(self) -> Chart:
        made = chart(self._standings, self._tasks, self._units)
        if not made.cells:
            raise _empty()
        return made


def _empty() -> GenError:
    return GenError(
        _("none of these units has a part in any of these tasks."),
        _("Choose others (--unit, --task), or leave both out."),
    )


def _chosen(tasks: Sequence[Task], names: Iterable[str]) -> list[Task]:
    """Return the ``tasks`` with one of ``names``, an id or the number on paper; all where none is given."""
    duties = [task.duty for task in tasks if task.duty is not None]
    ids = {**{duty.label: duty.id for duty in duties if duty.table}, **{duty.id: duty.id for duty in duties}}
    wanted = set()
    for name in names:
        if name not in ids:
            raise _no_such_task(name, sorted(set(ids.values())))
        wanted.add(ids[name])
    return [task for task in tasks if not wanted or (task.duty is not None and task.duty.id in wanted)]


def _no_such_task(name: str, known: Sequence[str]) -> GenError:
    near = difflib.get_close_matches(name, known, n=1)
    listed = ", ".join(known[:LISTED]) + (", …" if len(known) > LISTED else "")
    hint = (
        _("Did you mean “{name}”?").format(name=near[0])
        if near
        else _("Tasks here: {names}").format(names=listed)
    )
    return GenError(_("there is no task “{name}”.").format(name=name), hint)
