"""A part that became several 拆分, and several that became one 合并: known by the clauses they share.

One that became one other is neither.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from rapidfuzz.distance import Indel

from hongtou.diff.align import clauses
from hongtou.diff.change import Change, Verb
from hongtou.diff.parts import Kind, Part
from hongtou.diff.tokens import fold
from hongtou.model.base import flat

_SHARE = 0.6
"""As much of a new part stands in an old one that it was split from."""
_ALIKE = 0.8
_SHORT = 6
"""Shorter clauses prove nothing."""
_KINDS = frozenset({Kind.TASK, Kind.ITEM, Kind.MEASURE})


def splits(changes: Sequence[Change]) -> list[Change]:
    """Return ``changes`` with new parts told as split off, and gone ones as merged, where their clauses show it."""
    whole = [c for c in changes if c.match.part.kind in _KINDS and not c.field]
    declared = {
        name
        for c in whole
        for p in (c.match.old, c.match.new)
        for name in getattr(p and p.data, "formerly", ())
    }
    # Nothing was split from a part whose words are the same, unless it is said.
    near = [c for c in changes if c.field == "text" or _is_whole(c) or declared & {c.match.before.id}]
    olds = _described(change.match.old for change in near)
    news = _described(change.match.new for change in near)
    found: dict[int, Change] = {}
    for verb, ours, theirs in ((Verb.ADD, news, olds), (Verb.DELETE, olds, news)):
        told = {id(c): _told(c, ours[c.match.part.key], theirs.values()) for c in whole if c.verb is verb}
        claims = Counter(part.key for change in told.values() for part in change.others)
        alone = {c.match.part.key for c in whole if c.verb is not verb and c.verb in (Verb.ADD, Verb.DELETE)}
        found |= {
            key: change
            for key, change in told.items()
            if all(part.key not in alone or claims[part.key] > 1 for part in change.others)
        }
    return [found.get(id(change), change) for change in changes]


def _is_whole(change: Change) -> bool:
    return not change.field and change.verb in (Verb.ADD, Verb.DELETE)


@dataclass(frozen=True)
class _Clauses:
    """A part with its clauses and its pairs of characters."""

    part: Part
    clauses: tuple[str, ...]
    pairs: frozenset[str]


def _described(found: Iterable[Part | None]) -> dict[str, _Clauses]:
    described = {}
    for part in found:
        if part is not None and part.kind in _KINDS and part.key not in described:
            text = fold(flat(getattr(part.data, "text", ())))
            pairs = frozenset(text[n : n + 2] for n in range(len(text) - 1))
            described[part.key] = _Clauses(part, tuple(clauses(text)), pairs)
    return described


def _told(change: Change, own: _Clauses, sources: Iterable[_Clauses]) -> Change:
    added = change.verb is Verb.ADD
    for source in sources:
        if source.part.kind is own.part.kind and (
            _declared(own.part, source.part, added) or _share(own, source) >= _SHARE
        ):
            return replace(change, verb=Verb.SPLIT if added else Verb.MERGE, others=(source.part,))
    return change


def _declared(part: Part, source: Part, added: bool) -> bool:
    child, parent = (part, source) if added else (source, part)
    return parent.id in getattr(child.data, "formerly", ())


def _share(part: _Clauses, source: _Clauses) -> float:
    """Return which share of the text of ``part`` stands clause by clause in ``source``."""
    if len(part.pairs & source.pairs) < len(part.pairs) / 2:
        return 0.0
    ours = [clause for clause in part.clauses if len(clause) >= _SHORT]
    total = sum(map(len, ours))
    shared = sum(len(one) for one in ours if any(_same(one, other) for other in source.clauses))
    return shared / total if total else 0.0


def _same(one: str, other: str) -> bool:
    return Indel.normalized_similarity(one.rstrip("。;,:"), other.rstrip("。;,:"), score_cutoff=_ALIKE) > 0
