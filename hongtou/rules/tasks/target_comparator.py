"""How a number is meant is the same in words and data: 以上 is at_least, 以内 is at_most.

Whether 18 of 20 are enough depends on it. Only the words beside the number count: 编制50人以上的单位安排1名 asks for one. A bare
number of what is to be built, held or trained (培训500名) sets no upper limit.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: printed: 20家以上 and comparator: equal
Right: comparator: at_least
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Comparator, Target
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_C = Comparator
_NUMBER = re.compile(r"\d[\d,，]*(?:\.\d+)?")
_RANGE = re.compile(r"[%％万亿余]{0,2}[^\d，。；\s]?[-－—–～~至到](?=\d)")
_NEAR = r"[^，。；\d]{0,6}$"
_BEFORE = re.compile(
    rf"(?P<at_least>至少|最少|最低|不得?[少低小]于){_NEAR}|(?P<at_most>至多|最多|不[得可能]?超过|不[得可能]?[高多大]于|控制在|限[于制]|降[到至]){_NEAR}|"
    r"(?P<about>大约|约|接近|将近)$|(?P<more_than>(?<!不)(?<!不得)(?:超过|突破|[高多大]于))$|(?P<less_than>(?<!不)(?<!不得)[低少小]于)$"
)
_AFTER = re.compile(
    r"[^\d，。；、：]{0,5}?(?:（含）)?[及或]?(?:(?P<at_least>以上)|(?P<at_most>以[内下])|(?P<about>左右|上下))"
)
_MORE = re.compile(
    "培[训育养]|新[建增设]|建[成立设]|增[加设]|举办|开展|组织|引进|安[排置]|配[备置]|发放|创建|扶持|完成|招[聘录募]|开发|设[立置]|达到?|提[高升]|帮[助扶]|服务"
)
_LIMITS = re.compile(
    "内|限|超|控|降|减|压|缩|少|低|最[高多]|至多|封顶|以下|[高多大]于|空置|差错|投诉|失业|死亡|事故|流失|逾期|亏损"
)
_TOP = frozenset({_C.AT_MOST, _C.LESS_THAN})
_ALSO = {
    _C.AT_LEAST: {_C.MORE_THAN},
    _C.MORE_THAN: {_C.AT_LEAST},
    _C.AT_MOST: {_C.LESS_THAN},
    _C.LESS_THAN: {_C.AT_MOST},
    _C.BETWEEN: {_C.AT_LEAST, _C.AT_MOST, _C.ABOUT},
}
"""What the data may say as well."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets that compare otherwise than their words say."""
    for holder in facts.holders:
        for number, target in enumerate(holder.duties.targets):
            text = _text(holder, target)
            said = _said(target, text)
            if said is None and target.comparator in _TOP and _is_wanted(target, text):
                message = _("“{words}” sets no upper limit, the data says “{comparator}”.").format(
                    words=target.printed, comparator=target.comparator.value
                )
                hint = _("Write “equal” or “at_least” as it is meant, or “不超过” in the text.")
                yield Hit(holder.at("targets", number, "comparator"), message, hint)
            if said is None or target.comparator in (said, *_ALSO.get(said, ())):
                continue
            message = _("“{words}” means “{said}”, the data says “{comparator}”.").format(
                words=target.printed, said=said.value, comparator=target.comparator.value
            )
            hint = _("Write “comparator: {said}”.").format(said=said.value)
            yield Hit(holder.at("targets", number, "comparator"), message, hint)


def _text(holder: Holder, target: Target) -> str:
    """Return the text that prints ``target``: its own, or that of an item under it."""
    texts = (holder.text, *(child.text for child in holder.children))
    return next((text for text in texts if target.printed in text), holder.text)


def _is_wanted(target: Target, text: str) -> bool:
    """Whether the clause of ``target`` prints its number bare and asks for as much of it as that, with no word of a limit."""
    at = text.find(target.printed)
    before = re.split("[，。；]", text[: max(at, 0)])[-1]
    after = re.split("[，。；]", text[at + len(target.printed) :])[0] if at >= 0 else ""
    clause = before + target.printed + after
    numbers = [match[0] for match in _NUMBER.finditer(target.printed) if _is_value(match[0], target)]
    return bool(numbers) and _MORE.search(clause) is not None and _LIMITS.search(clause) is None


def _said(target: Target, text: str) -> Comparator | None:
    """Return how the words beside the number of ``target`` compare, None where they leave it open."""
    at = text.find(target.printed)
    text, start = (text, at) if at >= 0 else (target.printed, 0)
    for match in _NUMBER.finditer(text, start, start + len(target.printed)):
        if not _is_value(match[0], target):
            continue
        if _RANGE.match(text, match.end()):
            return _C.BETWEEN
        before = text[max(match.start() - 12, 0) : match.start()]
        found = _AFTER.match(text, match.end()) or _BEFORE.search(before)
        return _C(found.lastgroup or "") if found is not None else None
    return None


def _is_value(words: str, target: Target) -> bool:
    """Whether ``words`` are the value, in the unit of the target or counted in 万 or 亿."""
    number = float(re.sub("[,，]", "", words))
    return any(
        abs(number * times - target.value) < 1e-9 * max(1, abs(target.value)) for times in (1, 1e4, 1e8)
    )
