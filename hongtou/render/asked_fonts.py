"""The fonts that a paper asks for, and those that its PDF shows 所需字体、所用字体."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
HAN = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
LATIN = re.compile("[0-9A-Za-z]")


def embedded_fonts(pdf: Path) -> frozenset[str]:
    """Return the names of the fonts that draw text in ``pdf``, without their subset prefix."""
    import pypdfium2
    import pypdfium2.raw as raw

    names = set()
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                names.add(item.get_font().get_base_name())
            page.close()
    return frozenset(name.split("+", 1)[-1] for name in names if name)


def wanted_fonts(docx: Path) -> frozenset[str]:
    """Return the families that the text of ``docx`` is set in; a style nobody uses does not count."""
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    families: set[str] = set()
    try:
        with zipfile.ZipFile(docx) as package:
            parts = {
                member.filename: package.read(member)
                for member in package.infolist()
                if _FONT_PARTS.fullmatch(member.filename) and member.file_size <= _LARGEST_PART
            }
        trees = {name: etree.fromstring(xml, parser) for name, xml in parts.items()}
    except (zipfile.BadZipFile, OSError, etree.XMLSyntaxError):
        # LibreOffice reads more than we can (.odt, flat XML); nothing is known about its wishes then.
        return frozenset()
    styles = _Styles(trees.pop("word/styles.xml", None), trees.pop("word/theme/theme1.xml", None))
    for tree in trees.values():
        for paragraph in tree.iter(f"{W}p"):
            for run in paragraph.iter(f"{W}r"):
                families |= styles.families(paragraph, run)
    return frozenset(families)


_LARGEST_PART = 64 * 2**20
_FONT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|styles|theme/theme1)\.xml")
_SLOTS = (("eastAsia", HAN), ("ascii", LATIN))


class _Styles:
    """Resolves the fonts of a run: its own, its style's, its paragraph's style's, the document's."""

    def __init__(self, styles: etree._Element | None, theme: etree._Element | None) -> None:
        self._theme = {} if theme is None else _theme_fonts(theme)
        self._fonts: dict[str, dict[str, str]] = {}
        self._parents: dict[str, str] = {}
        self._default: dict[str, str] = {}
        self._normal = ""
        if styles is None:
            return
        self._default = self._read(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
        for style in styles.iter(f"{W}style"):
            key = style.get(f"{W}styleId", "")
            self._fonts[key] = self._read(style.find(f"{W}rPr"))
            self._parents[key] = _value(style, "basedOn")
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true"):
                self._normal = key

    def families(self, paragraph: etree._Element, run: etree._Element) -> set[str]:
        """Return the families in which the letters of ``run`` ask to be set."""
        text = "".join(node.text or "" for node in run.iter(f"{W}t"))
        own = run.find(f"{W}rPr")
        layers = [
            self._read(own),
            *self._chain(_value(own, "rStyle")),
            *self._chain(_value(paragraph.find(f"{W}pPr"), "pStyle") or self._normal),
            self._default,
        ]
        return {
            family
            for slot, letters in _SLOTS
            if letters.search(text) and (family := next((f[slot] for f in layers if slot in f), ""))
        }

    def _chain(self, style: str) -> Iterator[dict[str, str]]:
        seen: set[str] = set()
        while style in self._fonts and style not in seen:
            seen.add(style)
            yield self._fonts[style]
            style = self._parents[style]

    def _read(self, properties: etree._Element | None) -> dict[str, str]:
        fonts = None if properties is None else properties.find(f"{W}rFonts")
        if fonts is None:
            return {}
        slots = {}
        for slot, _letters in _SLOTS:
            family = self._theme.get(fonts.get(f"{W}{slot}Theme", "")) or fonts.get(f"{W}{slot}")
            if family:
                slots[slot] = family
        return slots


def _value(properties: etree._Element | None, name: str) -> str:
    """Return the ``w:val`` of a child such as ``w:pStyle``, empty where there is none."""
    child = None if properties is None else properties.find(f"{W}{name}")
    return "" if child is None else child.get(f"{W}val", "")


def _theme_fonts(theme: etree._Element) -> dict[str, str]:
    """Return the theme's families by the names that ``w:rFonts`` calls them (``minorEastAsia`` …)."""
    found: dict[str, str] = {}
    for kind in ("major", "minor"):
        for fonts in theme.iter(f"{A}{kind}Font"):
            latin, han, hans = (
                "" if font is None else font.get("typeface", "")
                for font in map(fonts.find, (f"{A}latin", f"{A}ea", f"{A}font[@script='Hans']"))
            )
            found |= {f"{kind}HAnsi": latin, f"{kind}Ascii": latin, f"{kind}EastAsia": han or hans}
    return found
