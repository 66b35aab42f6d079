"""Who reports what to whom by when 报送要求, and the words for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hongtou.model.base import unit_names
from hongtou.model.notice import Report
from hongtou.model.policy import Policy

EVERYBODY = "各责任单位"
"""Who reports where the notice asks it of all."""


class Reporting:
    """The reports of one policy, asked by unit."""

    def __init__(self, policy: Policy) -> None:
        self._reports = policy.notice.reports
        self._by = {
            report.id: frozenset(
                member.name for name in unit_names(report.by) for member in policy.register.expand(name)
            )
            for report in self._reports
        }

    @property
    def named(self) -> frozenset[str]:
        """The units that a report names, as those who hand it in or as the one it goes to."""
        return frozenset(report.to for report in self._reports).union(*self._by.values())

    def owed(self, unit: str) -> tuple[Report, ...]:
        """Return the reports that ``unit`` owes: those asked of all, or of it; none to itself."""
        return tuple(r for r in self._reports if r.to != unit and (not r.by or unit in self._by[r.id]))

    def collected(self, unit: str) -> tuple[Report, ...]:
        """Return the reports that ``unit`` collects."""
        return tuple(report for report in self._reports if report.to == unit)


def by_addressee(reports: Iterable[Report]) -> dict[str, tuple[Report, ...]]:
    """Return ``reports`` by the unit they go to, in their order."""
    found: dict[str, tuple[Report, ...]] = {}
    for report in reports:
        found[report.to] = (*found.get(report.to, ()), report)
    return found


def when(reports: Sequence[Report]) -> str:
    """Return the time limits of ``reports`` as an adverbial: 分别于……前、……前."""
    printed = [report.deadline.printed.removeprefix("于") for report in reports]
    joined = "、".join(dict.fromkeys(printed))
    if joined.startswith(("每", "自", "到")):
        return joined
    return ("分别于" if len(set(printed)) > 1 else "于") + joined


def names(reports: Sequence[Report]) -> str:
    """Return what is to be reported: 中期工作总结、终期工作总结."""
    return "、".join(dict.fromkeys(report.name for report in reports))
