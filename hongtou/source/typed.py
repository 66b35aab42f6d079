"""Numbers and brackets that gen computes, typed into the text all the same: they would be printed twice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.model.base import Paragraphs, flat
from hongtou.model.notice import Node, Paper
from hongtou.numerals import typed_label
from hongtou.source.check import Location

Fault = tuple[Location, str, str]
"""Where, below the paper; message; hint."""
_ITEM = re.compile("[一二三四五六七八九十]+是")
_BRACKETED = re.compile(r"[（(].*[）)]")


def typed_twice(paper: Paper) -> Iterator[Fault]:
    """Yield every typed label 一、（一）1. 一是 that its place computes too, and a note 附注 in brackets of its own."""
    yield from _labels(paper.sections, 1, paper.numbering.levels, ("sections",))
    if paper.note is not None and _BRACKETED.fullmatch(paper.note):
        message = _("the brackets around the note are printed by gen.")
        yield ("note",), message, _("Write the note without them: {text}").format(text=paper.note[1:-1])


def _labels(nodes: Sequence[Node], level: int, patterns: Sequence[str], at: Location) -> Iterator[Fault]:
    pattern = patterns[min(level, len(patterns)) - 1] if patterns else ""
    for number, node in enumerate(nodes):
        place = (*at, number)
        if not node.unnumbered and node.number is None:
            yield from _label(node, pattern, place)
        for count, item in enumerate(node.items):
            if match := _ITEM.match(flat(item.text)):
                yield (*place, "items", count, "text", 0), *_words(match[0], flat(item.text))
        yield from _labels(node.measures, level + 1, patterns, (*place, "measures"))


def _label(node: Node, pattern: str, place: Location) -> Iterator[Fault]:
    where: Location = ("heading",) if node.heading else ("text", 0)
    text = node.heading or _first(node.text)
    if label := typed_label(pattern, text):
        yield (*place, *where), *_words(label, text)


def _first(text: Paragraphs) -> str:
    first = text[0] if text else ""
    return first if isinstance(first, str) else "".join(first[:1])


def _words(label: str, text: str) -> tuple[str, str]:
    rest = text[len(label) :].strip()
    rest = rest if len(rest) <= 12 else f"{rest[:12]}…"
    message = _("the number “{label}” is computed, and would be printed twice.").format(label=label)
    return message, _("Take the number away: the text begins with “{rest}”.").format(rest=rest)
