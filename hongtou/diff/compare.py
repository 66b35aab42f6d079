"""Two versions of a policy held against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hongtou.diff.change import Change, Level, Match, PolicyDiff, Verb
from hongtou.diff.data import covered
from hongtou.diff.fields import field_changes
from hongtou.diff.matching import match
from hongtou.diff.order import moved
from hongtou.diff.parts import Kind, Part, parts
from hongtou.diff.reading import Reading, reading
from hongtou.diff.splits import splits
from hongtou.diff.terms import terms
from hongtou.diff.words import printed
from hongtou.model.policy import Policy

_PLACED = frozenset({Kind.SECTION, Kind.MEASURE, Kind.ITEM, Kind.ATTACHMENT, Kind.TASK})
"""Kinds of parts whose order is printed."""
_REGISTER = frozenset({Kind.UNIT, Kind.SET})


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
    fresh = {m.new.key for m in matches if m.old is None and m.new is not None}
    gone = {m.old.key for m in matches if m.new is None and m.old is not None}
    for m in matches:
        if m.old is None or m.new is None:
            yield from _whole(m, fresh, gone)
            continue
        if m.new.key in elsewhere:
            yield Change(m, Verb.MOVE, Level.E, old=m.old.place, new=m.new.place)
        elif m.part.kind in _PLACED and m.old.label != m.new.label:
            yield Change(m, Verb.RENUMBER, Level.E, old=m.old.place, new=m.new.place)
        yield from field_changes(m, m.old.data, m.new.data, known)


def _whole(m: Match, fresh: Iterable[str], gone: Iterable[str]) -> Iterator[Change]:
    """Yield that a part came or went, unless what it stands in did."""
    part = m.part
    if part.parent in (fresh if m.old is None else gone):
        return
    level = Level.F if part.kind in _REGISTER else Level.C if part.kind is not Kind.TASK else Level.A
    if m.old is None:
        yield Change(m, Verb.ADD, level, new=whole(part))
    else:
        yield Change(m, Verb.DELETE, level, old=whole(part))


def whole(part: Part) -> str:
    """Return the words of a part as a whole: its name and its text."""
    text = "".join(printed(getattr(part.data, "text", ())))
    heading = getattr(part.data, "heading", None) or getattr(part.data, "name", None)
    return "\n".join(filter(None, (heading or getattr(part.data, "title", None), text)))
