"""The layout of ``progress.yaml`` 版式: sections at the margin, a chapter per unit two blanks in, and rewriting one of them."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from hongtou.source.nodes import read
from hongtou.tracking.yaml_text import block

_KEY = r"(?:\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\n]|'')*'|[^\s#\"'\-:][^:\n]*):(?=\s|$)"
_SECTION = re.compile(rf"^{_KEY}", re.MULTILINE)
_CHAPTER = re.compile(rf"^  ({_KEY})[^\n]*$", re.MULTILINE)
_ORDER = ("requirements", "ledger", "units")
"""The sections that are written here, in their order; others stay in front."""
_REGULAR = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n| {4,}[^\n]*\n)*", re.MULTILINE)
"""What stands below the key of a chapter: lines further in, comments, empty lines."""
_HEAD = re.compile(r"units:[ \t]*(?:#[^\n]*)?(?:\n|\Z)")
_UNITS = re.compile(r"^units:(?:[ \t]*(?:\{\}|null|~))?", re.MULTILINE)
"""The key with nothing below it, however that is written."""
_NOTHING = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
"""What may stand in front of the first chapter."""


class Layout:
    """The text of the file as a head and sections by name."""

    def __init__(self, head: str, sections: dict[str, str]) -> None:
        self._head = head
        self._sections = sections

    def section(self, name: str) -> str:
        """Return the text of a section with its key, empty where there is none."""
        return self._sections.get(name, "")

    def put(self, name: str, text: str) -> None:
        """Set the text of a section; an empty one is left out."""
        if not text:
            self._sections.pop(name, None)
            return
        if name not in self._sections:
            later = _ORDER[_ORDER.index(name) + 1 :]
            moved = {key: self._sections.pop(key) for key in later if key in self._sections}
            self._sections.update({name: text}, **moved)
        self._sections[name] = text

    def text_with(self, name: str, more: str) -> str:
        """Return the whole text with ``more`` at the end of the section ``name``."""
        pieces = (text + more if key == name else text for key, text in self._sections.items())
        return self._head + "".join(pieces)


def taken_apart(text: str) -> tuple[Layout, dict[str, str]]:
    """Return the layout of ``text`` and the chapters of its section ``units:`` by unit.

    Comments above a chapter belong to the one before. Nothing of the chapters is copied twice: they are nearly all of a large file.
    """
    spans = _spans(text)
    found: dict[str, str] = {}
    if "units" in spans:
        begin, end = spans["units"]
        starts = [(_name(match[1]), match.start()) for match in _CHAPTER.finditer(text, begin, end)]
        bounds = [*(at for _unit, at in starts), end]
        found = {unit: _closed(text[bounds[n] : bounds[n + 1]]) for n, (unit, _at) in enumerate(starts)}
        spans["units"] = begin, bounds[0]
    head = min((begin for begin, _end in spans.values()), default=len(text))
    sections = {name: _closed(text[begin:end]) for name, (begin, end) in spans.items()}
    return Layout(text[:head], sections), found


def _spans(text: str) -> dict[str, tuple[int, int]]:
    """Return where each section begins, with the comment right above it, and ends; of two with one name the last."""
    starts = [(_name(match[0]), _with_comment(text, match.start())) for match in _SECTION.finditer(text)]
    ends = [*(at for _key, at in starts[1:]), *([len(text)] if starts else [])]
    return {key: (at, end) for (key, at), end in zip(starts, ends, strict=True)}


def _with_comment(text: str, at: int) -> int:
    """Return where the comment begins that stands right above ``at``."""
    while at and text.startswith("#", before := text.rfind("\n", 0, at - 1) + 1):
        at = before
    return at


def _closed(piece: str) -> str:
    return piece if piece.endswith("\n") else f"{piece}\n"


def _name(key: str) -> str:
    """Return the name that ``key``, with its colon, stands for."""
    key = key[:-1]
    return str(read(f"- {key}\n", "").data[0]) if key[0] in "\"'" else key.rstrip()  # type: ignore[index]


def laid_out(text: str) -> str | None:
    """Return ``text`` in the layout that :func:`taken_apart` reads, comments kept.

    None where it is not YAML, or says a thing twice.
    """
    text = _UNITS.sub("units:", text)
    if _says_twice(text):
        return None
    if _is_regular(text):
        return text
    try:
        data = _keeper().load(text)
    except YAMLError:
        return None
    if not isinstance(data, dict):
        return None
    for level in (data, data.get("units"), *_entries(data.get("units"))):
        if isinstance(level, CommentedMap) and level:
            level.fa.set_block_style()
    again = _dumped(data)
    return again if _is_regular(again) else None


def _entries(units: object) -> Iterable[object]:
    return units.values() if isinstance(units, dict) else ()


def _says_twice(text: str) -> bool:
    begin, end = _spans(text).get("units", (0, 0))
    sections = [match[0] for match in _SECTION.finditer(text)]
    units = [match[1] for match in _CHAPTER.finditer(text, begin, end)]
    return any(len({_name(key) for key in keys}) < len(keys) for keys in (sections, units))


def _is_regular(text: str) -> bool:
    """Whether chapters can be told by their indentation."""
    if "units" not in (spans := _spans(text)):
        return True
    begin, end = spans["units"]
    comment = cast("re.Match[str]", _NOTHING.match(text, begin, end)).end()
    head = _HEAD.match(text, comment, end)
    if head is None:
        return False
    at = cast("re.Match[str]", _NOTHING.match(text, head.end(), end)).end()
    while at < end:
        match = _CHAPTER.match(text, at, end)
        if match is None:
            return False
        at = cast("re.Match[str]", _REGULAR.match(text, match.end() + 1, end)).end()
    return True


def rewritten(old: str, data: Mapping[str, Any], depth: int) -> str:
    """Return a section or chapter with ``data``: its keys in their old order, its comments where they stood."""
    if not old:
        return block(data, depth)
    if "#" in old:
        margin = "  " * depth
        lines = "".join(line.removeprefix(margin) for line in old.splitlines(keepends=True))
        kept = _keeper().load(lines)
        _update(kept, data)
        return "".join(
            f"{margin}{line}" if line.strip() else line for line in _dumped(kept).splitlines(keepends=True)
        )
    return block(_ordered(data, read(old, "").data), depth)


def _ordered(new: Any, old: Any) -> Any:
    """Return ``new`` with its keys in the order they have in ``old``, other keys behind them."""
    if not isinstance(new, Mapping) or not isinstance(old, Mapping):
        return new
    keys = [*(key for key in old if key in new), *(key for key in new if key not in old)]
    return {key: _ordered(new[key], old.get(key)) for key in keys}


def _update(kept: Any, data: Mapping[str, Any]) -> None:
    """Make ``kept``, which has comments, say what ``data`` says; what is equal is not touched."""
    for key in [key for key in kept if key not in data]:
        del kept[key]
    for key, value in data.items():
        if isinstance(value, Mapping) and isinstance(kept.get(key), dict) and value:
            _update(kept[key], value)
        elif isinstance(kept.get(key), list) and kept[key] == _plain(value)[: len(kept[key])]:
            kept[key].extend(_plain(value)[len(kept[key]) :])
        elif key not in kept or kept[key] != _plain(value):
            kept[key] = _plain(value)


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return str(value) if isinstance(value, str) else value


def _keeper() -> YAML:
    yaml = YAML()
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _dumped(data: Any) -> str:
    stream = io.StringIO()
    _keeper().dump(data, stream)
    return stream.getvalue()
