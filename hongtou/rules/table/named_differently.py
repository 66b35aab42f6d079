"""The same thing has the same name in body and table.

地市级机关 in one and 市级机关 in the other: two bodies, or one mistyped?

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
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
from hongtou.rules.targets import rows_by_part

SEVERITY = Severity.WARNING
_MOST = 50
"""Of more rows some clause is always alike by chance."""


def check(facts: Facts) -> Iterator[Hit]:
    """Yield clauses of the text that the rows carrying it out repeat with another name in them."""
    rows_of = rows_by_part(facts)
    for part in facts.parts:
        rows = rows_of.get(part.id, ())
        if not rows or len(rows) > _MOST:
            continue
        others = {clause: row for row in rows for clause in clauses(row.text) if clause}
        for path, sentence in part.sentences:
            for one in differences(sentence, others):
                message = _("the body says “{ours}”, row {number} of the table says “{theirs}”.")
                text = message.format(ours=one.ours, number=others[one.other].label, theirs=one.theirs)
                yield Hit(Place("notice", path, one.ours, part.id), text, _("Use one name in both places."))
