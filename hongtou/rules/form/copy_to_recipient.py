"""A unit that the paper is addressed to gets no copy of it.

It would receive the paper twice.

Clause: 党政机关公文处理工作条例, 9(16)
Binding: practice
Wrong: recipients: [市民政局] and copies_to: [市民政局]
Right: recipients: [市民政局]
Fix: none: which of the two is meant a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts, sentences
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield copies all of whose readers are addressed; of a set that goes further some may be."""
    names = [name for name, _place in facts.recipients]
    addressed = frozenset[str]().union(*(facts.members(name) for name in names))
    for path, name in sentences(facts.notice.copies_to, ("copies_to",)):
        members = facts.members(name)
        if name in names or (members and members <= addressed):
            message = _("“{name}” is addressed already.").format(name=name)
            yield Hit(Place("notice", path, name), message, _("Take it out of one of the two."))
