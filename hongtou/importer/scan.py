"""What is read from a file before anybody asks what it means: its text in lines, every character at a place 原文.

A reader (plain text, HTML, DOCX) makes a :class:`Scan`; all later stages speak of spans in ``Scan.text``, so that every
value of the policy can point to its words, and every character that ends nowhere can be told.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Align = Literal["", "left", "center", "right", "both"]
Kind = Literal["text", "html", "docx"]


class Span(NamedTuple):
    """Characters ``start`` to ``end`` (exclusive) of ``Scan.text``."""

    start: int
    end: int


@dataclass(frozen=True)
class CellPlace:
    """Where a line stands in a table: number of the table in the file, row and column from 0, rows and columns spanned."""

    table: int
    row: int
    column: int
    rows: int = 1
    columns: int = 1
    header: bool = False


class Line(NamedTuple):
    """A paragraph, or a paragraph of a table cell.

    ``span`` is its place in ``Scan.text`` without the line break. ``number`` is what Word's or HTML's automatic numbering prints in
    front of it and is no part of the text (``（一）``, ``1.``). ``align``, ``bold`` and ``style`` are hints, empty where the file has none.
    """

    span: Span
    text: str
    cell: CellPlace | None = None
    number: str = ""
    align: Align = ""
    bold: bool = False
    style: str = ""


@dataclass(frozen=True)
class LeftOut:
    """Characters of the source that are no part of the paper, and why 未取文字: menus, share buttons, page numbers."""

    text: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True)
class Scan:
    r"""The text of a file in its lines; ``"\n".join`` of the lines' texts is ``text``.

    ``losses`` are characters that the reader itself left out; ``doubts`` sentences for the report about what a reader could not tell.
    """

    path: str
    kind: Kind
    text: str
    lines: tuple[Line, ...]
    losses: tuple[LeftOut, ...] = ()
    doubts: tuple[str, ...] = field(default=())
