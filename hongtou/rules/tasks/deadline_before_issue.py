"""A deadline does not lie before the day the paper bears.

It cannot be kept, and whoever reads it takes the rest of the paper less seriously.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 2025年12月31日前 in a paper of 2026年3月5日
Right: 2026年12月31日前
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import DeadlineKind
from hongtou.numerals import date_text
from hongtou.rules.deadlines import Due, deadlines
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.tasks._inside import issued_on

SEVERITY = Severity.ERROR
_PASSED = {DeadlineKind.DATE: None, DeadlineKind.HORIZON: None, DeadlineKind.PHASE: Severity.WARNING}
"""Kinds that end on a day; a phase of preparation is often over when the paper comes out."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines that were over when the paper they stand in was issued."""
    for due in deadlines(facts):
        deadline = due.deadline
        if deadline.date is None or deadline.kind not in _PASSED:
            continue
        issued = issued_on(facts, due.place)
        if issued is not None and deadline.date < issued:
            message = _("“{words}” lies before {date}, the day of the paper.").format(
                words=deadline.printed, date=date_text(issued)
            )
            hint = _("Correct the deadline, or the date of the paper.")
            yield Hit(due.place, message, hint, severity=_severity(due))


def _severity(due: Due) -> Severity | None:
    """Return how grave it is; words that do not plainly ask may also tell what has been done."""
    if not due.in_data and not due.asked:
        return Severity.WARNING
    return _PASSED[due.deadline.kind]
