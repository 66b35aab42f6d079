"""How a paper is numbered 序号体例: which labels stand at which level, which count on, and where one is out of order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hongtou.i18n import _
from hongtou.importer.context import Context
from hongtou.importer.raw import RawNode
from hongtou.model.notice import Numbering, Paper, Section
from hongtou.outline import outline

_STANDARD = Numbering().levels


def numbering_of(nodes: Sequence[RawNode]) -> Numbering:
    """Return the labels of each level as the paper has them, the standard's where it has none."""
    seen: dict[int, str] = {}
    for depth, node in _walk(nodes, 0):
        seen.setdefault(depth, node.label.pattern)
    levels = [seen[depth] for depth in range(len(seen))]
    last = levels[-1].replace("．", ".") if levels else ""
    below = _STANDARD.index(last) + 1 if last in _STANDARD else len(levels)
    return Numbering(levels=(*levels, *_STANDARD[below:]))


def _walk(nodes: Sequence[RawNode], depth: int) -> Iterator[tuple[int, RawNode]]:
    for node in nodes:
        yield depth, node
        yield from _walk(node.children, depth + 1)


def numbered(paper: Paper, printed: Mapping[str, str], context: Context) -> Paper:
    """Return ``paper`` with the levels that count on, and the numbers that are not those of their place as printed."""
    best = _with(paper, ())
    wrong = _wrong(best, printed)
    levels = sorted({part.level for part in outline(paper)} & {2, 3, 4}) if wrong else []
    for continuous in (some for size in range(1, 4) for some in combinations(levels, size)):
        choice = _with(paper, continuous)
        if len(less := _wrong(choice, printed)) < len(wrong):
            best, wrong = choice, less
    for label in wrong.values():
        message = _("the number “{label}” is not the one of its place; it is kept.")
        context.ledger.faults.append(message.format(label=label))
    if not wrong:
        return best
    return best.model_copy(update={"sections": tuple(_renumbered(one, wrong) for one in best.sections)})


def _with(paper: Paper, continuous: tuple[int, ...]) -> Paper:
    return paper.model_copy(
        update={"numbering": paper.numbering.model_copy(update={"continuous": continuous})}
    )


def _wrong(paper: Paper, printed: Mapping[str, str]) -> dict[str, str]:
    """Return the printed labels that are not those computed, by id."""
    return {
        part.node.id: printed[part.node.id]
        for part in outline(paper)
        if part.label != printed.get(part.node.id, part.label)
    }


def _renumbered(node: Section, wrong: Mapping[str, str]) -> Section:
    update: dict[str, object] = {"measures": tuple(_renumbered(m, wrong) for m in node.measures)}  # type: ignore[arg-type]
    if node.id in wrong:
        update["number"] = wrong[node.id]
    return node.model_copy(update=update)
