"""The ledger as an Excel workbook: to be sorted, filtered and kept, and printed on one width of a landscape sheet."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from hongtou.deflated import LEVEL, pack
from hongtou.documents.widths import ems
from hongtou.package import Sealed, in_order
from hongtou.render.fingerprint import CORE, EMPTY, marked
from hongtou.sheet.standard import MM_PER_POINT

_PAPERS = {"A4": 9, "A3": 8}
"""What Excel calls the sheets."""
_MM_PER_CHARACTER = 1.9
"""Width of a digit in the face of the cells, the unit of a column's width."""
_END = b"</cp:coreProperties>"
_MM_PER_INCH = 25.4
_SIZE = 10.5
_HEAD_ROWS = 2

Value = str | datetime.date | None


@dataclass(frozen=True)
class SheetColumn:
    """A column: its head and width in mm; ``choices`` are what may stand in it; ``kind`` says how it is shown."""

    head: str
    width: float
    kind: str = "text"
    choices: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True)
class Workbook:
    """A workbook of one sheet: title, columns, and rows of texts and dates."""

    title: str
    creator: str
    created: datetime.date
    columns: Sequence[SheetColumn]
    rows: Iterable[Sequence[Value]]
    paper: str = "A4"
    font: str = "仿宋_GB2312"
    about: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, as custom properties."""


def workbook_bytes(book: Workbook) -> bytes:
    """Return ``book`` as an XLSX file, the same bytes for the same content. Text stays text, whatever it begins with."""
    buffer = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(buffer, options) as workbook:
        created = datetime.datetime.combine(book.created, datetime.time())
        workbook.set_properties({"title": book.title, "author": book.creator, "created": created})
        for name, value in book.about:
            workbook.set_custom_property(name, value, "text")
        formats = {
            kind: workbook.add_format(
                {"font_name": book.font, "font_size": _SIZE, "text_wrap": True, "border": 1, **more}
            )
            for kind, more in _FORMATS.items()
        }
        sheet = workbook.add_worksheet(book.title[:31])
        count = _fill(sheet, book, formats)
        _set_up(sheet, book, count)
        _check_overdue(sheet, book, count, workbook.add_format({"font_color": "#C00000", "bold": True}))
    return _sealed(buffer.getvalue())


_FORMATS: dict[str, dict[str, object]] = {
    "title": {"font_size": 16, "bold": True, "align": "center", "valign": "vcenter", "border": 0},
    "head": {"bold": True, "align": "center", "valign": "vcenter", "bg_color": "#F2F2F2"},
    "text": {"valign": "vcenter", "num_format": "@"},
    "centre": {"align": "center", "valign": "vcenter", "num_format": "@"},
    "date": {"align": "center", "valign": "vcenter", "num_format": "yyyy-mm-dd"},
}


def _fill(sheet: Worksheet, book: Workbook, formats: dict[str, Format]) -> int:
    """Write title, heads and rows; return how many rows there are."""
    visible = [number for number, column in enumerate(book.columns) if not column.hidden]
    sheet.merge_range(0, 0, 0, visible[-1], book.title, formats["title"])
    sheet.set_row_pixels(0, 40)
    for number, column in enumerate(book.columns):
        sheet.write_string(1, number, column.head, formats["head"])
        sheet.set_column(number, number, column.width / _MM_PER_CHARACTER, None, {"hidden": column.hidden})
    count = 0
    for count, row in enumerate(book.rows, 1):
        sheet.set_row(count + 1, _height(book.columns, row))
        for number, (column, value) in enumerate(zip(book.columns, row, strict=True)):
            _write(sheet, count + 1, number, value, formats[column.kind])
    return count


def _height(columns: Sequence[SheetColumn], row: Sequence[Value]) -> float:
    """Return the height in points that the longest cell of a row needs: not every program works it out itself."""
    shown = ((c, v) for c, v in zip(columns, row, strict=True) if isinstance(v, str) and not c.hidden)
    lines = max(
        (ceil(ems(text) * _SIZE * MM_PER_POINT / (column.width - 2)) for column, text in shown), default=1
    )
    return max(lines, 1) * _SIZE * 1.4 + 6


def _write(sheet: Worksheet, row: int, column: int, value: Value, look: Format) -> None:
    if value is None or value == "":
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, str):
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_datetime(row, column, datetime.datetime.combine(value, datetime.time()), look)


def _set_up(sheet: Worksheet, book: Workbook, count: int) -> None:
    """Freeze the head, filter, offer choices, and lay out the printed page."""
    last = max(count + 1, _HEAD_ROWS)
    sheet.freeze_panes(_HEAD_ROWS, 2)
    sheet.autofilter(1, 0, last, len(book.columns) - 1)
    for number, column in enumerate(book.columns):
        if column.choices:
            sheet.data_validation(
                _HEAD_ROWS, number, last, number, {"validate": "list", "source": list(column.choices)}
            )
        elif column.kind == "date":
            earliest = {"validate": "date", "criteria": ">=", "value": datetime.date(2000, 1, 1)}
            sheet.data_validation(_HEAD_ROWS, number, last, number, earliest)
    sheet.set_landscape()
    sheet.set_paper(_PAPERS[book.paper])
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)
    sheet.set_margins(*(mm / _MM_PER_INCH for mm in (20, 20, 25, 20)))
    sheet.set_footer("&C— &P —")


def _check_overdue(sheet: Worksheet, book: Workbook, count: int, look: Format) -> None:
    """Show a date in red that is past while its row is not done."""
    states = [n for n, column in enumerate(book.columns) if column.choices]
    dates = [n for n, column in enumerate(book.columns) if column.kind == "date"]
    if not (count and states and dates):
        return
    state, date = (xlsxwriter.utility.xl_col_to_name(n) for n in (states[0], dates[0]))
    first = _HEAD_ROWS + 1
    done = book.columns[states[0]].choices[-1]
    criteria = f'=AND(ISNUMBER(${date}{first}),${date}{first}<TODAY(),${state}{first}<>"{done}")'
    sheet.conditional_format(
        _HEAD_ROWS, dates[0], count + 1, dates[0], {"type": "formula", "criteria": criteria, "format": look}
    )


def _sealed(data: bytes) -> bytes:
    """Return the workbook with gen's mark, its parts in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    core = parts.pop(CORE).replace(_END, b"<dc:language>zh-CN</dc:language>" + EMPTY + _END)
    entries = [pack(name, [parts[name]], LEVEL) for name in in_order(parts)]
    listed = [(entry.name, entry.crc, entry.size) for entry in entries]
    return Sealed(entries).archive([pack(CORE, [marked(core, listed)])])
