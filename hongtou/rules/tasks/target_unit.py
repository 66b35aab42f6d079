"""The unit of measure of a target is the one that is printed.

20家 in the text and 个 in the data give two different lists; 500万元 kept as 500元 gives a wrong one.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: printed: 老年食堂20家 and unit: 个
Right: unit: 家
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Target
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_PERCENT = re.compile("百分之|百分百|[%％]|[一二两三四五六七八九]成")
_PERIOD = re.compile("[/／每·].*$")
_SCALED = re.compile(r"(\d[\d,]*(?:\.\d+)?)[余多]?([万亿]+|个?百分点)")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets whose unit does not stand in their printed words, or stands there with 万 or 亿 before it."""
    for holder in facts.holders:
        for number, target in enumerate(holder.duties.targets):
            if target.unit is None:
                continue
            words = _instead(target.unit, target)
            if words is None:
                continue
            if words:
                message = _("the words say “{words}”, the data “{unit}”.").format(
                    words=words, unit=target.unit
                )
                hint = _("Write “unit: {words}”, or the value in “{unit}”.").format(
                    words=words, unit=target.unit
                )
            else:
                message = _("“{unit}” does not stand in “{printed}”.").format(
                    unit=target.unit, printed=target.printed
                )
                hint = _("Correct the unit or the words.")
            yield Hit(holder.at("targets", number, "unit"), message, hint)


def _instead(unit: str, target: Target) -> str | None:
    """Return the unit that is printed behind the value, empty where it is not known; None where all is well."""
    for match in _SCALED.finditer(target.printed):
        is_value = match[1].replace(",", "") == f"{target.value:.10g}"
        if is_value and not unit.startswith(match[2][0]) and "百分点" not in unit:
            return match[2] + (unit if target.printed.startswith(unit, match.end()) else "")
    if unit in ("%", "％"):
        return None if _PERCENT.search(target.printed) else ""
    return None if _PERIOD.sub("", unit) in target.printed else ""
