"""The policy that a notice carries 随附数据: a data part of the file, so that the paper can be read back as what it was made of.

Word calls it a custom XML part, keeps it and does not show it; LibreOffice keeps it too. It holds what the notice was
printed from, notice, table and the entries of the register that they name, and is left out where a paper is to hold only what it shows.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

from lxml import etree

PART = "customXml/item1.xml"
_PROPERTIES = "customXml/itemProps1.xml"
_RELATIONS = "customXml/_rels/item1.xml.rels"
_OF_DOCUMENT, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARED = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACE = "urn:hongtou:policy:1"
_ID = "{6C1B7B52-6E0A-4D3A-9C55-9D6B1F2C7A10}"
"""What Word knows the part by; the same in every paper."""


def with_carried_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` with a place for the data declared; :data:`PART` itself is still to be filled."""
    kind = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
    override = f'<Override PartName="/{_PROPERTIES}" ContentType="{kind}"/>'.encode()
    relation = f'<Relationship Id="rIdGenData" Type="{_OFFICE}/relationships/customXml" Target="../{PART}"/>'
    item = (
        f'{_DECLARED}<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/relationships/customXmlProps" Target="itemProps1.xml"/></Relationships>'
    )
    properties = (
        f'{_DECLARED}<ds:datastoreItem ds:itemID="{_ID}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    return {
        **parts,
        _TYPES: parts[_TYPES].replace(b"</Types>", override + b"</Types>"),
        _OF_DOCUMENT: parts[_OF_DOCUMENT].replace(
            b"</Relationships>", relation.encode() + b"</Relationships>"
        ),
        _RELATIONS: item.encode(),
        _PROPERTIES: properties.encode(),
    }


def carried_part(texts: dict[str, str]) -> bytes:
    """Return the data part that holds ``texts`` by name."""
    inner = "".join(f"<{name}>{escape(text)}</{name}>" for name, text in texts.items())
    return f'{_DECLARED}<policy xmlns="{NAMESPACE}">{inner}</policy>'.encode()


def carried_texts(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the texts that the file of ``parts`` carries by name, empty where it carries none.

    Editors number such parts as they like, so all of them are looked at.
    """
    ours = NAMESPACE.encode()
    for name, data in sorted(parts.items()):
        if name.startswith("customXml/item") and ours in data and b"<!DOCTYPE" not in data:
            return _texts(data)
    return {}


def _texts(data: bytes) -> dict[str, str]:
    try:
        root = etree.fromstring(
            data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        )
    except (etree.XMLSyntaxError, ValueError):
        return {}
    if root.tag != f"{{{NAMESPACE}}}policy":
        return {}
    return {etree.QName(child).localname: child.text or "" for child in root if isinstance(child.tag, str)}
