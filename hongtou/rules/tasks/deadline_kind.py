"""The kind of a deadline is what its words say: 每年 recurs, 长期 goes on.

A recurring duty kept as a single day is asked for once.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: kind: date and printed: 每年6月底前
Right: kind: recurring, every: year
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.duty import DeadlineKind
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING
_WORDS = {
    DeadlineKind.RECURRING: re.compile("每(?:年|半年|季|季度|月|周|旬|学期)|逐年"),
    DeadlineKind.CONTINUOUS: re.compile("长期|持续|常态化|常年"),
    DeadlineKind.RELATIVE: re.compile(r"之日起.{0,8}(?:日|天|月|年)内"),
}


def check(facts: Facts) -> Iterator[Hit]:
    """Yield deadlines of another kind than their words say."""
    for holder in facts.holders:
        for number, deadline in enumerate(holder.duties.deadlines):
            said = next((kind for kind, words in _WORDS.items() if words.search(deadline.printed)), None)
            if said is not None and said is not deadline.kind:
                message = _("“{words}” is {said}, the data says {kind}.").format(
                    words=deadline.printed, said=said.value, kind=deadline.kind.value
                )
                yield Hit(
                    holder.at("deadlines", number, "kind"),
                    message,
                    _("Write “kind: {said}”.").format(said=said.value),
                )
