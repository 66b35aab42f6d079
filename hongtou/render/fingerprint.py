"""A mark inside each written file that tells whether a person has changed it since.

The mark is a hash of all the rest: in a DOCX the ``dc:identifier`` of its properties, in a PDF a comment after its end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping

from hongtou.errors import GenError
from hongtou.package import Package

CORE = "docProps/core.xml"
_MARK = re.compile(rb"<dc:identifier>gen:([0-9a-f]{64})?</dc:identifier>")
_EMPTY = b"<dc:identifier>gen:</dc:identifier>"
_PDF_MARK = re.compile(rb"\n%gen:([0-9a-f]{64})\n\Z")


def mark_parts(parts: dict[str, bytes]) -> None:
    """Fill in the mark in the core properties of ``parts``."""
    mark = b"<dc:identifier>gen:" + _hash(parts).encode() + b"</dc:identifier>"
    parts[CORE] = _MARK.sub(mark, parts[CORE])


def mark_pdf(data: bytes) -> bytes:
    """Return the PDF ``data`` with its mark at the end."""
    return data + f"\n%gen:{hashlib.sha256(data).hexdigest()}\n".encode()


def untouched(data: bytes) -> bool:
    """Whether ``data`` is a file as gen wrote it, changed by nobody since."""
    if data.startswith(b"%PDF"):
        match = _PDF_MARK.search(data)
        return match is not None and hashlib.sha256(data[: match.start()]).hexdigest().encode() == match[1]
    try:
        parts = Package.read(data, "").parts
    except GenError:
        return False
    match = _MARK.search(parts.get(CORE, b""))
    return match is not None and _hash(parts).encode() == match[1]


def _hash(parts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name in sorted(parts):
        content = _MARK.sub(_EMPTY, parts[name]) if name == CORE else parts[name]
        digest.update(f"{name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()
