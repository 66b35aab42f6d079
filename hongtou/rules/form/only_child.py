"""What is divided has at least two parts.

A （一） without a （二） is no division: either something is missing or the text belongs to the part above. Where a level
counts on across the parts above it, one of it may stand alone.

Clause: GB/T 9704-2012, 7.3.3
Binding: practice
Wrong: 一、……（一）……二、……
Right: 一、……（一）……（二）……二、……
Fix: none: a person must say.
"""

from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Item, Node
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.form._papers import home, papers_by_path
from hongtou.rules.hit import Hit

SEVERITY = Severity.INFO


def check(facts: Facts) -> Iterator[Hit]:
    """Yield the only part of what is divided."""
    papers = papers_by_path(facts)
    for root in facts.roots:
        yield from _below(root, 2, frozenset(papers[home(root.path)].numbering.continuous))


def _below(part: Holder, level: int, continuous: frozenset[int]) -> Iterator[Hit]:
    """Yield the only children of ``part`` and below; its children are of ``level``."""
    items = [child for child in part.children if isinstance(child.duties, Item)]
    counted = level not in continuous and not any(_is_kept(child) for child in part.children)
    measures = [child for child in part.children if isinstance(child.duties, Node)]
    for group in (items, measures if counted else []):
        if len(group) == 1:
            message = _("{label} is the only part of 「{parent}」.")
            text = message.format(label=group[0].label, parent=part.called)
            yield Hit(group[0].head, text, _("Is a part missing? Else let it be text."))
    for child in measures:
        yield from _below(child, level + 1, continuous)


def _is_kept(part: Holder) -> bool:
    """Whether ``part`` has no number, or keeps the one it was printed with."""
    return isinstance(part.duties, Node) and (part.duties.unnumbered or part.duties.number is not None)
