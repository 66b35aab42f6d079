"""In the text a unit has its registered name, not another one.

An alias or a former name is in the register so that it is recognised, not so that it is written. What the text itself
introduces (以下简称), calls a former name (原……) or adds in brackets is left alone, and so are titles and printed lists.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
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
from hongtou.rules.patterns import HAN
from hongtou.rules.units._written import is_introduced, names_in

SEVERITY = Severity.WARNING
_OWNED = re.compile("[国省市州县区镇乡级各原〔《]")
"""What stands before a name that belongs to somebody else, or to former times."""
_WORD = re.compile("[由向和与同请经将对为是在让使及据按到的或]")
"""What stands before a name and is not the end of the name of a place."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield aliases of units in running text; a name of the register that contains one is passed over."""
    register, text = facts.register, facts.script.text
    known = {*register.by_name, *(unit.full_name for unit in register.units if unit.full_name)}
    aliases = {
        alias: unit.name
        for unit in register.units
        for alias in unit.aliases
        if len(alias) > 1 and alias in text and alias not in known and not is_introduced(alias, text)
    }
    longer = {name for name in known if any(alias in name for alias in aliases)}
    for match in names_in(text, {*aliases, *longer}):
        name = aliases.get(match[0])
        if name and not _is_other(match) and facts.script.piece(match.start()).kind != "list":
            message = _("“{alias}” is registered as “{name}”.").format(alias=match[0], name=name)
            hint = _("Write “{words}”.").format(words=name)
            yield Hit(Span(*match.span()), message, hint, name if _is_ours(match) else None)


def _is_ours(match: re.Match[str]) -> bool:
    """Whether no name of a place can stand before the name: 江门市人社局 is not 市人社局."""
    before = match.string[max(match.start() - 1, 0) : match.start()]
    return not re.match(f"[{HAN}]", before) or _WORD.match(before) is not None


def _is_other(match: re.Match[str]) -> bool:
    """Whether the name is somebody else's, a former one, or in brackets behind another."""
    text, start, end = match.string, match.start(), match.end()
    before = text[max(start - 1, 0) : start]
    bracketed = before == "（" and text[end : end + 1] == "）"
    return bracketed or _OWNED.match(before) is not None
