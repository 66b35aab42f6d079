"""A paper that goes out has a number and a date.

Until then the registry fills them in by hand, and letters made from the policy have none.

Clause: 党政机关公文处理工作条例, 9(5), 9(12)
Binding: standard
Wrong: title: ……
Right: document_number: 某府办函〔2026〕5号 and date: 2026-03-05
Fix: none: the registry gives them.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.form._papers import WITHOUT_NUMBER
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield what the registry has still to give."""
    numbered = facts.notice.kind not in WITHOUT_NUMBER
    for key in ("document_number", "date") if numbered else ("date",):
        if getattr(facts.notice, key) is None:
            message = _("“{key}” is not given yet.").format(key=key)
            yield Hit(Place("notice", ("title",)), message, _("Add it when the paper is registered."))
