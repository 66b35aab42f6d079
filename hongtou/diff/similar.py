"""How alike two parts are that have no id in common: rare pairs of characters in their names, texts and units."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hongtou.diff.parts import Part
from hongtou.diff.tokens import fold
from hongtou.model.base import flat, unit_names

SAME = 0.45
"""From here on two parts are taken for one."""
MAYBE = 0.35
"""From here on they may be one; a person is asked."""
_NAME, _TEXT, _UNITS = 0.45, 0.45, 0.10
_CANDIDATES = 8
_COMMON = 60
"""A pair of characters that more parts have tells little of which of them is meant."""

Vector = dict[str, float]


@dataclass(frozen=True, eq=False)
class _Described:
    """A part as its pairs of characters and its units."""

    part: Part
    name: Counter[str]
    text: Counter[str]
    units: frozenset[str]


def weights(everything: Sequence[Part]) -> Vector:
    """Return how much each pair of characters tells: more the fewer of all parts of both versions have it.

    Nothing weighs nothing, so that two parts alone are compared as well.
    """
    found: Counter[str] = Counter()
    for said, times in Counter(map(_words, everything)).items():
        words = fold(said)
        for pair in {words[n : n + 2] for n in range(len(words) - 1)}:
            found[pair] += times
    return {pair: math.log((2 + len(everything)) / (1 + count)) for pair, count in found.items()}


class Likeness:
    """Likeness of some parts of two versions, by the :func:`weights` of all of their parts."""

    def __init__(self, olds: Sequence[Part], news: Sequence[Part], weights: Vector) -> None:
        self._olds = [_described(part) for part in olds]
        self._news = [_described(part) for part in news]
        self._weights = weights

    def pairs(self) -> Iterator[tuple[float, int, int]]:
        """Yield likeness, old and new number of the pairs worth looking at."""
        having: dict[str, list[int]] = defaultdict(list)
        for number, new in enumerate(self._news):
            for pair in {*new.name, *new.text}:
                having[pair].append(number)
        for number, old in enumerate(self._olds):
            shared: Counter[int] = Counter()
            for pair in self._telling(old, having):
                for other in having[pair]:
                    shared[other] += 1
            for other, _weight in shared.most_common(_CANDIDATES):
                yield self._alike(old, self._news[other]), number, other

    def _telling(self, part: _Described, having: dict[str, list[int]]) -> list[str]:
        """Return the pairs of characters of ``part`` that say most of who it is; the rarest where all are common."""
        known = [pair for pair in {*part.name, *part.text} if pair in having]
        rare = [pair for pair in known if len(having[pair]) <= _COMMON]
        return rare or sorted(known, key=lambda pair: (len(having[pair]), pair))[:5]

    def of(self, old: int, new: int) -> float:
        """Return how alike the parts with these numbers are, 0 to 1."""
        return self._alike(self._olds[old], self._news[new])

    def _alike(self, one: _Described, other: _Described) -> float:
        scores = [
            (_NAME, _cosine(one.name, other.name, self._weights) if one.name and other.name else None),
            (_TEXT, _contained(one.text, other.text, self._weights) if one.text and other.text else None),
            (_UNITS, _jaccard(one.units, other.units) if one.units or other.units else None),
        ]
        known = [(weight, score) for weight, score in scores if score is not None]
        total = sum(weight for weight, _score in known)
        return sum(weight * score for weight, score in known) / total if total > _UNITS else 0.0


def _described(part: Part) -> _Described:
    name, _break, text = fold(_words(part)).partition("\n")
    units = (u for a in getattr(part.data, "assignments", ()) for u in unit_names(a.units))
    return _Described(part, _pairs(name), _pairs(text), frozenset(units))


def _words(part: Part) -> str:
    """Return the name and the text of ``part``, each on a line."""
    data = part.data
    name = getattr(data, "heading", None) or getattr(data, "name", None) or getattr(data, "title", None) or ""
    return f"{name}\n{flat(getattr(data, 'text', ()))}"


def _pairs(text: str) -> Counter[str]:
    return Counter(text[n : n + 2] for n in range(len(text) - 1))


def _cosine(one: Counter[str], other: Counter[str], weights: Vector) -> float:
    dot = sum(count * other[pair] * weights[pair] ** 2 for pair, count in one.items() if pair in other)
    norm = math.sqrt(_square(one, weights) * _square(other, weights))
    return dot / norm if norm else float(one == other)


def _square(pairs: Counter[str], weights: Vector) -> float:
    return sum((count * weights[pair]) ** 2 for pair, count in pairs.items())


def _contained(one: Counter[str], other: Counter[str], weights: Vector) -> float:
    """Return which share of the shorter text stands in the longer."""
    shared = sum(min(count, other[pair]) * weights[pair] for pair, count in one.items() if pair in other)
    least = min(sum(count * weights[pair] for pair, count in side.items()) for side in (one, other))
    return shared / least if least else float(one == other)


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other)
