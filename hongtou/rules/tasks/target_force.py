"""How firmly a target is meant is the same in words and data: 力争 is strive.

Missing what was only striven for is not failing.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 力争新建老年食堂20家 and no force
Right: force: strive
Fix: none: how it is meant a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import Force
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO
_WORDS = {Force.STRIVE: "力争|争取", Force.IN_PRINCIPLE: "原则上", Force.ENSURE: "确保"}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets whose clause says how firmly they are meant, and whose data does not."""
    for holder in facts.holders:
        for number, target in enumerate(holder.duties.targets):
            at = holder.text.find(target.printed)
            clause = re.split("[，。；]", holder.text[: at + 1])[-1] + target.printed if at >= 0 else ""
            for force, words in _WORDS.items():
                if target.force is Force.PLAIN and (match := re.search(words, clause)):
                    message = _("the text says {words}, the data does not.").format(words=match[0])
                    place = holder.at("targets", number, "id")
                    yield Hit(place, message, _("Write “force: {force}”.").format(force=force.value))
