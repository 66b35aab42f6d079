"""What libyaml complains about, in plain words, with the usual cause."""

from __future__ import annotations

import re

from hongtou.i18n import _

_RESERVED = re.compile(r"(?:^|[:\-]\s+)([@`%&*!|>\[\]{},])")


def syntax_hint(problem: str, line: str, before: str) -> tuple[str, str]:
    """Return message and hint for libyaml's ``problem`` on ``line``, which stands after the line ``before``."""
    if "\t" in line[: len(line) - len(line.lstrip())] or (
        "cannot start any token" in problem and "\t" in line
    ):
        return _("a tab is used to indent."), _("Indent with blanks.")
    if "document start" in problem or "another document" in problem or "single document" in problem:
        return _("the file holds more than one document."), _("Take the line --- away.")
    if "unexpected end of stream" in problem or "quoted scalar" in problem:
        return _("a quotation mark is opened and not closed."), _("Close it, or take it away.")
    if "alias" in problem:
        return _("an alias (*) names an anchor that is not there."), _(
            "Put the text in quotes if it begins with *."
        )
    if "control characters" in problem or ("not allowed" in problem and "character" in problem):
        return _("the file holds a control character."), _("Delete it.")
    for text in (line, before):
        if hint := _line_hint(text):
            return _("this line cannot be read."), hint
    return _("this line cannot be read: {problem}.").format(problem=problem), _(
        "Compare its indent with the lines around it."
    )


def _line_hint(text: str) -> str:
    """Return the usual cause that shows in a line, empty where none does."""
    if re.match(r"\s*-?\s*[A-Za-z_]+\s*：", text):
        return _("Write the colon after a key in half width, then a blank: “key: …”.")
    if re.match(r"\s*-?\s*[A-Za-z_]+:\S", text):
        return _("Put a blank after the colon.")
    if re.search(r":\s.*:\s", text):
        return _("Put the text in quotes: it holds a colon and a blank.")
    if _RESERVED.search(text):
        return _("Put the text in quotes: it begins with a mark that YAML keeps for itself.")
    return ""
