"""What a file says of itself: core properties for search and screen readers, custom ones for gen."""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape

from hongtou.documents.blocks import Document
from hongtou.render.fingerprint import EMPTY

CUSTOM = "docProps/custom.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006"
_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<Properties xmlns="{_NAMESPACE}/custom-properties" xmlns:vt="{_NAMESPACE}/docPropsVTypes">'
).encode()
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""What Office gives every custom property."""


def core_properties(document: Document) -> bytes:
    """Return ``docProps/core.xml`` of ``document``, its mark still empty: title, creator and language, no clock."""
    date = f'<dcterms:{{0}} xsi:type="dcterms:W3CDTF">{document.created}</dcterms:{{0}}>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{_escaped(document.title)}</dc:title><dc:creator>{_escaped(document.creator)}</dc:creator>"
        f"<cp:keywords>{_escaped(' '.join(document.keywords))}</cp:keywords><dc:language>zh-CN</dc:language>"
        f"{EMPTY.decode()}{date.format('created')}{date.format('modified')}</cp:coreProperties>"
    ).encode()


def custom_properties(document: Document, present: bytes = b"") -> bytes:
    """Return ``docProps/custom.xml`` of ``document``: its own properties after those that ``present`` holds."""
    kept, first = _kept(present)
    own = "".join(_property(number, *named) for number, named in enumerate(document.about, first))
    tasks = _properties(first + len(document.about), document.fingerprints)
    return b"".join((_HEAD, kept, own.encode(), tasks, b"</Properties>"))


@lru_cache(maxsize=8)
def _kept(present: bytes) -> tuple[bytes, int]:
    """Return the properties in ``present``, and the number that the next one gets."""
    kept = re.findall(rb"<property\b.*?</property>", present, re.DOTALL)
    numbers = (int(number) for number in re.findall(rb'\bpid="(\d+)"', present))
    return b"".join(kept), max(numbers, default=1) + 1


@lru_cache(maxsize=512)
def _properties(first: int, named: tuple[tuple[str, str], ...]) -> bytes:
    return "".join(_property(number, *one) for number, one in enumerate(named, first)).encode()


def _property(number: int, name: str, value: str) -> str:
    value = f"<vt:lpwstr>{_escaped(value)}</vt:lpwstr>"
    return f'<property fmtid="{_FORMAT}" pid="{number}" name="{escape(name)}">{value}</property>'


def _escaped(text: str) -> str:
    return escape(text, quote=False)


def with_custom_part(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Return ``parts`` with a place for custom properties declared, as it is where there is one already."""
    if CUSTOM in parts:
        return parts
    kind = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
    override = f'<Override PartName="/{CUSTOM}" ContentType="{kind}"/>'.encode()
    relation = (
        f'<Relationship Id="rIdGen" Type="{_NAMESPACE}/relationships/custom-properties" Target="{CUSTOM}"/>'
    )
    return {
        **parts,
        CUSTOM: _HEAD + b"</Properties>",
        _TYPES: parts[_TYPES].replace(b"</Types>", override + b"</Types>"),
        _RELATIONS: parts[_RELATIONS].replace(b"</Relationships>", relation.encode() + b"</Relationships>"),
    }
