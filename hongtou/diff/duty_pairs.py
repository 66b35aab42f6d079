"""The duties of two versions in pairs: those of one part together, the ones that say the same first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from hongtou.diff.change import Change, Match, PolicyDiff
from hongtou.diff.concern import Pair
from hongtou.diff.parts import Kind
from hongtou.duties import Duty, duties_of
from hongtou.model.policy import Policy


def duty_pairs(old: Policy, new: Policy, diff: PolicyDiff) -> Iterator[Pair]:
    """Yield the duties of both versions, those of one part together, in the order of the comparison."""
    ours, theirs = _by_part(duties_of(old), diff, 0), _by_part(duties_of(new), diff, 1)
    changes = _by_holder(diff)
    for match in diff.matches:
        before = ours.get(match.old.key, []) if match.old is not None else []
        after = theirs.get(match.new.key, []) if match.new is not None else []
        own = changes.get(_holder(match), ())
        for was, now in _paired(before, after):
            yield Pair(match, was, now, own)


def _by_part(duties: Iterable[Duty], diff: PolicyDiff, side: int) -> dict[str, list[Duty]]:
    """Return the duties by the key of the part that holds them."""
    keys = {}
    for match in diff.matches:
        part = (match.old, match.new)[side]
        if part is not None and part.id:
            keys[part.id, part.kind is Kind.TASK] = part.key
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        found.setdefault(keys[duty.id, duty.table], []).append(duty)
    return found


def _holder(match: Match) -> tuple[str, bool]:
    """Return how a part is known here; one that is gone may have had the key of another that came."""
    return match.part.key, match.new is None


def _by_holder(diff: PolicyDiff) -> dict[tuple[str, bool], tuple[Change, ...]]:
    """Return the changes by the part they are in, those of an item also by the part it is an item of."""
    found: dict[tuple[str, bool], tuple[Change, ...]] = {}
    for change in diff.changes:
        part, gone = change.match.part, change.match.new is None
        keys = [(part.key, gone)]
        if part.kind is Kind.ITEM:
            keys += [(part.parent, False), (part.parent, True)] if gone else [(part.parent, False)]
        for key in keys:
            found[key] = (*found.get(key, ()), change)
    return found


def _paired(ours: Sequence[Duty], theirs: Sequence[Duty]) -> Iterator[tuple[Duty | None, Duty | None]]:
    """Yield the duties of one part in pairs: those of the same words first, the rest in their order."""
    left = [*ours]
    rest: list[Duty] = []
    for duty in theirs:
        twin = next((one for one in left if one.sentences == duty.sentences), None)
        if twin is None:
            rest.append(duty)
        else:
            left.remove(twin)
            yield twin, duty
    for number in range(max(len(left), len(rest))):
        yield (left[number] if number < len(left) else None), (rest[number] if number < len(rest) else None)
