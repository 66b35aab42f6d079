"""A target has the same value in body and table.

20 in one and 25 in the other: each unit takes the one it likes. Rows that make up the number of the body together, or
say it for another period, agree with it. Numbers that are no targets in the data are compared where they have one unit of
measure and the rest of the clause is the same.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 新建20家 in the body, 新建25家 in the table
Right: the same number in both
Fix: none: which of the two is right a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.counted import contradictions
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Place
from hongtou.rules.targets import missing
from hongtou.rules.unasked import unlike

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets and numbers of rows where the text counts the same thing to another number."""
    told = set()
    for one in missing(facts):
        if one.changed is not None:
            row, target = one.changed
            told.add((row.id, one.part.id))
            yield _hit(row, row.where(target.printed), target.printed, one.target.printed)
    for ours, theirs in contradictions(facts):
        if (theirs.holder.id, ours.holder.id) not in told:
            yield _hit(theirs.holder, theirs.place, theirs.words, ours.words)
    for pair in unlike(facts):
        yield _hit(pair.theirs.holder, pair.place, *reversed(pair.words))


def _hit(row: Holder, place: Place, others: str, words: str) -> Hit:
    message = _("row {number} of the table says “{others}”, the body says “{words}”.")
    text = message.format(number=row.label, others=others, words=words)
    return Hit(place, text, _("Write the same number in both places."))
