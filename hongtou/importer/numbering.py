"""How a paper is numbered 序号体例: which labels stand at which level, which count on, and where one is out of order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from hongtou.i18n import _
from hongtou.importer.context import Context
from hongtou.importer.labels import read_label
from hongtou.importer.raw import RawNode
from hongtou.model.notice import Numbering, Paper, Section
from hongtou.outline import outline

_STANDARD = Numbering().levels
_SHOWN = 12
"""Numbers that a message shows."""


def numbering_of(nodes: Sequence[RawNode]) -> Numbering:
    """Return the labels of each level as most parts of the paper have them, the standard's where it has none."""
    seen: dict[int, list[str]] = {}
    for depth, node in _walk(nodes, 0):
        seen.setdefault(depth, []).append(node.label.pattern)
    levels = [Counter(seen[depth]).most_common(1)[0][0] for depth in range(len(seen))]
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
    if not wrong:
        return best
    _tell(best, wrong, context)
    return best.model_copy(update={"sections": tuple(_renumbered(one, wrong) for one in best.sections)})


def _tell(paper: Paper, wrong: Mapping[str, str], context: Context) -> None:
    """Tell of numbers that are not those of their places, and of those that are but look otherwise, once for each."""
    numbers = {part.node.id: _number(part.label) for part in outline(paper)}
    strange = [label for id_, label in wrong.items() if _number(label) != numbers[id_]]
    mixed = [label for id_, label in wrong.items() if _number(label) == numbers[id_]]
    if strange:
        message = _("numbers that are not those of their places are kept as printed ({count}): {labels}")
        context.ledger.faults.append(message.format(count=len(strange), labels=_shown(strange)))
    if mixed:
        message = _("parts of one level are numbered in several ways; that is kept as printed: {labels}")
        context.ledger.faults.append(message.format(labels=_shown(mixed)))


def _number(label: str) -> int:
    found = read_label(label)
    return found.number if found is not None else 0


def _shown(labels: Sequence[str]) -> str:
    return " ".join(labels[:_SHOWN]) + " …" * (len(labels) > _SHOWN)


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
