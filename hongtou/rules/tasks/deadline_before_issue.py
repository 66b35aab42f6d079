"""A deadline does not lie before the day the paper bears.

It cannot be kept.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 2025年12月31日前 in a paper of 2026年3月5日
Right: 2026年12月31日前
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import DeadlineKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.ERROR
_ENDS = frozenset({DeadlineKind.DATE, DeadlineKind.HORIZON, DeadlineKind.PHASE})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines that were over when the paper was issued."""
    issued = facts.notice.date
    for deadline, place in facts.deadlines:
        if issued and deadline.date and deadline.kind in _ENDS and deadline.date < issued:
            message = _("“{words}” lies before {date}, the day of the paper.").format(
                words=deadline.printed, date=issued
            )
            yield Hit(place, message, _("Correct the deadline."))
