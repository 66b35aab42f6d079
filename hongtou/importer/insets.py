"""Tables in the middle of a text 文中表格: taken out of it, for a policy holds tables as attachments only.

A table stands in the text where the numbers of the text go on behind it, or where the text is signed behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hongtou.importer.cells import table_at
from hongtou.importer.enclosed import is_mark
from hongtou.importer.labels import begins_attachment, read_label
from hongtou.importer.raw import RawAttachment
from hongtou.importer.under_title import DAY
from hongtou.importer.words import NOTHING, Piece

_DATE = re.compile(DAY)
_CAPTION = re.compile(
    r"(?:附?表\s*\d{0,2}(?:[-—.]\d{1,2})?[\s：:、.]*)?[^。；：，]{2,40}(?:表|清单|名单|目录|情况|标准)"
)
"""The line above a table that is its title 表1　任务分解表."""


class _Run(NamedTuple):
    """A table: its first line and the index behind its last."""

    start: int
    end: int


def without_insets(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], list[RawAttachment]]:
    """Return the lines without the tables that stand in a text, and those, each with its title and what stands above it."""
    runs = [run for run in _runs(pieces) if run.start]
    if not runs:
        return pieces, []
    kept: list[Piece] = []
    found: list[RawAttachment] = []
    done = 0
    for run in _inside(pieces, runs):
        above = pieces[run.start - 1]
        captioned = above.cell is None and _is_caption(above.text)
        kept += pieces[done : run.start - captioned]
        table = table_at(pieces[run.start : run.end], 0)
        assert table is not None
        title = above.words if captioned else NOTHING
        table[0].title = title
        near = pieces[run.start - 2].words if captioned and run.start > 1 else above.words
        found.append(RawAttachment(title, table=table[0], inset=near))
        done = run.end
    return [*kept, *pieces[done:]], found


def _runs(pieces: Sequence[Piece]) -> Iterator[_Run]:
    """Yield the tables of the file."""
    start: int | None = None
    for place, piece in enumerate(pieces):
        table = piece.cell.table if piece.cell is not None else None
        if start is not None and (piece.cell is None or table != pieces[start].cell.table):  # type: ignore[union-attr]
            yield _Run(start, place)
            start = None
        if start is None and piece.cell is not None:
            start = place
    if start is not None:
        yield _Run(start, len(pieces))


def _is_caption(text: str) -> bool:
    return _CAPTION.fullmatch(text) is not None and read_label(text) is None


def _inside(pieces: Sequence[Piece], runs: Sequence[_Run]) -> Iterator[_Run]:
    """Yield the tables that stand in a text."""
    stops = _stops(pieces)
    last: dict[str, int] = {}
    is_text = is_signed = is_attached = False
    place = 0
    for run in runs:
        for piece in pieces[place : run.start]:
            text = piece.text
            label = read_label(text) if piece.cell is None else None
            if label is not None:
                last[label.pattern] = label.number
            elif piece.cell is None and _begins_anew(text):
                is_signed, is_attached = is_signed or not _is_mark(text), is_attached or _is_mark(text)
                last = {}
            is_text = is_text or text.endswith(("。", "："))
        place = run.end
        stop = stops.get(run.end)
        label = read_label(pieces[stop].text) if stop is not None else None
        if label is not None:
            goes_on = 1 < label.number == last.get(label.pattern, 0) + 1
        else:
            goes_on = stop is not None and not (is_signed or is_attached or _is_mark(pieces[stop].text))
        if is_text and goes_on:
            yield run


def _stops(pieces: Sequence[Piece]) -> dict[int, int]:
    """Return the first line from each place on that has a label, or ends the text: 附件 or a date."""
    found: dict[int, int] = {}
    stop: int | None = None
    for place in range(len(pieces) - 1, -1, -1):
        piece = pieces[place]
        if piece.cell is None and (read_label(piece.text) is not None or _begins_anew(piece.text)):
            stop = place
        if stop is not None:
            found[place] = stop
    return found


def _begins_anew(text: str) -> bool:
    """Whether numbers begin anew behind a line: a date, or 附件."""
    return _DATE.fullmatch(text) is not None or _is_mark(text)


def _is_mark(text: str) -> bool:
    return is_mark(text) or begins_attachment(text)
