"""What libyaml complains about, in plain words, with the usual cause and the line it is really on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from hongtou.i18n import _

Place = tuple[int, int]
"""Line and column, counted from 1."""
Words = tuple[str, str]
"""Message and hint."""


class Fault(NamedTuple):
    """A syntax fault: where it is, what it is, what to do."""

    line: int
    column: int
    message: str
    hint: str


def syntax_fault(problem: str, context: str, at: Place, began: Place | None, lines: Sequence[str]) -> Fault:
    """Return what is wrong where libyaml met ``problem`` at ``at``, in what it had begun at ``began``."""
    if began and ("quoted scalar" in context or "flow" in context):
        return Fault(*began, *_not_closed(context))
    suspects = [began[0]] if began and "simple key" in context else [at[0], at[0] - 1]
    for number in suspects:
        if 0 < number <= len(lines) and (words := _mistyped(lines[number - 1])):
            return Fault(number, at[1] if number == at[0] else _indent(lines[number - 1]) + 1, *words)
    line = lines[at[0] - 1] if 0 < at[0] <= len(lines) else ""
    if began and "simple key" in context:
        return Fault(*began, *_no_key(lines[began[0] - 1] if began[0] <= len(lines) else ""))
    if '"' in line[: at[1] - 1] and (opened := _opened_above(lines[: at[0] - 1])):
        return Fault(*opened, *_not_closed("quoted"))
    return Fault(*at, *_by_problem(f"{context} {problem}", line, at[1]))


_OPENS, _CLOSES = re.compile(r"<{7}(\s|$)"), re.compile(r">{7}(\s|$)")


def unsettled_merges(lines: Sequence[str]) -> list[Fault]:
    """Return every place where a merge has left two versions 合并冲突, at the line <<<<<<< that opens it."""
    hint = _("Keep one of the versions, and delete the lines <<<<<<<, ======= and >>>>>>>.")
    faults = []
    opened = 0
    for number, line in enumerate(lines, 1):
        if _OPENS.match(line):
            opened = number
        elif _CLOSES.match(line):
            message = _(
                "git has left two versions here, between <<<<<<< in line {first} and >>>>>>> in line {last}."
            )
            faults.append(Fault(opened or number, 1, message.format(first=opened or "?", last=number), hint))
            opened = 0
    if opened:
        faults.append(Fault(opened, 1, _("git has left two versions of these lines here."), hint))
    return faults


def _opened_above(lines: Sequence[str]) -> Place | None:
    """Return where the last line with an odd number of quotation marks opens one: what follows is inside out."""
    for number in range(len(lines), 0, -1):
        marks = [match.start() for match in re.finditer(r'(?<!\\)"', lines[number - 1])]
        if len(marks) % 2:
            return number, marks[-1] + 1
    return None


def _not_closed(context: str) -> Words:
    if "quoted" in context:
        return _("a quotation mark is opened and not closed."), _("Close it, or take it away.")
    mark = "[" if "sequence" in context else "{"
    return (
        _("the bracket {mark} is opened and not closed, or a comma is missing in it.").format(mark=mark),
        _("Close it on the same line, with half-width commas between the entries: [A, B]"),
    )


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t\u3000"))


def _mistyped(line: str) -> Words | None:
    """Return what is wrong with a mark in ``line`` that Chinese typing often gets wrong."""
    for pattern, words in _MISTYPED:
        if re.match(pattern, line):
            return words()
    return None


_MISTYPED: tuple[tuple[str, Callable[[], Words]], ...] = (
    (r" *\t", lambda: (_("a tab is used to indent."), _("Indent with blanks."))),
    (
        r"[ \t]*\u3000",
        lambda: (_("a full-width blank is used to indent."), _("Indent with half-width blanks.")),
    ),
    (
        r"\s*(- +)?[A-Za-z_]+\s*：",
        lambda: (
            _("the colon after the key is a full-width one."),
            _("Write the colon after a key in half width, then a blank: “key: …”."),
        ),
    ),
    (
        r"\s*(- +)?[A-Za-z_]+:\u3000",
        lambda: (
            _("the blank after the colon is a full-width one."),
            _("Write a half-width blank after the colon: “key: …”."),
        ),
    ),
    (
        r"\s*(- +)?[A-Za-z_]+:[^\s:/]",
        lambda: (
            _("there is no blank after the colon of the key."),
            _("Put a blank after the colon: “key: …”."),
        ),
    ),
    (
        r"\s*[－–—−]",
        lambda: (
            _("the hyphen before the entry is not a half-width one."),
            _("Write a half-width hyphen and a blank: “- …”."),
        ),
    ),
    (
        r"\s*-(?!--)[^\s]",
        lambda: (
            _("there is no blank after the hyphen of the entry."),
            _("Put a blank after the hyphen: “- …”."),
        ),
    ),
)


def mistyped(text: str) -> str:
    """Return the hint for a text that was meant as keys or entries, empty where nothing shows in it."""
    words = _mistyped(text)
    return words[1] if words else ""


def _no_key(line: str) -> Words:
    return _("this line is neither a key with a value nor an entry of a list."), (
        _("Write “key: …” or “- …”; a text that goes on over several lines belongs on one.")
        if line.strip()
        else _("Compare its indent with the lines around it.")
    )


def _by_problem(problem: str, line: str, column: int) -> Words:
    """Return the words for what libyaml says, where the lines show no mark that is often mistyped."""
    for signs, words in _PROBLEMS:
        if any(sign in problem for sign in signs):
            return words(line, column)
    return _("this line cannot be read: {problem}.").format(problem=problem.strip()), _(
        "Compare its indent with the lines around it."
    )


def _control_or_tab(line: str, column: int) -> Words:
    return _("the file holds a control character."), _("Delete it.")


def _many(line: str, column: int) -> Words:
    return _("the file holds more than one document."), _("Take the line --- away.")


def _open_quote(line: str, column: int) -> Words:
    return _not_closed("quoted")


def _tab(line: str, column: int) -> Words:
    return _("a tab is used to indent."), _("Indent with blanks.")


def _alias(line: str, column: int) -> Words:
    return _("an alias (*) names an anchor that is not there."), _(
        "Put the text in quotes if it begins with *."
    )


def _reserved(line: str, column: int) -> Words:
    """Return the words for a text that begins with a mark of YAML's own."""
    mark = next((char for char in line[max(column - 2, 0) : column] if char in "@`%&*!|>[]{},?"), "")
    if not mark:
        return _expected(line, column)
    return _("the text begins with “{mark}”, which YAML keeps for itself.").format(mark=mark), _(
        "Put the text in quotes: it begins with a mark that YAML keeps for itself."
    )


def _colon_in_text(line: str, column: int) -> Words:
    if re.search(r":\s.*:(\s|$)", line):
        return _("the text holds a colon and a blank, which makes it look like a key."), _(
            "Put the text in quotes: it holds a colon and a blank."
        )
    return _("this line is indented as if it went on with the line above."), _(
        "Keys of one group begin in the same column; a key of a list entry stands under the text behind its hyphen."
    )


def _list_behind_key(line: str, column: int) -> Words:
    return _("a list begins behind a key, on the same line."), _(
        "Begin the list on the line below the key, or write it in brackets: [A, B]"
    )


def _expected(line: str, column: int) -> Words:
    """Return the words for a line that does not begin where it should, or goes on where it should end."""
    rest = line[column - 1 :]
    if column - 1 > _indent(line) and rest[:1] in "]}":
        return _("a bracket is closed that was not opened."), _("Take “{mark}” away.").format(mark=rest[:1])
    if column - 1 > _indent(line):
        return _("the text goes on behind its closing quotation mark or bracket."), _(
            "Put the whole text in quotes: '…', with the other marks inside."
        )
    return _("this line begins in a column where no line above begins that it could belong to."), _(
        "Indent it like its neighbours: entries of one list in the same column, keys of one group too."
    )


_PROBLEMS: tuple[tuple[tuple[str, ...], Callable[[str, int], Words]], ...] = (
    (("document start", "another document", "single document"), _many),
    (("unexpected end of stream", "quoted scalar"), _open_quote),
    (("tab character",), _tab),
    (("undefined alias",), _alias),
    (("control characters",), _control_or_tab),
    (("block sequence entries",), _list_behind_key),
    (("mapping values",), _colon_in_text),
    (("cannot start any token", "node content", "alias", "anchor", "tag", "directive", "block scalar"), _reserved),
    (("did not find expected",), _expected),
    (("not allowed",), _control_or_tab),
)  # fmt: skip
