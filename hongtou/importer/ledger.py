"""The book of characters 字符台账: what of the source went where, so that nothing is lost and nothing invented."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from hongtou.importer.scan import LeftOut, Scan, Span
from hongtou.importer.words import Words, span_of

_UNSEEN = "\u200b\ufeff"


class Value(NamedTuple):
    """A value of the policy, where it stands there, and the places of the words it was read from."""

    where: str
    value: str
    places: Sequence[int]

    @property
    def span(self) -> Span | None:
        """From the first place to behind the last, None where it was read from no words."""
        return span_of(self.places)


PUBLICATION = "publication"
"""Where what web pages say of a paper is noted; its labels and days stand there in other words."""
_MARKS = re.compile(r"[\W_]+")


def _bare(text: str) -> str:
    return _MARKS.sub("", text)


def _not_in(text: str, values: Sequence[Value], form: Callable[[str], str]) -> Iterator[Value]:
    """Yield those of ``values`` that do not stand in ``text``, each looked for in its ``form``."""
    last = 0
    for value in values:
        words = form(value.value)
        # Values come in the order of the paper, and so do the texts.
        at = text.find(words, last)
        at = at if at >= 0 else text.find(words, 0, last + len(words))
        if at < 0:
            yield value
        last = max(at, last)


@dataclass
class Ledger:
    """Notes for every character of ``scan`` whether it is in the policy, computed by it, or left out."""

    scan: Scan
    values: list[Value] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    """What could not be told for sure 存疑; a person must look."""
    faults: list[str] = field(default_factory=list)
    """What is wrong in the source itself 原文差错; it is kept as it is."""
    guesses: list[str] = field(default_factory=list)
    """What was inferred and how 推定."""

    def __post_init__(self) -> None:
        self._taken = bytearray(len(self.scan.text))
        # A stretch is written into a view in less than half the time.
        self._view = memoryview(self._taken)
        self.left_out += self.scan.losses
        self.doubts += self.scan.doubts

    def take(self, words: Words, where: str, value: str = "") -> None:
        """Note that ``words`` stand in the policy at ``where``; ``value`` is what was made of them."""
        self.computed(words)
        self.values.append(Value(where, value or words.text, words.places))

    def computed(self, words: Words) -> None:
        """Note that the policy computes ``words``: numbers, labels, marks around a list."""
        places = words.places
        if isinstance(places, range):
            self._view[places.start : places.stop] = b"\1" * len(places)
            return
        for place in places:
            self._taken[place] = 1

    def leave(self, words: Words, reason: str) -> None:
        """Note that ``words`` are no part of the paper."""
        if words.strip().text:
            self.left_out.append(LeftOut(words.text.strip(), reason, words.span))
        self.computed(words)

    def nowhere(self, texts: Sequence[str]) -> Sequence[Value]:
        """Return the values that were taken word for word and that stand in none of ``texts``, all that the policy says.

        What was made of words (a day, a unit's registered name) is another matter: those words stand in a text as well.
        """
        said = set(texts)
        # Nearly everything is a text of its own, or a list of such; only for the rest is all looked at without its marks.
        unsaid = [value for value in self.values if value[1] not in said]
        missing = [
            value
            for value in unsaid
            if not said.issuperset(value.value.split("、")) and self._is_verbatim(value)
        ]
        missing = [*_not_in("、".join(texts), missing, str)] if missing else []
        return [*_not_in(_bare("".join(texts)), missing, _bare)] if missing else []

    def _is_verbatim(self, value: Value) -> bool:
        """Whether a value of the paper is the words that it was read from."""
        span = value.span
        if span is None or value.where.startswith(PUBLICATION):
            return False
        return _bare(value.value) == _bare(self.scan.text[span.start : span.end])

    def unplaced(self) -> Iterator[Span]:
        """Yield the stretches that ended nowhere; blanks and line breaks need no place."""
        text, taken = self.scan.text, self._taken
        start = taken.find(0)
        while start >= 0:
            if text[start].isspace() or text[start] in _UNSEEN:
                start = taken.find(0, start + 1)
                continue
            end = start
            while end < len(text) and (text[end].isspace() or (not taken[end] and text[end] not in _UNSEEN)):
                end += 1
            yield Span(start, end if end < len(text) else len(text.rstrip()))
            start = taken.find(0, end)
