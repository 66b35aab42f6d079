"""How firmly a target is meant is the same in words and data: 力争 is strive.

Missing what was only striven for is not failing.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 力争新建老年食堂20家 and no force
Right: force: strive
Fix: none: how it is meant a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Target
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO
_REACHED = r"达|实现|完成|建成|新[建增]|覆盖|消除|满足|形成|控制"
_WORDS = re.compile(
    rf"(?P<strive>力争|争取(?=[在于到]?(?:\d|本|今|“)|全年|年[内底]|{_REACHED}))|(?P<in_principle>原则上)|(?P<ensure>确保)|"
    rf"(?P<basically>基本(?={_REACHED}))"
)
_FOR_A_TIME = re.compile(
    rf"[^，。；]{{0,4}}(?:{_WORDS.pattern})(?:[到至在于]?\d{{4}}年[^，。；]{{0,6}}|“[^”]*”(?:期间|末))"
)
"""A clause that says how firmly, and only adds a time: 力争到2028年，新建20家."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets whose clause says how firmly they are meant, and whose data says something else or nothing."""
    for holder in facts.holders:
        is_said = holder.duties.targets and _WORDS.search(holder.text)
        for number, target in enumerate(holder.duties.targets if is_said else ()):
            found = _said(target, holder.text)
            if not found or target.force.value in found:
                continue
            force, words = found.popitem()
            message = _("the text says {words} of “{printed}”, the data does not.").format(
                words=words, printed=target.printed
            )
            hint = _("Write “force: {force}”.").format(force=force)
            yield Hit(holder.at("targets", number, "force"), message, hint)


def _said(target: Target, text: str) -> dict[str, str]:
    """Return how firmly the clause of ``target`` means it, with the words that say so, the nearest last."""
    at = max(text.find(target.printed), 0)
    clauses = re.split("[，。；]", text[:at])
    clause = clauses[-1] + target.printed
    if len(clauses) > 1 and _FOR_A_TIME.fullmatch(clauses[-2]):
        clause = clauses[-2] + clause
    return {match.lastgroup or "": match[0] for match in _WORDS.finditer(clause)}
