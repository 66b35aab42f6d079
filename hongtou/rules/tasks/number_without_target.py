"""A number that the text asks for is a target in the data.

Checklists and the ledger list targets; a number that is only text is not followed up.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 新建老年食堂20家, and no target
Right: targets: [{quantity: 新建老年食堂, value: 20, unit: 家, …}]
Fix: none: what the number means a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.amounts import amounts, is_within
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield numbers with a unit of measure that no target, deadline or class of addressees covers."""
    for holder in facts.holders:
        known = [
            words for t in holder.duties.targets for words in (t.printed, t.applies_to, t.baseline) if words
        ]
        known += [deadline.printed for deadline in holder.duties.deadlines]
        for path, sentence in holder.sentences:
            for match in amounts(sentence):
                if not is_within(match.span(), known, holder.text, sentence):
                    message = _("“{words}” is no target in the data.").format(words=match[0])
                    place = Place(holder.file, path, match[0], holder.id)
                    yield Hit(place, message, _("Add it to “targets”, with the words that print it."))
