"""Which paragraphs of two versions belong together: also one that was split in two 分段, or two that were joined."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rapidfuzz.distance import Indel

from hongtou.diff.align import align
from hongtou.diff.tokens import fold

Group = tuple[range, range]
"""Numbers of the paragraphs that belong together, old and new; none on one side where they came or went."""


def together(ours: Sequence[str], theirs: Sequence[str], *, breaks: bool) -> list[Group]:
    """Return the paragraphs of both sides in order; with ``breaks`` also what only has other breaks is together.

    One and one always are.
    """
    if len(ours) == len(theirs) == 1:
        return [(range(1), range(1))]
    old, new = [*map(fold, ours)], [*map(fold, theirs)]
    groups = [*_aligned(old, new)]
    if not breaks:
        return groups
    found: list[Group] = []
    for same, run in groupby(groups, lambda group: _is_same(group, old, new)):
        stretch = [*run]
        found += stretch if same else _mended(stretch, old, new)
    return found


def _aligned(old: Sequence[str], new: Sequence[str]) -> Iterator[Group]:
    left = right = 0
    for a, b in align(old, new):
        one, other = range(left, left + (a is not None)), range(right, right + (b is not None))
        yield one, other
        left, right = one.stop, other.stop


def _mended(stretch: Sequence[Group], old: Sequence[str], new: Sequence[str]) -> list[Group]:
    """Return a stretch that differs with those groups joined that are one paragraph broken otherwise."""
    whole = _joined(stretch[0], stretch[-1])
    one, other = _words(whole, old, new)
    if one == other:
        return [whole]
    found = [stretch[0]]
    for group in stretch[1:]:
        if _is_broken(found[-1], group, old, new):
            found[-1] = _joined(found[-1], group)
        else:
            found.append(group)
    return found


def _is_broken(before: Group, after: Group, old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether most of what stands alone on one side stands in the paragraph beside it on the other."""
    alone = [group for group in (before, after) if not all(group)]
    if len(alone) != 1:
        return False
    apart = sum(Indel.distance(*_words(group, old, new)) for group in (before, after))
    saved = apart - Indel.distance(*_words(_joined(before, after), old, new))
    return saved >= sum(map(len, _words(alone[0], old, new)))


def _is_same(group: Group, old: Sequence[str], new: Sequence[str]) -> bool:
    one, other = _words(group, old, new)
    return one == other


def _joined(first: Group, last: Group) -> Group:
    return range(first[0].start, last[0].stop), range(first[1].start, last[1].stop)


def _words(group: Group, old: Sequence[str], new: Sequence[str]) -> tuple[str, str]:
    return "".join(old[n] for n in group[0]), "".join(new[n] for n in group[1])
