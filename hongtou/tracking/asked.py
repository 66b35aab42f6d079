"""What is asked, line by line 要求: the lines that checklists and ledger print, with the ids they come back by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from hongtou.documents.checklist import REPORTS, Checklists, collect_line
from hongtou.documents.lines import Line
from hongtou.documents.reporting import Reporting
from hongtou.duties import Duty, Portfolio, Share
from hongtou.model.duty import Role
from hongtou.model.notice import Report
from hongtou.model.policy import Policy

Key = tuple[str, str]
"""What a line is known by: the id of its task and its own."""


@dataclass(frozen=True, eq=False)
class Asked:
    """A line that is asked of a unit; known by identity. ``label`` is its number on paper, ``duty`` None for a report."""

    task: str
    label: str
    name: str
    line: Line
    duty: Duty | None = None

    @property
    def key(self) -> Key:
        """What the line is known by."""
        return self.task, self.line.id

    @cached_property
    def hash(self) -> str:
        """What its words are known by."""
        return requirement_hash(self.line.text)


def requirement_hash(text: str) -> str:
    """Return the id by which the words of a requirement are known."""
    return f"q-{hashlib.sha256(text.encode()).hexdigest()[:8]}"


Part = tuple[Asked, Role | None]
"""A line and the part 责任角色 of the unit in it; None for reports."""


class Requirements:
    """What a policy asks of each unit; units that owe the same share one list."""

    def __init__(self, policy: Policy, portfolio: Portfolio) -> None:
        self.policy = policy
        self.portfolio = portfolio
        self._checklists = Checklists(policy, portfolio)
        self._reporting = Reporting(policy)
        self._of_duty: dict[Duty, tuple[Asked, ...]] = {}
        self._of_report: dict[tuple[str, bool], Asked] = {}
        self._known: dict[tuple[object, ...], tuple[Part, ...]] = {}

    def of(self, unit: str) -> tuple[Part, ...]:
        """Return what is asked of ``unit``, in the order of its checklist."""
        shares = self.portfolio.of(unit)
        reports, collected = self._reporting.owed(unit), self._reporting.collected(unit)
        key = (shares, tuple(r.id for r in reports), tuple(r.id for r in collected))
        if key not in self._known:
            lines: list[Part] = [
                (asked, share.role) for share in shares for asked in self.of_duty(share.duty)
            ]
            lines += [(self._report(report, collected=False), None) for report in reports]
            lines += [(self._report(report, collected=True), None) for report in collected]
            self._known[key] = tuple(lines)
        return self._known[key]

    def of_duty(self, duty: Duty) -> tuple[Asked, ...]:
        """Return the lines of ``duty``."""
        if duty not in self._of_duty:
            self._of_duty[duty] = tuple(
                Asked(
                    duty.id,
                    f"{duty.label}.{number}" if duty.label.isdigit() else str(number),
                    duty.name,
                    line,
                    duty,
                )
                for number, line in enumerate(self._checklists.lines(duty), 1)
            )
        return self._of_duty[duty]

    def shares(self, unit: str) -> tuple[Share, ...]:
        """Return the parts of ``unit`` in the duties."""
        return self.portfolio.of(unit)

    @cached_property
    def units(self) -> tuple[str, ...]:
        """Everybody who is asked something, in the order of the register."""
        return self.portfolio.units

    @cached_property
    def all(self) -> dict[Key, Asked]:
        """Every line of the policy by its key, duties first."""
        found = {asked.key: asked for duty in self.portfolio.duties for asked in self.of_duty(duty)}
        return {**found, **{asked.key: asked for asked in self._reports()}}

    def _reports(self) -> Iterator[Asked]:
        for report in self.policy.notice.reports:
            yield self._report(report, collected=False)
            yield self._report(report, collected=True)

    def _report(self, report: Report, *, collected: bool) -> Asked:
        key = report.id, collected
        if key not in self._of_report:
            line = collect_line(report) if collected else self._checklists.report_line(report)
            number = [r.id for r in self.policy.notice.reports].index(report.id) + 1
            self._of_report[key] = Asked(REPORTS, str(number), "情况报送", line)
        return self._of_report[key]
