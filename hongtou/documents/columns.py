"""Column widths by content: each millimetre goes where it saves the most lines."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from hongtou.documents.widths import ems
from hongtou.sheet.standard import MM_PER_POINT

PADDING = 3.0
"""Left and right cell margin together, in mm (85 twips each)."""
_COMFORTS = (6.0, 4.0, 2.0)
"""字 that a column of text gets at least, where its texts are that long: the first that leaves room to share out."""
_SHARE = 0.8
"""Of the table's width: what the least widths may take together, for the rest to follow the amount of text."""
_SAMPLE = 60
"""Rows looked at: more change nothing that can be seen."""


def column_widths(
    header: Sequence[str], rows: Sequence[Sequence[str]], total: float, size: float, narrow: Sequence[bool]
) -> tuple[float, ...]:
    """Return the widths in mm, summing to ``total``, of a table set in ``size`` points.

    ``narrow`` marks columns (serial numbers) that get what their longest cell needs and no more.
    """
    em = size * MM_PER_POINT
    sample = rows[:: max(1, len(rows) // _SAMPLE)]
    texts = [[row[i] for row in sample] for i in range(len(header))]
    for comfort in _COMFORTS:
        widths = [_least(header[i], texts[i], em, narrow[i], comfort) for i in range(len(header))]
        if sum(widths) <= total * _SHARE:
            break
    if sum(widths) >= total or all(narrow):
        return tuple(width * total / sum(widths) for width in widths)
    lengths = [[ems(text) * em for text in column] for column in texts]
    step = 1.0
    while sum(widths) + step <= total and not _all_fit(widths, lengths):
        widths[_best(widths, lengths, narrow, step)] += step
    return _spread(widths, total - sum(widths), narrow)


def _all_fit(widths: Sequence[float], lengths: Sequence[Sequence[float]]) -> bool:
    """Whether every cell is on one line."""
    return all(
        max(column, default=0.0) <= width - PADDING for column, width in zip(lengths, widths, strict=True)
    )


def _spread(widths: Sequence[float], rest: float, narrow: Sequence[bool]) -> tuple[float, ...]:
    """Share out what no cell needs, in proportion to the widths."""
    wide = sum(width for width, fixed in zip(widths, narrow, strict=True) if not fixed)
    return tuple(
        width if fixed else width + rest * width / wide for width, fixed in zip(widths, narrow, strict=True)
    )


def lines(text: str, width: float, size: float) -> int:
    """Return how many lines ``text`` takes in a cell ``width`` mm wide, a little on the safe side."""
    room = (width - PADDING) / (size * MM_PER_POINT)
    return sum(max(1, ceil(ems(part) / max(room - 0.5, 1))) for part in text.split("\n"))


def _least(header: str, texts: Sequence[str], em: float, narrow: bool, comfort: float) -> float:
    """Return the least width of a column; in a very full table its head goes over several lines, too."""
    if narrow:
        return max(ems(text) for text in (*texts, header)) * em + PADDING + 0.5
    longest = max((min(ems(text), comfort) for text in texts), default=0.0)
    head = ems(header) if comfort > _COMFORTS[-1] else min(ems(header), comfort)
    return max(head * em, longest * em) + PADDING + 0.5


def _best(widths: list[float], lengths: list[list[float]], narrow: Sequence[bool], step: float) -> int:
    """Return the column that saves the most lines over all rows when it grows by ``step``."""
    before = _heights(widths, lengths)
    gains = []
    for i, fixed in enumerate(narrow):
        if fixed:
            gains.append(-1.0)
            continue
        grown = [width + step * (i == j) for j, width in enumerate(widths)]
        gains.append(before - _heights(grown, lengths))
    return max(range(len(gains)), key=gains.__getitem__)


def _heights(widths: list[float], lengths: list[list[float]]) -> float:
    """Return the summed heights of all rows, fractional so that every step counts."""
    columns = [
        [length / (width - PADDING) for length in column]
        for width, column in zip(widths, lengths, strict=True)
    ]
    return float(sum(max(row) for row in zip(*columns, strict=True)))
