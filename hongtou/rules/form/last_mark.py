"""A paragraph with nothing behind it ends with 。, not with ； or ：.

； parts an entry from the next one, ： announces what comes; behind the last entry of a list, and where nothing comes, the
end of the sentence was lost, or what it announced.

Clause: GB/T 15834-2011, 4.1, 4.6, 4.7
Binding: practice
Wrong: 1.建设老年食堂；2.培训护理员；
Right: 1.建设老年食堂；2.培训护理员。
Fix: writes 。 for ；; what a ： announced a person must say.
"""

from collections.abc import Iterator, Sequence

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.model.notice import Node
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Path, Span
from hongtou.rules.patterns import found

SEVERITY = Severity.WARNING


def check(facts: Facts) -> Iterator[Hit]:
    """Yield ； and ： at the end of the last text of parts that nothing follows."""
    script = facts.script
    ends = dict(_ends(facts))
    for piece in script.pieces:
        if piece.file != "notice" or piece.path not in ends:
            continue
        span = Span(script.end_of(piece) - 1, script.end_of(piece))
        mark = script.text[span.start : span.end]
        if mark in ("；", ";"):
            yield found(script, span, N_("nothing of this list follows; its last entry ends with 。."), "。")
        elif mark in ("：", ":") and not ends[piece.path]:
            yield found(script, span, N_("nothing follows that this ： announces."))


def _ends(facts: Facts) -> Iterator[tuple[Path, bool]]:
    """Yield the last sentences of parts that are the last of their kind, and whether attachments follow."""
    roots: dict[Path, list[Holder]] = {}
    for root in facts.roots:
        roots.setdefault(root.path[:-1], []).append(root)
    for paper, at in facts.papers:
        # An attachment may be what the last part announces, and the closing may go on with it.
        if not paper.closing:
            yield from _last(roots.get((*at, "sections"), ()), bool(paper.attachments))
    for part in facts.parts:
        if not (isinstance(part.duties, Node) and part.duties.closing):
            yield from _last(part.children, False)


def _last(group: Sequence[Holder], attached: bool) -> Iterator[tuple[Path, bool]]:
    if group and not group[-1].children and group[-1].sentences:
        yield group[-1].sentences[-1][0], attached
