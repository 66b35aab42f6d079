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
from hongtou.model.base import unit_names
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield units in both lists."""
    addressed = {
        unit.name for name in unit_names(facts.notice.recipients) for unit in facts.register.expand(name)
    }
    for number, name in enumerate(unit_names(facts.notice.copies_to)):
        if any(unit.name in addressed for unit in facts.register.expand(name)):
            message = _("“{name}” is addressed already.").format(name=name)
            path = (
                ("copies_to", number)
                if all(isinstance(c, str) for c in facts.notice.copies_to)
                else ("copies_to",)
            )
            yield Hit(Place("notice", path, name), message, _("Take it out of one of the two."))
