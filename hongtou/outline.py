"""The numbered parts of a paper in their order, with the labels 一、（一）1. that their places give them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hongtou.model.notice import Node, Numbering, Paper
from hongtou.numerals import level_label


@dataclass(frozen=True)
class Numbered:
    """A section or measure at its ``level`` (1 for sections), and its computed or printed ``label``."""

    node: Node
    level: int
    label: str


def outline(paper: Paper) -> Iterator[Numbered]:
    """Yield the sections of ``paper`` and, after each, what is under it."""
    return _Counter(paper.numbering).walk(paper.sections, 1)


class _Counter:
    """Counts nodes level by level; the levels of ``numbering.continuous`` count on across their parents."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._continued: dict[int, int] = {}

    def walk(self, nodes: tuple[Node, ...], level: int) -> Iterator[Numbered]:
        """Yield ``nodes``, all of ``level``, each followed by its measures."""
        count = self._continued.get(level, 0) if level in self._numbering.continuous else 0
        for node in nodes:
            count += not node.unnumbered
            yield Numbered(node, level, self._label(node, level, count))
            yield from self.walk(node.measures, level + 1)
        self._continued[level] = count

    def _label(self, node: Node, level: int, count: int) -> str:
        if node.unnumbered:
            return ""
        if node.number is not None:
            return node.number
        levels = self._numbering.levels
        return level_label(levels[min(level, len(levels)) - 1], count)
