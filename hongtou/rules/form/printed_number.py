"""Printed numbers go on by one and none stands twice.

A number that is kept as it was printed is not computed; here is where a slip of the original shows.

Clause: GB/T 9704-2012, 7.3.3
Binding: standard
Wrong: 三、……三、……
Right: 三、……四、……
Fix: none: the paper may have been printed so.
"""

from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Node
from hongtou.numerals import read_label
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield printed numbers that repeat or leave one out."""
    roots: dict[tuple[object, ...], list[Holder]] = {}
    for root in facts.roots:
        roots.setdefault(root.path[:-1], []).append(root)
    for group in (*roots.values(), *(part.children for part in facts.parts)):
        yield from _in_row(group)


def _in_row(group: Sequence[Holder]) -> Iterator[Hit]:
    before: int | None = None
    for holder in group:
        label = read_label(holder.label) if isinstance(holder.duties, Node) else None
        number = label.number if label else None
        printed = getattr(holder.duties, "number", None) is not None
        if printed and number is not None and before is not None and number != before + 1:
            message = _("{label} follows number {before}.").format(label=holder.label, before=before)
            yield Hit(holder.at("number"), message, _("Take “number” away, and it is counted."))
        before = number if number is not None else before
