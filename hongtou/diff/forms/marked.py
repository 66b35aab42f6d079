"""The words of a change with what went and what came marked, long unchanged stretches cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import accumulate

from hongtou.diff.change import Change
from hongtou.diff.tokens import fold, tokens

CUT = "……"
_ENDS = "。；;\n"
_NEAR = 24
"""As many characters around a change are shown, less where a sentence begins or ends."""


class Ink(StrEnum):
    """How a run of characters is marked."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True)
class Run:
    """Characters of one marking."""

    ink: Ink
    text: str


def runs(change: Change, *, full: bool = False) -> list[Run]:
    """Return old and new in one line; with ``full`` nothing is cut."""
    return [*_joined(_both(change, full))]


def sides(change: Change, *, full: bool = False) -> tuple[list[Run], list[Run]]:
    """Return the old words and the new ones, each with its own marking, for two columns."""
    found = runs(change, full=full)
    return (
        [run for run in found if run.ink is not Ink.NEW],
        [run for run in found if run.ink is not Ink.GONE],
    )


def _both(change: Change, full: bool) -> Iterator[Run]:
    old, new = change.old, change.new
    if old is None or new is None or not change.hunks:
        yield from _whole(old, new)
        return
    place = 0
    hunks = change.hunks
    for number, hunk in enumerate(hunks):
        between = new[place : hunk.b0]
        yield Run(Ink.SAME, between if full else shortened(between, first=number == 0, last=False))
        yield Run(Ink.GONE, old[hunk.a0 : hunk.a1])
        yield Run(Ink.NEW, new[hunk.b0 : hunk.b1])
        place = hunk.b1
    rest = new[place:]
    yield Run(Ink.SAME, rest if full else shortened(rest, first=False, last=True))


def _whole(old: str | None, new: str | None) -> Iterator[Run]:
    if old is not None and old == new:
        yield Run(Ink.SAME, old)
        return
    if old is not None:
        yield Run(Ink.GONE, old)
    if new is not None:
        yield Run(Ink.NEW, new)


def shortened(text: str, *, first: bool, last: bool) -> str:
    """Return what is near the changes of an unchanged stretch, which begins or ends the paragraph or lies between two."""
    tail = "" if last else _tail(text)
    head = "" if first else _head(text)
    if len(head) + len(tail) + len(CUT) >= len(text):
        return text
    return head + CUT + tail


def _tail(text: str) -> str:
    """Return the end of ``text``, from where its last sentence begins."""
    start = max(text.rfind(mark, 0, len(text)) for mark in _ENDS) + 1
    start = max(start, len(text) - _NEAR)
    return text[next(edge for edge in _edges(text) if edge >= start) :]


def _head(text: str) -> str:
    """Return the beginning of ``text``, to where its first sentence ends."""
    ends = [place for mark in _ENDS if (place := text.find(mark)) >= 0]
    end = min([*(end + 1 for end in ends), _NEAR])
    return text[: max(edge for edge in _edges(text) if edge <= end)]


def _edges(text: str) -> list[int]:
    """Return where ``text`` may be cut: not inside a number."""
    return [0, *accumulate(map(len, tokens(fold(text))))]


def _joined(found: Iterator[Run]) -> Iterator[Run]:
    """Yield the runs that are not empty, neighbours of one ink as one."""
    last: Run | None = None
    for run in found:
        if not run.text:
            continue
        if last is not None and last.ink is run.ink:
            last = Run(run.ink, last.text + run.text)
            continue
        if last is not None:
            yield last
        last = run
    if last is not None:
        yield last


def plain(found: Sequence[Run]) -> str:
    """Return runs in plain text: [-what went-]{+what came+}."""
    marks = {Ink.SAME: "{}", Ink.GONE: "[-{}-]", Ink.NEW: "{{+{}+}}"}
    return "".join(marks[run.ink].format(run.text) for run in found)
