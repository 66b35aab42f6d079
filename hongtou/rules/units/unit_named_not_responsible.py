"""Who is named in the text of a task is responsible for it.

A unit that the text tells to act and the list leaves out gets no letter.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 市财政局要安排经费, and units: [市民政局]
Right: units: [市民政局, 市财政局]
Fix: none: it may be named for another reason.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield units that act in the text of a row and are not in its lists."""
    names = sorted((unit.name for unit in facts.register.units if len(unit.name) > 2), key=len, reverse=True)
    acting = re.compile(
        f"(?:^|[。；，、“])({'|'.join(map(re.escape, names))})(?=[、，]|要|应|负责|牵头|会同|按)"
    )
    for row in facts.rows:
        if row.duties.assignments:
            yield from _left_out(facts, row, acting)


def _left_out(facts: Facts, row: Holder, acting: re.Pattern[str]) -> Iterator[Hit]:
    listed = frozenset[str]().union(
        *(facts.members(name) for a in row.duties.assignments for name in unit_names(a.units))
    )
    told: set[str] = set()
    for match in acting.finditer(row.text):
        if match[1] not in listed and match[1] not in told:
            told.add(match[1])
            message = _("the text names “{name}”, and the list of units does not.").format(name=match[1])
            yield Hit(row.where(match[1]), message, _("Add it to the units, if it has a part in this."))
