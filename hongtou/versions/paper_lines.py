"""A DOCX as lines for git: paragraphs, and rows with their cells between bars; struck-out text is shown as such."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator

from lxml import etree

from hongtou.errors import GenError
from hongtou.package import UNREADABLE, Package

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
"""What older programs show in the place of a box: the same text again."""
_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_BREAKS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "-"}


def paper_lines(data: bytes) -> Iterator[str]:
    """Yield the lines of the DOCX ``data``; one line that is never the same for two files where it cannot be read."""
    try:
        lines = [*_package_lines(Package.read(data, ""))]
    except (GenError, etree.XMLSyntaxError, *UNREADABLE):
        lines = [f"（不是可读的 .docx：{len(data)} 字节，SHA-256 {hashlib.sha256(data).hexdigest()}）"]
    yield from lines


def _package_lines(package: Package) -> Iterator[str]:
    """Yield the text, then what stands in heads, feet and notes, each part behind its name."""
    names = sorted(
        (name for name in package.parts if _PARTS.fullmatch(name)),
        key=lambda name: (name != "word/document.xml", name),
    )
    for name in names:
        root = etree.fromstring(package.parts[name], etree.XMLParser(resolve_entities=False, no_network=True))
        lines = [*_blocks(root)]
        if name != "word/document.xml" and any(lines):
            yield f"■ {name}"
        yield from lines


def _blocks(element: etree._Element) -> Iterator[str]:
    """Yield paragraphs and rows below ``element`` in their order; what holds them is entered."""
    for child in element:
        if child.tag == f"{_W}p":
            yield _paragraph(child)
        elif child.tag == f"{_W}tbl":
            yield from (_row(row) for row in child.iter(f"{_W}tr"))
        elif isinstance(child.tag, str):
            yield from _blocks(child)


def _row(row: etree._Element) -> str:
    cells = row.iter(f"{_W}tc")
    return " | ".join(" ".join(_paragraph(p) for p in cell.iter(f"{_W}p")) for cell in cells)


def _paragraph(paragraph: etree._Element) -> str:
    """Return the text of a paragraph and of boxes in it; tracked changes are marked {+added+} and [-struck out-]."""
    pieces = []
    for node in paragraph.iter():
        if node.tag == f"{_W}t":
            above = {parent.tag for parent in node.iterancestors()}
            if _FALLBACK not in above:
                pieces.append(f"{{+{node.text or ''}+}}" if f"{_W}ins" in above else node.text or "")
        elif node.tag == f"{_W}delText":
            pieces.append(f"[-{node.text or ''}-]")
        elif node.tag in _BREAKS and not _in_tab_stops(node):
            pieces.append(_BREAKS[node.tag])
    return "".join(pieces).replace("\n", " ")


def _in_tab_stops(node: etree._Element) -> bool:
    """Whether a tab is a stop that a paragraph sets, not one that was typed."""
    parent = node.getparent()
    return parent is not None and parent.tag == f"{_W}tabs"
