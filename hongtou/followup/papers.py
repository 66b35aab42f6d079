"""The papers of tracking, each made when asked for 督办文书, and the files they go to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from hongtou.build.names import file_names
from hongtou.build.outputs import Output
from hongtou.documents.blocks import Document
from hongtou.documents.reporting import Reporting
from hongtou.errors import GenError
from hongtou.followup.reminder import Reminders
from hongtou.followup.summary import Summaries, collectors
from hongtou.followup.unit_report import UnitReports
from hongtou.i18n import _
from hongtou.model.notice import Report
from hongtou.papers import Papers
from hongtou.render.about import about
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import FILE, Book
from hongtou.tracking.standing import Standings


class FollowUps:
    """Makes the papers by what ``book`` says, as of the day ``as_of``; ``date`` is their own, None leaves it open."""

    def __init__(
        self,
        papers: Papers,
        book: Book,
        as_of: datetime.date,
        date: datetime.date | None = None,
        reply_by: datetime.date | None = None,
    ) -> None:
        self.papers = papers
        self._policy = papers.policy
        self._dates = date, reply_by
        self.standings = Standings(Requirements(papers.policy, papers.portfolio), book, as_of)

    @cached_property
    def _reports(self) -> UnitReports:
        return UnitReports(self.standings, self.papers.letters, self._dates[0])

    @cached_property
    def _summaries(self) -> Summaries:
        return Summaries(self.standings, self.papers.letters, self._dates[0])

    @cached_property
    def _reminders(self) -> Reminders:
        return Reminders(self.standings, self.papers.letters, *self._dates)

    def report(self, asked: Report, unit: str) -> bytes:
        """Return what ``unit`` hands in as the report ``asked``, as a DOCX file."""
        return self._print(self._reports.report(asked, unit), unit)

    def summary(self, collector: str) -> bytes:
        """Return the summary of ``collector`` as a DOCX file."""
        return self._print(self._summaries.summary(collector), collector)

    def reminder(self, unit: str) -> bytes:
        """Return the reminder to ``unit``, which is late, as a DOCX file."""
        return self._print(self._reminders.reminder(unit), unit)

    def _print(self, document: Document, unit: str) -> bytes:
        known = self._policy.register.find(unit)
        return self.papers.press(document, known.name if known is not None else "").print(document)

    def late(self, units: Sequence[str] | None = None) -> Iterator[str]:
        """Yield those of ``units`` (None: of all) that are late."""
        chosen = None if units is None else frozenset(units)
        for unit in self.standings.units:
            if (chosen is None or unit in chosen) and self.standings.of(unit).late:
                yield unit

    def crossed_off(self, units: Sequence[str]) -> int:
        """Return how many lines that are late with ``units`` the ledger of no single unit says are done."""
        keys = self.standings.crossed_off
        lines = (line for unit in units if keys for line in self.standings.of(unit).late)
        return sum(line.asked.key in keys for line in lines)

    def report_outputs(
        self, folder: Path, reports: Sequence[Report], units: Sequence[str] | None = None
    ) -> list[Output]:
        """Return ``reports`` of ``units`` (None: of all that owe them) as files in ``folder``."""
        reporting, chosen = Reporting(self._policy), None if units is None else frozenset(units)
        owed = [(unit, report) for unit in self.standings.units for report in reporting.owed(unit)]
        names = file_names(f"{unit}-{report.name}" for unit, report in owed)
        return [
            Output(f"{folder}{os.sep}{name}.docx", partial(self.report, report), unit)
            for (unit, report), name in zip(owed, names, strict=True)
            if report in reports and (chosen is None or unit in chosen)
        ]

    def summary_outputs(self, folder: Path) -> list[Output]:
        """Return the summary of each collecting unit as files in ``folder``."""
        units = collectors(self.standings)
        return [
            Output(f"{folder}{os.sep}{name}.docx", self.summary, unit)
            for unit, name in zip(units, file_names(f"{unit}-汇总报告" for unit in units), strict=True)
        ]

    def reminder_outputs(self, folder: Path, late: Sequence[str]) -> list[Output]:
        """Return the reminders to the units ``late`` as files in ``folder``."""
        named = dict(zip(self.standings.units, file_names(self.standings.units), strict=True))
        return [Output(f"{folder}{os.sep}{named[unit]}.docx", self.reminder, unit) for unit in late]

    def settled(self, folder: Path, outputs: Sequence[Output]) -> list[Path]:
        """Return the reminders in ``folder`` beside ``outputs``: those to units that are not late any more."""
        due = {output.path for output in outputs}
        found = (path for path in sorted(folder.glob("*.docx")) if path not in due and path.is_file())
        return [path for path in found if self._is_reminder(about(path.read_bytes()))]

    def _is_reminder(self, says: Mapping[str, str]) -> bool:
        return says.get("gen.paper") == "reminder" and says.get("gen.policy") == self._policy.name


def open_book(papers: Papers) -> Book:
    """Return what was collected for the policy of ``papers``. Raises SourceError where it cannot be read."""
    return Book.open(papers.policy.folder / FILE)


def choose_reports(papers: Papers, names: Sequence[str]) -> tuple[Report, ...]:
    """Return the reports with the ids ``names``, all for none. Raises GenError for a stranger, or where none is asked for."""
    reports = papers.policy.notice.reports
    if not reports:
        raise GenError(
            _("this policy asks for no report."), _("Reports are asked for in “reports” of notice.yaml.")
        )
    ids = [report.id for report in reports]
    for name in names:
        if name not in ids:
            raise GenError(
                _("there is no report “{name}”.").format(name=name),
                _("There are: {names}").format(names=", ".join(ids)),
            )
    return tuple(report for report in reports if not names or report.id in names)
