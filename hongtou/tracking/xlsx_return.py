"""A returned ledger 交回的台账: the rows of its first sheet that has our head, as Excel, WPS and LibreOffice save them."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import openpyxl
from lxml import etree
from openpyxl.utils.exceptions import InvalidFileException

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.progress import PaperKind
from hongtou.package import UNREADABLE
from hongtou.render.about import about
from hongtou.tracking.returned import FIELDS, STATE, TEXT, Returned, Row, cleaned, moment, put

_MAX_BYTES = 40_000_000
"""Unpacked; the ledger of 1,500 tasks has under 4 MB."""
_MAX_ROWS, _MAX_COLUMNS = 50_000, 60
_ID_COLUMNS = ("任务标识", "条目标识")
_BROKEN = (*UNREADABLE, InvalidFileException, TypeError, AttributeError, IndexError, SyntaxError)
"""What openpyxl raises for a workbook that is damaged or made by hand; lxml's faults are SyntaxErrors."""


def read_xlsx_return(data: bytes, name: str) -> Returned:
    """Return what the XLSX ``data`` holds. Raises GenError where it cannot be read, or has no sheet with our head."""
    notes = _looked_through(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        found = Returned(
            name,
            hashlib.sha256(data).hexdigest(),
            PaperKind.LEDGER,
            _saved(book, data),
            about(data),
            book.properties.title or "",
            workbook=True,
        )
        sheets = [_read_sheet(sheet) for sheet in book.worksheets]
    except _BROKEN as error:
        raise GenError(
            _("{name} is damaged: it cannot be read as a workbook.").format(name=name),
            _("Open it in Excel or WPS, which may mend it, and save it anew as .xlsx."),
        ) from error
    ours = max(sheets, key=lambda sheet: len(sheet.rows))
    if not ours.rows:
        raise GenError(
            _("{name} holds no ledger: no sheet has the columns {columns}.").format(
                name=name, columns=f"{TEXT}、{STATE}"
            ),
            _("Send back the ledger that was handed out, with its row of heads."),
        )
    found.rows, found.beside = ours.rows, ours.beside + notes
    for sheet in sheets:
        if sheet is not ours:
            found.beside += [(f"工作表“{sheet.title}”", text) for text in sheet.words()]
    return found


def _saved(book: openpyxl.Workbook, data: bytes) -> str | None:
    """Return when the file was saved last; where it does not say so, openpyxl would say now."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        if "docProps/core.xml" not in archive.namelist():
            return None
    return moment(book.properties.modified.isoformat()) if book.properties.modified else None


def _looked_through(data: bytes, name: str) -> list[tuple[str, str]]:
    """Return the comments in a workbook. Raises GenError for one that would take for ever, or that holds entities."""
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
    return [("批注", note) for part, text in texts.items() if "/comments" in part for note in _notes(text)]


def _notes(part: bytes) -> Iterator[str]:
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return
    for note in root.iter("{*}comment"):
        if text := cleaned("".join(piece.text or "" for piece in note.iter("{*}t"))):
            yield text


@dataclass
class _Sheet:
    """One sheet: the rows below our head, and what stands above it, or anywhere where there is no head."""

    title: str
    rows: list[Row] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)

    def words(self) -> Iterator[str]:
        """Yield everything that is written in a sheet that is not the ledger."""
        yield from (text for _place, text in self.beside)
        for row in self.rows:
            said = [
                text for key in ("progress", "problem", "next") if (text := str(row.filled.get(key) or ""))
            ]
            if text := "；".join((*said, *row.other.values())):
                yield text


def _read_sheet(sheet: Any) -> _Sheet:
    found = _Sheet(str(sheet.title))
    lines = enumerate(sheet.iter_rows(max_row=_MAX_ROWS, max_col=_MAX_COLUMNS), 1)
    for number, cells in lines:
        texts = [_text(cell) for cell in cells]
        if TEXT in texts and STATE in texts:
            heads = {column: text for column, text in enumerate(texts) if text}
            found.rows += _rows(lines, heads)
        else:
            found.beside += [(f"第{number}行", text) for text in texts if text]
    return found


def _rows(lines: Iterable[tuple[int, Sequence[Any]]], heads: dict[int, str]) -> Iterator[Row]:
    for _number, cells in lines:
        row, ids = Row(), dict.fromkeys(_ID_COLUMNS, "")
        for column, cell in enumerate(cells):
            head = heads.get(column, "")
            is_formula = getattr(cell, "data_type", "") == "f"
            row.formulas += (head,) if is_formula else ()
            if head in ids:
                ids[head] = _text(cell)
            elif FIELDS.get(head) == "date" and isinstance(cell.value, (datetime.datetime, datetime.date)):
                row.filled["date"] = (
                    cell.value.date() if isinstance(cell.value, datetime.datetime) else cell.value
                )
            else:
                put(row, head, "" if is_formula else _text(cell))
        row.ids = (ids["任务标识"], ids["条目标识"]) if all(ids.values()) else None
        if row.number or row.text or row.ids or row.other or not row.blank:
            yield row


def _text(cell: Any) -> str:
    """Return what ``cell`` shows: a share as a share, a day as a day."""
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        value = value.date()
    if (
        isinstance(value, (int, float))
        and not isinstance(value, bool)
        and "%" in str(cell.number_format or "")
    ):
        value = f"{round(value * 100, 4):g}%"
    return cleaned(str(value))
