"""The unit of measure of a target is the one that is printed.

20家 in the text and 个 in the data give two different lists.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: printed: 老年食堂20家 and unit: 个
Right: unit: 家
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_PERCENT = ("百分", "%", "％", "成")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets whose unit does not stand in their printed words."""
    for holder in facts.holders:
        for number, target in enumerate(holder.duties.targets):
            if target.unit is None or target.unit in target.printed:
                continue
            if target.unit in "%％" and any(word in target.printed for word in _PERCENT):
                continue
            message = _("“{unit}” does not stand in “{printed}”.").format(
                unit=target.unit, printed=target.printed
            )
            yield Hit(holder.at("targets", number, "unit"), message, _("Correct the unit or the words."))
