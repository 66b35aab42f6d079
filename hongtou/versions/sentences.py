"""A policy's YAML as lines for git: a sentence per line, each behind the id it belongs to, and no numbers of places.

git compares lines; with the id on each, a unit that changes hands is shown under its own task, and a task that moves
is the same lines in another place. Every value of the file is on some line, so that a comparison hides nothing.
The words are fixed Chinese, whatever the language of messages, so that the same file always gives the same lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_HEADED = frozenset({"sections", "measures", "tasks", "attachments", "units", "sets", "rules"})
"""The lists whose entries begin with a heading line ■ id 名称."""
_NAMES = ("heading", "name", "title")
_UNITS = frozenset({"units", "recipients", "copies_to", "members", "by"})
"""The keys that hold lists of units, one per line."""
_ROLES = {
    "lead": "牵头单位", "responsible": "责任单位", "support": "配合单位", "participate": "参与单位",
    "guide": "指导单位", "implement": "落实单位", "jointly": "会同单位", "assess": "考核单位",
    "coordinate": "统筹协调单位", "unspecified": "有关单位",
}  # fmt: skip
_LISTS = {"recipients": "主送", "copies_to": "抄送", "members": "成员", "by": "报送单位"}
_TEXTS = frozenset({"text", "preamble", "closing"})
_COMMENT = re.compile(r"(?:^|(?<=\s))#.*$", re.MULTILINE)
_OTHER = re.compile(r"[-+.\d][-+.\deE]*|null|true|false|\{\}|\[\]|")
"""A text that would be read as a number, a date or another value if it stood without quotes."""
_FEW = 1_000
_FIRST = "（组首）"
"""Behind the first unit of a group that the file writes as a list of its own."""


def sentences(data: object, text: str = "") -> Iterator[str]:
    """Yield the lines of a file that was read as ``data``; the comments of its ``text`` come last."""
    yield from _value("", "", data)
    yield from _comments(text, data)


def _comments(text: str, data: object) -> Iterator[str]:
    """Yield what looks like a comment; with very many, those too that are part of a value, which only shows them twice."""
    found = _COMMENT.findall(text)
    shown = "\n".join(scalars(data)) if len(found) <= _FEW else ""
    yield from (comment for comment in found if comment not in shown)


def _value(own: str, key: str, value: Any) -> Iterator[str]:
    """Yield the lines of ``value``, which stands under ``key`` of the thing with the id ``own``."""
    if isinstance(value, dict) and value:
        yield from _mapping(own, key, value)
    elif isinstance(value, list) and value:
        yield from _list(own, key, value)
    else:
        label = "" if key in _TEXTS and own and value else f"{key}: "
        yield from _lines(own, label + _written(value))


def _mapping(own: str, key: str, value: dict[Any, Any]) -> Iterator[str]:
    for inner, content in value.items():
        yield from _value(own, f"{key}.{inner}" if key else str(inner), content)


def _list(own: str, key: str, entries: list[Any]) -> Iterator[str]:
    last = key.rpartition(".")[2]
    if last == "assignments" and all(isinstance(entry, dict) for entry in entries):
        for entry in entries:
            yield from _assignment(own, entry)
    elif last in _UNITS and _plain(entries):
        yield from _units(own, _LISTS.get(last, key), entries)
    elif last == "rows":
        for entry in entries:
            yield from _lines(own, f"{key}: {_row(entry)}")
    elif _plain(entries):
        label = "" if last == "text" and own else f"{key}: "
        yield from _texts(own, label, entries)
    else:
        for entry in entries:
            yield from _entry(own, key, entry)


def _plain(entries: list[Any]) -> bool:
    """Whether there are only scalars in a list, or in the lists in it."""
    inner = [one for entry in entries for one in (entry if isinstance(entry, list) else [entry])]
    return not any(isinstance(one, dict | list) for one in inner)


def _texts(own: str, label: str, entries: list[Any]) -> Iterator[str]:
    """Yield sentences; ¶ stands before the first of each paragraph where the file has several."""
    for entry in entries:
        if not isinstance(entry, list):
            yield from _lines(own, label + _written(entry))
        elif not entry:
            yield from _lines(own, f"{label}¶")
        for number, sentence in enumerate(entry if isinstance(entry, list) else []):
            yield from _lines(own, label + ("" if number else "¶ ") + _written(sentence))


def _units(own: str, label: str, entries: list[Any]) -> Iterator[str]:
    for entry in entries:
        if not isinstance(entry, list):
            yield from _lines(own, f"{label} @ {_written(entry)}")
        elif not entry:
            yield from _lines(own, f"{label} @ {_FIRST}")
        for number, unit in enumerate(entry if isinstance(entry, list) else []):
            yield from _lines(own, f"{label} @ {_written(unit)}{'' if number else _FIRST}")


def _assignment(own: str, entry: dict[str, Any]) -> Iterator[str]:
    """Yield the units of one role, then what else is said of them; a role that is none of ours is shown as it is."""
    role = entry.get("role", "responsible")
    known = isinstance(role, str) and role in _ROLES
    label = _ROLES[role] if known else "责任单位"
    for key, value in entry.items():
        if key == "units" and isinstance(value, list) and value and _plain(value):
            yield from _units(own, label, value)
        elif key != "role" or not known or not entry.get("units"):
            yield from _value(own, f"{label} {key}", value)


def _entry(own: str, key: str, entry: Any) -> Iterator[str]:
    """Yield the lines of one entry of a list: under its own id where it has one, else on one line."""
    name = _id(entry)
    if not name:
        yield from _lines(own, f"{key}: {_inline(entry)}")
        return
    last = key.rpartition(".")[2]
    titled = ""
    if last in _HEADED:
        titled = _titled(entry)
        yield f"■ {name} {entry[titled]}" if titled else f"■ {name}"
    elif last != "items":
        name = f"{own}/{name}" if own else name
    for inner, value in entry.items():
        if inner not in ("id", titled) and not (inner == "name" and not entry.get("id")):
            yield from _value(name, str(inner), value)


def _titled(entry: dict[str, Any]) -> str:
    """Return the key of the words that stand behind the id in a heading line, empty where there are none."""
    if not entry.get("id"):
        return ""
    found = (key for key in _NAMES if isinstance(entry.get(key), str) and "\n" not in entry[key])
    return next(found, "")


def _id(entry: Any) -> str:
    """Return the id of an entry, or the name of one that goes by its name; empty where it has neither."""
    found = (entry.get("id") or entry.get("name")) if isinstance(entry, dict) else ""
    return found if isinstance(found, str) and "\n" not in found else ""


def _row(entry: Any) -> str:
    return " | ".join(_inline(cell) for cell in entry) if isinstance(entry, list) else _inline(entry)


def _inline(value: Any) -> str:
    """Return ``value`` on one line, as YAML writes it between brackets."""
    if isinstance(value, dict) and value:
        return "{" + ", ".join(f"{key}: {_inline(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list) and value:
        return "[" + ", ".join(_inline(inner) for inner in value) + "]"
    return _written(value)


def _written(value: Any) -> str:
    """Return a value as text; a text that looks like another value stands in quotes, as in the file."""
    if isinstance(value, str):
        return f'"{value}"' if _OTHER.fullmatch(value) else value
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def _lines(own: str, text: str) -> Iterator[str]:
    for line in text.split("\n"):
        yield f"[{own}] {line}" if own else line


def scalars(value: Any) -> Iterator[str]:
    """Yield every key and value below ``value`` as text."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from scalars(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from scalars(inner)
    else:
        yield str(value)
