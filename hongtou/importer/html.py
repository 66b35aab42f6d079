"""Saved web pages 网页: blocks become lines, cells of data tables have their places, what is no text is told with its reason.

The parser is lxml's (libxml2): it mends as browsers do, keeps rows of a fragment without ``<table>``, and ends at a
depth. What of a page is furniture (当前位置, share buttons) is decided later; here only what the page itself marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import copy
from dataclasses import dataclass, field

from lxml import etree

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.draft import UNSEEN, Draft
from hongtou.importer.encoding import decode
from hongtou.importer.html_hints import (
    HEADINGS,
    align_of,
    bold_of,
    invisible,
    item_number,
    left_out,
    styles_of,
)
from hongtou.importer.html_tables import cell_places
from hongtou.importer.scan import Align, CellPlace, Scan

MAX_TAGS = 200_000
"""A page of the longest notice has under 50,000."""
MAX_ATTRIBUTES = 250
_VALUE = r"""(?>\s*=\s*(?>"[^"]*"?|'[^']*'?|[^\s>]*))?"""
_NAME = r"=?[^\s/>=]+"
_TAG = re.compile(
    rf"(?><!--(?>-?>|.*?(?:--!?>|\Z))|<[a-z](?>[\s/]+|{_NAME}{_VALUE})*+)", re.IGNORECASE | re.DOTALL
)
"""A comment, or a tag up to its end, as HTML takes text apart (13.2.5)."""
_ATTRIBUTE = re.compile(rf"[\s/]{_NAME}{_VALUE}|(?<=[\"']){_NAME}{_VALUE}")
_HEAD = 8192
_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,300}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE
)
_BLOCKS = HEADINGS | {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
    *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
    *("footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu"),
    *("nav", "ol", "option", "p", "pre", "search", "section", "summary", "table", "tbody"),
    *("td", "tfoot", "th", "thead", "title", "tr", "ul"),
}
_ARTICLES = frozenset({"article", "main", "blockquote"})
_BLANKS = re.compile(r"[ \t\n\r\f]+")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef“”‘’…—]")
_NUMBER = re.compile(r"\s*(-?\d{1,9})")


def read_html(data: bytes, path: str) -> Scan:
    """Return the lines of a web page. Raises GenError where it has no text, too many tags or is nested too deep."""
    declared = _DECLARED.search(data[:_HEAD])
    decoded = decode(data, path, declared[1].decode() if declared else "", lenient=True)
    draft = Draft(path)
    if decoded.doubt:
        draft.doubt(decoded.doubt)
    _Page(draft, _tree(decoded.text, path)).read()
    if not draft.lines and not draft.losses:
        raise GenError(_("{name} has no text.").format(name=path), _("Save the page of the notice itself."))
    return draft.scan("html")


def _tree(text: str, path: str) -> etree._Element:
    if text.count("<") > MAX_TAGS or _has_endless_tag(text):
        message = _("{name} has more tags than a notice can have.").format(name=path)
        raise GenError(message, _("Save the notice alone, without what is around it, and name that file."))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True
    )
    root: etree._Element | None = etree.HTML(text.encode(), parser)
    if any("depth" in entry.message for entry in parser.error_log.filter_from_fatals()):
        raise GenError(
            _("{name} is nested too deep to be a notice.").format(name=path),
            _("Open it in the browser, copy the text, and save it as a .txt or .docx file."),
        )
    if root is None:
        raise GenError(_("{name} has no text.").format(name=path), _("Save the page of the notice itself."))
    return root


def _has_endless_tag(text: str) -> bool:
    """Whether a tag has more attributes than any has: the parser holds each against all others."""
    for tag in _TAG.finditer(text):
        if tag.end() - tag.start() > MAX_ATTRIBUTES and len(_ATTRIBUTE.findall(tag[0])) > MAX_ATTRIBUTES:
            return True
    return False


@dataclass
class _Frame:
    """What holds inside an element that is open: how its text looks and where it stands."""

    align: Align = ""
    bold: bool = False
    style: str = ""
    preformatted: bool = False
    cell: CellPlace | None = None
    article: bool = False
    styles: dict[str, str] = field(default_factory=dict)
    count: int = 0
    """Items of an ordered list so far."""
    step: int = 1


class _Page:
    """Walks the page once, without recursion; the text of the line that is being read is in ``pieces``."""

    def __init__(self, draft: Draft, root: etree._Element) -> None:
        self.draft, self.root = draft, root
        self.places = cell_places(root)
        self.frames = [_Frame()]
        self.pieces: list[str] = []
        self.seen = self.seen_bold = 0
        self.number = ""
        self.empty_cell = False

    def read(self) -> None:
        walk = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                self._end(element)
            elif not self._start(element):
                walk.skip_subtree()
        self.flush()

    def _start(self, element: etree._Element) -> bool:
        """Begin an element; return whether its content is to be read."""
        if invisible(element):
            self.frames.append(self.frames[-1])
            return False
        styles = styles_of(element)
        if reason := left_out(element, styles, in_article=self.frames[-1].article):
            self.frames.append(self.frames[-1])
            if element.tag in _BLOCKS:
                self.flush()
            self._lose(element, reason)
            return False
        if element.tag in _BLOCKS or element.tag == "br":
            self.flush()
        self.frames.append(self._frame(element, styles))
        self._text(element.text)
        return True

    def _frame(self, element: etree._Element, styles: dict[str, str]) -> _Frame:
        above, tag = self.frames[-1], element.tag
        frame = copy(above)
        frame.bold, frame.styles = bold_of(element, styles, above.bold), styles
        frame.article |= tag in _ARTICLES
        frame.align = align_of(element, styles) or above.align
        if tag in HEADINGS:
            frame.style = str(tag)
        elif tag == "pre" or styles.get("white-space", "").startswith("pre"):
            frame.preformatted = True
        elif tag == "ol":
            frame.step = -1 if element.get("reversed") is not None else 1
            first = len(element) if frame.step < 0 else 1
            frame.count = _integer(element.get("start"), first) - frame.step
        elif tag == "li":
            self._item(element, above, styles)
        elif element in self.places:
            frame.cell, self.empty_cell, self.number = self.places[element], True, ""
        return frame

    def _item(self, element: etree._Element, above: _Frame, styles: dict[str, str]) -> None:
        parent = element.getparent()
        self.number = ""
        if parent is not None and parent.tag == "ol":
            above.count = _integer(element.get("value"), above.count + above.step)
            self.number = item_number(parent, {**above.styles, **styles}, above.count)

    def _end(self, element: etree._Element) -> None:
        if element.tag in _BLOCKS and not invisible(element):
            self.flush()
        if element in self.places and self.frames[-1].cell is not None and self.empty_cell:
            self._line("", self.frames[-1])
        self.frames.pop()
        self._text(element.tail)

    def _text(self, text: str | None) -> None:
        if not text:
            return
        if self.frames[-1].preformatted:
            *lines, text = text.replace("\r\n", "\n").split("\n")
            for line in lines:
                self._piece(line)
                self.flush()
        self._piece(text)

    def _piece(self, text: str) -> None:
        self.pieces.append(text)
        seen = len(text) if text.strip() else 0
        self.seen += seen
        self.seen_bold += seen if self.frames[-1].bold else 0

    def flush(self) -> None:
        """End the line that is being read; blank ones are no lines, but an empty cell is one."""
        if not self.pieces:
            return
        frame = self.frames[-1]
        text = _collapsed("".join(self.pieces))
        bold = bool(self.seen) and self.seen == self.seen_bold
        self.pieces, self.seen, self.seen_bold = [], 0, 0
        if text:
            self._line(text, frame, bold=bold)

    def _line(self, text: str, frame: _Frame, *, bold: bool = False) -> None:
        self.empty_cell = False
        number, self.number = self.number, ""
        self.draft.add(text, frame.cell, number, frame.align, bold, frame.style)

    def _lose(self, element: etree._Element, reason: str) -> None:
        shown = element.get("type", "").lower() not in ("hidden", "checkbox", "radio", "image")
        text = element.get("value", "") if element.tag == "input" and shown else "".join(_visible(element))
        self.draft.lose(_collapsed(text), reason)


def _visible(element: etree._Element) -> Iterator[str]:
    """Yield the text in ``element`` without that of scripts and styles."""
    walk = etree.iterwalk(element, events=("start", "end"))
    for event, node in walk:
        if event == "end":
            if node is not element:
                yield node.tail or ""
        elif invisible(node):
            walk.skip_subtree()
        else:
            yield node.text or ""
            yield " " if node.tag in _BLOCKS or node.tag == "br" else ""


def _collapsed(text: str) -> str:
    """Return ``text`` with blanks as a browser shows them; a line break between Chinese characters is none."""
    text = UNSEEN.sub("", text)

    def blank(found: re.Match[str]) -> str:
        before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
        return "" if "\n" in found[0] and _WIDE.match(before) and _WIDE.match(after) else " "

    return _BLANKS.sub(blank, text).strip(" ").rstrip("\u00a0\u3000 ")


def _integer(text: str | None, default: int) -> int:
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else default
