"""DOCX to its text 读取文档: paragraphs, tables, boxes and notes in the order they print; all else is told with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.docx_boxes import chosen
from hongtou.importer.docx_notes import Notes
from hongtou.importer.docx_numbering import Numbering
from hongtou.importer.docx_parts import MC, A, Parts, W, integer, value
from hongtou.importer.docx_styles import Look, Styles, look
from hongtou.importer.docx_tables import Measures, cells_of
from hongtou.importer.docx_text import Text, TextReader, deletion, is_placeholder, words
from hongtou.importer.draft import Draft
from hongtou.importer.scan import CellPlace, Scan
from hongtou.package import Package

_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_PAGE_NUMBER = re.compile(r"[\s\d\-—－–一·./第页共ⅠⅡⅢⅣⅤivxIVX]*")


def read_docx(data: bytes, path: str) -> Scan:
    """Return the lines of a DOCX. Raises GenError where it cannot be read as one."""
    package = Package.read(data, path)
    parts, draft = Parts(package, path), Draft(path)
    root = parts.document()
    if any(part.endswith("vbaProject.bin") for part in parts.names):
        draft.doubt(_("The file holds macros; its text was read, the macros were not."))
    reader = _Reader(draft, parts, Measures(root))
    for body in root.iterchildren(f"{W}body"):
        reader.blocks(body, _Place())
    reader.end_paragraph()
    _beside_the_text(reader, parts)
    if not draft.lines and not draft.losses:
        raise GenError(
            _("{name} has no text.").format(name=path), _("Save the notice in it, or name another file.")
        )
    return draft.scan("docx")


@dataclass(frozen=True)
class _Place:
    """Where blocks stand: in a cell of a data table, in a note."""

    cell: CellPlace | None = None
    style: str = ""
    number: str = ""


@dataclass
class _Pending:
    """A paragraph whose end was deleted and which goes on in the next; notes that wait for the end of a table."""

    text: Text = field(default_factory=Text)
    notes: list[tuple[str, str, bool]] = field(default_factory=list)


class _Reader:
    """Reads blocks into a draft; lists, fields and notes go on through the whole file."""

    def __init__(self, draft: Draft, parts: Parts, measures: Measures) -> None:
        self.draft, self.measures = draft, measures
        self.styles = Styles(parts.related("styles"))
        self.numbering = Numbering(parts.related("numbering"), self.styles)
        self.notes = Notes(parts)
        self.texts = TextReader(draft, self.styles)
        self.pending = _Pending()
        self.tables = 0
        self.in_note = False

    def blocks(self, holder: etree._Element, place: _Place) -> None:
        """Read the blocks in ``holder``, also those in content controls and other wrappers."""
        for block in holder:
            tag = block.tag
            if tag == f"{W}p":
                self._paragraph(block, place)
            elif tag == f"{W}tbl":
                self.end_paragraph(place)
                self._table(block, place)
                self._print_notes(place)
            elif tag in _DELETED:
                self.draft.lose(words(block), deletion(block))
            elif tag == f"{W}sdt" and is_placeholder(block):
                self.draft.lose(words(block), _("placeholder of a form"))
            elif tag == f"{MC}AlternateContent":
                self.blocks(chosen(block), place)
            elif tag == f"{W}altChunk":
                self.draft.doubt(_("A document that is embedded whole was not read."))
            elif tag not in (f"{W}sectPr", f"{W}tcPr", f"{W}sdtPr", f"{W}sdtEndPr"):
                self.blocks(block, place)

    def _paragraph(self, paragraph: etree._Element, place: _Place) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = value(properties, f"{W}pStyle") or self.styles.default
        own = look(properties, None).under(self.styles.look(style))
        text = self.pending.text
        self.texts.read(paragraph, text, own)
        if _goes_on(properties):
            return
        self.pending.text = Text()
        self._boxes(text, place, below=False)
        self._lines(text, own, style, place)
        self._boxes(text, place, below=True)
        self.pending.notes += text.notes
        if place.cell is None:
            self._print_notes(place)

    def end_paragraph(self, place: _Place | None = None) -> None:
        """End a paragraph whose end was deleted and that no other follows."""
        text, self.pending.text = self.pending.text, Text()
        if text.pieces or text.boxes:
            at = place or _Place()
            self._boxes(text, at, below=False)
            self._lines(text, Look(), self.styles.default, at)
            self._boxes(text, at, below=True)
        self.pending.notes += text.notes

    def _lines(self, text: Text, own: Look, style: str, place: _Place) -> None:
        number = place.number or self._number(own, style)
        for line in text.lines():
            name = place.style or self.styles.name(style)
            self.draft.add(line, place.cell, number, own.align or "", text.bold, name)
            number = ""

    def _number(self, own: Look, style: str) -> str:
        if not own.number or own.number == "0":
            return ""
        linked = self.numbering.level_of(own.number, style) if own.level is None else None
        return self.numbering.label(own.number, integer(own.level, 0) if linked is None else linked)

    def _boxes(self, text: Text, place: _Place, *, below: bool) -> None:
        for box, printed_below in text.boxes:
            if printed_below != below:
                continue
            if isinstance(box, str):
                self.draft.add(box.replace("\n", " "), place.cell)
            else:
                kept, self.pending = self.pending, _Pending()
                self.blocks(box, place)
                self.end_paragraph(place)
                kept.notes += self.pending.notes
                self.pending = kept

    def _table(self, table: etree._Element, place: _Place) -> None:
        cells = cells_of(table)
        is_data = place.cell is None and self.measures.holds_data(table, cells)
        number = self.tables
        self.tables += is_data
        for cell in cells:
            if cell.deleted:
                self.draft.lose(words(cell.element), _("deleted (tracked change)"))
            elif cell.merged:
                self.draft.lose(words(cell.element), _("covered by a merged cell"))
            else:
                inside = _Place(cell.place(number), place.style) if is_data else place
                before = len(self.draft.lines)
                self.blocks(cell.element, inside)
                self.end_paragraph(inside)
                if is_data and len(self.draft.lines) == before:
                    self.draft.add("", inside.cell)

    def _print_notes(self, place: _Place) -> None:
        """Add the notes that were referred to, each once; inside a note there are none."""
        if self.in_note or place.cell is not None:
            return
        notes, self.pending.notes = self.pending.notes, []
        for kind, id_, has_mark in notes:
            note, number = self.notes.take(kind, id_)
            if note is not None:
                self.in_note = True
                self.blocks(note, _Place(style=kind, number="" if has_mark else number))
                self.end_paragraph(_Place(style=kind))
                self.in_note = False


def _goes_on(properties: etree._Element | None) -> bool:
    """Whether a tracked change deleted the end of the paragraph, so that it goes on in the next."""
    mark = None if properties is None else properties.find(f"{W}rPr")
    return mark is not None and any(mark.find(tag) is not None for tag in _DELETED)


def _beside_the_text(reader: _Reader, parts: Parts) -> None:
    """Note as left out: heads and feet of the pages, comments, notes that nothing refers to, text of diagrams."""
    draft = reader.draft
    for kind, reason in (("header", _("head of the page")), ("footer", _("foot of the page"))):
        for part in parts.all_of(kind):
            _lose_part(draft, parts, part, reason)
    if (comments := parts.related("comments")) is not None:
        for comment in comments.iter(f"{W}comment"):
            draft.lose(words(comment), _("comment"))
    for note in reader.notes.rest():
        draft.lose(words(note), _("note that nothing refers to"))
    for part in parts.names:
        if re.match(r"word/diagrams/data[^/]*\.xml$", part) and (diagram := parts.tree(part)) is not None:
            draft.lose(" ".join(node.text or "" for node in diagram.iter(f"{A}t")), _("text in a picture"))


def _lose_part(draft: Draft, parts: Parts, part: str, reason: str) -> None:
    """Note the text of a head or foot; numbers, dashes and 第 页 are a page number."""
    tree = parts.tree(part)
    if tree is None:
        return
    aside = Draft(draft.path)
    reader = _Reader(aside, parts, Measures(tree))
    reader.blocks(tree, _Place())
    reader.end_paragraph()
    for line in aside.lines:
        is_number = _PAGE_NUMBER.fullmatch(line.text) is not None
        draft.lose(line.text, _("page number") if is_number else reason)
    draft.losses += aside.losses
