"""Words replaced by others all over a policy 统一修改, which are told once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hongtou.diff.change import Change, PolicyDiff, Term
from hongtou.diff.parts import Part
from hongtou.diff.tokens import fold
from hongtou.diff.words import WORDS, printed
from hongtou.model.base import unit_names

_TIMES = 3
"""In as many parts, a replacement is one of a term."""
_QUOTED = re.compile(r"《[^》\n]*》")
"""Titles of documents, which keep their words whatever a paper calls things."""
_UNITS = ("recipients", "copies_to", "issuers")

Pair = tuple[str, str]


def terms(changes: Sequence[Change], news: Sequence[Part]) -> tuple[list[Change], list[Term]]:
    """Return ``changes``, those that only replace a term marked with it, and the terms.

    A word is replaced everywhere only where it no longer stands in ``news``, the parts of the new version.
    """
    places: dict[Pair, dict[str, None]] = {}
    for change in changes:
        for pair in _replaced(change):
            places.setdefault(pair, {})[change.match.part.key] = None
    often = {pair: (*keys,) for pair, keys in places.items() if len(keys) >= _TIMES}
    text = _QUOTED.sub("", fold("\n".join(_spoken(news)))) if often else ""
    found = [
        Term(old, new, _count(changes, (old, new)), keys)
        for (old, new), keys in often.items()
        if fold(old) not in text.replace(fold(new), "\n")
    ]
    known = {(term.old, term.new) for term in found}
    return [replace(change, term=_only(change, known)) for change in changes], found


def told(diff: PolicyDiff, shown: Sequence[Change]) -> tuple[Term, ...]:
    """Return the terms that are told once: those of which every replacement is ``shown``."""
    keys = {change.match.part.key for change in shown}
    return tuple(term for term in diff.terms if keys.issuperset(term.parts))


def listed(diff: PolicyDiff, shown: Sequence[Change]) -> list[Change]:
    """Return those of ``shown`` that no term tells already."""
    known = {(term.old, term.new) for term in told(diff, shown)}
    return [change for change in shown if change.term not in known]


def _replaced(change: Change) -> list[Pair]:
    """Return the words that were replaced by words, without numbers and marks, as often as they were."""
    pairs = (
        ((change.old or "")[hunk.a0 : hunk.a1], (change.new or "")[hunk.b0 : hunk.b1])
        for hunk in change.hunks
    )
    return [(old, new) for old, new in pairs if _word(old) and _word(new)]


def _word(text: str) -> bool:
    return len(text) > 1 and not any(char.isdigit() for char in fold(text)) and any(map(str.isalpha, text))


def _count(changes: Sequence[Change], pair: Pair) -> int:
    """Return how often ``pair`` was replaced, also within longer words."""
    counts = (
        min(old.count(pair[0]), new.count(pair[1])) for change in changes for old, new in _replaced(change)
    )
    return sum(counts)


def _only(change: Change, found: set[Pair]) -> Pair | None:
    """Return the term if its replacement is all that ``change`` does."""
    pairs = Counter(_replaced(change))
    pair = next(iter(pairs), None)
    return pair if len(pairs) == 1 and pairs[pair] == len(change.hunks) and pair in found else None  # type: ignore[index]


def _spoken(news: Sequence[Part]) -> Iterator[str]:
    """Yield what the new version says."""
    for part in news:
        for field in type(part.data).model_fields:
            yield from _words(field, getattr(part.data, field))


def _words(field: str, value: Any) -> Iterator[str]:
    if field in WORDS:
        yield from printed(value)
    elif field in _UNITS:
        yield from unit_names(value)
    elif field == "assignments":
        for assignment in value:
            yield from (assignment.printed or "", *unit_names(assignment.units))
