"""如下 at the end of a paragraph is followed by ：.

It announces what comes.

Clause: GB/T 15834-2011, 4.7
Binding: practice
Wrong: 现就有关事项通知如下。
Right: 现就有关事项通知如下：
Fix: writes the colon.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING
_END = re.compile("如下[。；，、]?$", re.MULTILINE)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield paragraphs that announce something and end with another mark, or with none."""
    script = facts.script
    for match in _END.finditer(script.text):
        if script.piece(match.start()).kind in ("text", "item"):
            yield found(script, Span(*match.span()), N_("如下 is followed by ：."), "如下：")
