"""A heading that the text follows on the same line ends with 。.

Without it heading and text run into each other. ： and other marks part them as well, and so do a blank and a bracket.

Clause: GB/T 9704-2012, 7.3.3
Binding: practice
Wrong: （一）建设老年食堂新建20家。
Right: （一）建设老年食堂。新建20家。
Fix: adds the full stop.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING
_PARTED = re.compile(r"[。！？：；，…—.!?:;,\s]")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield headings run into the text without a mark."""
    script = facts.script
    for piece in script.pieces:
        if piece.kind == "run-in":
            end = script.end_of(piece)
            last, following = script.text[end - 1], script.text[end : end + 1]
            if not _PARTED.match(last) and not re.match(r"[（(\s]", following):
                span = Span(end - 1, end)
                yield found(script, span, N_("a heading with text behind it ends with 。."), f"{last}。")
