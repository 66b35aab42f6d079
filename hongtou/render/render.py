"""A document from its template: filled, its style changes applied, its properties set, packed."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from lxml import etree

from hongtou.documents.blocks import Block, Document, Paragraph, StyleChange, Table
from hongtou.package import Package
from hongtou.render.blocks_xml import blocks_xml
from hongtou.render.fingerprint import CORE, mark_parts
from hongtou.render.template import W, WordTemplate
from hongtou.sheet.standard import mm_to_twips, pt_to_twips

_BODY = "word/document.xml"
_STYLES = "word/styles.xml"


def render(document: Document, template: WordTemplate) -> bytes:
    """Return ``document`` as a DOCX file.

    Raises TemplateError when the template asks for what the document does not have.
    """
    parts = dict(template.package.parts)
    parts |= template.fill({key: _prepared(value) for key, value in document.context.items()})
    parts[_BODY] = _promote_last_section(parts[_BODY])
    if document.changes:
        parts[_STYLES] = _change_styles(parts[_STYLES], document.changes)
    parts[CORE] = _core_properties(document).encode()
    mark_parts(parts)
    return Package(parts).bytes()


def _prepared(value: object) -> object:
    """Turn blocks, also inside lists and mappings, into the XML a ``{{p … }}`` tag wants."""
    if isinstance(value, dict):
        return {key: _prepared(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        if value and all(isinstance(item, (Paragraph, Table)) for item in value):
            blocks: Iterable[Block] = value
            return blocks_xml(blocks)
        return [_prepared(item) for item in value]
    return value


def _promote_last_section(body: bytes) -> bytes:
    """Make a section that ends in the last paragraph the last section of the document.

    A template can end a section only in a paragraph; without this an empty page would follow.
    """
    root = etree.fromstring(body)
    final = root.find(f"{W}body/{W}sectPr")
    before = final.getprevious() if final is not None else None
    if final is None or before is None or before.tag != f"{W}p":
        return body
    section = before.find(f"{W}pPr/{W}sectPr")
    if section is None:
        return body
    parent = final.getparent()
    if parent is not None:
        parent.replace(final, section)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _change_styles(styles: bytes, changes: Iterable[StyleChange]) -> bytes:
    root = etree.fromstring(styles)
    by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    for change in changes:
        style = by_id.get(change.style)
        if style is not None:
            _change(style, change)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_PARAGRAPH_ORDER = ("spacing", "ind", "jc", "outlineLvl")


def _change(style: etree._Element, change: StyleChange) -> None:
    paragraph = _child(style, "pPr", ("rPr", "tblPr"))
    values = {"before": change.before, "after": change.after, "line": change.line}
    if any(value is not None for value in values.values()):
        spacing = _child(paragraph, "spacing", _PARAGRAPH_ORDER)
        for name, value in values.items():
            _set(spacing, name, None if value is None else pt_to_twips(value))
    if change.left is not None or change.right is not None:
        indent = _child(paragraph, "ind", _PARAGRAPH_ORDER[2:])
        _set(indent, "left", None if change.left is None else mm_to_twips(change.left))
        _set(indent, "right", None if change.right is None else mm_to_twips(change.right))
    if change.align is not None:
        _child(paragraph, "jc", _PARAGRAPH_ORDER[3:]).set(f"{W}val", change.align)
    if change.size is not None:
        run = _child(style, "rPr", ())
        for name in ("sz", "szCs"):
            _child(run, name, ()).set(f"{W}val", str(round(change.size * 2)))


def _set(element: etree._Element, name: str, value: int | None) -> None:
    if value is not None:
        element.set(f"{W}{name}", str(value))


def _child(parent: etree._Element, name: str, followers: tuple[str, ...]) -> etree._Element:
    """Return the child ``name`` of ``parent``, made before any of ``followers`` where it is missing."""
    found = parent.find(f"{W}{name}")
    if found is not None:
        return found
    child = etree.Element(f"{W}{name}")
    follower = next((e for e in parent if etree.QName(e).localname in followers), None)
    if follower is not None:
        follower.addprevious(child)
    else:
        parent.append(child)
    return child


def _core_properties(document: Document) -> str:
    """Return ``docProps/core.xml``: title, creator and language for search and screen readers, no clock."""
    date = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{document.created}</dcterms:{{0}}>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(document.title, quote=False)}</dc:title><dc:creator>{escape(document.creator, quote=False)}</dc:creator>"
        f"<cp:keywords>{escape(' '.join(document.keywords), quote=False)}</cp:keywords><dc:language>zh-CN</dc:language>"
        "<dc:identifier>gen:</dc:identifier>"
        f"{date.format('created')}{date.format('modified')}</cp:coreProperties>"
    )
