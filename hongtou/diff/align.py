"""Clauses of two texts paired in their order: the same ones first, then, between them, the most alike."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Any

from rapidfuzz.distance import Indel

from hongtou.diff.sequences import differing
from hongtou.diff.tokens import NUMBER

ALIKE = 0.5
"""How alike two clauses are, 0 to 1, that are one clause changed."""
_MANY = 400
"""Pairs of clauses from which on only those are compared that share rare pairs of characters."""
_CLAUSE = re.compile(rf"(?:{NUMBER}|[^。;,:\n])*(?:[。;,:\n]+|$)")

Pair = tuple[int | None, int | None]
"""Numbers of two clauses that belong together; None where one has no counterpart."""


def clauses(folded: str) -> list[str]:
    """Return the clauses of a folded text, each with the mark that ends it."""
    return [clause for clause in _CLAUSE.findall(folded) if clause]


def align(old: Sequence[str], new: Sequence[str]) -> Iterator[Pair]:
    """Yield the clauses of both sides in order, paired where one is the other or was made of it."""
    left = right = 0
    for a, b, c, d in [*differing(old, new), (len(old), len(old), len(new), len(new))]:
        yield from zip(range(left, a), range(right, c), strict=True)
        yield from _gap(old, new, range(a, b), range(c, d))
        left, right = b, d


def _gap(old: Sequence[str], new: Sequence[str], ours: range, theirs: range) -> Iterator[Pair]:
    """Yield the pairs of a stretch without a clause in common."""
    pairs = _best({(a, b): weight for a, b, weight in _weights(old, new, ours, theirs)}, theirs)
    left, right = ours.start, theirs.start
    for a, b in [*pairs, (ours.stop, theirs.stop)]:
        yield from ((number, None) for number in range(left, a))
        yield from ((None, number) for number in range(right, b))
        if a < ours.stop:
            yield a, b
        left, right = a + 1, b + 1


def _weights(
    old: Sequence[str], new: Sequence[str], ours: range, theirs: range
) -> Iterator[tuple[int, int, float]]:
    """Yield the pairs of clauses that are alike, heavier the longer and the more alike they are."""
    candidates = _sharing(old, new, ours, theirs) if len(ours) * len(theirs) > _MANY else None
    for a in ours:
        for b in theirs if candidates is None else candidates[a]:
            likeness = Indel.normalized_similarity(old[a], new[b], score_cutoff=ALIKE)
            if likeness:
                yield a, b, likeness * (len(old[a]) + len(new[b]))


def _sharing(old: Sequence[str], new: Sequence[str], ours: range, theirs: range) -> dict[int, list[int]]:
    """Return for each of our clauses those of theirs that share the most pairs of characters with it."""
    having: dict[str, list[int]] = defaultdict(list)
    for b in theirs:
        for pair in _bigrams(new[b]):
            having[pair].append(b)
    found = {}
    for a in ours:
        counts = Counter(b for pair in _bigrams(old[a]) if len(having[pair]) <= 20 for b in having[pair])
        found[a] = [b for b, _count in counts.most_common(5)]
    return found


def _bigrams(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}


Chain = tuple[tuple[int, int], Any] | None
"""Pairs one after the other: the last, and the chain before it."""


def _best(weights: dict[tuple[int, int], float], theirs: range) -> list[tuple[int, int]]:
    """Return the heaviest pairs that keep the order on both sides."""
    tree = _Heaviest(len(theirs) + 1)
    # From right to left within one of ours, so that it is paired once.
    for a, b in sorted(weights, key=lambda pair: (pair[0], -pair[1])):
        weight, chain = tree.before(b - theirs.start)
        tree.put(b - theirs.start, weight + weights[a, b], ((a, b), chain))
    _weight, chain = tree.before(len(theirs))
    pairs = []
    while chain is not None:
        pair, chain = chain
        pairs.append(pair)
    return pairs[::-1]


class _Heaviest:
    """The heaviest chain that ends before a place (a Fenwick tree over maxima)."""

    def __init__(self, size: int) -> None:
        self._nodes: list[tuple[float, Chain]] = [(0.0, None)] * (size + 1)

    def before(self, place: int) -> tuple[float, Chain]:
        """Return weight and chain of the heaviest that ends before ``place``."""
        found: tuple[float, Chain] = (0.0, None)
        while place > 0:
            found = max(found, self._nodes[place], key=lambda node: node[0])
            place -= place & -place
        return found

    def put(self, place: int, weight: float, chain: Chain) -> None:
        """Note a chain that ends at ``place``."""
        place += 1
        while place < len(self._nodes):
            if self._nodes[place][0] < weight:
                self._nodes[place] = weight, chain
            place += place & -place
