"""Who has a task usually gets the paper.

A unit that is named in the table and neither addressed nor given a copy learns of its task by chance. What belongs to an
addressed unit (“parent”) gets it from there, and a superior (“relation: superior”) is none of those that a paper going
down is addressed to.

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
from hongtou.model.register import Relation, Unit
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_SHOWN = 3


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first mention of every unit that owes something and does not get the paper."""
    reached = [name for name, _place in facts.recipients] + [*unit_names(facts.notice.copies_to)]
    if not reached or any(not facts.members(name) for name in reached):
        return
    issuers = {facts.register.issuer, *facts.notice.issuers}
    getting = frozenset(issuers).union(*(facts.members(name) for name in reached))
    told: set[str] = set()
    for name, place in facts.named:
        if name in told:
            continue
        told.add(name)
        if missing := [member for member in sorted(facts.members(name)) if not _gets(facts, member, getting)]:
            yield Hit(place, _message(name, missing), _("Add it to “recipients” or “copies_to”."))


def _gets(facts: Facts, name: str, getting: frozenset[str]) -> bool:
    """Whether a unit, or one it belongs to, gets the paper, or it is a superior, to whom none is sent down."""
    own = facts.register.by_name.get(name)
    if isinstance(own, Unit) and own.relation is Relation.SUPERIOR:
        return True
    seen: set[str] = set()
    while name and name not in seen:
        if name in getting:
            return True
        seen.add(name)
        entry = facts.register.by_name.get(name)
        name = entry.parent or "" if isinstance(entry, Unit) else ""
    return False


def _message(name: str, missing: list[str]) -> str:
    if missing == [name]:
        return _("“{name}” has a task and does not get the paper.").format(name=name)
    message = _("{count} of “{name}” have a task and do not get the paper: {units}.")
    units = "、".join(missing[:_SHOWN]) + "……" * (len(missing) > _SHOWN)
    return message.format(count=len(missing), name=name, units=units)
