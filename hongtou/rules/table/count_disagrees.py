"""A count in the text is the count of what follows: 共15项任务 of 15.

A number that was not changed with the list.

Clause: GB/T 15835-2011, 4.1.1
Binding: house
Wrong: 任务分解表共16项任务, with 15 rows
Right: 共15项任务
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.numerals import integer
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_NUMBER = r"(\d{1,3}|[一二三四五六七八九十]{1,3})"
_ROWS = re.compile(
    rf"(?:任务|分工|分解)[^，。；]{{0,12}}?共(?:有|计)?{_NUMBER}(?:大)?[项条]|(?<![第十]){_NUMBER}项(?:重点|主要|具体|工作)*任务"
)
_PARTS = re.compile(rf"(?:以下|下列|如下|下述){_NUMBER}(?:大)?(?:个方面|方面|项|条|点|类|个|种)")
_WITHHELD = "本文有删减"


def check(facts: Facts) -> Iterator[Hit]:
    """Yield counts that neither the rows nor the parts below have."""
    if _WITHHELD in (facts.notice.note or ""):
        return
    for part in facts.parts:
        for path, sentence in (*part.sentences, (("heading",), getattr(part.duties, "heading", None) or "")):
            place = path if path != ("heading",) else (*part.path, "heading")
            yield from _counts(facts, part, place, sentence)


def _counts(facts: Facts, part: Holder, path: tuple[int | str, ...], sentence: str) -> Iterator[Hit]:
    below = [count for count in (len(part.children), _leaves(part)) if count > 1]
    for pattern, counts in ((_ROWS, [len(facts.rows)] if facts.rows else []), (_PARTS, below)):
        for match in pattern.finditer(sentence):
            number = next(group for group in match.groups() if group)
            value = int(number) if number.isdecimal() else integer(number)
            if counts and value not in (*counts, *below):
                message = _("“{words}”: there are {count}.").format(words=match[0], count=counts[0])
                yield Hit(
                    Place("notice", path, match[0], part.id), message, _("Correct the number, or the list.")
                )


def _leaves(part: Holder) -> int:
    return sum(not one.children for one in part.below()) if part.children else 0
