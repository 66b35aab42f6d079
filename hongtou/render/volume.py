"""A bound volume 合订本: many letters in one file, each beginning on an odd page with page numbers of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from lxml import etree

from hongtou.deflated import Fragment, pack
from hongtou.documents.blocks import Document
from hongtou.documents.fingerprints import LETTER, whole_hash
from hongtou.render.press import Pieces, Press
from hongtou.render.tags import W
from hongtou.render.template import BODY

_SECTION = re.compile(rb"<w:sectPr\b.*?</w:sectPr>", re.DOTALL)
_BODY_START = re.compile(rb"<w:body[^>]*>")
_FOLLOWERS = (
    "cols",
    "formProt",
    "vAlign",
    "noEndnote",
    "titlePg",
    "textDirection",
    "bidi",
    "rtlGutter",
    "docGrid",
)
"""What may stand after the page numbering in a section's properties, by the schema."""


def volume(press: Press, documents: Sequence[Document]) -> bytes:
    """Return ``documents``, all printed on ``press``, as one DOCX file."""
    bound: Pieces = []
    for number, document in enumerate(documents):
        bound += _bound(press.pieces(document)[BODY], first=number == 0, last=number == len(documents) - 1)
    others = press.pieces(documents[0])
    entries = [pack(name, bound if name == BODY else pieces) for name, pieces in sorted(others.items())]
    about = [(name, "volume" if name == "gen.paper" else value) for name, value in documents[0].about]
    kept = tuple(item for item in about if item[0] in ("gen.paper", "gen.policy"))
    letters = tuple((LETTER + dict(d.about).get("gen.unit", ""), whole_hash(d)) for d in documents)
    return press.finish(replace(documents[0], about=kept, fingerprints=letters, keywords=()), entries)


def _bound(pieces: Pieces, *, first: bool, last: bool) -> Pieces:
    """Return the pieces of one letter as they stand in the volume."""
    result = [*pieces]
    _begin_on_odd_page(result)
    if not last:
        result[-1] = _section_closed(_text(result[-1]))
    if not first:
        head = _text(result[0])
        result[0] = _BODY_START.split(head, maxsplit=1)[1]
    return result


def _text(piece: bytes | Fragment) -> bytes:
    """Return a piece at an end of a part, which is text: what is shared stands between tags of the template."""
    assert isinstance(piece, bytes)
    return piece


def _section_closed(tail: bytes) -> bytes:
    """Return the end of a letter with its last section ended in a paragraph, and without the end of the document."""
    end = tail.rfind(b"</w:body>")
    final = tail.rfind(b"<w:sectPr", 0, end)
    section = tail[final:end].rstrip()
    return tail[:final] + b'<w:p><w:pPr><w:pStyle w:val="TableEnd"/>' + section + b"</w:pPr></w:p>"


def _begin_on_odd_page(pieces: Pieces) -> None:
    """Let the first section of a letter begin on an odd page, and count its pages from 1."""
    for number, piece in enumerate(pieces):
        if not isinstance(piece, Fragment) and (match := _SECTION.search(piece)):
            pieces[number] = piece[: match.start()] + _odd(match[0]) + piece[match.end() :]
            return


@lru_cache(maxsize=16)
def _odd(section: bytes) -> bytes:
    """Return section properties that begin on an odd page with page 1."""
    declared = (
        b'<x xmlns:w="%s" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    )
    root = etree.fromstring(declared % W[1:-1].encode() + section + b"</x>")[0]
    for old in (*root.findall(f"{W}type"), *root.findall(f"{W}pgNumType")):
        root.remove(old)
    kind = etree.Element(f"{W}type")
    kind.set(f"{W}val", "oddPage")
    count = etree.Element(f"{W}pgNumType")
    count.set(f"{W}start", "1")
    _insert_before(root, kind, ("pgSz", "pgMar", "paperSrc", "pgBorders", "lnNumType", *_FOLLOWERS))
    _insert_before(root, count, _FOLLOWERS)
    return etree.tostring(root)


def _insert_before(root: etree._Element, element: etree._Element, followers: tuple[str, ...]) -> None:
    found = next((child for child in root if etree.QName(child).localname in followers), None)
    if found is None:
        root.append(element)
    else:
        found.addprevious(element)
