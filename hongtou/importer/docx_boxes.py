"""Text boxes of a DOCX 文本框: 发文机关标志 and 版记 may stand in them. Each is read once, and in the order it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from hongtou.importer.docx_parts import MC, WP, A, V, W, integer

_NOTHING = etree.Element("nothing")
_HALF_PAGE = 5_346_000
"""Half of A4, 148.5 mm, in EMU (36,000 to a mm)."""
_EMU_PER_POINT = 12_700
_PAGE = frozenset({"page", "margin", "topMargin"})
_TOP = re.compile(r"(?:^|;)\s*margin-top\s*:\s*(-?\d{1,6}(?:\.\d{1,6})?)(pt|in|mm|cm)?")
_POINTS = {"pt": 1.0, "": 1.0, "in": 72.0, "mm": 2.8346, "cm": 28.346}


def chosen(alternate: etree._Element) -> etree._Element:
    """Return the one of several writings of the same content that is read: the first that has something, else the fallback."""
    for tag in ("Choice", "Fallback"):
        for found in alternate.findall(f"{MC}{tag}"):
            if len(found):
                return found
    return _NOTHING


def _nodes(element: etree._Element) -> Iterator[etree._Element]:
    """Yield what is in a drawing, without what is in its boxes and without second writings."""
    waiting = [element]
    while waiting:
        node = waiting.pop()
        yield node
        if node.tag == f"{MC}AlternateContent":
            waiting += reversed(chosen(node))
        elif node.tag != f"{W}txbxContent":
            waiting += reversed(node)


def boxes_of(drawn: etree._Element) -> list[tuple[etree._Element | str, bool]]:
    """Return the boxes (and words of WordArt) of a drawing, each with whether it prints below the paragraph it hangs on."""
    found: list[tuple[etree._Element | str, bool]] = []
    below = False
    for node in _nodes(drawn):
        if node.tag == f"{WP}anchor":
            below = _anchored_below(node)
        elif node.tag == f"{WP}inline":
            below = True
        elif node.tag == f"{V}textpath":
            found.append((node.get("string", ""), below))
        elif node.tag == f"{W}txbxContent":
            found.append((node, below))
        elif str(node.tag).startswith(V) and node.get("style"):
            below = _styled_below(node.get("style", ""), below)
    return found


def embedded_text(drawn: etree._Element) -> str:
    """Return the text of a drawing that stands in no box."""
    return " ".join(node.text or "" for node in _nodes(drawn) if node.tag == f"{A}t")


def _anchored_below(anchor: etree._Element) -> bool:
    position = anchor.find(f"{WP}positionV")
    if position is None:
        return False
    if position.findtext(f"{WP}align") == "bottom" or position.get("relativeFrom") == "bottomMargin":
        return True
    offset = integer(position.findtext(f"{WP}posOffset"), 0)
    return offset > (_HALF_PAGE if position.get("relativeFrom") in _PAGE else 0)


def _styled_below(style: str, otherwise: bool) -> bool:
    """Return the same for VML, whose places stand in a style; ``otherwise`` where it says nothing."""
    top = _TOP.search(style)
    if not top:
        return otherwise
    offset = float(top[1]) * _POINTS[top[2] or ""] * _EMU_PER_POINT
    on_page = any(f"mso-position-vertical-relative:{name}" in style for name in ("page", "margin"))
    return offset > (_HALF_PAGE if on_page else 0)
