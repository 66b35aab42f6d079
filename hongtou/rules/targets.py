"""Targets of body and table held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from hongtou.model.duty import Target
from hongtou.rules.facts import Facts, Holder

SAME_THING = 0.5
"""How alike the quantities of two targets are, 0 to 1, that count the same thing."""


@dataclass(frozen=True)
class Missing:
    """A target of ``part`` that none of its rows has; ``elsewhere`` and ``changed`` are where it may have gone."""

    part: Holder
    number: int
    target: Target
    elsewhere: tuple[Holder, Target] | None
    changed: tuple[Holder, Target] | None


def key(target: Target) -> tuple[float, float | None, str]:
    """Return what makes two targets the same number."""
    return float(target.value), target.upper, (target.unit or "").replace("％", "%")


def is_same_thing(one: Target, other: Target) -> bool:
    """Whether two targets count the same thing."""
    return Indel.normalized_similarity(one.quantity, other.quantity) >= SAME_THING


def missing(facts: Facts) -> Iterator[Missing]:
    """Yield the targets of measures that have rows, and that none of these rows has."""
    by_key: dict[object, list[tuple[Holder, Target]]] = {}
    for row in facts.rows:
        for target in row.duties.targets:
            by_key.setdefault(key(target), []).append((row, target))
    for part in facts.parts:
        if rows := facts.rows_of.get(part.id):
            for number, target in enumerate(part.duties.targets):
                own = [(row, other) for row in rows for other in row.duties.targets]
                if not any(key(other) == key(target) for _row, other in own):
                    yield Missing(
                        part,
                        number,
                        target,
                        _like(target, by_key.get(key(target), ())),
                        _like(target, own, unit=True),
                    )


def _like(
    target: Target, candidates: Sequence[tuple[Holder, Target]], *, unit: bool = False
) -> tuple[Holder, Target] | None:
    """Return which of ``candidates`` counts the same thing, with ``unit`` in the same unit of measure."""
    return next(
        (
            (row, o)
            for row, o in candidates
            if is_same_thing(o, target) and (not unit or o.unit == target.unit)
        ),
        None,
    )
