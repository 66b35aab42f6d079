"""A body that the text tells to act is in the register.

由市体育局牵头, and there is no 市体育局 in units.yaml: the name has a slip, or nobody will get a letter. Names are looked for where
they act, with a prefix that the register uses (市, 区 …); offices of leading groups and clipped names are passed over.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 由市体育局牵头, with 市教育体育局 in units.yaml
Right: 由市教育体育局牵头
Fix: none: a person must say who is meant.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.register import Register
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import HAN
from hongtou.rules.units._written import is_introduced
from hongtou.rules.units.clipped_name import CLIPPED

SEVERITY = Severity.WARNING
_PLACES = frozenset("省市州县区旗")
_ENDS = "(?:局|厅|委|办|管委会|委员会|联合会|残联|妇联|工商联)"
_NAME = f"(?:(?!局|厅|会同|联合(?!会))[{HAN}]){{0,16}}?{_ENDS}"
_ACTS = "(?:等(?:单位|部门)?)?(?:分别|共同|联合|按职责)?(?:负责|牵头|会同|配合|要(?![求点素])|应(?![急用对])|组织实施|承担|按)"
# Where somebody acts is looked for first, and then who: names are many, and most of them stand in lists.
_END_OF_LIST = re.compile(f"[局厅委办会联](?={_ACTS})")
_BOUNDARY = re.compile("[，。；：（由\n]")
_LONGEST = 100
"""Characters of a list of bodies that act."""
_RUNNING = frozenset({"text", "item", "run-in"})
_NO_NAME = re.compile(
    "总局|^市场|^市政(?![府务])|各|有关|相关|其[他它余]|责任|[的在由与及并对将把让使向]|级|[市区县]直|[属辖]|领导小组|专班|指挥部|联席会议|工作[组专]|委员会办|政府|"
    "(?:主|承|举|协|督|交|开|申|经|代|查|兴|创)办$|^.委(?:办|$)|委办$|^.[局委办厅]$"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the first mention of every body that acts in running text and that the register does not know."""
    register, script = facts.register, facts.script
    prefixes = "".join(sorted({unit.prefix for unit in register.units} & _PLACES))
    if not prefixes:
        return
    listed = re.compile(f"[{prefixes}]{_NAME}(?:[、和]{_NAME})*")
    seen: set[str] = set()
    for end in _END_OF_LIST.finditer(script.text):
        before = _BOUNDARY.split(script.text[max(end.end() - _LONGEST, 0) : end.end()])[-1]
        if script.piece(end.start()).kind not in _RUNNING or not listed.fullmatch(before):
            continue
        for one in re.finditer("[^、和]+", before):
            if one[0] in seen:
                continue
            seen.add(one[0])
            if _is_stranger(register, one[0], before[0], script.text):
                start = end.end() - len(before) + one.start()
                yield Hit(Span(start, start + len(one[0])), *_words(register, one[0], before[0]))


def _is_stranger(register: Register, name: str, prefix: str, text: str) -> bool:
    """Whether neither ``name`` nor ``name`` behind the ``prefix`` of its list is registered, and it is the name of a body."""
    own = name.removeprefix(prefix)
    if _NO_NAME.search(name) or re.fullmatch(CLIPPED, own) or is_introduced(name, text):
        return False
    return not any(register.find(known) for known in (name, prefix + name))


def _words(register: Register, name: str, prefix: str) -> tuple[str, str]:
    near = register.suggest(name if name.startswith(prefix) else prefix + name)
    message = _("“{name}” acts here and is not in units.yaml.").format(name=name)
    if near:
        return message, _("Did you mean “{name}”? Else add the unit to units.yaml.").format(name=near)
    return message, _("Add the unit to units.yaml, or correct its name.")
