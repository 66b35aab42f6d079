"""The printed contact says the same as the data.

Letters are made from the data; a caller of the wrong number finds out.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: phone: "88888888" and printed: 联系电话：88888880
Right: the same number in both
Fix: none: which of the two is right a person must say.
"""

import re
import unicodedata
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Contact
from hongtou.rules.facts import Facts
from hongtou.rules.form._phones import digits, local, phones
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Yield names and numbers of contacts that their printed words do not have."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            for key, value in _unprinted(contact):
                message = _("「{value}」 does not stand in the printed contact.").format(value=value)
                place = Place("notice", (*path, "contacts", number, key))
                yield Hit(place, message, _("Correct one of the two."))


def _unprinted(contact: Contact) -> Iterator[tuple[str, str]]:
    """Yield what is not printed, by its key; an area code may be left out, an extension written otherwise."""
    if contact.printed is None:
        return
    printed = _squeezed(contact.printed)
    numbers = {local(digits(run)) for run in re.findall(r"[\d(][\d()\-—转]*", printed)}
    for name in re.split("[、，,；;/]", contact.name or ""):
        if _squeezed(name) not in printed:
            yield "name", name
    for phone in phones(contact.phone or ""):
        if local(digits(phone)) not in numbers:
            yield "phone", phone
    if contact.email and _squeezed(contact.email) not in printed:
        yield "email", contact.email


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).lower()
