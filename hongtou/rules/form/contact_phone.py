"""A telephone number has 7 to 12 digits.

With area code 10 to 12, without 7 or 8, a mobile one 11, a hotline 3 to 5.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: phone: "888792"
Right: phone: "88879299"
Fix: none: a person must look it up.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_ONE = re.compile(r"\+?[\d\-－—() （）]+(?:转\d+)?")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield telephone numbers that cannot be dialled."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            for phone in re.split("[、，,；;/]", contact.phone or ""):
                digits = len(re.sub(r"\D", "", phone.partition("转")[0]))
                if phone and (
                    not _ONE.fullmatch(phone.strip()) or not (7 <= digits <= 13 or 3 <= digits <= 5)
                ):
                    message = _("“{phone}” is no telephone number.").format(phone=phone.strip())
                    place = Place("notice", (*path, "contacts", number, "phone"))
                    yield Hit(place, message, _("Look it up; it has {count} digits.").format(count=digits))
