"""Who is named as contact can be reached.

A name without a telephone number or an address helps nobody.

Clause: GB/T 9704-2012, 7.3.6
Binding: practice
Wrong: 联系人：某某
Right: 联系人：某某，联系电话：0000-88888888
Fix: none: a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_REACHED = re.compile(r"\d{3,}|[@＠]")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield persons named as contacts who cannot be reached, not even by what is printed."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            reached = contact.phone or contact.email or _REACHED.search(contact.printed or "")
            if contact.name and not reached:
                message = _("{name} has neither telephone nor e-mail.").format(name=contact.name)
                place = Place("notice", (*path, "contacts", number, "name"))
                yield Hit(place, message, _("Add “phone” or “email”."))
