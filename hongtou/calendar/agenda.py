"""What stands in a calendar 日程: the dated deadlines of duties and reports, each an entry that keeps its name.

Whom a unit's calendar is for is asked by the duties themselves, so that an entry is the same in every calendar.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from hongtou.calendar.days import When, when
from hongtou.calendar.words import Part, Words
from hongtou.documents.lines import lines_of
from hongtou.documents.reporting import Reporting
from hongtou.duties import Duty, Portfolio
from hongtou.model.duty import Deadline
from hongtou.model.notice import Duties, Paper, Report
from hongtou.model.policy import Policy
from hongtou.model.task import Task
from hongtou.outline import outline


@dataclass(frozen=True)
class Entry:
    """A day in the calendar; ``uid`` is what a later version of it is recognised by."""

    uid: str
    when: When
    summary: str
    description: str


@dataclass(frozen=True)
class Agenda:
    """The entries in the order of the notice, and the printed words of what is in no calendar.

    ``undated`` name no day (relative, continuous, 每年); ``unowned`` stand in parts that name no unit.
    """

    entries: tuple[Entry, ...]
    undated: tuple[str, ...]
    unowned: tuple[str, ...]


def agenda(policy: Policy, portfolio: Portfolio, units: Collection[str] | None = None) -> Agenda:
    """Return what is due under ``policy``; with ``units`` only what these owe, hand in or collect."""
    words = Words(policy)
    duties = _duties(portfolio, units)
    reports = _reports(policy, units)
    entries: list[Entry] = []
    undated: list[str] = []
    for group in _by_holder(duties):
        entries += _entries(policy, words, group)
        undated += [deadline.printed for deadline in _asked(group) if when(deadline) is None]
    for report in reports:
        day = when(report.deadline)
        if day is None:
            undated.append(report.deadline.printed)
        else:
            entries.append(Entry(_uid(policy, "report", report.id), day, *words.report(report, day)))
    return Agenda(tuple(entries), tuple(undated), tuple(_unowned(policy, portfolio)) if units is None else ())


def _duties(portfolio: Portfolio, units: Collection[str] | None) -> Iterable[Duty]:
    if units is None:
        return portfolio.duties
    owed = {share.duty for unit in units for share in portfolio.of(unit)}
    return [duty for duty in portfolio.duties if duty in owed]


def _reports(policy: Policy, units: Collection[str] | None) -> Iterator[Report]:
    reporting = Reporting(policy)
    mine = {
        report.id for unit in units or () for report in (*reporting.owed(unit), *reporting.collected(unit))
    }
    return (report for report in policy.notice.reports if units is None or report.id in mine)


def _by_holder(duties: Iterable[Duty]) -> list[list[Duty]]:
    """Return ``duties`` by the row or part they stand in: one whose sentences are several units' has several duties."""
    found: dict[tuple[bool, str], list[Duty]] = {}
    for duty in duties:
        found.setdefault((duty.table, duty.id), []).append(duty)
    return list(found.values())


def _asked(group: Iterable[Duty]) -> list[Deadline]:
    return list(dict.fromkeys(deadline for duty in group for deadline in duty.deadlines))


def _entries(policy: Policy, words: Words, group: list[Duty]) -> Iterator[Entry]:
    """Yield an entry for each day by which something of one row or part is due; equal days are one."""
    kind = "task" if group[0].table else "part"
    keys = _keys(group[0].stated)
    asked = _asked(group)
    for day in dict.fromkeys(day for day in map(when, asked) if day is not None):
        key = next(keys[deadline] for deadline in keys if when(deadline) == day)
        parts = [part for part in (_part(policy, duty, day) for duty in group) if part.deadlines]
        yield Entry(_uid(policy, kind, group[0].id, key), day, *words.duty(parts, day))


def _part(policy: Policy, duty: Duty, day: When) -> Part:
    """Return what of ``duty`` is due on ``day``: its lines, or its sentences where it has no line for it."""
    due = [deadline for deadline in duty.deadlines if when(deadline) == day]
    lines = lines_of(duty, policy.rules.checklists.background)
    texts = [line.text for line in lines if any(deadline in due for deadline in line.deadlines)]
    return Part(duty, tuple(due), tuple(texts or duty.sentences))


def _keys(stated: Iterable[Deadline]) -> dict[Deadline, str]:
    """Return what each deadline of a row or part is known by.

    That is its id, else its kind and which of that kind without an id it is: neither its day nor its words, which a
    revision changes.
    """
    keys: dict[Deadline, str] = {}
    counts: dict[str, int] = {}
    for deadline in stated:
        if deadline.id is not None:
            keys.setdefault(deadline, f"id-{deadline.id}")
        elif deadline not in keys:
            counts[deadline.kind] = counts.get(deadline.kind, 0) + 1
            keys[deadline] = f"{deadline.kind}-{counts[deadline.kind]}"
    return keys


def _uid(policy: Policy, *parts: str) -> str:
    """Return the name of an entry: the policy, what it is an entry of, and the office.

    Several offices may call a policy the same, and one person be told by all of them.
    """
    office = hashlib.sha256(policy.register.issuer.encode()).hexdigest()[:8]
    return f"{'/'.join((policy.name, *parts))}@{office}.hongtou"


def _unowned(policy: Policy, portfolio: Portfolio) -> Iterator[str]:
    """Yield the words of dated deadlines of parts that name no unit, and that no duty or report has as well."""
    known = {(d.date, d.printed) for duty in portfolio.duties for d in duty.stated}
    known |= {(report.deadline.date, report.deadline.printed) for report in policy.notice.reports}
    for holder in (*_holders(policy.notice), *(policy.tasks.tasks if policy.tasks is not None else ())):
        for deadline in holder.deadlines:
            key = deadline.date, deadline.printed
            if when(deadline) is not None and key not in known:
                known.add(key)
                yield deadline.printed


def _holders(paper: Paper) -> Iterator[Duties | Task]:
    for part in outline(paper):
        yield part.node
        yield from part.node.items
    for attachment in paper.attachments:
        if attachment.document is not None:
            yield from _holders(attachment.document)
