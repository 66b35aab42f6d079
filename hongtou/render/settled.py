"""A PDF from LibreOffice without the clock in it: the same paper gives the same bytes.

The moment of conversion stands in the information of the file, and a hash of it in its identifier. Both are replaced by
what depends on the paper alone, at equal length, so that every offset in the file still holds. (LibreOffice runs in UTC:
the zone is written behind the moment, and its length would differ.)
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

from hongtou.package import UNREADABLE

_CREATED = re.compile(rb"<dcterms:created[^>]*>(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)")
_UNDATED = b"20000101000000"
_DATE = re.compile(rb"(/(?:CreationDate|ModDate)\s*\(D:)\d{14}")
_XMP_DATE = re.compile(rb"(<xmp:(?:CreateDate|ModifyDate|MetadataDate)>)\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
_IDENTIFIER = re.compile(
    rb"(/ID\s*\[\s*<)([0-9A-F]{32})(>\s*<)([0-9A-F]{32})(>)|(/DocChecksum\s*/)([0-9A-F]{32})"
)


def settled(pdf: bytes, docx: Path) -> bytes:
    """Return ``pdf`` with the date of the paper ``docx`` for that of the conversion, and identifiers made from the rest."""
    date = _created(docx)
    pdf = _DATE.sub(rb"\g<1>" + date, pdf)
    pdf = _XMP_DATE.sub(rb"\g<1>" + _dashed(date), pdf)
    start = pdf.rfind(b"trailer")
    if start < 0:
        return pdf
    name = hashlib.sha256(pdf[:start]).hexdigest()[:32].upper().encode()
    return pdf[:start] + _IDENTIFIER.sub(lambda match: _renamed(match, name), pdf[start:])


def _renamed(match: re.Match[bytes], name: bytes) -> bytes:
    if match[6] is not None:
        return match[6] + name
    return match[1] + name + match[3] + name + match[5]


def _created(docx: Path) -> bytes:
    """Return when the paper says that it was made, as fourteen digits."""
    try:
        with zipfile.ZipFile(docx) as package:
            match = _CREATED.search(package.read("docProps/core.xml"))
    except UNREADABLE:
        return _UNDATED
    return b"".join(match.groups()) if match else _UNDATED


def _dashed(date: bytes) -> bytes:
    day, time = date[:8].decode(), date[8:].decode()
    return f"{day[:4]}-{day[4:6]}-{day[6:]}T{time[:2]}:{time[2:4]}:{time[4:]}".encode()
