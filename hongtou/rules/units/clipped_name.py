"""A unit is not clipped as in speech: 人力资源社会保障局, not 人社局.

Where the place has made the clipped form its standard short name, it is in the register, and this rule is silent.

Clause: 党政机关公文处理工作条例, 9(5)
Binding: practice
Wrong: 由市人社局负责
Right: 由市人力资源社会保障局负责
Fix: none: the short name differs from place to place.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.INFO
_CLIPPED = re.compile(
    "(?:发改[委局]|人社(?:[局厅]|部(?:门)?)|住建(?:[局厅委]|部门?)|工信(?:[局厅委]|部门?)|卫健[委局]|市监局|文旅[局厅委]|农业局|国土局|教体局)"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield clipped names that no entry of the register has."""
    register = facts.register
    known = "\n".join((*register.by_name, *register.by_alias))
    for match in _CLIPPED.finditer(facts.script.text):
        if match[0] not in known:
            message = _("“{name}” is how one speaks, not how one writes.").format(name=match[0])
            hint = _("Write the standard short name; if this is it here, add it to units.yaml.")
            yield Hit(Span(*match.span()), message, hint)
