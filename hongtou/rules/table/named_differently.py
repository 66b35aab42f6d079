"""The same thing has the same name in body and table.

地市级机关 in one and 市级机关 in the other: two bodies, or one mistyped?

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 编制50人以上的地市级机关 and 编制50人以上的市级机关
Right: the same name in both
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.clauses import clauses, differences
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield clauses of measures that their rows repeat with another name in them."""
    for part in facts.parts:
        rows = facts.rows_of.get(part.id, ())
        others = {clause: row for row in rows for clause in clauses(row.text) if clause}
        for path, sentence in part.sentences if others else ():
            for one in differences(sentence, [*others]):
                message = _("the body says “{ours}”, row {number} says “{theirs}”.")
                text = message.format(ours=one.ours, number=others[one.other].label, theirs=one.theirs)
                yield Hit(Place("notice", path, one.ours, part.id), text, _("Use one name in both places."))
