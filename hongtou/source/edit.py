"""Changing words of a YAML file where they stand: characters of one scalar, and nothing else of the file.

What a scalar says is found again in how it is written, character by character, so that quotes, comments and line ends
stay. What is spread over several lines is left alone: there a character has no one place. Words that another key
must repeat, letter by letter, change with the text they are copied from.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hongtou.source.check import Location
from hongtou.source.nodes import Data, read

_PROPERTIES = re.compile(r"(?:[&!]\S*[ \t]+)+")
_TOKENS = {
    "'": re.compile("''|[^']"),
    '"': re.compile(r"\\x[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8}|\\.|[^\\]"),
}
_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029\ufeff]")
"""What no change may bring into a text: control characters, and what YAML takes for the end of a line."""

_TEXTS = ("name", "heading", "text", "items", "closing", "group", "attributes", "preamble", "sections")
"""The keys of a row, node or paper whose words other keys of it repeat, in the order of the paper."""
_INNER = ("heading", "text", "items", "closing", "measures")
"""The same of the nodes in it."""
_REPEATING = frozenset({"printed", "covers", "short"})
_HANGING = frozenset({"targets", "deadlines", "assignments", "declarations", "contacts", "basis", "reports"})
"""The keys below which words are repeated of what they hang on."""


@dataclass(frozen=True, order=True)
class Change:
    """Characters ``start`` to ``end`` of a text become ``new``."""

    start: int
    end: int
    new: str

    def meets(self, other: Change) -> bool:
        """Whether the two cannot both be made: they touch the same characters and do not do the same."""
        if self == other:
            return False
        if self.start == self.end or other.start == other.end:
            return self.start <= other.end and other.start <= self.end
        return self.start < other.end and other.start < self.end


Scalar = tuple[str, Location]
"""A text of a policy: the name of the file, and the path in it."""
Changes = defaultdict[Scalar, set[Change]]


def replaced(text: str, changes: Iterable[Change]) -> str:
    """Return ``text`` with ``changes`` made; they do not meet."""
    parts: list[str] = []
    done = 0
    for change in sorted(changes):
        parts += text[done : change.start], change.new
        done = change.end
    return "".join(parts) + text[done:]


def differences(old: str, new: str) -> tuple[Change, ...]:
    """Return the fewest changes that make ``new`` of ``old``."""
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return tuple(Change(a, b, new[c:d]) for kind, a, b, c, d in codes if kind != "equal")


def moved(changes: Iterable[Change], start: int, end: int) -> tuple[int, int]:
    """Return where the characters ``start`` to ``end`` of a text stand once ``changes`` are made.

    What is put in right before or right behind them does not belong to them; a change that only part of them is in does.
    """
    first, last = start, end
    for change in changes:
        longer = len(change.new) - (change.end - change.start)
        if change.end <= start:
            first += longer
        elif change.start < start:
            first -= start - change.start
        if change.end <= end and change.start < end:
            last += longer
        elif change.start < end:
            last += change.start + len(change.new) - end
    return first, last


def scalar_at(root: Node | None, path: Location) -> ScalarNode | None:
    """Return the scalar that ``path`` leads to, None where there is no such one."""
    node = root
    for step in path:
        if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        elif isinstance(node, MappingNode):
            node = next((value for key, value in node.value if getattr(key, "value", None) == step), None)
        else:
            return None
    return node if isinstance(node, ScalarNode) else None


def path_at(root: Node | None, line: int) -> Location:
    """Return the path to what stands on ``line``, counted from 0."""
    path: list[int | str] = []
    node = root
    while (child := _child_at(node, line)) is not None:
        step, node = child
        path.append(step)
    return tuple(path)


def _child_at(node: Node | None, line: int) -> tuple[int | str, Node] | None:
    """Return the last child of ``node`` that begins on ``line`` or above."""
    children: list[tuple[int | str, Node, int]] = []
    if isinstance(node, SequenceNode):
        children = [(n, child, child.start_mark.line) for n, child in enumerate(node.value)]
    elif isinstance(node, MappingNode):
        children = [(key.value, value, key.start_mark.line) for key, value in node.value]
    begun = [(step, child) for step, child, start in children if start <= line]
    return begun[-1] if begun else None


def value_at(data: Data, path: Location) -> Data:
    """Return what ``path`` leads to, None where there is nothing."""
    value: Any = data
    for step in path:
        try:
            value = value[step]
        except (KeyError, IndexError, TypeError):
            return None
    return value


def with_values(data: Data, values: Mapping[Location, str]) -> Data:
    """Return ``data`` with other ``values`` at their paths, to hold a changed file against."""
    for path, value in values.items():
        data = _with_value(data, path, value)
    return data


def _with_value(data: Any, path: Location, value: str) -> Data:
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = _with_value(data[path[0]], path[1:], value)
    return copy


def edit(text: str, node: ScalarNode, changes: Sequence[Change]) -> Change | None:
    """Return the change of the file ``text`` that makes ``changes`` in the value of ``node``.

    None where it cannot be made in place: the value goes over several lines, or the change would bring a line break in.
    A plain text that would not be read as the same text any more is put in quotes.
    """
    # The parser counts characters, but not a byte order mark at the beginning.
    shift = text.startswith("\ufeff")
    begin, end = node.start_mark.index + shift, node.end_mark.index + shift
    if properties := _PROPERTIES.match(text, begin, end):
        begin = properties.end()
    raw = text[begin:end]
    cuts = _cuts(raw, node.value, node.style)
    if cuts is None or any(_BREAKS.search(change.new) or change.end >= len(cuts) for change in changes):
        return None
    new = (
        replaced(raw, (Change(cuts[c.start], cuts[c.end], _written(c.new, node.style)) for c in changes))
        if node.style
        else _plain(raw, replaced(raw, changes))
    )
    if new is None or (node.style in ("|", ">") and not _begins(replaced(node.value, changes))):
        return None
    return Change(begin, end, new)


def _cuts(raw: str, value: str, style: str | None) -> Sequence[int] | None:
    """Return where in ``raw`` each character of ``value`` begins, and where the last one ends."""
    if style in ("|", ">"):
        return _in_block(raw, value.rstrip("\n"))
    if not style:
        readable = _reads(raw) or _reads(raw, in_brackets=True)
        return range(len(value) + 1) if raw == value and readable else None
    cuts = [1]
    for token, char in zip(_TOKENS[style].finditer(raw, 1, len(raw) - 1), value, strict=False):
        if token.start() != cuts[-1] or (len(token[0]) == 1 and token[0] != char):
            return None
        cuts.append(token.end())
    return cuts if cuts[-1] == len(raw) - 1 and len(cuts) == len(value) + 1 else None


def _in_block(raw: str, value: str) -> Sequence[int] | None:
    """Return the cuts of a block that has one line of text."""
    head, *lines = raw.splitlines(keepends=True)
    filled = [line for line in lines if line.strip()]
    if len(filled) != 1 or not _begins(value):
        return None
    line = filled[0].rstrip("\r\n\x85\u2028\u2029")
    if line.strip(" ") != value.strip(" ") or not line.endswith(value):
        return None
    begin = len(head) + sum(len(line) for line in lines[: lines.index(filled[0])]) + len(line) - len(value)
    return range(begin, begin + len(value) + 1)


def _begins(value: str) -> bool:
    """Whether ``value`` begins with a character by which the indentation of a block is known."""
    return bool(value) and not value[0].isspace()


def _written(words: str, style: str | None) -> str:
    if style == "'":
        return words.replace("'", "''")
    return words.replace("\\", "\\\\").replace('"', '\\"') if style == '"' else words


def _plain(old: str, new: str) -> str:
    """Return ``new`` as it can stand in place of the plain text ``old``: in quotes where it must."""
    if all(_reads(new, in_brackets=way) or not _reads(old, in_brackets=way) for way in (False, True)):
        return new
    style = "'" if '"' in new or "\\" in new else '"'
    return f"{style}{_written(new, style)}{style}"


def _reads(raw: str, *, in_brackets: bool = False) -> bool:
    """Whether ``raw`` is read as the text that it is, as an entry of a list."""
    source = read(f"[{raw}]\n" if in_brackets else f"- {raw}\n", "")
    return not source.findings and source.data == [raw]


class Copies:
    """The words in a policy's files that repeat what stands elsewhere in the same file, or it could not be loaded."""

    def __init__(self, data: Mapping[str, Data]) -> None:
        self.data = data
        self.of: dict[Scalar, list[Scalar]] = defaultdict(list)
        for name in ("notice", "tasks"):
            for holder, path in _repeated(data[name], ()):
                self.of[name, holder].append((name, path))

    def text(self, scalar: Scalar) -> str:
        """Return what ``scalar`` says."""
        return str(value_at(self.data[scalar[0]], scalar[1]))

    def follow(self, changes: Changes) -> None:
        """Add to ``changes`` those of the copies, where the words would not be found any more."""
        for scalar in [scalar for scalar in changes if scalar[1][-1:] == ("title",)]:
            self._twin(scalar, changes)
        for scalar in [scalar for scalar in changes if scalar[1][-1:] == ("title",)]:
            self._lines(scalar, changes)
        holders = {
            (name, path[:end]): None
            for name, path in changes
            for end, step in enumerate(path)
            if step in _TEXTS
        }
        for holder in holders:
            if holder in self.of:
                self._words(holder, changes)

    def _words(self, holder: Scalar, changes: Changes) -> None:
        text = ""
        made: list[Change] = []
        for path, words in _texts(value_at(self.data[holder[0]], holder[1]), holder[1], _TEXTS):
            for change in changes.get((holder[0], path), ()):
                made.append(Change(len(text) + change.start, len(text) + change.end, change.new))
            text += words
        after = replaced(text, made)
        for copy in self.of[holder]:
            words = self.text(copy)
            at = text.find(words)
            if at >= 0 and words not in after and copy not in changes:
                start, end = moved(made, at, at + len(words))
                changes[copy].update(differences(words, after[start:end]))

    def _twin(self, scalar: Scalar, changes: Changes) -> None:
        """Let the title of an attachment and that of the paper in it change together."""
        name, path = scalar
        inner = (*path[:-1], "document", "title")
        outer = (*path[:-2], "title") if path[-2:-1] == ("document",) else inner
        for other in (inner, outer):
            if value_at(self.data[name], other) == self.text(scalar):
                changes[name, other].update(changes[scalar])

    def _lines(self, scalar: Scalar, changes: Changes) -> None:
        """Let the lines of a title change with it."""
        name, path = scalar
        title = self.text(scalar)
        made = changes[scalar]
        after = replaced(title, made)
        lines = value_at(self.data[name], (*path[:-1], "title_lines"))
        at = begun = 0
        for number, line in enumerate(lines if isinstance(lines, list) else ()):
            found = title.find(line, at)
            if found < 0:
                return
            start, end = moved(made, found, found + len(line))
            # What is put in where a line ends begins the next one.
            start = begun if found == at else start
            at, begun = found + len(line), end
            if after[start:end] != line:
                changes[name, (*path[:-1], "title_lines", number)].update(differences(line, after[start:end]))


def _repeated(data: Data, at: Location) -> Iterator[tuple[Location, Location]]:
    """Yield what words that are repeated hang on, and where they are repeated."""
    if isinstance(data, list):
        for number, entry in enumerate(data):
            yield from _repeated(entry, (*at, number))
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _repeated(value, (*at, key))
    elif isinstance(data, str) and at[-1] in _REPEATING and at[-3:-2] + at[-1:] != ("assignments", "printed"):
        for number, step in enumerate(at):
            if step in _HANGING:
                yield at[:number], at


def _texts(data: Data, at: Location, keys: Iterable[str]) -> Iterator[tuple[Location, str]]:
    """Yield the texts below ``data`` with their paths, in the order of the paper."""
    if isinstance(data, str):
        yield at, data
    elif isinstance(data, list):
        for number, entry in enumerate(data):
            yield from _texts(entry, (*at, number), _INNER)
    elif isinstance(data, dict):
        for key in data if at[-1:] == ("attributes",) else keys:
            yield from _texts(data.get(key), (*at, key), _INNER)
