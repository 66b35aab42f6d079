"""A comparison as Markdown for a pull request; words of the policy can neither link, ping nor break a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.diff.change import Change, PolicyDiff, Verb
from hongtou.diff.forms.marked import Ink, Run, runs
from hongtou.diff.forms.phrases import by_part, counted, doubts, hidden, level, place, what
from hongtou.diff.terms import told
from hongtou.i18n import _

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~$])")
_MARKS = {Ink.SAME: "{}", Ink.GONE: "<del>{}</del>", Ink.NEW: "<ins><b>{}</b></ins>"}


def as_markdown(
    diff: PolicyDiff, shown: Sequence[Change], sides: tuple[str, str], *, full: bool = False, limit: int = 0
) -> str:
    """Return the comparison as Markdown, cut between two parts where it would be more than ``limit`` bytes (0: never)."""
    lines: list[str] = []
    size = 0
    for block in _blocks(diff, shown, sides, full):
        size += len(block.encode()) + 2
        if limit and size > limit - 200:
            lines.append(_("*The rest is left out: it is too long for this page.*"))
            break
        lines.append(block)
    return "\n\n".join(lines)


def _blocks(diff: PolicyDiff, shown: Sequence[Change], sides: tuple[str, str], full: bool) -> Iterator[str]:
    yield f"### {escaped(sides[0])} → {escaped(sides[1])}"
    yield f"**{counted(diff, shown)}**"
    for term in told(diff, shown):
        message = _("everywhere “{old}” became “{new}” ({count} places)")
        yield message.format(old=escaped(term.old), new=escaped(term.new), count=term.count)
    for match, changes in by_part(shown):
        rows = [f"| `{change.level}` | {_cell(change)} | {_words(change, full)} |" for change in changes]
        heads = (_("class"), _("what"), _("old and new"))
        yield "\n".join(
            (f"#### {escaped(place(match))}", "", f"| {' | '.join(heads)} |", "|---|---|---|", *rows)
        )
    more = hidden(diff, shown)
    if more:
        yield _("{count} more of form only (numbers, marks, width).").format(count=more)
    for doubt in doubts(diff):
        yield "- " + _("look: {what}").format(what=escaped(doubt))


def _cell(change: Change) -> str:
    return f"{escaped(what(change))}<br>{escaped(level(change)[2:])}"


def _words(change: Change, full: bool) -> str:
    if change.verb in (Verb.MOVE, Verb.RENUMBER):
        return f"{escaped(change.old or '')} → {escaped(change.new or '')}"
    return "".join(map(_marked, runs(change, full=full)))


def _marked(run: Run) -> str:
    return _MARKS[run.ink].format(escaped(run.text))


def escaped(text: str) -> str:
    """Return ``text`` so that Markdown prints it as it is."""
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;")
    return _SPECIAL.sub(r"\\\1", text).replace("\n", "<br>")
