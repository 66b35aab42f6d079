"""A heading on a line of its own carries no mark at its end.

It is a name, not a sentence; ？ and ！ that belong to it stay. A numbered sentence with nothing below it is no heading.

Clause: GB/T 15834-2011, B.4
Binding: practice
Wrong: 一、提高认识。
Right: 一、提高认识
Fix: takes the mark away.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.model.notice import Node
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING
_END = re.compile("[。，；：、]$", re.MULTILINE)


def check(facts: Facts) -> Iterator[Hit]:
    """Yield marks at the end of headings."""
    headings = {(*part.path, "heading") for part in facts.parts if _stands_alone(part.duties)}
    for match in _END.finditer(facts.script.text):
        if facts.script.piece(match.start()).path in headings:
            what = N_("a heading on a line of its own carries no mark.")
            yield found(facts.script, Span(*match.span()), what, "")


def _stands_alone(node: object) -> bool:
    """Whether the heading of ``node`` has a line of its own, and something below it."""
    if not isinstance(node, Node):
        return False
    if node.text or node.items:
        return not node.run_in
    return bool(node.measures or node.closing)
