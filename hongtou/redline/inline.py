"""Two versions of one paragraph as one: what stayed, what was deleted, what was inserted."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from itertools import accumulate

from hongtou.diff.text import hunks
from hongtou.diff.tokens import fold, tokens
from hongtou.redline.marks import changed, mark_properties, shell
from hongtou.redline.word import (
    BOX,
    OBJECT,
    Atom,
    Element,
    W,
    atoms,
    cannot,
    plain_style,
    runs,
    signs,
    style_of,
    thing,
)

_REWRITTEN = 0.7
"""Share of both texts that changed from which on the old and the new one are shown whole, one after the other."""
Stretch = tuple[int, int, int, int]
Weave = Callable[[Element, Element], None]


def joined(old: Element, new: Element, names: Sequence[str], weave: Weave) -> Element:
    """Return the paragraph ``new`` with what changed from ``old`` marked; ``weave`` joins what is in text boxes.

    One behind a text frame says old and new whole: LibreOffice shows both there, as it loses the marks.
    """
    ours, theirs = atoms(old), atoms(new)
    if [atom.same for atom in ours] == [atom.same for atom in theirs]:
        made = deepcopy(new)
    else:
        made = shell(new)
        made.extend(_content(ours, theirs, names, 0 if _is_behind_frame(new) else _REWRITTEN))
    if plain_style(style_of(old)) != plain_style(style_of(new)):
        mark_properties(made, old)
    for before, after in zip(old.iter(BOX), made.iter(BOX), strict=True):
        weave(before, after)
    return made


def _is_behind_frame(paragraph: Element) -> bool:
    before = paragraph.getprevious()
    return before is not None and before.find(f"{W}pPr/{W}framePr") is not None


def _content(
    ours: Sequence[Atom], theirs: Sequence[Atom], names: Sequence[str], most: float
) -> Iterator[Element]:
    place = 0
    for a0, a1, b0, b1 in _stretches(ours, theirs, names, most):
        yield from runs(theirs[place:b0])
        if any(atom.sign == OBJECT for atom in (*ours[a0:a1], *theirs[b0:b1])):
            raise cannot(thing())
        yield from changed(ours[a0:a1], "del")
        yield from changed(theirs[b0:b1], "ins")
        place = b1
    yield from runs(theirs[place:])


def _stretches(
    ours: Sequence[Atom], theirs: Sequence[Atom], names: Sequence[str], most: float
) -> list[Stretch]:
    """Return what changed, in order: the words, their width and their look; all where ``most`` of it changed."""
    old, new = signs(ours), signs(theirs)
    found: list[Stretch] = []
    place = 0, 0
    for hunk in (*hunks(old, new, names), None):
        end = (hunk.a0, hunk.b0) if hunk else (len(ours), len(theirs))
        found += _looks(ours[place[0] : end[0]], theirs[place[1] : end[1]], place, names)
        if hunk:
            found.append((hunk.a0, hunk.a1, hunk.b0, hunk.b1))
            place = hunk.a1, hunk.b1
    found = _touching(found)
    if not _is_rewritten(found, ours, theirs, most):
        return found
    return [(0, len(ours), 0, len(theirs))]


def _looks(
    ours: Sequence[Atom], theirs: Sequence[Atom], place: tuple[int, int], names: Sequence[str]
) -> Iterator[Stretch]:
    """Yield the tokens that are the same words in another width or look."""
    pieces = tokens(fold(signs(ours)), names)
    for start, piece in zip(accumulate(map(len, pieces), initial=0), pieces, strict=False):
        end = start + len(piece)
        if [atom.same for atom in ours[start:end]] != [atom.same for atom in theirs[start:end]]:
            yield place[0] + start, place[0] + end, place[1] + start, place[1] + end


def _touching(found: Sequence[Stretch]) -> list[Stretch]:
    """Return ``found`` with stretches that touch each other as one."""
    one: list[Stretch] = []
    for a0, a1, b0, b1 in found:
        if one and one[-1][1] == a0 and one[-1][3] == b0:
            one[-1] = (one[-1][0], a1, one[-1][2], b1)
        else:
            one.append((a0, a1, b0, b1))
    return one


def _is_rewritten(
    found: Sequence[Stretch], ours: Sequence[Atom], theirs: Sequence[Atom], most: float
) -> bool:
    if OBJECT in signs((*ours, *theirs)):
        return False
    marked = sum(a1 - a0 + b1 - b0 for a0, a1, b0, b1 in found)
    return bool(ours) and bool(theirs) and marked > most * (len(ours) + len(theirs))
