"""Tables typed in plain text 文本表格, a row per line: cells between tabs, bars or blanks become cells with their places.

Between tabs and bars a cell is where it stands. Blanks say that only where cells stand below their heads, or where there is
one for each head; a row of which it cannot be told is told and not placed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.importer.labels import NOTE, begins_attachment
from hongtou.importer.ledger import Ledger
from hongtou.importer.scan import CellPlace
from hongtou.importer.typed_rows import Bars, Blanks, Form, Other, Row, bars, form_of, is_border
from hongtou.importer.words import Piece, Words, joined

_LONGEST = 2000
"""Characters of a line beyond which it is no row."""
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BLANKS = " \u3000\u00a0"
_MAY_BE = re.compile(f"[\t|｜│┃+┌├└{_BLANKS}]")
"""No row is without a mark or a blank between words."""


@dataclass
class _Table:
    """The rows of a table that is being read, the first its heads."""

    form: Form
    rows: list[Row]
    unsure: list[Words] = field(default_factory=list)
    """Lines that belong to it and could not be told apart."""
    marks: list[Words] = field(default_factory=list)
    """What only draws the table."""

    def pieces(self, number: int) -> list[Piece]:
        """Return the cells of table ``number``; one alone in its row spans all columns."""
        width = len(self.form.heads)
        made = []
        for place, row in enumerate(self.rows):
            for column, words in enumerate(row):
                cell = CellPlace(number, place, column, columns=width if len(row) == 1 else 1)
                made += [Piece(line, cell) for line in self._lines(words)]
        return made

    def _lines(self, words: Words) -> list[Words]:
        """Return the lines of a cell, which Markdown parts with <br>."""
        if "<" not in words.text or not isinstance(self.form, Bars):
            return [words]
        breaks = [*_BREAK.finditer(words.text)]
        self.marks += [words.cut(*match.span()) for match in breaks]
        starts = [0, *(match.end() for match in breaks)]
        ends = [*(match.start() for match in breaks), len(words)]
        return [words.cut(*cut).strip() for cut in zip(starts, ends, strict=True)]


def typed_tables(pieces: Sequence[Piece], ledger: Ledger) -> list[Piece]:
    """Return ``pieces`` with the lines of typed tables as cells."""
    found: list[Piece] = []
    number = 1 + max((piece.cell.table for piece in pieces if piece.cell is not None), default=-1)
    place = 0
    while place < len(pieces):
        if not _may_be(pieces[place]):
            found.append(pieces[place])
            place += 1
            continue
        head = _behind_borders(pieces, place)
        read = _table(pieces, head)
        if read is None:
            found += pieces[place : head + 1]
            place = head + 1
            continue
        table, end = read
        table.marks += [piece.words for piece in pieces[place:head]]
        place = end
        found += table.pieces(number)
        number += 1
        _note(table, ledger)
    return found


def _behind_borders(pieces: Sequence[Piece], place: int) -> int:
    """Return the index behind lines that only draw the upper edge of a table."""
    while place < len(pieces) and _may_be(pieces[place]) and is_border(pieces[place].text):
        place += 1
    return place


def _table(pieces: Sequence[Piece], start: int) -> tuple[_Table, int] | None:
    """Return the table that begins at ``start`` and the index behind it, None where none begins."""
    if start == len(pieces) or not _may_be(pieces[start]):
        return None
    form = form_of(pieces[start].words, _text(pieces, start + 1))
    if form is None:
        return None
    table = _Table(form, [form.heads], marks=[*_drawn(form, pieces[start].words)])
    place = start + 1
    while place < len(pieces) and _may_go_on(pieces[place]):
        words = pieces[place].words
        row = form.row(words, _text(pieces, place + 1))
        if row is Other.OUTSIDE:
            break
        _take(table, words, row)
        place += 1
    return (table, place) if len(table.rows) > 1 or table.unsure else None


def _take(table: _Table, words: Words, row: Row | Other) -> None:
    """Take a line into the table as what it is."""
    if row is Other.BORDER:
        table.marks.append(words)
    elif row is Other.UNSURE or (row is Other.GOES_ON and len(table.rows) < 2):
        table.unsure.append(words)
    elif isinstance(row, Other):
        assert isinstance(table.form, Blanks)
        above, below = table.rows[-1], table.form.below(words)
        table.rows[-1] = [joined((one, two)) for one, two in zip(above, below, strict=False)]
    else:
        table.marks += _drawn(table.form, words)
        table.rows.append(row)


def _drawn(form: Form, words: Words) -> list[Words]:
    return [*bars(words)] if isinstance(form, Bars) else []


def _note(table: _Table, ledger: Ledger) -> None:
    for words in table.marks:
        ledger.computed(words)
    for words in table.unsure:
        message = _("a row of a typed table has other cells than it has heads; it was not placed: {words}")
        ledger.doubts.append(message.format(words=words.text.strip()[:60]))


def _text(pieces: Sequence[Piece], place: int) -> str:
    return pieces[place].text if place < len(pieces) and pieces[place].cell is None else ""


def _may_be(piece: Piece) -> bool:
    text = piece.words.text
    return piece.cell is None and len(text) <= _LONGEST and _MAY_BE.search(text.strip(_BLANKS)) is not None


def _may_go_on(piece: Piece) -> bool:
    text = piece.text.strip()
    return (
        piece.cell is None
        and len(text) <= _LONGEST
        and (is_border(text) or not (begins_attachment(text) or NOTE.match(text)))
    )
