"""Whom a paper with a task table is addressed to usually has a task in it.

An addressee without a task asks itself why it got the paper. Where a list of units is open (等) or a set has no members, who
has a task is not known.

Clause: 党政机关公文处理工作条例, 9(8)
Binding: practice
Wrong: recipients: [市教育局], and no row names it
Right: a row that names it, or copies_to: [市教育局]
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield recipients of whom no unit owes anything, where others do."""
    owing = frozenset(facts.portfolio.units)
    if not owing or facts.policy.tasks is None or _is_open(facts):
        return
    concerned = owing.union(*(facts.members(name) for name in _reporting(facts)))
    issuers = {*facts.notice.issuers, facts.register.issuer}
    for name, place in facts.recipients:
        members = facts.members(name)
        if members and not members & concerned and not members & issuers:
            message = _("“{name}” is addressed and has no task.").format(name=name)
            yield Hit(place, message, _("Is a row missing? Else give it a copy (“copies_to”)."))


def _is_open(facts: Facts) -> bool:
    """Whether it is not known of everybody who has a task."""
    return bool(facts.portfolio.unresolved) or any(
        assignment.open for holder in facts.holders for assignment in holder.duties.assignments
    )


def _reporting(facts: Facts) -> Iterator[str]:
    """Yield who reports, is reported to, or answers questions."""
    for paper, _path in facts.papers:
        for report in paper.reports:
            yield from (report.to, *unit_names(report.by))
        yield from (contact.unit for contact in paper.contacts if contact.unit)
