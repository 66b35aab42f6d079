"""From what a rule has found to a finding: file, line and column, to the character where the file shows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ruamel.yaml.nodes import Node, ScalarNode

from hongtou.findings import Finding
from hongtou.rules.hit import Hit, Place, Span
from hongtou.rules.rule import Rule
from hongtou.rules.script import Script
from hongtou.source.check import key_at, node_at
from hongtou.source.nodes import Source
from hongtou.source.positions import place_of, positions

Ends = tuple[tuple[int, int], tuple[int, int]]
"""Line and column of the first character, and of the one behind the last; both from 1."""


@dataclass(frozen=True)
class Located:
    """A finding with the hit it comes from; None for one that no rule has made."""

    finding: Finding
    hit: Hit | None
    begins: int = 0
    """The line on which the text begins that the finding stands in, where it goes over several."""


def locate(rule: Rule, hit: Hit, sources: Mapping[str, Source], script: Script | None) -> Located:
    """Return ``hit`` of ``rule`` as a finding in one of ``sources``, or in the paper that its place names."""
    offset = -1
    at = hit.at
    if isinstance(at, Span):
        assert script is not None
        at, offset, _inside = script.place(at)
    severity = rule.severity if rule.fixed_severity else hit.severity or rule.severity
    source = sources.get(at.file)
    start, end = ends(source, at, offset) if source is not None else ((0, 0), (0, 0))
    path = source.path if source is not None else at.file
    message, hint = nested(hit.message), nested(hit.hint)
    finding = Finding(
        path, *start, message, hint, rule.id, severity, end, at.item, rule.clause, hit.fix is not None
    )  # fmt: skip
    node = _node(source, at) if source is not None and at.file != "text" else None
    return Located(finding, hit, node.start_mark.line + 1 if node is not None else 0)


def nested(text: str) -> str:
    """Return a message whose words in “” may have “” themselves, with ‘’ for those inside."""
    depth = 0
    signs = []
    for sign in text:
        depth -= sign == "”"
        signs.append({"“": "‘", "”": "’"}.get(sign, sign) if depth > 0 else sign)
        depth += sign == "“"
    return "".join(signs) if depth == 0 else text


def ends(source: Source, at: Place, offset: int = -1) -> Ends:
    """Return where the words of ``at`` begin and end in its file; ``offset`` is where they stand in their text."""
    if at.file == "text":
        line = int(at.path[0])
        return (line, offset + 1), (line, offset + 1 + len(at.words))
    node = _node(source, at)
    return _in_scalar(source, node, at.words, offset) if node is not None else ((0, 0), (0, 0))


def _node(source: Source, at: Place) -> Node | None:
    """Return the node that a place shows: a text, or the key before a mapping or list."""
    node = node_at(source.root, at.path)
    if node is None or isinstance(node, ScalarNode):
        return node
    found = key_at(source.root, at.path)
    return found if isinstance(found, ScalarNode) else node


def _in_scalar(source: Source, node: Node, words: str, offset: int) -> Ends:
    line, column = node.start_mark.line, node.start_mark.column
    end = (node.end_mark.line + 1, node.end_mark.column + 1) if isinstance(node, ScalarNode) else (0, 0)
    if words and isinstance(node, ScalarNode):
        start = offset if offset >= 0 else node.value.find(words)
        if node.value[start : start + len(words)] == words and (at := positions(source.text, node)):
            return place_of(source.text, node, at[start]), place_of(
                source.text, node, at[start + len(words) - 1] + 1
            )
    return (line + 1, column + 1), end
