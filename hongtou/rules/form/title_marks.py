"""A title has no marks but 《》, “”, （） and 、, and none at its end.

It is a name, not a sentence.

Clause: GB/T 15834-2011, B.4
Binding: practice
Wrong: 关于做好养老服务，保障民生的通知
Right: 关于做好养老服务保障民生的通知
Fix: none: the title must be worded anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_MARKS = re.compile("[，。；：！？,;:!?]|、$")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield marks in titles that do not belong there."""
    for paper, path in facts.papers:
        for match in _MARKS.finditer(paper.title):
            message = _("“{mark}” does not stand in a title.").format(mark=match[0])
            place = Place("notice", (*path, "title"), match[0])
            yield Hit(place, message, _("Word the title without it."))
