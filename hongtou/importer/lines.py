"""From a :class:`Scan` to the lines of the paper 清理: width, web furniture, lost line breaks, blanks; reads Scan, writes Pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hongtou.i18n import N_, _
from hongtou.importer.breaks import restored
from hongtou.importer.furniture import Published, without_furniture
from hongtou.importer.ledger import Ledger
from hongtou.importer.page_head import without_page_head
from hongtou.importer.pasted import separated
from hongtou.importer.scan import Line, Scan
from hongtou.importer.typed_tables import typed_tables
from hongtou.importer.width import widened
from hongtou.importer.words import Piece, Words
from hongtou.importer.wrapped import unwrapped

_NOTES = frozenset({"footnote", "endnote"})
"""The styles of lines that a DOCX prints below the page or the paper."""


_STROKES = frozenset("─━—－═＿_-=*＊~～")
_RULE = re.compile("[─━—－═＿_\\-=*＊~～]{4,}")


@dataclass(frozen=True)
class Clean:
    """The lines of the paper, what the page says about it, and the places whose marks were made full-width."""

    pieces: tuple[Piece, ...]
    published: Published
    widened: tuple[int, ...]


def clean(scan: Scan, ledger: Ledger) -> Clean:
    """Return the lines of the paper in ``scan``."""
    text, changed = widened(scan.text)
    lines = [*_without_notes(scan.lines, ledger)]
    pieces, title = separated([_piece(line, text) for line in lines])
    if scan.kind == "text":
        pieces = _unwrapped(pieces, ledger)
    published = Published()
    if scan.kind == "html":
        pieces = without_page_head(pieces, scan.losses, published, ledger)
    kept = without_furniture(pieces, published, ledger)
    if title is not None:
        kept = [*_from_title(kept, title, ledger)]
    broken = restored(kept, published.text("标题"))
    finished = [_without_blanks(piece) for piece in _without_rules(typed_tables(broken, ledger), ledger)]
    return Clean(tuple(p for p in finished if p.text or p.cell), published, changed)


def _unwrapped(pieces: list[Piece], ledger: Ledger) -> list[Piece]:
    """Return ``pieces`` without the line breaks of a page, and note that they are gone."""
    found, count = unwrapped(pieces)
    if count:
        message = _(
            "the lines of the file end at the width of a page; {count} line breaks inside paragraphs were taken out."
        )
        ledger.guesses.append(message.format(count=count))
    return found


def _without_notes(lines: Iterable[Line], ledger: Ledger) -> Iterator[Line]:
    """Yield the lines that are no footnotes 脚注: those are none of the paragraphs they are printed under, and a policy has no place for them."""
    for line in lines:
        if line.style in _NOTES:
            ledger.leave(
                Words(line.text, range(line.span.start, line.span.end)), N_("a footnote of the paper")
            )
            message = _("a footnote has no place in the policy: “{words}”")
            ledger.doubts.append(message.format(words=line.text[:60]))
        elif line.text.strip() or line.cell:
            yield line


def _from_title(pieces: Iterable[Piece], title: int, ledger: Ledger) -> Iterator[Piece]:
    """Yield the lines of a pasted paper from its title on."""
    ledger.doubts.append(
        _(
            "the text had lost its line breaks: they were put where numbers, addressees, signature and date show them; paragraphs between those stand as one."
        )
    )
    for piece in pieces:
        if piece.words.places and piece.words.places[0] < title:
            ledger.leave(piece.words, N_("it stands before the title"))
        else:
            yield piece


def _without_rules(pieces: Iterable[Piece], ledger: Ledger) -> Iterator[Piece]:
    """Yield the lines that are no drawn line ────, as stands under the head of minutes."""
    for piece in pieces:
        if piece.text[:1] in _STROKES and piece.cell is None and _RULE.fullmatch(piece.text.strip()):
            ledger.leave(piece.words, N_("a drawn line"))
        else:
            yield piece


def _without_blanks(piece: Piece) -> Piece:
    words = piece.words.without_blanks()
    return piece if words is piece.words else piece._replace(words=words)


def _piece(line: Line, text: str) -> Piece:
    """Return ``line`` in the widened ``text``, with the number that Word or HTML prints in front of it."""
    start, end = line.span.start, line.span.end
    words = Words(text[start:end], range(start, end))
    if line.number and end > start:
        number = line.number.strip()
        words = Words(number + words.text, (*[start] * len(number), *words.places))
    return Piece(words, line.cell, line.align, line.bold, line.style)
