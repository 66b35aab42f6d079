"""The files that came back 交回的文件: found in folders, read within limits, each with its own fault."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.importer.kinds import kind_of
from hongtou.tracking.docx_return import read_docx_return
from hongtou.tracking.returned import Returned
from hongtou.tracking.xlsx_return import read_xlsx_return

MAX_BYTES = 30_000_000
"""Of one file; a checklist has some 30 kB, one with pictures as evidence a few MB."""
_JUNK = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows leaves in folders."""
_TEMPORARY = ("~$", ".~", ".")
"""How names begin of what Word, WPS and LibreOffice keep beside an open file, and of hidden files."""


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield the files of ``paths``, those in folders in the order of their names; lock files and hidden ones are left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for folder, names, found in os.walk(path):
            names[:] = sorted(name for name in names if not name.startswith("."))
            kept = (name for name in sorted(found) if not name.startswith(_TEMPORARY))
            yield from (Path(folder, name) for name in kept if name.lower() not in _JUNK)


def parse_return(data: bytes, name: str) -> Returned:
    """Return what ``data`` holds; ``name`` is what messages call it. Raises GenError where it cannot be read as a return."""
    if len(data) > MAX_BYTES:
        raise GenError(
            _("{name} is larger than {limit} MB; a return has less.").format(
                name=name, limit=MAX_BYTES // 1_000_000
            ),
            _("Ask the unit to send its evidence apart from the checklist."),
        )
    if not data:
        raise GenError(_("{name} is empty.").format(name=name), _("Ask the unit to send it again."))
    if _is_workbook(data):
        return read_xlsx_return(data, name)
    if data[:2] != b"PK" or b"word/document.xml" not in data:
        _refuse(data, name)
    return read_docx_return(data, name)


def _refuse(data: bytes, name: str) -> None:
    """Raise GenError for what is neither a Word file nor a workbook, with what a unit can send instead."""
    hint = _("Collect the .docx or .xlsx that the unit filled in.")
    try:
        kind = kind_of(data, name)
    except GenError as error:
        raise GenError(error.message, hint) from error
    if data[:2] != b"PK":
        what = _("a web page") if kind == "html" else _("a plain text")
        raise GenError(
            _("{name} is {kind}, neither a checklist nor a ledger.").format(name=name, kind=what), hint
        )


def _is_workbook(data: bytes) -> bool:
    return data[:2] == b"PK" and b"xl/workbook.xml" in data
