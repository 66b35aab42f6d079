"""The text of a paragraph of a DOCX 段落文字: runs, fields, tracked changes, breaks, symbols, boxes and notes in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from hongtou.i18n import _
from hongtou.importer.docx_boxes import boxes_of, chosen, embedded_text
from hongtou.importer.docx_parts import MC, M, W, value
from hongtou.importer.docx_styles import Look, Styles, look
from hongtou.importer.draft import UNSEEN, Draft
from hongtou.importer.symbols import PRIVATE, symbol

_DRAWN = frozenset(f"{W}{tag}" for tag in ("drawing", "pict", "object"))
_DELETED = frozenset(f"{W}{tag}" for tag in ("del", "moveFrom"))
_WORDS = frozenset({f"{W}t", f"{W}delText", f"{M}t"})
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_NOT_ENTERED = frozenset(
    f"{W}{tag}"
    for tag in (
        "pPr",
        "rPr",
        "sdtPr",
        "sdtEndPr",
        "instrText",
        "delInstrText",
        "smartTagPr",
        "customXmlPr",
        "rt",
    )
)
_INSERTED = {f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}noBreakHyphen": "-", f"{W}br": "\n", f"{W}cr": "\n"}


@dataclass
class Text:
    """The text of a paragraph so far: ``boxes`` and ``notes`` are what hangs on it and is printed before or after it."""

    pieces: list[str] = field(default_factory=list)
    seen: int = 0
    seen_bold: int = 0
    boxes: list[tuple[etree._Element | str, bool]] = field(default_factory=list)
    """A box, or the words of a WordArt, and whether it is printed below the paragraph."""
    notes: list[tuple[str, str, bool]] = field(default_factory=list)
    """Kind and id of a note, and whether it has its own mark in the text."""

    def add(self, text: str, *, bold: bool) -> None:
        """Add ``text``."""
        self.pieces.append(text)
        seen = len(text) if text.strip() else 0
        self.seen += seen
        self.seen_bold += seen if bold else 0

    @property
    def bold(self) -> bool:
        """Whether all that is seen is bold."""
        return bool(self.seen) and self.seen == self.seen_bold

    def lines(self) -> list[str]:
        """Return the text in its lines, without characters that print nothing."""
        return UNSEEN.sub("", "".join(self.pieces)).split("\n")


class TextReader:
    """Reads the text of paragraphs; fields go on over several of them."""

    def __init__(self, draft: Draft, styles: Styles) -> None:
        self.draft, self.styles = draft, styles
        self._font = ""
        self._fields: list[bool] = []
        """For each open field, whether its code is being read and not yet its result."""

    def read(self, paragraph: etree._Element, text: Text, under: Look) -> None:
        """Add the text of ``paragraph``, whose style looks like ``under``, to ``text``."""
        self._inside(paragraph, text, under)
        self._fields = [False for _field in self._fields]

    def _inside(self, element: etree._Element, text: Text, under: Look) -> None:
        for child in element:
            self._child(child, text, under)

    def _child(self, child: etree._Element, text: Text, under: Look) -> None:
        tag = child.tag
        if tag == f"{W}r":
            self._run(child, text, under)
        elif tag in _DELETED:
            self.draft.lose(words(child), deletion(child))
        elif tag == f"{W}sdt" and is_placeholder(child):
            self.draft.lose(words(child), _("placeholder of a form"))
        elif tag == f"{MC}AlternateContent":
            self._inside(chosen(child), text, under)
        elif tag == f"{M}t":
            text.add(child.text or "", bold=False)
        elif tag in _DRAWN:
            self._drawn(child, text)
        elif tag not in _NOT_ENTERED:
            self._inside(child, text, under)

    def _run(self, run: etree._Element, text: Text, under: Look) -> None:
        properties = run.find(f"{W}rPr")
        style = value(properties, f"{W}rStyle")
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        self._font = "" if fonts is None else fonts.get(f"{W}ascii", "")
        own = look(None, properties).under(self.styles.look(style) if style else Look()).under(under)
        for node in run:
            self._node(node, text, own)

    def _node(self, node: etree._Element, text: Text, own: Look) -> None:
        tag = node.tag
        if tag == f"{W}t":
            self._words(node.text or "", text, own)
        elif tag in _INSERTED:
            text.add(_INSERTED[tag], bold=False)
        elif tag == f"{W}sym":
            self._words(self._symbol(node), text, own)
        elif tag == f"{W}fldChar":
            self._field(node.get(f"{W}fldCharType", ""))
        elif tag in _NOTES:
            mark = node.get(f"{W}customMarkFollows") in ("1", "true", "on")
            text.notes.append((_NOTES[tag], node.get(f"{W}id", ""), mark))
        else:
            self._holder(node, text, own)

    def _holder(self, node: etree._Element, text: Text, own: Look) -> None:
        """Read what in a run holds more than its own text."""
        tag = node.tag
        if tag == f"{W}delText":
            self.draft.lose(node.text or "", _("deleted (tracked change)"))
        elif tag == f"{W}ruby":
            self.draft.lose(words(node.find(f"{W}rt")), _("reading aid"))
            self._inside(node, text, own)
        elif tag == f"{MC}AlternateContent":
            for inner in chosen(node):
                self._node(inner, text, own)
        elif tag in _DRAWN:
            self._drawn(node, text)

    def _words(self, words_: str, text: Text, own: Look) -> None:
        if PRIVATE.search(words_):
            words_ = PRIVATE.sub(lambda sign: symbol(self._font, f"{ord(sign[0]):X}") or sign[0], words_)
        if any(self._fields):
            self.draft.lose(words_, _("code of a field"))
        elif own.hidden:
            self.draft.lose(words_, _("hidden"))
        else:
            text.add(words_.replace("\r", "").replace("\n", " "), bold=own.bold or False)

    def _symbol(self, node: etree._Element) -> str:
        font, code = node.get(f"{W}font", ""), node.get(f"{W}char", "")
        shown = symbol(font, code)
        if not shown:
            self.draft.doubt(
                _("A symbol of the font {font} could not be read; □ stands in its place.").format(
                    font=font[:60]
                )
            )
        return shown or "□"

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _drawn(self, drawn: etree._Element, text: Text) -> None:
        if drawn.tag == f"{W}object":
            self.draft.doubt(_("An embedded object was not read."))
        text.boxes += boxes_of(drawn)
        self.draft.lose(embedded_text(drawn), _("text in a picture"))


def words(element: etree._Element | None) -> str:
    """Return all text in ``element``, also what was deleted."""
    if element is None:
        return ""
    return "".join(node.text or "" for node in element.iter(*_WORDS))


def deletion(element: etree._Element) -> str:
    """Return why the text of a tracked change is left out."""
    moved = element.tag == f"{W}moveFrom"
    return _("moved away (tracked change)") if moved else _("deleted (tracked change)")


def is_placeholder(sdt: etree._Element) -> bool:
    """Whether a content control only shows what is to be written into it."""
    found = value(sdt, f"{W}sdtPr/{W}showingPlcHdr")
    return found is not None and found not in ("0", "false", "off")
