"""A returned ledger 交回的台账: the rows of its first sheet that has our head, as Excel, WPS and LibreOffice save them."""

from __future__ import annotations

import hashlib
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.progress import PaperKind
from hongtou.package import UNREADABLE
from hongtou.render.about import about
from hongtou.tracking.returned import STATE, TEXT, Returned, cleaned, moment
from hongtou.tracking.xlsx_sheet import SheetRead, read_sheet

_MAX_BYTES = 40_000_000
"""Unpacked; the ledger of 1,500 tasks has under 4 MB."""
_FORMULA = re.compile(rb"<(?:\w{1,20}:)?f[ />]")
_BROKEN = (*UNREADABLE, InvalidFileException, TypeError, AttributeError, IndexError, SyntaxError)
"""What openpyxl raises for a workbook that is damaged or made by hand; lxml's faults are SyntaxErrors."""


def read_xlsx_return(data: bytes, name: str) -> Returned:
    """Return what the XLSX ``data`` holds. Raises GenError where it cannot be read, or has no sheet with our head."""
    parts = _parts(data, name)
    try:
        found, sheets = _read(data, name, parts)
    except _BROKEN as error:
        raise GenError(
            _("{name} is damaged: it cannot be read as a workbook.").format(name=name),
            _("Open it in Excel or WPS, which may mend it, and save it anew as .xlsx."),
        ) from error
    ours = max(sheets, key=lambda sheet: len(sheet.rows), default=SheetRead(""))
    if not ours.rows:
        raise GenError(
            _("{name} holds no ledger: no sheet has the columns {columns}.").format(
                name=name, columns=f"{TEXT}、{STATE}"
            ),
            _("Send back the ledger that was handed out, with its row of heads."),
        )
    notes = [("批注", note) for part in parts if "/comments" in part for note in _notes(parts[part])]
    found.rows, found.beside = ours.rows, ours.beside + notes
    for sheet in sheets:
        if sheet is not ours:
            found.beside += [(f"工作表“{sheet.title}”", text) for text in sheet.words()]
    return found


def _read(data: bytes, name: str, parts: dict[str, bytes]) -> tuple[Returned, list[SheetRead]]:
    """Return the file without its rows, and its sheets. Raises whatever openpyxl does for a file that is damaged."""
    with warnings.catch_warnings():
        # openpyxl warns of what it leaves out (looks, choices offered); nothing of that is read here.
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False, data_only=True)
        found = Returned(
            name,
            hashlib.sha256(data).hexdigest(),
            PaperKind.LEDGER,
            _saved(book, data),
            about(data),
            book.properties.title or "",
            workbook=True,
        )
        has_formulas = any(_FORMULA.search(text) for part, text in parts.items() if "worksheets/" in part)
        formulas = (
            openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            if has_formulas
            else None
        )
        sheets = [
            read_sheet(sheet, formulas[sheet.title] if formulas is not None else None, _part(sheet, parts))
            for sheet in book.worksheets
        ]
    return found, sheets


def _part(sheet: Any, parts: dict[str, bytes]) -> bytes:
    """Return the XML of ``sheet``; openpyxl, which reads it row by row, tells of no merged cells."""
    return parts.get(str(getattr(sheet, "_worksheet_path", "")), b"")


def _saved(book: openpyxl.Workbook, data: bytes) -> str | None:
    """Return when the file was saved last; where it does not say so, openpyxl would say now."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
    return moment(book.properties.modified.isoformat()) if book.properties.modified else None


def _parts(data: bytes, name: str) -> dict[str, bytes]:
    """Return the XML parts of a workbook. Raises GenError for one that would take for ever, or that holds entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_BYTES:
                raise GenError(
                    _("{name} unpacks to far more than a ledger can hold.").format(name=name),
                    _("Use a file from a source you trust."),
                )
            parts = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
            texts = {entry.filename: archive.read(entry) for entry in parts}
    except UNREADABLE as error:
        raise GenError(
            _("{name} is not an Excel workbook (.xlsx).").format(name=name),
            _("Open it in Excel or WPS and save it as .xlsx."),
        ) from error
    if any(b"<!DOCTYPE" in text for text in texts.values()):
        raise GenError(
            _("{name} is made as no office program makes it: it has entities.").format(name=name),
            _("Use a file from a source you trust."),
        )
    return texts


def _notes(part: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for note in root.iter("{*}comment"):
        if text := cleaned("".join(piece.text or "" for piece in note.iter("{*}t"))):
            yield text
