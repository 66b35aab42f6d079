"""The printed contact says the same as the data.

Letters are made from the data; a caller of the wrong number finds out.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: phone: "88888888" and printed: 联系电话：88888880
Right: the same number in both
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.ERROR


def check(facts: Facts) -> Iterator[Hit]:
    """Yield names and numbers of contacts that their printed words do not have."""
    for paper, path in facts.papers:
        for number, contact in enumerate(paper.contacts):
            for key in ("name", "phone", "email"):
                value = getattr(contact, key)
                if contact.printed and value and _squeezed(value) not in _squeezed(contact.printed):
                    message = _("“{value}” does not stand in the printed contact.").format(value=value)
                    yield Hit(
                        Place("notice", (*path, "contacts", number, key)),
                        message,
                        _("Correct one of the two."),
                    )


def _squeezed(text: str) -> str:
    return re.sub(r"[\s\-－—()（）]", "", text)
