"""The text of a paper as blocks: preamble, sections, measures and their items, with computed numbers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hongtou.documents.blocks import Paragraph, Span, plain
from hongtou.model.base import paragraphs
from hongtou.model.notice import Item, Node, Paper
from hongtou.numerals import item_label
from hongtou.outline import outline

BODY = "BodyText"
_DEEPEST_STYLE = 4


def body_blocks(paper: Paper) -> tuple[Paragraph, ...]:
    """Return the paragraphs of ``paper`` from the preamble to the closing text."""
    found = [plain(BODY, text, "preamble") for text in paragraphs(paper.preamble)]
    for part in outline(paper):
        found += _node(part.node, part.label, part.level)
    found += [plain(BODY, text, "closing") for text in paragraphs(paper.closing)]
    return tuple(found)


def keep_last(blocks: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """Return ``blocks`` with the last one keeping to what follows, so that no signature stands alone."""
    if blocks and blocks[-1].style == BODY:
        return (*blocks[:-1], replace(blocks[-1], style="BodyTextLast"))
    return blocks


def _node(node: Node, label: str, level: int) -> Iterator[Paragraph]:
    """Yield heading, text with its items, and closing text of one node, without the measures under it."""
    style = min(level, _DEEPEST_STYLE)
    first, *rest = [*paragraphs(node.text)] or [""]
    run_text = first + "".join(_item(number, item) for number, item in enumerate(node.items, 1))
    if node.heading and (node.run_in or not run_text) and run_text:
        spans = Span(label + node.heading, f"Heading{style}Char"), Span(run_text)
        yield Paragraph(BODY, spans, f"{node.id}.first")
    elif node.heading:
        yield plain(f"Heading{style}", label + node.heading, f"{node.id}.heading")
        if run_text:
            yield plain(BODY, run_text, f"{node.id}.first")
    elif label or run_text:
        yield plain(BODY, label + run_text, f"{node.id}.first")
    for text in rest:
        yield plain(BODY, text, f"{node.id}.text")
    for text in paragraphs(node.closing):
        yield plain(BODY, text, f"{node.id}.closing")


def _item(number: int, item: Item) -> str:
    return item_label(number) + "".join(paragraphs(item.text))
