"""Reads a PDF into pages: letters, rules and figures, by pypdfium2."""

from __future__ import annotations

import ctypes
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pypdfium2.raw as raw

from hongtou.errors import GenError, os_reason
from hongtou.i18n import _
from hongtou.measure.page import ASCENT, DESCENT, Box, Char, Colour, Figure, Page, Rule
from hongtou.sheet.standard import MM_PER_POINT

THIN = 1.5
"""mm: a filled rectangle up to this thickness is a rule, a thicker one a shade."""
NESTING = 8
"""How deep drawings inside drawings are followed."""

Matrix = tuple[float, float, float, float, float, float]
UNCHANGED: Matrix = (1, 0, 0, 1, 0, 0)


def read_pdf(path: Path) -> tuple[Page, ...]:
    """Return the pages of the PDF at ``path``; raise :class:`GenError` where it cannot be opened."""
    try:
        # By its bytes: pdfium opens a path in the system's encoding, and the names here are Chinese.
        data = path.read_bytes()
    except OSError as error:
        reason, hint = os_reason(error)
        raise GenError(_("{path} cannot be read: {reason}").format(path=path, reason=reason), hint) from error
    try:
        with pypdfium2.PdfDocument(data) as document:
            return tuple(_page(document, index) for index in range(len(document)))
    except pypdfium2.PdfiumError as error:
        # pdfium keeps the code of an earlier failure, so the code alone does not tell.
        if getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD and b"/Encrypt" in data:
            raise GenError(
                _("{path} is protected by a password.").format(path=path),
                _("Save a copy without a password and measure that."),
            ) from error
        raise GenError(
            _("{path} is damaged and cannot be read as a PDF.").format(path=path),
            _("Make the PDF again from the paper."),
        ) from error


@dataclass(frozen=True)
class _View:
    """Turns a point of the PDF (points, upwards, before the page's own rotation) into mm on the page."""

    left: float
    bottom: float
    right: float
    top: float
    quarter: int

    def point(self, x: float, y: float) -> tuple[float, float]:
        across, down = (
            (x - self.left, self.top - y),
            (y - self.bottom, x - self.left),
            (self.right - x, y - self.bottom),
            (self.top - y, self.right - x),
        )[self.quarter]
        return across * MM_PER_POINT, down * MM_PER_POINT

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Box(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    page = document[index]
    try:
        left, bottom, right, top = page.get_bbox()
        view = _View(left, bottom, right, top, page.get_rotation() // 90 % 4)
        width, height = (right - left) * MM_PER_POINT, (top - bottom) * MM_PER_POINT
        if view.quarter % 2:
            width, height = height, width
        rules: list[Rule] = []
        figures: list[Figure] = []
        for item, matrix in _drawn(page):
            if item.type == raw.FPDF_PAGEOBJ_IMAGE:
                figures.append(Figure(_bounds(item, matrix, view)))
            else:
                _read_path(item, matrix, view, rules, figures)
        return Page(index + 1, width, height, _chars(page, view), tuple(rules), tuple(figures))
    finally:
        page.close()


# --- letters ---


@dataclass(frozen=True)
class _Style:
    font: str
    colour: Colour
    visible: bool


def _chars(page: pypdfium2.PdfPage, view: _View) -> tuple[Char, ...]:
    text = page.get_textpage()
    styles: dict[int, _Style] = {}
    try:
        found = (_char(text, index, view, styles) for index in range(text.count_chars()))
        return tuple(char for char in found if char is not None)
    finally:
        text.close()


def _char(text: pypdfium2.PdfTextPage, index: int, view: _View, styles: dict[int, _Style]) -> Char | None:
    code = raw.FPDFText_GetUnicode(text, index)
    letter = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if letter.isspace() or code < 32 or raw.FPDFText_IsGenerated(text, index) == 1:
        return None
    style = _style(raw.FPDFText_GetTextObject(text, index), styles)
    if not style.visible:
        return None
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text, index, matrix)
    size = raw.FPDFText_GetFontSize(text, index) * math.hypot(matrix.c, matrix.d)
    ink = view.box(*text.get_charbox(index))
    loose = view.box(*text.get_charbox(index, loose=True))
    angle = (round(math.degrees(math.atan2(-matrix.b, matrix.a)) / 90) * 90 + view.quarter * 90) % 360
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(text, index, x, y)
    advance = loose.height if angle % 180 else loose.width
    box = _em_box(*view.point(x.value, y.value), advance, size * MM_PER_POINT, angle)
    return Char(letter, box, ink, size, style.font, style.colour, angle)


def _em_box(x: float, y: float, advance: float, em: float, angle: int) -> Box:
    """Return the em box of a character whose origin is x, y and whose line runs at ``angle``."""
    along = {0: (1, 0), 90: (0, 1), 180: (-1, 0), 270: (0, -1)}[angle]
    up = (along[1], -along[0])
    ends_x = (x - DESCENT * em * up[0], x + ASCENT * em * up[0] + advance * along[0])
    ends_y = (y - DESCENT * em * up[1], y + ASCENT * em * up[1] + advance * along[1])
    return Box(min(ends_x), min(ends_y), max(ends_x), max(ends_y))


def _style(item: raw.FPDF_PAGEOBJECT, styles: dict[int, _Style]) -> _Style:
    """Return font and colour of a text object, asked for once per object and not once per letter."""
    key = ctypes.cast(item, ctypes.c_void_p).value or 0
    if key not in styles:
        styles[key] = _read_style(item) if key else _Style("", Colour(), True)
    return styles[key]


def _read_style(item: raw.FPDF_PAGEOBJECT) -> _Style:
    font = raw.FPDFTextObj_GetFont(item)
    buffer = ctypes.create_string_buffer(256)
    length = raw.FPDFFont_GetBaseFontName(font, buffer, 256) if font else 0
    name = buffer.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").split("+", 1)[-1]
    colour, alpha = _colour(item, raw.FPDFPageObj_GetFillColor)
    hidden = raw.FPDFTextObj_GetTextRenderMode(item) in (
        raw.FPDF_TEXTRENDERMODE_INVISIBLE,
        raw.FPDF_TEXTRENDERMODE_CLIP,
    )
    return _Style(name, colour, not hidden and alpha > 0 and not colour.is_white)


def _colour(item: raw.FPDF_PAGEOBJECT, get: Callable[..., int]) -> tuple[Colour, int]:
    parts = [ctypes.c_uint() for _part in range(4)]
    if not get(item, *parts):
        return Colour(), 255
    red, green, blue, alpha = (part.value for part in parts)
    return Colour(red, green, blue), alpha


# --- drawings ---


def _drawn(page: pypdfium2.PdfPage) -> Iterator[tuple[pypdfium2.PdfObject, Matrix]]:
    """Yield every path and image with the matrix of the drawings it is nested in."""
    kinds = [raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE]
    for item in page.get_objects(filter=kinds, max_depth=NESTING):
        matrix, holder = UNCHANGED, item.container
        while holder is not None:
            matrix = _times(matrix, holder.get_matrix().get())
            holder = holder.container
        yield item, matrix


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _bounds(item: pypdfium2.PdfObject, matrix: Matrix, view: _View) -> Box:
    left, bottom, right, top = item.get_bounds()
    corners = [_apply(matrix, x, y) for x in (left, right) for y in (bottom, top)]
    xs, ys = [x for x, _y in corners], [y for _x, y in corners]
    return view.box(min(xs), min(ys), max(xs), max(ys))


@dataclass
class _Subpath:
    points: list[tuple[float, float]]
    bent: bool = False

    def box(self, view: _View) -> Box:
        xs, ys = [x for x, _y in self.points], [y for _x, y in self.points]
        return view.box(min(xs), min(ys), max(xs), max(ys))


def _read_path(
    item: pypdfium2.PdfObject, outer: Matrix, view: _View, rules: list[Rule], figures: list[Figure]
) -> None:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    matrix = _times(tuple(item.get_matrix().get()), outer)
    subpaths = _subpaths(item, matrix)
    if stroke.value:
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(item, width)
        thick = width.value * math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])) * MM_PER_POINT
        colour, alpha = _colour(item, raw.FPDFPageObj_GetStrokeColor)
        if alpha and not colour.is_white:
            _stroked(subpaths, view, thick, colour, rules, figures)
    elif fill.value:
        colour, alpha = _colour(item, raw.FPDFPageObj_GetFillColor)
        if alpha and not colour.is_white:
            _filled(subpaths, view, colour, rules, figures)


def _subpaths(item: pypdfium2.PdfObject, matrix: Matrix) -> list[_Subpath]:
    subpaths: list[_Subpath] = []
    for index in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = _apply(matrix, x.value, y.value)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_MOVETO or not subpaths:
            subpaths.append(_Subpath([point]))
        else:
            subpaths[-1].points.append(point)
            subpaths[-1].bent |= kind == raw.FPDF_SEGMENT_BEZIERTO
        if raw.FPDFPathSegment_GetClose(segment) and subpaths[-1].points[0] != point:
            subpaths[-1].points.append(subpaths[-1].points[0])
    return subpaths


def _stroked(
    subpaths: list[_Subpath],
    view: _View,
    thick: float,
    colour: Colour,
    rules: list[Rule],
    figures: list[Figure],
) -> None:
    for subpath in subpaths:
        if subpath.bent:
            figures.append(Figure(subpath.box(view).grown(thick / 2), False, colour))
            continue
        for start, end in zip(subpath.points, subpath.points[1:], strict=False):
            box = view.box(
                min(start[0], end[0]), min(start[1], end[1]), max(start[0], end[0]), max(start[1], end[1])
            )
            if min(box.width, box.height) <= 0.1 < max(box.width, box.height):
                rules.append(Rule(_thickened(box, thick), colour))


def _thickened(box: Box, thick: float) -> Box:
    """Return a line without thickness as the rectangle that is printed."""
    if box.width >= box.height:
        return Box(box.x0, box.middle - thick / 2, box.x1, box.middle + thick / 2)
    return Box(box.centre - thick / 2, box.y0, box.centre + thick / 2, box.y1)


def _filled(
    subpaths: list[_Subpath], view: _View, colour: Colour, rules: list[Rule], figures: list[Figure]
) -> None:
    for subpath in subpaths:
        box = subpath.box(view)
        if subpath.bent:
            figures.append(Figure(box, False, colour))
        elif min(box.width, box.height) <= THIN and max(box.width, box.height) > 0.1:
            rules.append(Rule(box, colour))
