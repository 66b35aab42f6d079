"""Two versions of a policy held against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from hongtou.diff.change import Change, Level, Match, PolicyDiff, Verb
from hongtou.diff.data import covered
from hongtou.diff.fields import field_changes
from hongtou.diff.matching import match
from hongtou.diff.order import moved
from hongtou.diff.parts import Kind, parts
from hongtou.diff.reading import Reading, reading
from hongtou.diff.splits import splits
from hongtou.diff.terms import terms
from hongtou.diff.whole import Wholes
from hongtou.model.policy import Policy

_PLACED = frozenset({Kind.SECTION, Kind.MEASURE, Kind.ITEM, Kind.ATTACHMENT, Kind.TASK})
"""Kinds of parts whose order is printed."""


def compare(old: Policy, new: Policy) -> PolicyDiff:
    """Return what changed from ``old`` to ``new``; the same input gives the same changes in the same order."""
    olds, news = parts(old), parts(new)
    matches, doubts = match(olds, news)
    found = [*_changes(matches, reading(olds, news, matches))]
    found = splits(covered(found))
    marked, replaced = terms(found, news)
    numbered = (replace(change, number=number) for number, change in enumerate(marked, 1))
    return PolicyDiff(tuple(numbered), tuple(matches), tuple(replaced), tuple(doubts))


def _changes(matches: Sequence[Match], known: Reading) -> Iterator[Change]:
    elsewhere = moved([m for m in matches if m.part.kind in _PLACED])
    come = Wholes((m.part for m in matches if m.old is None), known.leading[1])
    gone = Wholes((m.part for m in matches if m.new is None), known.leading[0])
    for m in matches:
        if m.old is None or m.new is None:
            yield from _whole(m, gone, come)
            continue
        if m.new.key in elsewhere:
            yield Change(m, Verb.MOVE, Level.E, old=m.old.place, new=m.new.place)
        elif m.part.kind in _PLACED and m.old.label != m.new.label:
            yield Change(m, Verb.RENUMBER, Level.E, old=m.old.place, new=m.new.place)
        yield from field_changes(m, m.old.data, m.new.data, known)


def _whole(m: Match, gone: Wholes, come: Wholes) -> Iterator[Change]:
    """Yield that a part came or went, unless what it stands in did."""
    side = come if m.old is None else gone
    if side.holds(m.part.parent):
        return
    verb, words = (Verb.ADD if m.old is None else Verb.DELETE), side.words(m.part)
    old, new = (None, words) if m.old is None else (words, None)
    yield Change(m, verb, side.level(m.part), old=old, new=new)
