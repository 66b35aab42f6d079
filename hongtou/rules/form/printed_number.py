"""Printed numbers go on by one and none stands twice.

A number that is kept as it was printed is not computed; here is where a slip of the original shows. In a paper that is
published with cuts (本文有删减) a number may be left out.

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
from hongtou.numerals import Label, read_label
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield printed numbers that repeat or leave one out."""
    cut = any("删减" in (paper.note or "") for paper, _path in facts.papers)
    roots: dict[tuple[object, ...], list[Holder]] = {}
    for root in facts.roots:
        roots.setdefault(root.path[:-1], []).append(root)
    for group in (*roots.values(), *(part.children for part in facts.parts)):
        yield from _in_row(group, cut)


def _in_row(group: Sequence[Holder], cut: bool) -> Iterator[Hit]:
    before: Label | None = None
    for holder in group:
        label = read_label(holder.label) if isinstance(holder.duties, Node) else None
        if label is None:
            continue
        printed = isinstance(holder.duties, Node) and holder.duties.number is not None
        if printed and before is not None and _is_slip(label, before, cut):
            message = _("{label} follows number {before}.")
            text = message.format(label=holder.label, before=before.number)
            yield Hit(holder.at("number"), text, _("Take “number” away, and it is counted."))
        before = label


def _is_slip(label: Label, before: Label, cut: bool) -> bool:
    """Whether ``label`` does not go on from ``before``; of another form it begins anew."""
    if label.level != before.level:
        return False
    return label.number <= before.number if cut else label.number != before.number + 1
