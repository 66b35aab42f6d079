"""The parts of a DOCX as trees 文档部件: parsed without entities, bounded, found by their relations."""

from __future__ import annotations

import posixpath
import re

from lxml import etree

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.package import Package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
V = "{urn:schemas-microsoft-com:vml}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
MAX_TAGS = 1_000_000
"""Of one part; the longest notice known has some ten thousand."""
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", _R_ID[1:-3].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing", WP[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
)
"""Names in files that Word saved as “Strict Open XML”."""
_NUMBER = re.compile(r"\s*(-?\d{1,9})")
_DOCUMENT = "word/document.xml"


def integer(text: str | None, default: int) -> int:
    """Return the number that an attribute gives, ``default`` where it gives none."""
    found = _NUMBER.match(text or "")
    return int(found[1]) if found else default


def value(element: etree._Element | None, path: str = "") -> str | None:
    """Return the ``w:val`` of the child at ``path`` (or of ``element`` itself), None where it is not there."""
    found = element.find(path) if element is not None and path else element
    return None if found is None else found.get(f"{W}val", "")


def switched(element: etree._Element | None, name: str) -> bool | None:
    """Return whether the child ``name`` switches something on or off; None where it is not there."""
    found = value(element, f"{W}{name}")
    return None if found is None else found not in ("0", "false", "off", "none")


class Parts:
    """The trees of a package; ``name`` is what messages call the file."""

    def __init__(self, package: Package, name: str) -> None:
        self._package, self._name = package, name
        self._related: dict[str, tuple[str, str]] | None = None

    @property
    def names(self) -> list[str]:
        """The names of all parts, sorted."""
        return sorted(self._package.parts)

    def document(self) -> etree._Element:
        """Return the tree of the main part."""
        root = self.tree(_DOCUMENT)
        if root is None:
            raise self._damaged(_DOCUMENT)
        return root

    def tree(self, part: str) -> etree._Element | None:
        """Return the tree of ``part``, None where there is no such part. Raises GenError where it is damaged or a trap."""
        data = self._package.parts.get(part)
        if data is None:
            return None
        if data.count(b"<") > MAX_TAGS or b"<!DOCTYPE" in data:
            raise self._trap(part)
        if b"//purl.oclc.org/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
            load_dtd=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self._trap(part) if "XML_PARSE_HUGE" in str(error) else self._damaged(part) from error
        if root.getroottree().docinfo.doctype:
            raise self._trap(part)
        return root

    def related(self, kind: str) -> etree._Element | None:
        """Return the tree of the part that the document names for ``kind`` (styles, numbering …)."""
        part = next((part for type_, part in self._relations().values() if type_ == kind), f"word/{kind}.xml")
        return self.tree(part)

    def all_of(self, kind: str) -> list[str]:
        """Return the names of the parts that the document names for ``kind``, sorted."""
        related = {part for type_, part in self._relations().values() if type_ == kind}
        return sorted(related & self._package.parts.keys())

    def _relations(self) -> dict[str, tuple[str, str]]:
        if self._related is None:
            root = self.tree("word/_rels/document.xml.rels")
            self._related = {
                relation.get("Id", ""): (
                    relation.get("Type", "").rpartition("/")[2],
                    posixpath.normpath(posixpath.join("/word", relation.get("Target", ""))).lstrip("/"),
                )
                for relation in (root if root is not None else ())
                if relation.get("TargetMode") != "External"
            }
        return self._related

    def _damaged(self, part: str) -> GenError:
        return GenError(
            _("{name} is damaged: {part} in it cannot be read.").format(name=self._name, part=part),
            _("Open it in Word or WPS, which may mend it, and save it anew as .docx."),
        )

    def _trap(self, part: str) -> GenError:
        return GenError(
            _(
                "{name} is made as no word processor makes it: {part} is too large, too deep or has entities."
            ).format(name=self._name, part=part),
            _("Use a file from a source you trust, or copy its text into a new document."),
        )
