"""Plain data as block YAML 写出: fast, the same text for the same data, quotes wherever a word could mean something else."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterator, Mapping, Sequence

_PLAIN = re.compile(r"[^\W\d_][\w（）《》〔〕“”、，。；：！？·/％.-]*")
"""What stands without quotes: it begins with a letter or Han character and holds nothing that YAML reads as its own."""
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_BREAKS = {
    "\x7f": "\\u007f",
    "\x85": "\\u0085",
    "\u2028": "\\u2028",
    "\u2029": "\\u2029",
    "\ufeff": "\\ufeff",
}
"""What JSON leaves as it is and YAML takes for the end of a line, or for nothing."""


def block(data: Mapping[str, object], depth: int = 0) -> str:
    """Return ``data`` as the lines of a block, ``depth`` levels of two blanks in."""
    return "".join(_mapping(data, "  " * depth))


def _mapping(data: Mapping[str, object], margin: str) -> Iterator[str]:
    for key, value in data.items():
        if isinstance(value, Mapping) and value:
            yield f"{margin}{scalar(key)}:\n"
            yield from _mapping(value, margin + "  ")
        elif isinstance(value, (list, tuple)) and value:
            yield f"{margin}{scalar(key)}:\n"
            yield from _sequence(value, margin + "  ")
        else:
            yield f"{margin}{scalar(key)}: {scalar(value)}\n"


def _sequence(data: Sequence[object], margin: str) -> Iterator[str]:
    for entry in data:
        if isinstance(entry, Mapping) and entry:
            first, *rest = _mapping(entry, margin + "  ")
            yield f"{margin}- {first.lstrip(' ')}"
            yield from rest
        else:
            yield f"{margin}- {scalar(entry)}\n"


def scalar(value: object) -> str:
    """Return ``value`` as it stands in a line."""
    match value:
        case None:
            return "null"
        case bool() | int():
            return str(value).lower()
        case datetime.date():
            return value.isoformat()
        case str():
            return value if _PLAIN.fullmatch(value) and value.lower() not in _WORDS else _quoted(value)
        case _:
            return "{}" if isinstance(value, Mapping) else "[]"


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    for char, escape in _BREAKS.items():
        quoted = quoted.replace(char, escape)
    return quoted
