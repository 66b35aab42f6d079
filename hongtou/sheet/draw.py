"""Draw the shipped Word templates with python-docx from the styles and the rows of a paper.

Two drawings with the same settings are equal byte for byte.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from copy import deepcopy

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import Section

from hongtou.model.settings import SheetSettings
from hongtou.package import Package
from hongtou.sheet import page_number
from hongtou.sheet.papers import TEMPLATES, Row
from hongtou.sheet.sections import section_properties
from hongtou.sheet.styles_xml import styles_part
from hongtou.sheet.theme import theme_part

_UNUSED = frozenset({"customXml", "stylesWithEffects", "webSettings", "fontTable", "numbering", "thumbnail"})
"""Parts of python-docx's default document that a paper does not need."""


def draw(name: str, settings: SheetSettings | None = None) -> bytes:
    """Return the template ``name`` (a key of :data:`TEMPLATES`) as a DOCX file.

    Raises KeyError for a name that is not shipped.
    """
    template = TEMPLATES[name]
    settings = settings or SheetSettings()
    document = _blank(settings)
    sections = _sections(document, settings, template.letter)
    document.element.body.append(deepcopy(sections[template.last]))
    _write(document, template.rows, sections)
    buffer = io.BytesIO()
    document.save(buffer)
    return Package.read(buffer.getvalue(), name).bytes()


def _blank(settings: SheetSettings) -> DocumentObject:
    document = Document()
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    part = document.part
    for relations in (part.rels, part.package.rels):
        for key in [key for key, r in relations.items() if r.reltype.rsplit("/", 1)[-1] in _UNUSED]:
            relations.pop(key)
    part.part_related_by(RELATIONSHIP_TYPE.THEME)._blob = theme_part(settings).encode()
    for kind, xml in (
        (RELATIONSHIP_TYPE.STYLES, styles_part(settings)),
        (RELATIONSHIP_TYPE.SETTINGS, _SETTINGS),
    ):
        related = part.part_related_by(kind)
        assert isinstance(related, XmlPart)
        related._element = parse_xml(xml.encode())
    return document


_SETTINGS = (
    f'<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/>'
    '<w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>'
    '<w:drawingGridVerticalSpacing w:val="579"/><w:characterSpacingControl w:val="doNotCompress"/>'
    "<w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/><w:doNotLeaveBackslashAlone/><w:ulTrailSpace/>"
    "<w:doNotExpandShiftReturn/><w:adjustLineHeightInTable/><w:useFELayout/>"
    '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    '</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/>'
    '<w:listSeparator w:val=","/></w:settings>'
)


def _sections(document: DocumentObject, settings: SheetSettings, letter: bool) -> dict[str, BaseOxmlElement]:
    """Return the section properties by name: main, portrait, table, landscape; leave the body empty."""
    document.add_section()
    main, landscape = document.sections
    _clear(main._sectPr)
    _clear(landscape._sectPr)
    upright = _footers(main, page_number.odd(settings), page_number.even(settings))
    if letter:
        upright += _first_footer(main)
    side = _footers(landscape, page_number.side_odd(settings), page_number.side_even(settings))
    body = document.element.body
    result = {}
    all_footers = {"main": upright, "portrait": upright[:2], "table": upright[:2], "landscape": side}
    for name, footers in all_footers.items():
        properties = section_properties(name, settings, letter)
        for position, footer in enumerate(footers):
            properties.insert(position, parse_xml(footer))
        result[name] = properties
    for element in list(body):
        body.remove(element)
    return result


def _clear(properties: BaseOxmlElement) -> None:
    for element in list(properties):
        properties.remove(element)


def _footers(section: Section, odd: str, even: str) -> list[str]:
    for footer, content in ((section.footer, odd), (section.even_page_footer, even)):
        footer.is_linked_to_previous = False
        _fill(footer._element, content)
    return [_reference(section, "default"), _reference(section, "even")]


def _first_footer(section: Section) -> list[str]:
    section.first_page_footer.is_linked_to_previous = False
    _fill(section.first_page_footer._element, page_number.lower_rule())
    return [_reference(section, "first")]


def _fill(element: BaseOxmlElement, content: str) -> None:
    _clear(element)
    element.append(parse_xml(content))
    if element[-1].tag == qn("w:tbl"):
        element.append(parse_xml(page_number.after_side()))


def _reference(section: Section, kind: str) -> str:
    reference = next(
        r for r in section._sectPr.findall(qn("w:footerReference")) if r.get(qn("w:type")) == kind
    )
    return f'<w:footerReference {nsdecls("w", "r")} w:type="{kind}" r:id="{reference.get(qn("r:id"))}"/>'


def _write(document: DocumentObject, rows: Iterable[Row], sections: dict[str, BaseOxmlElement]) -> None:
    body = document.element.body
    end = body[-1]
    for row in rows:
        end.addprevious(_paragraph(row, sections))


def _paragraph(row: Row, sections: dict[str, BaseOxmlElement]) -> BaseOxmlElement:
    if row.xml:
        return parse_xml(row.xml)
    runs = "<w:r><w:tab/></w:r>".join(_run(text) for text in row.text.split("\t"))
    runs += _run(row.signer, "SignerChar")
    style = f'<w:pStyle w:val="{row.style}"/>' if row.style != "Normal" else ""
    frame = row.frame.xml if row.frame else ""
    properties = f"<w:pPr>{style}{frame}</w:pPr>" if style else ""
    paragraph = parse_xml(f"<w:p {nsdecls('w')}>{properties}{runs}</w:p>")
    if row.section:
        paragraph[0].append(deepcopy(sections[row.section]))
    return paragraph


def _run(text: str, style: str = "") -> str:
    if not text:
        return ""
    named = f'<w:rStyle w:val="{style}"/>' if style else ""
    properties = f'<w:rPr>{named}<w:rFonts w:hint="eastAsia"/></w:rPr>'
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
