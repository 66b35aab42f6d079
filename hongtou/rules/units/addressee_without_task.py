"""Whom a paper with a task table is addressed to has a task in it.

An addressee without a task asks itself why it got the paper.

Clause: 党政机关公文处理工作条例, 9(8)
Binding: practice
Wrong: recipients: [市教育局], and no row names it
Right: a row that names it, or copies_to: [市教育局]
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield recipients of whom no unit owes anything, where others do."""
    owing = frozenset(facts.portfolio.units)
    if not owing or facts.policy.tasks is None:
        return
    for name, place in facts.recipients:
        members = facts.members(name)
        if members and not members & owing:
            message = _("“{name}” is addressed and has no task.").format(name=name)
            yield Hit(place, message, _("Is a row missing? Else give it a copy (“copies_to”)."))
