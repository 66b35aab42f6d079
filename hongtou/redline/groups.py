"""Rows that a merged cell spans: they stay together, or go and come together."""

from __future__ import annotations

from collections.abc import Sequence

from hongtou.redline.pairs import Pair
from hongtou.redline.word import Element, W


def whole_groups(pairs: Sequence[Pair]) -> list[Pair]:
    """Return ``pairs`` in which no row hangs on one that came or went, and none has other cells than before.

    Such rows go and come whole; of what goes and comes in one place, what goes is first.
    """
    found: list[Pair] = []
    went: list[Pair] = []
    came: list[Pair] = []
    for pair in pairs:
        if _stays(pair) and not ((went or came) and _hangs(pair)):
            found += (*went, *came, pair)
            went, came = [], []
            continue
        went += [Pair(pair.old, None)] if pair.old is not None else []
        came += [Pair(None, pair.new)] if pair.new is not None else []
    return [*found, *went, *came]


def _stays(pair: Pair) -> bool:
    return (
        pair.old is not None and pair.new is not None and shape(pair.old.element) == shape(pair.new.element)
    )


def _hangs(pair: Pair) -> bool:
    """Whether a cell of the row belongs to one above."""
    return pair.new is not None and any(merge == "on" for _span, merge in shape(pair.new.element))


def shape(row: Element) -> list[tuple[str, str]]:
    """Return how the cells of ``row`` reach over others: columns, and ``on`` where one belongs to the cell above."""
    return [(_value(cell, "gridSpan"), _value(cell, "vMerge")) for cell in row.findall(f"{W}tc")]


def _value(cell: Element, name: str) -> str:
    found = cell.find(f"{W}tcPr/{W}{name}")
    return "" if found is None else found.get(f"{W}val") or "on"
