"""A heading on a line of its own carries no mark at its end.

It is a name, not a sentence; ？ and ！ that belong to it stay.

Clause: GB/T 15834-2011, A.1
Binding: practice
Wrong: 一、提高认识。
Right: 一、提高认识
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING
_END = re.compile("[。，；：、]$", re.MULTILINE)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield marks at the end of headings."""
    for match in _END.finditer(facts.script.text):
        if facts.script.piece(match.start()).kind == "heading":
            what = N_("a heading on a line of its own carries no mark.")
            yield found(facts.script, Span(*match.span()), what, "")
