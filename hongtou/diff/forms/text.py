"""A comparison as text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import click

from hongtou.diff.change import Change, PolicyDiff, Verb
from hongtou.diff.forms.marked import Ink, Run, plain, runs
from hongtou.diff.forms.phrases import by_part, counted, doubts, hidden, level, place, what
from hongtou.diff.terms import told
from hongtou.i18n import _


def as_text(
    diff: PolicyDiff, shown: Sequence[Change], sides: tuple[str, str], *, colour: bool, full: bool = False
) -> str:
    """Return the comparison as lines; ``sides`` are the names of both versions."""
    return "\n".join(_lines(diff, shown, sides, colour, full))


def _lines(
    diff: PolicyDiff, shown: Sequence[Change], sides: tuple[str, str], colour: bool, full: bool
) -> Iterator[str]:
    yield _bold(f"{sides[0]} → {sides[1]}  {counted(diff, shown)}", colour)
    for term in told(diff, shown):
        message = _("everywhere “{old}” became “{new}” ({count} places)")
        yield message.format(old=term.old, new=term.new, count=term.count)
    for match, changes in by_part(shown):
        yield ""
        yield _bold(place(match), colour)
        for change in changes:
            yield f"  [{level(change)}] {_said(change, colour, full)}"
    more = hidden(diff, shown)
    if more:
        yield ""
        yield _("{count} more of form only (numbers, marks, width); --formal shows them.").format(count=more)
    for doubt in doubts(diff):
        yield _("look: {what}").format(what=doubt)


def _said(change: Change, colour: bool, full: bool) -> str:
    words = what(change)
    if change.verb in (Verb.MOVE, Verb.RENUMBER):
        return words
    found = runs(change, full=full)
    text = "".join(_inked(run) for run in found) if colour else plain(found)
    indented = text.replace("\n", "\n    ")
    return f"{words}{_(': ')}{indented}"


def _inked(run: Run) -> str:
    if run.ink is Ink.SAME:
        return run.text
    gone = run.ink is Ink.GONE
    return click.style(run.text, fg="red" if gone else "green", strikethrough=gone, bold=not gone)


def _bold(text: str, colour: bool) -> str:
    return click.style(text, bold=True) if colour else text
