"""Which part of the policy each paragraph, table and row comes from, carried through the template as signs in the text.

Templates are free, so nobody knows where a block lands. The signs travel in its text and become attributes that are
taken off again before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from lxml import etree

from hongtou.documents.blocks import Block, Cell, Document, Paragraph, SharedRows, Span, Table, TableRow
from hongtou.redline.word import PARAGRAPH, ROW, TABLE, Element, W

PART = "part"
"""The attribute that says it; it has no namespace and never leaves this room."""
_SIGN = re.compile("\ue000gen:([ptr]):([^\ue000\ue001]*)\ue001")
_TAGS = {"p": PARAGRAPH, "t": TABLE, "r": ROW}


def signed(document: Document, attachments: Iterable[str]) -> Document:
    """Return ``document`` with signs in its blocks, and in mark and title of each of its ``attachments``, given by id."""
    context = {name: _signed(value) for name, value in document.context.items()}
    enclosed: Any = context.get("attachments", ())
    context["attachments"] = [_attachment(one, id_) for one, id_ in zip(enclosed, attachments, strict=True)]
    return replace(document, context=context)


def _attachment(one: Mapping[str, Any], identifier: str) -> dict[str, Any]:
    known = {
        name: _sign("p", f"{identifier}/{name}") + one[name] for name in ("mark", "title") if one.get(name)
    }
    return {**one, **known, "body": _signed(one.get("body", ()))}


def _signed(value: Any) -> Any:
    if isinstance(value, tuple) and value and all(isinstance(item, Paragraph | Table) for item in value):
        return tuple(_block(item) for item in value)
    return value


def _block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        return _paragraph(block, _sign("p", block.part)) if block.part else block
    rows = [
        row if isinstance(row, SharedRows) else _row(row, block.part if number == 0 else "")
        for number, row in enumerate(block.rows)
    ]
    return replace(block, rows=tuple(rows))


def _row(row: TableRow, table: str) -> TableRow:
    sign = (_sign("t", table) if table else "") + (_sign("r", row.part) if row.part else "")
    if not sign or not row.cells or not row.cells[0].paragraphs:
        return row
    first, *paragraphs = row.cells[0].paragraphs
    cell: Cell = replace(row.cells[0], paragraphs=(_paragraph(first, sign), *paragraphs))
    return replace(row, cells=(cell, *row.cells[1:]))


def _paragraph(paragraph: Paragraph, sign: str) -> Paragraph:
    if not paragraph.spans or not paragraph.spans[0].text:
        return replace(paragraph, spans=(Span(sign), *paragraph.spans[1:]))
    first, *spans = paragraph.spans
    return replace(paragraph, spans=(replace(first, text=sign + first.text), *spans))


def _sign(kind: str, part: str) -> str:
    return f"\ue000gen:{kind}:{part}\ue001"


def parsed(xml: bytes) -> Element:
    """Return ``xml`` with the signs in its text turned into attributes, and what is empty then taken out."""
    root = etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    for text in list(root.iter(f"{W}t")):
        for kind, part in _SIGN.findall(text.text or ""):
            owner = next(text.iterancestors(_TAGS[kind]), None)
            if owner is not None:
                owner.set(PART, part)
        text.text = _SIGN.sub("", text.text or "")
        _drop_empty(text)
    return root


def _drop_empty(text: Element) -> None:
    """Remove a w:t without characters, and the run that then holds nothing but properties."""
    if text.text:
        return
    run = text.getparent()
    assert run is not None
    run.remove(text)
    if all(piece.tag == f"{W}rPr" for piece in run):
        parent = run.getparent()
        assert parent is not None
        parent.remove(run)


def unsigned(root: Element) -> None:
    """Take the attributes off again."""
    for element in root.iter(*_TAGS.values()):
        element.attrib.pop(PART, None)
