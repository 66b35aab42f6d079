"""In the text a unit has its registered name, not another one.

An alias or a former name is in the register so that it is recognised, not so that it is written.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 由市人社局负责, with 市人社局 as an alias of 市人力资源社会保障局
Right: 由市人力资源社会保障局负责
Fix: writes the registered name.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield aliases in running text; a registered name or full name that contains one is passed over."""
    register = facts.register
    aliases = {alias: entry.name for entry in register.entries for alias in entry.aliases if len(alias) > 1}
    if not aliases:
        return
    full = {unit.full_name for unit in register.units if unit.full_name}
    names = sorted({*aliases, *register.by_name, *full}, key=len, reverse=True)
    for match in re.finditer("|".join(map(re.escape, names)), facts.script.text):
        if (name := aliases.get(match[0])) and match[0] not in register.by_name and match[0] not in full:
            message = _("“{alias}” is registered as “{name}”.").format(alias=match[0], name=name)
            yield Hit(Span(*match.span()), message, _("Write “{words}”.").format(words=name), name)
