"""The fields of a part that differ, each read by what it holds: words, units, or data beside the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hongtou.diff.breaks import together
from hongtou.diff.change import Change, Level, Match, Verb
from hongtou.diff.data import data_changes
from hongtou.diff.levels import level_of
from hongtou.diff.parts import Kind
from hongtou.diff.reading import Reading
from hongtou.diff.shifts import shifts
from hongtou.diff.text import Hunk, hunks
from hongtou.diff.words import WORDS, printed, shown
from hongtou.model.base import Model

_CHILDREN = frozenset({"sections", "measures", "items", "attachments", "document"})
"""Fields whose contents are parts of their own."""
_ROWS = frozenset({"tasks", "units", "sets"})
"""The same of a table or register as a whole."""
_IGNORED = frozenset({"formerly", "reason"})
"""What is written about a revision and is no content."""
_DATA = frozenset(
    {"targets", "deadlines", "reports", "contacts", "basis", "declarations", "attributes", "columns"}
)
"""Fields that hold data, mostly beside words that print it."""
_TEXTS = frozenset({"text", "preamble", "closing"})
"""Fields whose paragraphs may be split and joined."""
_LISTS = frozenset({"members", "recipients", "copies_to", "issuers"})
"""Lists of units that are long; what changed in them is marked."""
_MUCH = 0.7
"""A change of more than this share of a paragraph is shown as old and new, whole."""

Names = Sequence[str]


def field_changes(match: Match, old: Model, new: Model, known: Reading) -> Iterator[Change]:
    """Yield the changes from ``old`` to ``new``, the data of a pair; data that words may cover comes last."""
    if old == new:
        return
    skipped = _CHILDREN | _IGNORED | (_ROWS if match.part.kind is Kind.TABLE else frozenset())
    fields = [name for name in type(new).model_fields if name not in skipped]
    for field in sorted(fields, key=lambda name: name in _DATA):
        ours, theirs = getattr(old, field), getattr(new, field)
        if ours == theirs:
            continue
        if field == "assignments":
            yield from shifts(match, ours, theirs, known)
        elif field in WORDS:
            yield from _words(match, field, ours, theirs, known.names)
        elif field in _DATA:
            yield from data_changes(match, field, ours, theirs)
        else:
            change = _plain(match, field, ours, theirs, known.names)
            same = field == "members" and [known.renamed.get(unit, unit) for unit in ours] == [*theirs]
            yield replace(change, level=Level.F) if same else change


def _words(match: Match, field: str, old: Any, new: Any, names: Names) -> Iterator[Change]:
    ours, theirs = printed(old), printed(new)
    if ours == theirs:
        yield Change(match, Verb.CHANGE, Level.F, field, "\n".join(ours), "\n".join(theirs))
    for group in together(ours, theirs, breaks=field in _TEXTS):
        before, after = (
            "\n".join(side[n] for n in numbers) for side, numbers in zip((ours, theirs), group, strict=True)
        )
        if before == after:
            continue
        found = _hunks(before, after, names)
        verb = Verb.CHANGE if all(group) else Verb.DELETE if group[0] else Verb.ADD
        level = level_of(field, before, after, found)
        words = (before if group[0] else None), (after if group[1] else None)
        places = next(iter(group[0]), None), next(iter(group[1]), None)
        yield Change(match, verb, level, field, *words, found, places, behind=group[0].start)


def _hunks(old: str, new: str, names: Names) -> tuple[Hunk, ...]:
    """Return what changed; as one piece where little is left of the old."""
    found = hunks(old, new, names)
    size = sum(hunk.a1 - hunk.a0 + hunk.b1 - hunk.b0 for hunk in found)
    if len(found) > 1 and size > _MUCH * (len(old) + len(new)):
        return (Hunk(0, len(old), 0, len(new)),)
    return tuple(found)


def _plain(match: Match, field: str, old: Any, new: Any, names: Names) -> Change:
    """Return a change of something that is a choice and no text."""
    verb = Verb.ADD if old in (None, ()) else Verb.DELETE if new in (None, ()) else Verb.CHANGE
    # The kind of a paper is printed and says what it is; that of a unit is not.
    level = Level.C if field == "kind" and match.part.kind is Kind.HEAD else level_of(field, "", "", ())
    before, after = shown(old), shown(new)
    found = _hunks(before, after, names) if field in _LISTS and before and after else ()
    return Change(match, verb, level, field, before, after, found)
