"""Paragraphs, tables and rows of both versions paired: by the part of the policy they come from, then by their words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hongtou.diff.align import align
from hongtou.diff.tokens import fold
from hongtou.redline.keys import PART
from hongtou.redline.word import PARAGRAPH, Element, plain_style, style_of, text_of

_FAMILIES = {
    "AttachmentNote": "AttachmentNote",
    "Signature": "Signature",
    "Date": "Date",
    "DocumentNumber": "Number",
}
"""Styles of one thing that depend on what stands beside it, by how their names begin."""


class Block:
    """A paragraph, table or row of one version, at ``place`` among its like."""

    def __init__(self, element: Element, place: int) -> None:
        self.element = element
        self.place = place
        self.part = element.get(PART) or ""

    @property
    def is_paragraph(self) -> bool:
        """Whether it is a paragraph."""
        return self.element.tag == PARAGRAPH

    @cached_property
    def text(self) -> str:
        """Its words, width folded."""
        return fold(text_of(self.element)).replace("\n", " ")

    @cached_property
    def group(self) -> tuple[str, str]:
        """What it can be paired with: its like, of the same part, or else of the same style."""
        tag = str(self.element.tag)
        if self.part or not self.is_paragraph:
            return tag, self.part
        style = plain_style(style_of(self.element))
        return tag, next((f for start, f in _FAMILIES.items() if style.startswith(start)), style)

    @property
    def alone(self) -> bool:
        """Whether one in each version is the same thing, however little of its words is the same."""
        return bool(self.part) or self.group[1] not in ("", "AttachmentNote", "BodyText")


@dataclass
class Pair:
    """What became of a block: both sides where it stayed, one where it came or went."""

    old: Block | None
    new: Block | None


def blocks(elements: Sequence[Element]) -> list[Block]:
    """Return ``elements`` as blocks."""
    return [Block(element, place) for place, element in enumerate(elements)]


def paired(old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    """Return both sides in one order: what went before what came."""
    couples = _by_group(old, new)
    kept = _heaviest(couples)
    moved = {block for couple in couples if couple not in kept for block in couple}
    chain = sorted(kept, key=lambda couple: couple[0].place)
    found: list[Pair] = []
    left = right = 0
    for a, b in [*chain, (None, None)]:
        end = (a.place, b.place) if a is not None and b is not None else (len(old), len(new))
        found += _gap(old[left : end[0]], new[right : end[1]], moved)
        if a is not None and b is not None:
            found.append(Pair(a, b))
        left, right = end[0] + 1, end[1] + 1
    return found


def _by_group(old: Sequence[Block], new: Sequence[Block]) -> list[tuple[Block, Block]]:
    groups: dict[tuple[str, str], tuple[list[Block], list[Block]]] = defaultdict(lambda: ([], []))
    for number, side in enumerate((old, new)):
        for block in side:
            groups[block.group][number].append(block)
    return [couple for ours, theirs in groups.values() for couple in _couples(ours, theirs)]


def _couples(ours: Sequence[Block], theirs: Sequence[Block]) -> Iterator[tuple[Block, Block]]:
    """Yield the couples of one group: the only ones, else those whose words are alike, in their order."""
    if len(ours) == len(theirs) == 1 and ours[0].alone:
        yield ours[0], theirs[0]
        return
    for a, b in align([block.text for block in ours], [block.text for block in theirs]):
        if a is not None and b is not None:
            yield ours[a], theirs[b]


def _heaviest(couples: Sequence[tuple[Block, Block]]) -> set[tuple[Block, Block]]:
    """Return those couples that keep the order on both sides and hold the most words; the others were moved."""
    ordered = sorted(couples, key=lambda couple: couple[0].place)
    best: list[tuple[int, int]] = []
    for number, (_a, b) in enumerate(ordered):
        before = [(best[n][0], n) for n in range(number) if ordered[n][1].place < b.place]
        weight, previous = max(before, default=(0, -1), key=lambda one: (one[0], -one[1]))
        best.append((weight + 1 + len(b.text), previous))
    at = max(range(len(best)), key=lambda n: best[n][0], default=-1)
    kept = set()
    while at >= 0:
        kept.add(ordered[at])
        at = best[at][1]
    return kept


def _gap(ours: Sequence[Block], theirs: Sequence[Block], moved: set[Block]) -> Iterator[Pair]:
    """Yield what stands between two blocks that stayed: those of other parts whose words are alike are one."""
    went: list[Pair] = []
    came: list[Pair] = []
    left, right = (
        [_likeness(b, moved, first) for b in side] for side, first in ((ours, _OLD), (theirs, _NEW))
    )
    for a, b in align(left, right):
        if a is not None and b is not None and ours[a].element.tag == theirs[b].element.tag:
            yield from (*went, *came, Pair(ours[a], theirs[b]))
            went, came = [], []
            continue
        went += [] if a is None else [Pair(ours[a], None)]
        came += [] if b is None else [Pair(None, theirs[b])]
    yield from (*went, *came)


_OLD, _NEW = 0xF0000, 0x100000
"""Where the signs begin that stand for what is like nothing on the other side."""


def _likeness(block: Block, moved: set[Block], first: int) -> str:
    """Return its words; for what moved or has none a sign of its own."""
    return chr(first + block.place) if block in moved or not block.text else block.text
