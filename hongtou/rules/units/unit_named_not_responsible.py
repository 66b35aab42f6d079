"""Who is told to act in the text of a task is usually responsible for it.

A unit that the text tells to act and the list leaves out gets no letter.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
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
from hongtou.model.notice import DeclarationKind
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield units that act in the text of a row and are not in its lists."""
    issuers = {facts.register.issuer, *facts.notice.issuers}
    names = [unit.name for unit in facts.register.units if len(unit.name) > 2 and unit.name not in issuers]
    if not names:
        return
    known = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    acting = re.compile(
        f"(?:^|(?<=[。；，、]))(?:{known})(?=[、，]|要|应|负责|牵头|会同|按)|(?<=[。；，]由)(?:{known})(?!的)"
    )
    added = _added(facts)
    for row in facts.rows:
        if row.duties.assignments:
            yield from _left_out(facts, row, acting, added)


def _added(facts: Facts) -> frozenset[str]:
    """Return the units that the paper adds to every list."""
    declared = (d for d in facts.notice.declarations if d.kind is DeclarationKind.ADDS_UNITS)
    return frozenset[str]().union(*(facts.members(name) for d in declared for name in unit_names(d.units)))


def _left_out(facts: Facts, row: Holder, acting: re.Pattern[str], added: frozenset[str]) -> Iterator[Hit]:
    listed = added.union(
        *(facts.members(name) for a in row.duties.assignments for name in unit_names(a.units))
    )
    told: set[str] = set()
    for match in acting.finditer(row.text):
        name = match[0]
        if name not in listed and name not in told:
            told.add(name)
            message = _("the text names “{name}”, and the list of units does not.").format(name=name)
            yield Hit(row.where(name), message, _("Add it to the units, if it has a part in this."))
