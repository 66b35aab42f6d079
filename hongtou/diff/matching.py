"""Which part of the new version is which part of the old one: by id, as declared, by likeness; numbers are no evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain

from hongtou.diff.change import Doubt, Match
from hongtou.diff.parts import Kind, Part
from hongtou.diff.similar import MAYBE, SAME, Likeness, weights
from hongtou.diff.tokens import fold
from hongtou.model.base import flat

_REUSED = 0.35
"""Below this likeness an id seems to be used for another thing."""
_TELLING = 12
"""Parts of fewer characters say too little of what they are."""
_SURE = 0.55
"""From here on a likeness weighs more than an id that seems to be reused."""
_ALIKE = (Kind.ATTACHMENT, Kind.SECTION, Kind.MEASURE, Kind.ITEM, Kind.TASK)
"""Kinds of parts that may be known by likeness."""


def match(olds: Sequence[Part], news: Sequence[Part]) -> tuple[list[Match], list[Doubt]]:
    """Return what became of every part, and where a person should look; parts without a counterpart come alone."""
    pairing = _Pairing(olds, news)
    for kind in _ALIKE:
        pairing.by_likeness(kind)
        if kind is Kind.ATTACHMENT:
            pairing.carried()
    return [*pairing.matches()], pairing.doubts


class _Pairing:
    """The pairs found so far; begins with those that ids and declarations give."""

    def __init__(self, olds: Sequence[Part], news: Sequence[Part]) -> None:
        self.doubts: list[Doubt] = []
        self._olds, self._news = olds, news
        self._old_of: dict[str, tuple[Part, str, float]] = {}
        self._new_of: dict[str, Part] = {}
        by_key = {part.key: part for part in olds}
        for new in news:
            if (old := by_key.get(new.key)) is not None and old.kind is new.kind:
                self._pair(old, new, "id", 1.0)
        self._declared(by_key)

    @cached_property
    def _weights(self) -> dict[str, float]:
        return weights([part for part in (*self._olds, *self._news) if part.kind in _ALIKE])

    def _pair(self, old: Part, new: Part, evidence: str, confidence: float) -> None:
        self._old_of[new.key] = old, evidence, confidence
        self._new_of[old.key] = new

    def _part(self, old: Part, new: Part) -> None:
        del self._old_of[new.key], self._new_of[old.key]

    def _declared(self, by_key: dict[str, Part]) -> None:
        """Pair a part with the first one it says it was, and a unit with the one whose name it has as an alias."""
        for new in self._news:
            if new.key in self._old_of:
                continue
            folder = new.key.rpartition("/")[0]
            former = (*getattr(new.data, "formerly", ()), *getattr(new.data, "aliases", ()))
            for name in former:
                old = by_key.get(f"{folder}/{name}")
                if old is not None and old.key not in self._new_of and old.kind is new.kind:
                    self._pair(old, new, "declared", 1.0)
                    break

    def by_likeness(self, kind: Kind) -> None:
        """Pair what is left of ``kind``, and what an id pairs that is not alike at all, by likeness."""
        self._by_words(kind)
        suspects = [*self._suspects(kind)]
        olds = [p for p in self._olds if p.kind is kind and p.key not in self._new_of]
        news = [p for p in self._news if p.kind is kind and p.key not in self._old_of]
        olds += [old for old, _new in suspects]
        news += [new for _old, new in suspects]
        if not olds or not news:
            return
        likeness = Likeness(olds, news, self._weights)
        lonely = {old.key: likeness.of(olds.index(old), news.index(new)) for old, new in suspects}
        scored = sorted(likeness.pairs(), key=lambda pair: (-pair[0], pair[1], pair[2]))
        for score, a, b in scored:
            self._consider(olds[a], news[b], score, lonely)
        for old, new in suspects:
            if self._new_of.get(old.key) is new and lonely[old.key] < _REUSED:
                self.doubts.append(Doubt(old, new, lonely[old.key], reused=True))

    def carried(self) -> None:
        """Pair the parts of papers that attachments carry, where the attachment has another id now."""
        renamed = {
            new: old.key for new, (old, _evidence, _confidence) in self._old_of.items() if new != old.key
        }
        by_key = {part.key: part for part in self._olds}
        for new in self._news if renamed else ():
            above = next((key for key in renamed if new.key.startswith(f"{key}/")), None)
            if above is not None and new.key not in self._old_of:
                old = by_key.get(renamed[above] + new.key.removeprefix(above))
                if old is not None and old.kind is new.kind and old.key not in self._new_of:
                    self._pair(old, new, "id", 1.0)

    def _by_words(self, kind: Kind) -> None:
        """Pair what is left of ``kind`` and says the same, word for word, as one part of the other version only."""
        olds, news = (
            _by_words([p for p in side if p.kind is kind and p.key not in paired])
            for side, paired in ((self._olds, self._new_of), (self._news, self._old_of))
        )
        for words, (old, *others) in olds.items():
            if not others and len(news.get(words, ())) == 1:
                self._pair(old, news[words][0], "similarity", 1.0)

    def _suspects(self, kind: Kind) -> Iterator[tuple[Part, Part]]:
        """Yield pairs by id that go by other names now; how alike they are is asked later."""
        for new in self._news:
            if new.kind is kind and new.key in self._old_of:
                old, evidence, _confidence = self._old_of[new.key]
                if evidence == "id" and old.name != new.name and min(_size(old), _size(new)) >= _TELLING:
                    yield old, new

    def _consider(self, old: Part, new: Part, score: float, lonely: dict[str, float]) -> None:
        """Pair two parts that are alike, unless one of them has a better counterpart."""
        ours, theirs = self._new_of.get(old.key), self._old_of.get(new.key)
        if ours is new:
            return
        bound = [one for one in (old if ours else None, theirs[0] if theirs else None) if one is not None]
        if score >= SAME and all(
            lonely.get(one.key, 1.0) < _REUSED and score >= _SURE and self._by_id(one) for one in bound
        ):
            for one in {one.key: one for one in bound}.values():
                self._part(one, self._new_of[one.key])
            self._pair(old, new, "similarity", round(score, 3))
        elif MAYBE <= score < SAME and not bound:
            self.doubts.append(Doubt(old, new, round(score, 3)))

    def _by_id(self, old: Part) -> bool:
        return self._old_of[self._new_of[old.key].key][1] == "id"

    def matches(self) -> Iterator[Match]:
        """Yield the pairs in the order of the new version, each followed by what stood behind it and is gone."""
        gone: dict[str, list[Part]] = {}
        last = ""
        for old in self._olds:
            if old.key in self._new_of:
                last = self._new_of[old.key].key
            else:
                gone.setdefault(last, []).append(old)
        lost = (Match(old, None, "") for old in gone.get("", ()))
        return chain(lost, chain.from_iterable(self._with_gone(self._news, gone)))

    def _with_gone(self, news: Iterable[Part], gone: dict[str, list[Part]]) -> Iterator[list[Match]]:
        for new in news:
            old, evidence, confidence = self._old_of.get(new.key, (None, "", 1.0))
            yield [
                Match(old, new, evidence, confidence),
                *(Match(o, None, "") for o in gone.get(new.key, ())),
            ]


def _by_words(found: Iterable[Part]) -> dict[tuple[str, str], list[Part]]:
    """Return parts by name and text, those without text left out."""
    by_words: dict[tuple[str, str], list[Part]] = {}
    for part in found:
        if text := fold(flat(getattr(part.data, "text", ()))):
            by_words.setdefault((fold(part.name), text), []).append(part)
    return by_words


def _size(part: Part) -> int:
    return len(part.name) + len(flat(getattr(part.data, "text", ())))
