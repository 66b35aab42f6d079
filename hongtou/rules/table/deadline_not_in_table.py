"""A deadline of the body stands in the row of its measure, and is the same there.

The table is what the units work from.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 到2025年 in the body, and no time in the row
Right: the same deadline in both
Fix: none: the row must be worded.
"""

from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Deadline, DeadlineKind
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit
from hongtou.rules.targets import labels, rows_by_part

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines of the text that none of the rows carrying it out has."""
    rows_of = rows_by_part(facts)
    for part in facts.parts:
        rows = rows_of.get(part.id, ()) if part.duties.deadlines else ()
        known = {_when(deadline) for row in rows for deadline in row.duties.deadlines}
        for deadline in part.duties.deadlines if rows else ():
            if _when(deadline) not in known and not any(deadline.printed in row.text for row in rows):
                yield Hit(part.where(deadline.printed), *_words(part, rows, deadline))


def _words(part: Holder, rows: Sequence[Holder], deadline: Deadline) -> tuple[str, str]:
    """Return message and hint; where a row has another deadline of the kind in its stead, both are named."""
    ours = {_when(one) for one in part.duties.deadlines}
    for row in rows:
        for other in row.duties.deadlines:
            if other.kind is deadline.kind and _when(other) not in ours:
                message = _("the body says “{words}”, row {number} of the table says “{others}”.")
                text = message.format(words=deadline.printed, number=row.label, others=other.printed)
                return text, _("Write the same time in both places.")
    message = _("“{words}” stands in the body and not in row {rows} of the table.")
    text = message.format(words=deadline.printed, rows=labels(rows))
    return text, _("Add it to the row, or take it out of the body.")


def _when(deadline: Deadline) -> tuple[object, ...]:
    """Return what makes two deadlines one; a day is the same day whether it is kept as a date or as a horizon."""
    if deadline.date is not None:
        return (deadline.date,)
    if deadline.kind is DeadlineKind.CONTINUOUS:
        return (deadline.kind,)
    return (deadline.kind, deadline.every, deadline.within, deadline.span, deadline.start)
