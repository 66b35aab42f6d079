"""Who has a task gets the paper.

A unit that is named in the table and neither addressed nor given a copy learns of its task by chance.

Clause: 党政机关公文处理工作条例, 9(8)
Binding: practice
Wrong: a row names 市残联, and recipients: [市民政局]
Right: recipients: [市民政局, 市残联]
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first mention of every unit that owes something and does not get the paper."""
    reached = [name for name, _place in facts.recipients] + [*unit_names(facts.notice.copies_to)]
    if not reached or any(not facts.members(name) for name in reached):
        return
    getting = frozenset[str]().union(*(facts.members(name) for name in reached))
    told: set[str] = set()
    for name, place in facts.named:
        missing = facts.members(name) - getting
        if missing and name not in told and name != facts.register.issuer:
            told.add(name)
            message = _("“{name}” has a task and does not get the paper.").format(name=name)
            yield Hit(place, message, _("Add it to “recipients” or “copies_to”."))
