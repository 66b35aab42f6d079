"""A part that became several 拆分, and several that became one 合并: known by the clauses they share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

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
    found = []
    for change in changes:
        part = change.match.part
        if part.kind in _KINDS and not change.field and change.verb in (Verb.ADD, Verb.DELETE):
            change = _told(change, changes)
        found.append(change)
    return found


def _told(change: Change, changes: Sequence[Change]) -> Change:
    added = change.verb is Verb.ADD
    others = [
        source
        for other in changes
        if (source := other.match.old if added else other.match.new) is not None
        and source.kind is change.match.part.kind
    ]
    for source in {part.key: part for part in others}.values():
        if _declared(change.match.part, source, added) or _share(change.match.part, source) >= _SHARE:
            return replace(change, verb=Verb.SPLIT if added else Verb.MERGE, others=(source,))
    return change


def _declared(part: Part, source: Part, added: bool) -> bool:
    child, parent = (part, source) if added else (source, part)
    return parent.id in getattr(child.data, "formerly", ())


def _share(part: Part, source: Part) -> float:
    """Return which share of the text of ``part`` stands clause by clause in ``source``."""
    ours, theirs = ([*clauses(fold(flat(getattr(p.data, "text", ()))))] for p in (part, source))
    ours = [clause for clause in ours if len(clause) >= _SHORT]
    total = sum(map(len, ours))
    shared = sum(len(one) for one in ours if any(_same(one, other) for other in theirs))
    return shared / total if total else 0.0


def _same(one: str, other: str) -> bool:
    return Indel.normalized_similarity(one.rstrip("。;,:"), other.rstrip("。;,:"), score_cutoff=_ALIKE) > 0
