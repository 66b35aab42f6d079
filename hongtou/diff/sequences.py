"""Where two sequences differ: the longest runs they share where that is soon found, else the most that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from rapidfuzz.distance import Indel

_SMALL = 200
"""Entries on either side up to which the longest common runs are looked for."""
_REPEATS = 4
"""The same up to so many equal pairs for each entry: what repeats itself takes the square of the time, and more."""
_MOST = 400_000_000
"""Bits that rapidfuzz may take; longer sequences are told as replaced whole."""

Stretch = tuple[int, int, int, int]
"""From and to on the left, from and to on the right."""


def differing(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    """Return the stretches of ``left`` that became others in ``right``, in order."""
    start = _common(left, right)
    end = _common(left[start:][::-1], right[start:][::-1])
    ours, theirs = left[start : len(left) - end], right[start : len(right) - end]
    return [(start + a, start + b, start + c, start + d) for a, b, c, d in _between(ours, theirs)]


def _common(left: Sequence[str], right: Sequence[str]) -> int:
    """Return how many entries both begin with."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((n for n, (one, other) in pairs if one != other), min(len(left), len(right)))


def _between(left: Sequence[str], right: Sequence[str]) -> list[Stretch]:
    if not left and not right:
        return []
    if not left or not right or len(left) * len(right) > _MOST:
        return [(0, len(left), 0, len(right))]
    if _is_small(left, right):
        codes = SequenceMatcher(None, left, right, autojunk=False).get_opcodes()
        return [(a, b, c, d) for tag, a, b, c, d in codes if tag != "equal"]
    return _touching(
        [
            (o.src_start, o.src_end, o.dest_start, o.dest_end)
            for o in Indel.opcodes(left, right)
            if o.tag != "equal"
        ]
    )


def _is_small(left: Sequence[str], right: Sequence[str]) -> bool:
    if max(len(left), len(right)) > _SMALL:
        return False
    ours, theirs = Counter(left), Counter(right)
    pairs = sum(count * theirs[entry] for entry, count in ours.items() if entry in theirs)
    return pairs <= _REPEATS * (len(left) + len(right))


def _touching(found: Sequence[Stretch]) -> list[Stretch]:
    """Return ``found`` with what was deleted and what was inserted in its place as one."""
    one: list[Stretch] = []
    for a0, a1, b0, b1 in found:
        if one and one[-1][1] == a0 and one[-1][3] == b0:
            one[-1] = (one[-1][0], a1, one[-1][2], b1)
        else:
            one.append((a0, a1, b0, b1))
    return one
