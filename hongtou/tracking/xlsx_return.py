"""A returned ledger 交回的台账: the rows of its first sheet that has our head, as Excel, WPS and LibreOffice save them."""

from __future__ import annotations

import datetime
import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import openpyxl
from openpyxl.utils.exceptions import InvalidFileException

from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.model.progress import PaperKind
from hongtou.package import UNREADABLE
from hongtou.render.about import about
from hongtou.tracking.returned import (
    DEADLINE,
    FIELDS,
    NUMBER,
    OURS,
    STATE,
    TEXT,
    Returned,
    Row,
    cleaned,
    ticked,
)

_MAX_BYTES = 40_000_000
"""Unpacked; the ledger of 1,500 tasks has under 4 MB."""
_MAX_ROWS, _MAX_COLUMNS, _HEAD_ROWS = 50_000, 60, 20
_ID_COLUMNS = ("任务标识", "条目标识")
_BROKEN = (*UNREADABLE, InvalidFileException, TypeError, AttributeError, IndexError, SyntaxError)
"""What openpyxl raises for a workbook that is damaged or made by hand; lxml's faults are SyntaxErrors."""


def read_xlsx_return(data: bytes, name: str) -> Returned:
    """Return what the XLSX ``data`` holds. Raises GenError where it cannot be read, or has no sheet with our head."""
    _look_through(data, name)
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
        modified = book.properties.modified
        saved = f"{modified:%Y-%m-%dT%H:%M:%SZ}" if modified else None
        found = Returned(
            name,
            hashlib.sha256(data).hexdigest(),
            PaperKind.LEDGER,
            saved,
            about(data),
            book.properties.title or "",
            workbook=True,
        )
        for sheet in book.worksheets:
            if _read_sheet(sheet.iter_rows(max_row=_MAX_ROWS, max_col=_MAX_COLUMNS), found):
                return found
    except _BROKEN as error:
        raise GenError(
            _("{name} is damaged: it cannot be read as a workbook.").format(name=name),
            _("Open it in Excel or WPS, which may mend it, and save it anew as .xlsx."),
        ) from error
    raise GenError(
        _("{name} holds no ledger: no sheet has the columns {columns}.").format(
            name=name, columns=f"{TEXT}、{STATE}"
        ),
        _("Send back the ledger that was handed out, with its row of heads."),
    )


def _look_through(data: bytes, name: str) -> None:
    """Raise GenError for a workbook that would take for ever, or that holds entities."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _MAX_BYTES:
                raise GenError(
                    _("{name} unpacks to far more than a ledger can hold.").format(name=name),
                    _("Use a file from a source you trust."),
                )
            parts = [entry for entry in archive.infolist() if entry.filename.endswith((".xml", ".rels"))]
            trap = any(b"<!DOCTYPE" in archive.read(entry) for entry in parts)
    except UNREADABLE as error:
        raise GenError(
            _("{name} is not an Excel workbook (.xlsx).").format(name=name),
            _("Open it in Excel or WPS and save it as .xlsx."),
        ) from error
    if trap:
        raise GenError(
            _("{name} is made as no office program makes it: it has entities.").format(name=name),
            _("Use a file from a source you trust."),
        )


def _read_sheet(rows: Iterable[Sequence[Any]], found: Returned) -> bool:
    """Read the rows below our head; return whether there was one."""
    lines = enumerate(rows, 1)
    heads: dict[int, str] = {}
    for number, cells in lines:
        texts = [_text(cell.value) for cell in cells]
        if TEXT in texts and STATE in texts:
            heads = {column: text for column, text in enumerate(texts) if text}
            break
        if number > _HEAD_ROWS:
            return False
        found.beside += [(_place(number), text) for text in texts if text]
    found.rows += _rows(lines, heads)
    return bool(heads)


def _rows(lines: Iterable[tuple[int, Sequence[Any]]], heads: dict[int, str]) -> Iterator[Row]:
    for _number, cells in lines:
        row, ids = Row(), dict.fromkeys(_ID_COLUMNS, "")
        for column, cell in enumerate(cells):
            head = heads.get(column, "")
            value, formula = ("", True) if getattr(cell, "data_type", "") == "f" else (cell.value, False)
            row.formulas += (head,) if formula else ()
            if head in ids:
                ids[head] = _text(value)
            else:
                _fill(row, head, value)
        row.ids = (ids["任务标识"], ids["条目标识"]) if all(ids.values()) else None
        if row.number or row.text or row.ids or row.other or not row.blank:
            yield row


def _fill(row: Row, head: str, value: Any) -> None:
    """Put what stands in the column ``head`` where it belongs."""
    text = _text(value)
    if FIELDS.get(head) == "date" and isinstance(value, (datetime.datetime, datetime.date)):
        row.filled["date"] = value.date() if isinstance(value, datetime.datetime) else value
    elif head in FIELDS:
        row.filled[FIELDS[head]] = text
    elif head == STATE:
        row.states = ticked(text)
        if text and not row.states:
            row.other[head] = text
    elif head == NUMBER:
        row.number = text
    elif head == TEXT:
        row.text = text
    elif head == DEADLINE:
        row.deadline = text
    elif head == "任务":
        row.group = text
    elif head not in OURS and text:
        row.other[head or "（无表头）"] = text


def _text(value: Any) -> str:
    return "" if value is None else cleaned(str(value))


def _place(number: int) -> str:
    return f"第{number}行"
