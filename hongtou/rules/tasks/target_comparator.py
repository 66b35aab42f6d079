"""How a number is meant is the same in words and data: 以上 is at_least, 以内 is at_most.

Whether 18 of 20 are enough depends on it.

Clause: 党政机关公文处理工作条例, 19
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
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_NUMBER = r"\d[\d.,]*(?:[%％]|[^\d，。；、：（）]{0,3})"
_WORDS = {
    Comparator.AT_LEAST: re.compile(
        rf"(?:至少|不少于|不低于|不小于|最少)[^，。；]{{0,6}}\d|{_NUMBER}(?:以上|及以上|（含）以上)"
    ),
    Comparator.AT_MOST: re.compile(
        rf"(?:至多|不超过|不高于|不多于|控制在|最多)[^，。；]{{0,6}}\d|{_NUMBER}(?:以内|以下)"
    ),
    Comparator.ABOUT: re.compile(rf"(?:约|大约)\d|{_NUMBER}左右"),
    Comparator.BETWEEN: re.compile(r"\d[%％万亿个名家项]?[-－—–～~至到]\d"),
}
_ALSO = {
    Comparator.AT_LEAST: {Comparator.MORE_THAN, Comparator.BETWEEN},
    Comparator.AT_MOST: {Comparator.LESS_THAN, Comparator.BETWEEN},
    Comparator.ABOUT: set[Comparator](),
    Comparator.BETWEEN: {Comparator.AT_LEAST, Comparator.AT_MOST},
}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets that compare otherwise than their words say."""
    for holder in facts.holders:
        for number, target in enumerate(holder.duties.targets):
            said = _said(target)
            if said is not None and target.comparator is not said and target.comparator not in _ALSO[said]:
                message = _("the words say {said}, the data {comparator}.").format(
                    said=said.value, comparator=target.comparator.value
                )
                steps = (
                    "targets",
                    number,
                    "comparator" if target.comparator is not Comparator.EQUAL else "id",
                )
                yield Hit(
                    holder.at(*steps), message, _("Write “comparator: {said}”.").format(said=said.value)
                )


def _said(target: Target) -> Comparator | None:
    found = [comparator for comparator, words in _WORDS.items() if words.search(target.printed)]
    if Comparator.BETWEEN in found:
        return Comparator.BETWEEN
    return found[0] if len(found) == 1 else None
