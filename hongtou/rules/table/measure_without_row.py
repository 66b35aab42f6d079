"""Every measure of the body has a row in the table, where its neighbours have one.

What stands in the body alone is assigned to nobody.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 三是开发公益性岗位, and no row for it
Right: a row with measure: public-welfare-posts
Fix: none: whose task it is a person must say.
"""

from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield parts without a row and without units of their own beside others that have a row."""
    for group in (facts.roots, *(part.children for part in facts.parts)):
        yield from _in(facts, group)


def _in(facts: Facts, group: Sequence[Holder]) -> Iterator[Hit]:
    if not any(part.id in facts.rows_of for part in group):
        return
    for part in group:
        if part.children or part.duties.assignments or part.id in facts.rows_of:
            continue
        message = _("“{name}” has no row of its own in the table.").format(name=part.called)
        place = part.at(*part.sentences[0][0][len(part.path) :]) if part.sentences else part.head
        yield Hit(place, message, _("Add a row with “measure: {id}”, or say who does it.").format(id=part.id))
