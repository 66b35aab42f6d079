"""Two versions of a sentence or text as the stretches that changed; numbers and names are never torn.

Width is folded, clauses are paired, and only inside a pair are tokens compared; then small islands between two changes
are swallowed, what both sides share is trimmed, and a pure insertion is slid to the mark it belongs to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from hongtou.diff.align import align, clauses
from hongtou.diff.sequences import differing
from hongtou.diff.tokens import fold, tokens

_ENDS = frozenset("。;\n")
_BORDERS = frozenset("、,。;:")


@dataclass(frozen=True)
class Hunk:
    """Characters ``a0`` to ``a1`` of the old text that became ``b0`` to ``b1`` of the new one."""

    a0: int
    a1: int
    b0: int
    b1: int


def hunks(old: str, new: str, names: Sequence[str] = ()) -> list[Hunk]:
    """Return what changed from ``old`` to ``new``, in order; width and kind of dash do not count.

    ``names`` are units and terms that are shown whole.
    """
    ours, theirs = fold(old), fold(new)
    if ours == theirs:
        return []
    left, right = clauses(ours), clauses(theirs)
    starts_a, starts_b = _starts(left), _starts(right)
    found: list[Hunk] = []
    place_a = place_b = 0
    for a, b in align(left, right):
        one, other = left[a] if a is not None else "", right[b] if b is not None else ""
        place_a = starts_a[a] if a is not None else place_a
        place_b = starts_b[b] if b is not None else place_b
        if one != other:
            found += (
                Hunk(place_a + h.a0, place_a + h.a1, place_b + h.b0, place_b + h.b1)
                for h in _inside(one, other, names)
            )
        place_a += len(one)
        place_b += len(other)
    edges = _edges(ours, names), _edges(theirs, names)
    trimmed = [_trimmed(hunk, ours, theirs, edges) for hunk in _joined(found)]
    return _joined(_all_slid(trimmed, ours, theirs, edges))


def _starts(pieces: Sequence[str]) -> list[int]:
    return [0, *accumulate(map(len, pieces))]


def _inside(one: str, other: str, names: Sequence[str]) -> Iterator[Hunk]:
    """Yield what changed inside a clause."""
    if not one or not other:
        yield Hunk(0, len(one), 0, len(other))
        return
    left, right = tokens(one, names), tokens(other, names)
    starts_a, starts_b = _starts(left), _starts(right)
    changed = [
        Hunk(starts_a[a], starts_a[b], starts_b[c], starts_b[d]) for a, b, c, d in differing(left, right)
    ]
    yield from _swallowed(changed, one)


def _swallowed(changed: Sequence[Hunk], text: str) -> Iterator[Hunk]:
    """Yield ``changed`` with the small islands between two changes made part of them."""
    current: Hunk | None = None
    for hunk in changed:
        if current is not None and _is_island(current, hunk, text):
            current = Hunk(current.a0, hunk.a1, current.b0, hunk.b1)
            continue
        if current is not None:
            yield current
        current = hunk
    if current is not None:
        yield current


def _is_island(before: Hunk, after: Hunk, text: str) -> bool:
    size = after.a0 - before.a1
    if _ENDS & {*text[before.a1 : after.a0]}:
        return False
    around = min(max(h.a1 - h.a0, h.b1 - h.b0) for h in (before, after))
    return size < 2 or (size <= 4 and size * 2 <= around)


def _joined(found: Sequence[Hunk]) -> list[Hunk]:
    """Return ``found`` with those that touch each other as one."""
    joined: list[Hunk] = []
    for hunk in found:
        if joined and joined[-1].a1 == hunk.a0 and joined[-1].b1 == hunk.b0:
            joined[-1] = Hunk(joined[-1].a0, hunk.a1, joined[-1].b0, hunk.b1)
        else:
            joined.append(hunk)
    return joined


def _edges(text: str, names: Sequence[str]) -> set[int]:
    """Return the positions where a change may begin or end: not inside a number or a name."""
    return {*_starts(tokens(text, names))}


Edges = tuple[set[int], set[int]]


def _trimmed(hunk: Hunk, old: str, new: str, edges: Edges) -> Hunk:
    """Return ``hunk`` without what both sides begin or end with."""
    a0, a1, b0, b1 = hunk.a0, hunk.a1, hunk.b0, hunk.b1
    step = 0
    while a0 + step < a1 and b0 + step < b1 and old[a0 + step] == new[b0 + step]:
        step += 1
    while step and not (a0 + step in edges[0] and b0 + step in edges[1]):
        step -= 1
    a0, b0 = a0 + step, b0 + step
    step = 0
    while a1 - step > a0 and b1 - step > b0 and old[a1 - step - 1] == new[b1 - step - 1]:
        step += 1
    while step and not (a1 - step in edges[0] and b1 - step in edges[1]):
        step -= 1
    return Hunk(a0, a1 - step, b0, b1 - step)


def _all_slid(found: Sequence[Hunk], old: str, new: str, edges: Edges) -> list[Hunk]:
    """Return ``found``, pure insertions and deletions moved to the marks they belong to, none past another."""
    slid: list[Hunk] = []
    for number, hunk in enumerate(found):
        before = slid[-1].a1 if slid else 0
        after = found[number + 1].a0 if number + 1 < len(found) else len(old)
        slid.append(_slid(hunk, old, new, edges, (before - hunk.a0, after - hunk.a1)))
    return slid


def _slid(hunk: Hunk, old: str, new: str, edges: Edges, bounds: tuple[int, int]) -> Hunk:
    """Return a pure insertion or deletion moved so that it ends behind, or begins before, a mark."""
    if (hunk.a0 == hunk.a1) == (hunk.b0 == hunk.b1):
        return hunk
    inserted = hunk.a0 == hunk.a1
    text, start, end = (new, hunk.b0, hunk.b1) if inserted else (old, hunk.a0, hunk.a1)
    own, others = (edges[1], edges[0]) if inserted else edges
    other = hunk.a0 if inserted else hunk.b0
    places = (
        p
        for p in _slides(text, start, end)
        if bounds[0] <= p <= bounds[1] and {start + p, end + p} <= own and other + p in others
    )
    best = max(places, key=lambda p: _worth(text, start + p, end + p, p), default=0)
    return Hunk(hunk.a0 + best, hunk.a1 + best, hunk.b0 + best, hunk.b1 + best)


def _slides(text: str, start: int, end: int) -> Iterator[int]:
    """Yield how far the stretch can be moved with the text staying the same."""
    yield 0
    shift = 0
    while end + shift < len(text) and text[start + shift] == text[end + shift]:
        shift += 1
        yield shift
    shift = 0
    while start + shift > 0 and text[start + shift - 1] == text[end + shift - 1]:
        shift -= 1
        yield shift


def _worth(text: str, start: int, end: int, shift: int) -> tuple[int, int]:
    """Return how good a place is: behind a mark at the beginning, with a mark at the end, near where it was."""
    ends = text[end - 1] in _BORDERS
    begins = start == 0 or text[start - 1] in _BORDERS
    leads = text[start] in _BORDERS
    return (
        2 * (ends and begins) + (leads and (end == len(text) or text[end] in _BORDERS)) + (begins or ends),
        -abs(shift),
    )
