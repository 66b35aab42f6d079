"""The issuer usually does not address the paper to itself.

It may lead a task, and be in a set that is addressed; by name it is no recipient.

Clause: 党政机关公文处理工作条例, 9(8)
Binding: practice
Wrong: issuers: [市政府办公室] and recipients: [市政府办公室]
Right: recipients without the issuer
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield issuers among the recipients."""
    issuers = {*facts.notice.issuers} or {facts.register.issuer}
    for name, place in facts.recipients:
        if name in issuers:
            message = _("“{name}” issues the paper and is addressed by it.").format(name=name)
            yield Hit(place, message, _("Take it out of the recipients."))
