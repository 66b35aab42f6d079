"""What is divided has at least two parts.

A （一） without a （二） is no division: either something is missing or the text belongs to the part above.

Clause: GB/T 9704-2012, 7.3.3
Binding: practice
Wrong: 一、……（一）……二、……
Right: 一、……（一）……（二）……二、……
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the only part of what is divided."""
    for part in facts.parts:
        if len(part.children) == 1:
            child = part.children[0]
            message = _("{label} is the only part of “{parent}”.").format(
                label=child.label, parent=part.called
            )
            yield Hit(child.head, message, _("Is a part missing? Else let it be text."))
