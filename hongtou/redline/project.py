"""What a Word file says once all tracked changes are accepted, or all refused: read, not made by the writer's code.

A paragraph whose end is taken out runs on into the next one, whose properties it gets. A row goes only if nothing of it
is left: a row that is marked while its text is not stays, as in LibreOffice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from hongtou.package import Package
from hongtou.redline.word import (
    BOX,
    CELL,
    PARAGRAPH,
    ROW,
    RUN,
    SIGNS,
    TABLE,
    Element,
    W,
    canonical,
    plain_style,
)

_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
Content = tuple[Any, ...]


def project(data: bytes, *, accept: bool) -> dict[str, Content]:
    """Return the parts of the DOCX ``data`` with text, by name: paragraphs with style and runs, tables with rows."""
    return project_parts(Package.read(data, "redline").parts, accept=accept)


def project_parts(parts: Mapping[str, bytes], *, accept: bool) -> dict[str, Content]:
    """Return the same of the parts of a file."""
    found = {}
    for name, part in sorted(parts.items()):
        if _PARTS.fullmatch(name):
            root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
            body = root.find(f"{W}body")
            found[name] = tuple(_Reader(accept).blocks(root if body is None else body))
    return found


class _Reader:
    """Reads one way: ``accept`` drops what was deleted, else what was inserted."""

    def __init__(self, accept: bool) -> None:
        self._accept = accept
        self._drop, self._keep = (f"{W}del", f"{W}ins") if accept else (f"{W}ins", f"{W}del")

    def blocks(self, container: Element) -> Iterator[Content]:
        """Yield what stands in ``container``; what runs on into nothing is a paragraph of its own."""
        open_: list[tuple[str, str]] | None = None
        for element in container:
            if element.tag == PARAGRAPH:
                content = [*(open_ or ()), *self._content(element)]
                ends = element.find(f"{W}pPr/{W}rPr/{self._drop}") is None
                open_ = None if ends else content
                if ends:
                    yield "p", self._style(element), self._section(element), _joined(content)
            elif element.tag == TABLE and (rows := self._rows(element)):
                if open_ is not None:
                    yield "p", "?", "", _joined(open_)
                open_ = None
                yield "table", rows
            elif element.tag == f"{W}sectPr":
                yield "section", canonical(element)
        if open_ is not None:
            yield "p", "?", "", _joined(open_)

    def _rows(self, table: Element) -> Content:
        return tuple(cells for row in table.findall(ROW) if (cells := self._row(row)))

    def _row(self, row: Element) -> Content:
        cells = tuple((_shape(cell), tuple(self.blocks(cell))) for cell in row.findall(CELL))
        gone = row.find(f"{W}trPr/{self._drop}") is not None
        return () if gone and all(self._is_gone(cell) for cell in row.findall(CELL)) else cells

    def _is_gone(self, cell: Element) -> bool:
        """Whether neither text nor an end of a paragraph of ``cell`` is left."""
        return all(
            not self._content(p) and p.find(f"{W}pPr/{W}rPr/{self._drop}") is not None
            for p in cell.iter(PARAGRAPH)
        )

    def _style(self, paragraph: Element) -> str:
        change = None if self._accept else paragraph.find(f"{W}pPr/{W}pPrChange")
        properties = paragraph.find(f"{W}pPr") if change is None else change.find(f"{W}pPr")
        style = properties.find(f"{W}pStyle") if properties is not None else None
        return plain_style((style.get(f"{W}val") or "") if style is not None else "")

    def _section(self, paragraph: Element) -> str:
        section = paragraph.find(f"{W}pPr/{W}sectPr")
        return "" if section is None else canonical(section)

    def _content(self, element: Element) -> list[tuple[str, str]]:
        return [piece for child in element for piece in self._pieces(child)]

    def _pieces(self, element: Element) -> Iterator[tuple[str, str]]:
        """Yield (look, sign or thing) of what is left of a run, or of what holds runs."""
        if element.tag == self._keep:
            yield from self._content(element)
        elif element.tag == RUN:
            properties = element.find(f"{W}rPr")
            look = "" if properties is None else canonical(properties)
            for piece in element:
                yield from ((look, sign) for sign in self._signs(piece))
        elif element.tag not in (self._drop, f"{W}pPr"):
            yield "", canonical(element)

    def _signs(self, piece: Element) -> Iterator[str]:
        if piece.tag in (f"{W}t", f"{W}delText"):
            yield from piece.text or ""
        elif piece.tag in SIGNS and not piece.attrib:
            yield SIGNS[piece.tag]
        elif piece.find(f".//{BOX}") is not None:
            yield repr([tuple(self.blocks(box)) for box in piece.iter(BOX)])
        elif piece.tag != f"{W}rPr":
            yield canonical(piece)


def _joined(content: Sequence[tuple[str, str]]) -> Content:
    """Return ``content`` with neighbours of one look as one."""
    runs: list[tuple[str, str]] = []
    for look, sign in content:
        if runs and runs[-1][0] == look:
            runs[-1] = (look, runs[-1][1] + sign)
        else:
            runs.append((look, sign))
    return tuple(runs)


def _shape(cell: Element) -> tuple[str, ...]:
    found = (cell.find(f"{W}tcPr/{W}{name}") for name in ("gridSpan", "vMerge"))
    return tuple("" if e is None else e.get(f"{W}val") or "on" for e in found)
