"""Who is named as contact can be reached.

A name without a telephone number or an address helps nobody.

Clause: GB/T 9704-2012, 7.3.6
Binding: practice
Wrong: 联系人：某某
Right: 联系人：某某，联系电话：0000-88888888
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield contacts that cannot be reached."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            if not contact.phone and not contact.email:
                message = _("this contact has neither telephone nor e-mail.")
                yield Hit(Place("notice", (*path, "contacts", number)), message, _("Add “phone” or “email”."))
