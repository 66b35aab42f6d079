"""A file to its text 读取: what it is, is told by its content; how much is read, is bounded before anything is parsed."""

from __future__ import annotations

import stat
from pathlib import Path

from hongtou.errors import GenError, os_reason
from hongtou.i18n import _
from hongtou.importer.kinds import ZIP, kind_of
from hongtou.importer.scan import Scan
from hongtou.importer.text import read_text
from hongtou.memory import uncollected

MAX_TEXT = 10_000_000
"""Of plain text: it takes half a minute, and gives the longest YAML that is read; the longest notice known has under 0.2 MB."""
MAX_BYTES = 20_000_000
"""Of a web page, which may hold pictures."""
MAX_PACKAGE = 100_000_000
"""Of a DOCX, which may hold scanned pictures."""


def read(path: Path) -> Scan:
    """Return what is in the file ``path``: plain text, a saved web page or DOCX. Raises GenError where it cannot be read."""
    data = read_file(path)
    with uncollected():
        return scan(data, path.as_posix())


def scan(data: bytes, name: str) -> Scan:
    """Return what is in ``data``; ``name`` is what messages call it."""
    if len(data) > MAX_PACKAGE:
        raise _too_large(name, MAX_PACKAGE if data.startswith(ZIP) else MAX_TEXT)
    made = _scan(data, name)
    if made.kind != "text" and len(made.text.encode(errors="replace")) > MAX_TEXT:
        raise _too_large(name, MAX_TEXT)
    return made


def _scan(data: bytes, name: str) -> Scan:
    kind = kind_of(data, name)
    if kind == "docx":
        from hongtou.importer.docx import read_docx

        return read_docx(data, name)
    if kind == "html":
        from hongtou.importer.html import read_html

        if len(data) > MAX_BYTES:
            raise _too_large(name, MAX_BYTES)
        return read_html(data, name)
    if len(data) > MAX_TEXT:
        raise _too_large(name, MAX_TEXT)
    return read_text(data, name)


def read_file(path: Path, limit: int = MAX_PACKAGE) -> bytes:
    """Return the content of a regular file (a device has no end), at most one byte more than ``limit``.

    Raises GenError where it cannot be read.
    """
    name = path.as_posix()
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise GenError(
                _("{name} is not a file.").format(name=name), _("Name a file that was saved on a disk.")
            )
        with path.open("rb") as stream:
            return stream.read(limit + 1)
    except (OSError, ValueError) as error:
        reason, hint = (
            os_reason(error)
            if isinstance(error, OSError)
            else (_("there is no such file or folder"), _("Check the path, letter by letter."))
        )
        raise GenError(_("cannot read {path}: {reason}.").format(path=name, reason=reason), hint) from error


def _too_large(name: str, limit: int) -> GenError:
    message = _("{name} is larger than {limit} MB; a notice has less.").format(
        name=name, limit=limit // 1_000_000
    )
    return GenError(message, _("Save the notice alone, without what is around it, and name that file."))
