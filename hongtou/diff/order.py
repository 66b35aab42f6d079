"""Which parts moved: those that are not in the longest run that kept its order; the others only shifted."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from hongtou.diff.change import Match


def moved(matches: Sequence[Match]) -> set[str]:
    """Return the keys (new) of the parts that stand elsewhere: under another parent, or out of their order."""
    parents = {m.old.key: m.new.key for m in matches if m.old is not None and m.new is not None}
    siblings: dict[str, list[tuple[int, str]]] = defaultdict(list)
    places = _places(matches)
    found: set[str] = set()
    for m in matches:
        if m.old is None or m.new is None:
            continue
        if parents.get(m.old.parent, m.old.parent) == m.new.parent:
            siblings[f"{m.new.parent} {m.new.kind}"].append((places[m.old.key], m.new.key))
        else:
            found.add(m.new.key)
    for family in siblings.values():
        kept = longest_run([place for place, _key in family])
        found |= {key for number, (_place, key) in enumerate(family) if number not in kept}
    return found


def _places(matches: Sequence[Match]) -> dict[str, int]:
    return {m.old.key: m.old.order for m in matches if m.old is not None}


def longest_run(values: Sequence[int]) -> set[int]:
    """Return the positions of a longest increasing run of ``values`` (patience sorting)."""
    tops: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, value in enumerate(values):
        pile = bisect_left(tops, value)
        tops[pile : pile + 1] = [value]
        ends[pile : pile + 1] = [number]
        before.append(ends[pile - 1] if pile else -1)
    found: set[int] = set()
    last = ends[-1] if ends else -1
    while last >= 0:
        found.add(last)
        last = before[last]
    return found
