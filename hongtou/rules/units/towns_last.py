"""In a unit list departments usually come before towns and streets.

Party bodies, departments, mass organisations, institutions, then towns and streets: so most offices order them. Where the
first of a list leads, a town may stand first.

Clause: 通行做法，服务于党政机关公文处理工作条例, 19
Binding: practice
Wrong: units: [各镇街, 市民政局]
Right: units: [市民政局, 各镇街]
Fix: none: the first of a list may be meant to lead.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.base import unit_names
from hongtou.model.notice import DeclarationKind
from hongtou.model.register import UnitKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO
_LOCAL = frozenset({UnitKind.TOWN, UnitKind.STREET, UnitKind.FUNCTION_ZONE})
_CENTRAL = frozenset({UnitKind.DEPARTMENT, UnitKind.PARTY_BODY})


def check(facts: Facts) -> Iterator[Hit]:
    """Yield departments behind towns in the list of a task."""
    kinds = {unit.name: unit.kind for unit in facts.register.units}
    leads = any(d.kind is DeclarationKind.FIRST_LEADS for d in facts.notice.declarations)
    for units, places in facts.lists:
        before = ""
        for number, (name, place) in enumerate(zip(unit_names(units), places, strict=True)):
            members = {kinds[member] for member in facts.members(name)}
            if before and members and members <= _CENTRAL:
                message = _("“{name}” stands behind “{before}”.").format(name=name, before=before)
                yield Hit(place, message, _("Departments usually come before towns and streets."))
                break
            is_lead = leads and number == 0
            before = name if members and members <= _LOCAL and not is_lead else before
