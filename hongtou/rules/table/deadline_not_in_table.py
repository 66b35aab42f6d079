"""A deadline of the body stands in the row of its measure.

The table is what the units work from.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 到2025年 in the body, and no time in the row
Right: the same deadline in both
Fix: none: the row must be worded.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines of measures that none of their rows has."""
    for part in facts.parts:
        rows = facts.rows_of.get(part.id, ())
        known = {(d.kind, d.date, d.every) for row in rows for d in row.duties.deadlines}
        for deadline in part.duties.deadlines if rows else ():
            if (deadline.kind, deadline.date, deadline.every) not in known:
                message = _("“{words}” stands in the body and not in row {rows}.")
                text = message.format(words=deadline.printed, rows="、".join(row.label for row in rows))
                yield Hit(
                    part.where(deadline.printed), text, _("Add it to the row, or take it out of the body.")
                )
