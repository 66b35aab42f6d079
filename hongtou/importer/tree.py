"""The numbered parts of a text 层次: lines with labels become a tree, the lines below them its paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.labels import Label, read_label
from hongtou.importer.lists import lists
from hongtou.importer.raw import RawNode, walk
from hongtou.importer.words import NOTHING, Words, joined

_HEADING = 45
"""Characters of the longest heading; a longer first sentence is text."""
_ALONE = 24
"""Characters of a heading that ends in a stop and has nothing behind it on its line."""
_SKELETON = re.compile(
    "(?:总体要求|指导思想|基本原则|工作原则|工作目标|总体目标|主要目标|发展目标|目标任务|主要任务|重点任务|工作任务|实施步骤|工作步骤|保障措施|工作要求|组织领导|组织实施)"
    "(?=以习|以邓|全面|深入|认真|坚持|贯彻|按照|围绕|通过|根据|到20|各|一是|为)"
)
"""Headings that stand glued to their text where line breaks were lost."""
_FIGURES = ("1.", "1．", "1、")
"""Labels that papers take for each other."""
_LIST = re.compile(
    "(?:责任单位|责任部门|牵头单位)：|（(?:[^（）]++|（[^（）]*+）)*+）。?$|［[^［］]*+］。?$|【[^【】]*+】。?$"
)
"""What stands behind a sentence and is about it: the sentence is no heading."""


def tree(lines: Sequence[Words]) -> tuple[list[Words], list[RawNode], list[Words]]:
    """Return the paragraphs before the first label, the nodes, and the paragraphs that close the text."""
    before: list[Words] = []
    roots: list[RawNode] = []
    stack: list[RawNode] = []
    for words in lines:
        label = read_label(words.text)
        if label is None or label.length == len(words):
            _append(stack[-1].paragraphs if stack else before, words)
            continue
        node = _node(words, label)
        depth = next((n for n, open_ in enumerate(stack) if open_.label.pattern == label.pattern), None)
        if depth is None:
            depth = _beside(stack, label) if label.pattern in _FIGURES else len(stack)
        del stack[depth:]
        (stack[-1].children if stack else roots).append(node)
        stack.append(node)
    return before, roots, _closing(roots)


def _append(paragraphs: list[Words], words: Words) -> None:
    """Put a line behind ``paragraphs``; it goes on with one that ends in 、, inside a list."""
    if paragraphs and paragraphs[-1].text.endswith("、"):
        paragraphs[-1] = joined([paragraphs[-1], words])
    else:
        paragraphs.append(words)


def _beside(stack: Sequence[RawNode], label: Label) -> int:
    """Return the level of a label whose kind is not open: a new one, but 2. goes on behind 1、."""
    return next((n for n, one in enumerate(stack) if _precedes(one.label, label)), len(stack))


def _precedes(one: Label, label: Label) -> bool:
    return one.pattern in _FIGURES and one.number == label.number - 1


def settle(roots: Sequence[RawNode]) -> None:
    """Make headings that end in a stop, and have nothing below them, the text that they are; find the lists of units in all."""
    for node in walk(roots):
        if node.heading.text.endswith("。") and not node.paragraphs and not node.children:
            node.heading, node.paragraphs = NOTHING, [node.heading]
        node.headed, node.lists = lists(node.heading), tuple(map(lists, node.paragraphs))


def _node(words: Words, label: Label) -> RawNode:
    """Return the node that a line with ``label`` begins, its heading parted from the text behind it."""
    length = label.length
    while (again := read_label(words.text, length)) is not None and again.pattern == label.pattern:
        # 一、一、 is kept as it is printed, and told as a fault.
        length += again.length
    node = RawNode(label, words.cut(0, length))
    rest = words.cut(length).strip()
    stop = rest.text.find("。") + 1
    if glued := _SKELETON.match(rest.text):
        node.heading, node.paragraphs = rest.cut(0, glued.end()), [rest.cut(glued.end())]
    elif not stop:
        is_heading = 0 < len(rest) <= _HEADING and rest.text[-1] not in "；，：、"
        node.heading, node.paragraphs = (rest, []) if is_heading else (NOTHING, [rest])
    elif stop == len(rest) and stop <= _ALONE:
        node.heading = rest
    elif (
        stop < len(rest)
        and stop <= _HEADING
        and "；" not in rest.text[:stop]
        and not _LIST.match(rest.text[stop:])
    ):
        node.heading, node.run_in, node.paragraphs = rest.cut(0, stop), True, [rest.cut(stop)]
    else:
        node.paragraphs = [rest]
    return node


def _closing(roots: list[RawNode]) -> list[Words]:
    """Take the paragraphs that close the whole text from the last part, which they stand behind.

    They are told by the other parts of its level, which have one paragraph each.
    """
    leaves = [node for node in walk(roots) if not node.children]
    if len(leaves) < 4 or len(leaves[-1].paragraphs) < 2:
        return []
    alike = [len(node.paragraphs) for node in leaves[:-1] if node.label.pattern == leaves[-1].label.pattern]
    if len(alike) < 3 or max(alike) > 1:
        return []
    closing = leaves[-1].paragraphs[1:]
    del leaves[-1].paragraphs[1:]
    return closing
