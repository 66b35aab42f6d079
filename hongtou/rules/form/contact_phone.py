"""A telephone number has as many digits as can be dialled.

Without area code 7 or 8, with it 10 to 12; a mobile one has 11 and begins with 1, a hotline 3 to 6. An extension and words
beside it do not count.

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
from hongtou.rules.form._phones import digits, phones
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_DIALLED = re.compile(
    r"(?:0\d{2,3})?\d{7,8}|(?:00)?860?\d{2,3}\d{7,8}|(?:00)?(?:86)?1\d{10}|[48]00\d{7}|1\d{2,4}|9\d{4,5}|\d{4}"
)
_LETTER = re.compile(r"\d[oOlI]|[oOlI]\d")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield telephone numbers that cannot be dialled."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            for phone in phones(contact.phone or ""):
                dialled = digits(phone)
                if not _DIALLED.fullmatch(dialled) or _LETTER.search(phone):
                    message = _("「{phone}」 is no telephone number: it has {count} digits.")
                    place = Place("notice", (*path, "contacts", number, "phone"), phone)
                    text = message.format(phone=phone, count=len(dialled))
                    yield Hit(place, text, _("Look it up: 7 or 8 digits, 10 to 12 with the area code."))
