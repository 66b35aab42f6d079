"""Where in a file each character of a text stands, however it is written: in quotes, over several lines, in a block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ruamel.yaml.nodes import ScalarNode

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)+")
_ESCAPED = re.compile(r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|.)", re.DOTALL)
_JOINED = re.compile(r"\\\r?\n[ \t]*")
_BLANK = re.compile(r"\s+")


def positions(text: str, node: ScalarNode) -> Sequence[int] | None:
    """Return where in the file ``text`` each character of ``node`` stands; None where that cannot be told."""
    begin, end = node.start_mark.index, node.end_mark.index
    if properties := _PROPERTIES.match(text, begin, end):
        begin = properties.end()
    if node.style in ("|", ">"):
        begin = text.find("\n", begin, end) + 1
    elif node.style:
        begin += 1
    if text.startswith(node.value, begin):  # As nearly all are.
        return range(begin, begin + len(node.value))
    found: list[int] = []
    for char in node.value:
        at = _next(text, begin, end, char, node.style)
        if at is None:
            return None
        here, begin = at
        found.append(here)
    return found


def _next(text: str, begin: int, end: int, char: str, style: str | None) -> tuple[int, int] | None:
    """Return where ``char`` of the value is written, at ``begin`` or behind blanks there, and where that ends."""
    while begin < end:
        if style == '"' and text[begin] == "\\":
            if joined := _JOINED.match(text, begin, end):
                begin = joined.end()
                continue
            escaped = _ESCAPED.match(text, begin, end)
            return (begin, escaped.end()) if escaped else None
        if text[begin] == char:
            return begin, begin + 1 + (style == "'" and char == "'")
        blank = _BLANK.match(text, begin, end)
        if blank is None:
            break
        # A fold is written as the end of a line and read as one blank, or as a line's end.
        if char in " \n" and "\n" in blank[0]:
            return begin, blank.end()
        begin = blank.end()
    # Of several ends of lines, all but the first have been passed over; the last of a block is behind it.
    return (max(begin - 1, 0), begin) if char == "\n" else None


def place_of(text: str, node: ScalarNode, index: int) -> tuple[int, int]:
    """Return line and column, from 1, of the character at ``index`` of the file, which is in ``node`` or right behind it."""
    lines = f"{text[node.start_mark.index : index]}x".splitlines()
    column = len(lines[-1]) + (node.start_mark.column if len(lines) == 1 else 0)
    return node.start_mark.line + len(lines), column
