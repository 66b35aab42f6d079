"""A title has no marks but 《》, “”, （） and 、, and none at its end.

It is a name, not a sentence. What stands in 《》 or “” is a name of its own and keeps its marks; inside a title a mark is
something to look at.

Clause: GB/T 15834-2011, B.4
Binding: practice
Wrong: 关于做好养老服务工作的通知。
Right: 关于做好养老服务工作的通知
Fix: none: the title must be worded anew.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place

SEVERITY = Severity.WARNING
_MARKS = re.compile(
    r"《[^《》]*》|“[^“”]*”|(?P<mark>[。；，：、！？.,;:!?]$|[，。；：！？,;!?]|(?<!\d)[:：]|[:：](?!\d))"
)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield marks in titles that do not belong there; the end of an attachment's title is looked at elsewhere."""
    for paper, path in facts.papers:
        for match in _MARKS.finditer(paper.title):
            at_end = match.end() == len(paper.title)
            if not match["mark"] or (path and at_end):
                continue
            message = _("“{mark}” does not stand in a title.").format(mark=match[0])
            place = Place("notice", (*path, "title"), match[0])
            severity = Severity.WARNING if at_end else Severity.INFO
            yield Hit(place, message, _("Word the title without it."), severity=severity)
