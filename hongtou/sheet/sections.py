"""Section properties: sheet, margins, grid, portrait and landscape (clauses 5.1, 5.2, 8)."""

from __future__ import annotations

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from hongtou.model.settings import Margins, SheetSettings
from hongtou.sheet.standard import (
    LETTER_LOWER_RULE,
    SHEET_HEIGHT,
    SHEET_WIDTH,
    WHITE_BOTTOM,
    WHITE_LEFT,
    WHITE_RIGHT,
    WHITE_TOP,
    mm_to_twips,
    pt_to_twips,
)
from hongtou.sheet.styles import HALF_LEADING, LINE, line_pitch

# The frame is 12756 twips high and 22 lines take 12738. A grid puts half of the rest above the first line,
# so 3 twips (0.05 mm) off the top margin bring the first glyph to where a grid of exactly 22 lines has it.
_TOP, _BOTTOM = mm_to_twips(WHITE_TOP.value) - 3, mm_to_twips(WHITE_BOTTOM.value) + 3
_LEFT, _RIGHT = mm_to_twips(WHITE_LEFT.value), mm_to_twips(WHITE_RIGHT.value)
_GLYPH_TOP = mm_to_twips(WHITE_TOP.value - HALF_LEADING)
_GLYPH_BOTTOM = mm_to_twips(WHITE_BOTTOM.value - HALF_LEADING)
# Puts the lower red rule of a letter 20 mm above the foot of the sheet; page numbers have space below them.
_FOOTER = mm_to_twips(LETTER_LOWER_RULE.value - 0.95)


def section_properties(name: str, settings: SheetSettings, letter: bool) -> BaseOxmlElement:
    """Return ``w:sectPr`` for the section ``main``, ``portrait``, ``table`` or ``landscape``, without footers."""
    compensated = settings.margins is Margins.GLYPH and name in ("main", "portrait")
    top, bottom = (_GLYPH_TOP, _GLYPH_BOTTOM) if compensated else (_TOP, _BOTTOM)
    width, height = mm_to_twips(SHEET_WIDTH.value), mm_to_twips(SHEET_HEIGHT.value)
    if name == "landscape":
        # The portrait sheet turned a quarter clockwise: its left edge is on top (clause 8).
        size = f'<w:pgSz w:w="{height}" w:h="{width}" w:orient="landscape"/>'
        margins = f'w:top="{_LEFT}" w:right="{top}" w:bottom="{_RIGHT}" w:left="{bottom}"'
    else:
        size = f'<w:pgSz w:w="{width}" w:h="{height}"/>'
        margins = f'w:top="{top}" w:right="{_RIGHT}" w:bottom="{bottom}" w:left="{_LEFT}"'
    first = "<w:titlePg/>" if letter and name == "main" else ""
    return parse_xml(
        f'<w:sectPr {nsdecls("w")}><w:type w:val="nextPage"/>{size}'
        f'<w:pgMar {margins} w:header="851" w:footer="{_FOOTER}" w:gutter="0"/>{first}'
        f'<w:docGrid w:type="lines" w:linePitch="{_pitch(name, settings)}"/></w:sectPr>'
    )


def _pitch(name: str, settings: SheetSettings) -> int:
    """Return the grid's pitch in twips.

    On a landscape page it is the one that leaves no rest, which would sink the first line.
    """
    if name == "landscape":
        height = mm_to_twips(SHEET_WIDTH.value) - _LEFT - _RIGHT
        return height // (height // pt_to_twips(LINE))
    return pt_to_twips(LINE if name == "table" else line_pitch(settings))
