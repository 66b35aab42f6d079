"""A printed unit list names the units of the data.

Letters go to the units of the data; the table shows the printed list.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: units: [市民政局] and printed: 市民政局、财政局
Right: units: [市民政局, 市财政局] and printed: 市民政局、财政局
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.units import parse_list

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Yield printed lists that read as other units."""
    for holder in facts.holders:
        for number, assignment in enumerate(holder.duties.assignments):
            if assignment.printed is None:
                continue
            read = parse_list(assignment.printed, facts.register).names
            if set(read) != set(unit_names(assignment.units)):
                message = _("the printed list reads as {names}.").format(names="、".join(read))
                yield Hit(
                    holder.at("assignments", number, "printed"),
                    message,
                    _("Make “units” and “printed” say the same."),
                )
