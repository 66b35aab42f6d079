"""Reading a plain text: what other kind of file it may be instead, and how a text is made of it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from hongtou.findings import Finding
from hongtou.i18n import N_, _
from hongtou.source.files import decode, read_bytes

_FROM_WORD = N_(
    "Open it in Word or WPS and save it as plain text, encoding UTF-8; “gen measure” measures its pages."
)
_KINDS: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (
        re.compile(rb"PK\x03\x04.{0,4000}word/", re.DOTALL),
        N_("this is a Word file (DOCX), not a plain text."),
        _FROM_WORD,
    ),
    (
        re.compile(rb"\xd0\xcf\x11\xe0"),
        N_("this is a file of an old Word, WPS or Excel, not a plain text."),
        _FROM_WORD,
    ),
    (
        re.compile(rb"%PDF-"),
        N_("this is a PDF, not a plain text."),
        N_(
            "Take its text out first (pdftotext FILE - | gen check --text -); “gen measure” measures its pages."
        ),
    ),
    (
        re.compile(
            rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
            re.DOTALL | re.IGNORECASE,
        ),
        N_("this is a web page (HTML), not a plain text."),
        N_("Copy the text out of the browser, or save the page there as a text file (UTF-8)."),
    ),
    (
        re.compile(rb"PK\x03\x04"),
        N_("this is an archive or an office file, not a plain text."),
        N_("Take the text out of it first."),
    ),
)
"""How files begin that are no plain text, what they are, and what to do."""
_BEGINNING = 4096
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def read_plain(path: Path, shown: str) -> str | Finding:
    """Return the text in the file at ``path``, or why there is none; ``shown`` is its name in messages."""
    data = read_bytes(path, shown)
    if isinstance(data, bytes):
        return plain_text(data, shown)
    if not path.exists():
        return replace(data, hint=_("Check the path, letter by letter."))
    if path.is_dir():
        return replace(data, hint=_("Name a text file in it."))
    return (
        replace(data, hint=_("Give it a text file, or “-” for the standard input."))
        if not path.is_file()
        else data
    )


def plain_text(data: bytes, shown: str) -> str | Finding:
    """Return ``data`` as text, or what it is instead."""
    beginning = data[:_BEGINNING]
    for pattern, message, hint in _KINDS:
        if pattern.match(beginning):
            return Finding(shown, 0, 0, _(message), _(hint), "file")
    if b"\0" in beginning and not beginning.startswith(_WIDE):
        return Finding(
            shown,
            0,
            0,
            _("this is not a text."),
            _("Save it as plain text (UTF-8) where it comes from."),
            "file",
        )
    text = decode(data, shown)
    if isinstance(text, Finding) and text.message == _("the file is not UTF-8; it looks like GBK."):
        hint = _("Save it as UTF-8 in your editor, or: iconv -f GB18030 -t UTF-8 {name} | gen check --text -")
        return replace(text, hint=hint.format(name=shown))
    return text
