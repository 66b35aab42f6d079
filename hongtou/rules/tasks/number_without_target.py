"""A number that the text asks for is a target in the data.

Checklists and the ledger list targets; a number that is only text is not followed up. Numbers that say how things are,
whom or what is meant, what is paid for each, how far and how fast, are none.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 新建老年食堂20家, and no target
Right: targets: [{quantity: 新建老年食堂, value: 20, unit: 家, …}]
Fix: none: what the number means a person must say.
"""

from collections.abc import Iterable, Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.amounts import amounts, is_asked, unknown
from hongtou.rules.counted import is_told
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._known import Said, with_data

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield numbers with a unit of measure that no target, deadline or class of addressees covers."""
    for holder, said in with_data(facts):
        for path, match in unknown(holder.sentences, _words(said), amounts):
            if not is_asked(match) or (holder.file == "notice" and is_told(facts, holder, match[0])):
                continue  # Which of two numbers is right comes first (target-disagrees).
            message = _("“{words}” is no target in the data.").format(words=match[0])
            place = Place(holder.file, path, match[0], holder.id)
            yield Hit(place, message, _("Add it to “targets”, with the words that print it."))


def _words(said: Iterable[Said]) -> Iterator[str]:
    for duties in said:
        yield from (deadline.printed for deadline in duties.deadlines)
        for target in duties.targets:
            words = (target.printed, target.applies_to, target.baseline, target.period)
            yield from (one for one in words if one)
