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
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit
from hongtou.rules.targets import missing

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield targets and numbers of rows where the text counts the same thing to another number."""
    told = set()
    for one in missing(facts):
        if one.changed is not None:
            row, target = one.changed
            told.add((row.id, one.part.id))
            message = _("row {number} of the table says “{others}”, the body says “{words}”.")
            text = message.format(number=row.label, others=target.printed, words=one.target.printed)
            yield Hit(row.where(target.printed), text, _("Write the same number in both places."))
    for ours, theirs in contradictions(facts):
        if (theirs.holder.id, ours.holder.id) not in told:
            message = _("row {number} of the table says “{others}”, the body says “{words}”.")
            text = message.format(number=theirs.holder.label, others=theirs.words, words=ours.words)
            yield Hit(theirs.place, text, _("Write the same number in both places."))
