"""How urgent a paper is stands in the letterhead, not in the title.

紧急程度 is an element of its own: 特急 or 加急, above the red line.

Clause: GB/T 9704-2012, 7.2.3
Binding: practice
Wrong: 关于防汛工作的紧急通知
Right: 关于防汛工作的通知
Fix: none: the title must be worded anew.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a title that says how urgent it is."""
    title = facts.notice.title
    for word in ("紧急", "特急", "加急"):
        if title.endswith(f"{word}{facts.notice.kind}"):
            message = _("“{word}” belongs in the letterhead.").format(word=word)
            yield Hit(
                Place("notice", ("title",), word), message, _("Write “urgency: 特急” or “urgency: 加急”.")
            )
