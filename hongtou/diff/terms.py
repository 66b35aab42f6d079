"""Words replaced by others all over a policy 统一修改, which are told once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hongtou.diff.change import Change, Term
from hongtou.diff.tokens import fold

_TIMES = 3
"""In as many parts, a replacement is one of a term."""

Pair = tuple[str, str]


def terms(changes: Sequence[Change]) -> tuple[list[Change], list[Term]]:
    """Return ``changes``, those that only replace a term marked with it, and the terms."""
    places: dict[Pair, set[str]] = {}
    for change in changes:
        for pair in _replaced(change):
            places.setdefault(pair, set()).add(change.match.part.key)
    found = {pair: len(keys) for pair, keys in places.items() if len(keys) >= _TIMES}
    marked = [replace(change, term=_only(change, found)) for change in changes]
    return marked, [Term(old, new, count) for (old, new), count in Counter(found).most_common()]


def _replaced(change: Change) -> set[Pair]:
    """Return the words that were replaced by words, without numbers and marks."""
    pairs = {
        ((change.old or "")[hunk.a0 : hunk.a1], (change.new or "")[hunk.b0 : hunk.b1])
        for hunk in change.hunks
    }
    return {(old, new) for old, new in pairs if _word(old) and _word(new)}


def _word(text: str) -> bool:
    return len(text) > 1 and not any(char.isdigit() for char in fold(text)) and any(map(str.isalpha, text))


def _only(change: Change, found: dict[Pair, int]) -> Pair | None:
    """Return the term if its replacement is all that ``change`` does."""
    pairs = _replaced(change)
    if len(pairs) == 1 and change.hunks and len({*pairs} & {*found}) == 1:
        pair = next(iter(pairs))
        if all((change.old or "")[h.a0 : h.a1] == pair[0] for h in change.hunks):
            return pair
    return None
