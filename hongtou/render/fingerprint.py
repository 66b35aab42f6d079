"""A mark inside each written file that tells whether a person has changed it since.

In a Word or Excel file it is a hash of the directory of its archive (name, checksum and size of every part), kept in
the ``dc:identifier`` of its properties; in a PDF, an SVG or an HTML page a hash of all before it, in a comment after the end;
in a calendar a hash of the whole without it, in a property of its own.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable

from hongtou.package import UNREADABLE

CORE = "docProps/core.xml"
EMPTY = b"<dc:identifier>gen:</dc:identifier>"
"""The mark before it is known; what it stands in is hashed with it."""
_MARK = re.compile(rb"<dc:identifier>gen:([0-9a-f]{64})?</dc:identifier>")
_PDF_MARK = re.compile(rb"\n%gen:([0-9a-f]{64})\n\Z")
CALENDAR_MARK = "X-GEN"
"""The property of a calendar that holds the mark; empty before it is known."""
_EMPTY_ICS = b"\r\nX-GEN:\r\n"
_ICS_MARK = re.compile(rb"\r\nX-GEN:([0-9a-f]{64})\r\n")
_MARKUP_MARK = re.compile(rb"<!--gen:([0-9a-f]{64})-->\n\Z")
_MAX_CORE = 1_000_000

Listing = tuple[str, int, int]
"""A part: its name, the CRC-32 of what it holds, its size."""


def marked(core: bytes, others: Iterable[Listing]) -> bytes:
    """Return the core properties ``core``, which hold :data:`EMPTY`, with the mark of the whole file filled in."""
    mark = _hash([*others, _listing(core)])
    return core.replace(EMPTY, EMPTY[:19] + mark.encode() + EMPTY[19:], 1)


def mark_pdf(data: bytes) -> bytes:
    """Return the PDF ``data`` with its mark at the end."""
    return data + f"\n%gen:{hashlib.sha256(data).hexdigest()}\n".encode()


def mark_calendar(data: bytes) -> bytes:
    """Return the calendar ``data``, which holds :data:`CALENDAR_MARK` empty, with its mark filled in."""
    mark = hashlib.sha256(data).hexdigest().encode()
    return data.replace(_EMPTY_ICS, b"\r\nX-GEN:" + mark + b"\r\n", 1)


def mark_markup(data: bytes) -> bytes:
    """Return the SVG or HTML ``data``, which ends in a line break, with its mark at the end."""
    return data + f"<!--gen:{hashlib.sha256(data).hexdigest()}-->\n".encode()


def untouched(data: bytes) -> bool:
    """Whether ``data`` is a file as gen wrote it, changed by nobody since."""
    if data.startswith((b"%PDF", b"<")):
        match = (_PDF_MARK if data.startswith(b"%PDF") else _MARKUP_MARK).search(data)
        return match is not None and hashlib.sha256(data[: match.start()]).hexdigest().encode() == match[1]
    if data.startswith(b"BEGIN:VCALENDAR"):
        match = _ICS_MARK.search(data)
        unmarked = _ICS_MARK.sub(_EMPTY_ICS, data, count=1)
        return match is not None and hashlib.sha256(unmarked).hexdigest().encode() == match[1]
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = archive.infolist()
            info = archive.getinfo(CORE)
            core = archive.read(info) if info.file_size <= _MAX_CORE else b""
    except UNREADABLE:
        return False
    match = _MARK.search(core)
    if match is None or match[1] is None:
        return False
    others = [(e.filename, e.CRC, e.file_size) for e in entries if e.filename != CORE]
    return _hash([*others, _listing(_MARK.sub(EMPTY, core))]).encode() == match[1]


def _listing(core: bytes) -> Listing:
    return CORE, zlib.crc32(core), len(core)


def _hash(listings: Iterable[Listing]) -> str:
    return hashlib.sha256(
        "\n".join(f"{name} {crc} {size}" for name, crc, size in sorted(listings)).encode()
    ).hexdigest()
