"""Values of named styles that depend on a paper, written into its styles part."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from hongtou.documents.blocks import StyleChange
from hongtou.render.tags import W
from hongtou.sheet.standard import mm_to_twips, pt_to_twips


def changed_styles(styles: bytes, changes: Iterable[StyleChange]) -> bytes:
    """Return the styles part ``styles`` with ``changes``; a style it does not have is passed over."""
    root = etree.fromstring(styles)
    by_id = {style.get(f"{W}styleId"): style for style in root.iter(f"{W}style")}
    for change in changes:
        style = by_id.get(change.style)
        if style is not None:
            _change(style, change)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


_PARAGRAPH_ORDER = ("overflowPunct", "snapToGrid", "spacing", "ind", "jc", "outlineLvl")


def _change(style: etree._Element, change: StyleChange) -> None:
    paragraph = _child(style, "pPr", ("rPr", "tblPr"))
    if change.tabs is not None:
        tabs = _child(paragraph, "tabs", _PARAGRAPH_ORDER)
        tabs[:] = []
        for kind, position in change.tabs:
            stop = etree.SubElement(tabs, f"{W}tab")
            stop.set(f"{W}val", kind)
            stop.set(f"{W}pos", str(mm_to_twips(position)))
    values = {"before": change.before, "after": change.after, "line": change.line}
    if any(value is not None for value in values.values()):
        spacing = _child(paragraph, "spacing", _PARAGRAPH_ORDER[3:])
        for name, value in values.items():
            _set(spacing, name, None if value is None else pt_to_twips(value))
    if change.left is not None or change.right is not None:
        indent = _child(paragraph, "ind", _PARAGRAPH_ORDER[4:])
        _set(indent, "left", None if change.left is None else mm_to_twips(change.left))
        _set(indent, "right", None if change.right is None else mm_to_twips(change.right))
    if change.align is not None:
        _child(paragraph, "jc", _PARAGRAPH_ORDER[5:]).set(f"{W}val", change.align)
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
