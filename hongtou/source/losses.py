"""What YAML does to a text in silence: a line break becomes a blank, and “ #” takes the rest of the line away.

Both are errors here. Chinese is written without blanks, and a sentence that is cut off prints as half a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_WIDE = re.compile("[\u2014\u2018-\u201d\u2026\u3000-\u303f\u3400-\u9fff\uff01-\uff65]")
"""A Han character or a mark that is as wide as one."""
_SENTENCES = frozenset({"text", "preamble", "closing"})
"""The keys that hold sentences: each ends with a closing mark, so that a comment behind one cannot be meant as text."""
_HEADS = frozenset({"heading", "title", "note"})
"""The keys that hold a text with no closing mark: only “ #” with nothing after it is taken for text."""
_ENDINGS = tuple("。！？：；…”’）")
_MAYBE = re.compile(r"^ *(?:(?:- +)+(?![A-Za-z_]+:)|(?:- +)?(?:heading|title|note):).*?[ \t]#", re.MULTILINE)


def fold(lines: Sequence[str]) -> tuple[str, str] | None:
    """Return the characters around the first blank that joining ``lines`` of a text puts beside a Han character."""
    for line, following in pairwise(lines):
        before, after = line.rstrip(" \t")[-1:], following.lstrip(" \t")[:1]
        if before and after and before != "\\" and (_WIDE.match(before) or _WIDE.match(after)):
            return before, after
    return None


def cut_off(lines: Sequence[str], root: Node | None) -> Iterator[tuple[Node, str]]:
    """Yield every text in ``root`` that a “ #” ends before its time, with what was cut off."""
    for node, sentence in _texts(root, set()):
        line = lines[node.end_mark.line] if node.end_mark.line < len(lines) else ""
        rest = line[node.end_mark.column :]
        if node.style or not _WIDE.search(node.value) or not rest.lstrip(" \t").startswith("#"):
            continue
        if not node.value.endswith(_ENDINGS) if sentence else re.match(r" #[^\s#]", rest):
            yield node, rest.strip()


def may_be_cut_off(text: str) -> bool:
    """Whether a line that may hold a sentence or heading has a “ #”; asked first, because nodes cost time."""
    return _MAYBE.search(text) is not None


def _texts(node: Node | None, seen: set[int]) -> Iterator[tuple[ScalarNode, bool]]:
    """Yield the sentences (True) and headings (False) below ``node``, each once; cells of free tables are neither."""
    if node is None or id(node) in seen:
        return
    seen.add(id(node))
    if isinstance(node, SequenceNode):
        for entry in node.value:
            yield from _texts(entry, seen)
    elif isinstance(node, MappingNode):
        for key, value in node.value:
            name = key.value if isinstance(key, ScalarNode) else ""
            if isinstance(value, ScalarNode) and name in _HEADS:
                yield value, False
            elif isinstance(value, SequenceNode) and name in _SENTENCES:
                yield from ((scalar, True) for scalar in _scalars(value))
            elif name != "grid":
                yield from _texts(value, seen)


def _scalars(node: SequenceNode) -> Iterator[ScalarNode]:
    for entry in node.value:
        if isinstance(entry, ScalarNode):
            yield entry
        elif isinstance(entry, SequenceNode):
            yield from (inner for inner in entry.value if isinstance(inner, ScalarNode))
