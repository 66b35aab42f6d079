"""The note 此件公开发布 and the class of publication say the same.

One of them decides whether the paper goes onto the web.

Clause: 政府网站发展指引（国办发〔2017〕47号）
Binding: practice
Wrong: note: 此件公开发布 and openness: 不予公开
Right: note: 此件公开发布 and openness: 主动公开
Fix: none: which of the two is right a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_OPEN = re.compile("(?<!不)(?<!不予)(?<!非)(?:主动公开|公开发布)")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield a note that contradicts the class of publication."""
    notice = facts.notice
    openness = notice.publication.openness if notice.publication else None
    if notice.note and openness and bool(_OPEN.search(notice.note)) != (openness == "主动公开"):
        message = _("the note says “{note}”, the class is {openness}.").format(
            note=notice.note, openness=openness
        )
        yield Hit(Place("notice", ("note",)), message, _("Correct one of the two."))
