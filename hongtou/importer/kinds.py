"""What a file is, told by its content 文件类型, and what to do with those that cannot be read."""

from __future__ import annotations

import io
import re
import zipfile

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.encoding import marked
from hongtou.importer.scan import Kind
from hongtou.package import UNREADABLE

_HEAD = 4096
_PAGE = re.compile(
    r"\s*(?><!--.*?-->\s*|<\?xml[^>]*\?>\s*)*+"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|base|table|tbody|thead|tr|td|div|span|p|br|center"
    r"|font|h[1-6]|ul|ol|li|a|article|section|main|header|nav|form|b|strong|img|iframe)[\s/>])",
    re.IGNORECASE | re.DOTALL,
)
_LATER = re.compile(r"<(?:!doctype\s+html|html|body)[\s>]", re.IGNORECASE)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PICTURES = (
    *(b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\0", b"MM\0*", b"\x01\0\0\0\x58\0\0\0"),
)
_ARCHIVES = (b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")


def kind_of(data: bytes, name: str) -> Kind:
    """Return what reads ``data``. Raises GenError with a way out for everything that is not text, a page or DOCX."""
    if not data.strip(b"\0 \t\r\n\f\v\xef\xbb\xbf"):
        raise GenError(
            _("{name} is empty.").format(name=name), _("Save the notice in it, or name another file.")
        )
    if data.startswith(ZIP):
        return _zipped(data, name)
    refused = _refused(data)
    if refused:
        raise GenError(_("{name} is {kind}.").format(name=name, kind=refused[0]), refused[1])
    return "html" if _is_page(data) else "text"


def _is_page(data: bytes) -> bool:
    found = marked(data)
    head = found[1][:_HEAD].decode(found[0], "replace") if found else data[:_HEAD].decode("latin-1")
    return bool(_PAGE.match(head) or _LATER.search(head))


def _refused(data: bytes) -> tuple[str, str] | None:
    """Return what ``data`` is and what to do, for kinds that are known and not read."""
    head = data[:_HEAD]
    as_docx = _("Open it in Word or WPS and save it as .docx.")
    copied = _("Open it, copy the text, and save it as a .txt or .docx file.")
    if head.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in head[:1024]:
        return _("a PDF"), copied
    if head.startswith(_PICTURES) or (head[:2] == b"BM" and b"\0" in head[6:10]) or head[8:12] == b"WEBP":
        return _("a picture"), _(
            "Have the text recognised (OCR), read it over, and save it as a .txt or .docx file."
        )
    if head.startswith(b"{\\rtf"):
        return _("a rich text file (RTF)"), as_docx
    if head.startswith(_ARCHIVES):
        return _("an archive"), _("Unpack it and name the notice in it.")
    return _marked_up(head)


def _marked_up(head: bytes) -> tuple[str, str] | None:
    """Return what Word's and the browsers' other text formats are called: flat XML and MHTML."""
    if head.lstrip(b"\xef\xbb\xbf \r\n").startswith(b"<?xml") and (
        b"w:wordDocument" in head or b"pkg:package" in head
    ):
        return _("a Word document as XML"), _("Open it in Word or WPS and save it as .docx.")
    if re.search(rb"^MIME-Version:", head, re.IGNORECASE | re.MULTILINE) and b"ontent-" in head:
        return _("a web archive (.mht)"), _("Open it in the browser and save it as a web page (.html).")
    return None


def _compound(data: bytes) -> tuple[str, str]:
    """Return which program wrote an OLE compound file: old Word and WPS, old Excel, or any with a password."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return _("protected with a password"), _("Open it with the password and save a copy without one.")
    if "WordDocument".encode("utf-16-le") in data:
        return _("an old Word or WPS document (.doc, .wps)"), _(
            "Open it in Word or WPS and save it as .docx."
        )
    if "Workbook".encode("utf-16-le") in data:
        return _("an old Excel workbook (.xls)"), _(
            "Copy its table into a Word document and save it as .docx."
        )
    return _("an old Office file"), _("Open it in Word or WPS and save it as .docx.")


_ZIPPED = (("xl/", 0), ("ppt/", 1), ("OFD.xml", 2), ("content.xml", 3), ("META-INF/container.xml", 4))


def _zipped(data: bytes, name: str) -> Kind:
    """Return docx for a Word file; a damaged archive is left to the reader of packages, which says so."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
    except UNREADABLE:
        return "docx"
    if any(part.startswith("word/") for part in names):
        return "docx"
    what, hint = _packed()[next((i for start, i in _ZIPPED if any(p.startswith(start) for p in names)), 5)]
    raise GenError(_("{name} is {kind}.").format(name=name, kind=what), hint)


def _packed() -> tuple[tuple[str, str], ...]:
    table = _("Copy its table into a Word document and save it as .docx.")
    as_docx = _("Open it in Word or WPS and save it as .docx.")
    return (
        (_("an Excel workbook (.xlsx)"), table),
        (_("a presentation (.pptx)"), _("Copy its text into a Word document and save it as .docx.")),
        (_("a fixed-layout paper (.ofd)"), _("Open it, copy the text, and save it as a .txt or .docx file.")),
        (_("an OpenDocument file (.odt)"), as_docx),
        (_("an electronic book (.epub)"), _("Open it, copy the text, and save it as a .txt or .docx file.")),
        (_("an archive"), _("Unpack it and name the notice in it.")),
    )
