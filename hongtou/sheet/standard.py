"""The standard's numbers: one table, each with its clause and how binding it is.

Clauses are those of GB/T 9704-2012 unless another text is named. Lengths are millimetres or points as
``unit`` says; 字 is the width of one character of the body (156 mm / 28), 行 the pitch of two lines.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Binding(StrEnum):
    """How sure a number is: only ``STANDARD`` may be reported as "the standard requires"."""

    STANDARD = "standard"
    DERIVED = "derived"
    PRACTICE = "practice"


@dataclass(frozen=True)
class Number:
    """A number of the sheet: ``value`` in ``unit`` (mm, pt, 字, 行), from ``clause``."""

    value: float
    unit: str
    clause: str
    binding: Binding = Binding.STANDARD


S, D, P = Binding.STANDARD, Binding.DERIVED, Binding.PRACTICE

# --- the sheet and its frame 版心 ---
SHEET_WIDTH = Number(210, "mm", "5.1")
SHEET_HEIGHT = Number(297, "mm", "5.1")
WHITE_TOP = Number(37, "mm", "5.2.1")
WHITE_LEFT = Number(28, "mm", "5.2.1")
FRAME_WIDTH = Number(156, "mm", "5.2.1")
FRAME_HEIGHT = Number(225, "mm", "5.2.1")
WHITE_RIGHT = Number(26, "mm", "5.2.1", D)
WHITE_BOTTOM = Number(35, "mm", "5.2.1", D)
LINES = Number(22, "行", "5.2.3")
CHARACTERS = Number(28, "字", "5.2.3")

# --- type sizes ---
SIZE_2 = Number(22, "pt", "7.3.1")
SIZE_3 = Number(16, "pt", "5.2.2")
SIZE_4 = Number(14, "pt", "7.4.2")

# --- 版头 ---
LETTERHEAD_TOP = Number(72, "mm", "7.2.4")
LETTERHEAD_MAX = Number(62, "pt", "GB/T 9704-1999", P)
NUMBER_GAP_LINES = Number(2, "行", "7.2.5")
SIDE_INDENT = Number(1, "字", "7.2.5")
RED_RULE_GAP = Number(4, "mm", "7.2.7")
RED_RULE_WIDTH = Number(1.5, "pt", "7.2.7", P)

# --- 主体 ---
TITLE_GAP_LINES = Number(2, "行", "7.3.1")
RECIPIENTS_GAP_LINES = Number(1, "行", "7.3.2")
FIRST_LINE_INDENT = Number(2, "字", "7.3.3")
ATTACHMENT_NOTE_GAP_LINES = Number(1, "行", "7.3.4")
SEALED_DATE_INDENT = Number(4, "字", "7.3.5.1")
UNSEALED_NAME_INDENT = Number(2, "字", "7.3.5.2")
UNSEALED_DATE_OFFSET = Number(2, "字", "7.3.5.2")
STAMP_INDENT = Number(4, "字", "7.3.5.3")
STAMP_GAP_LINES = Number(2, "行", "7.3.5.3")
SEAL_DIAMETER = Number(45, "mm", "国发〔1999〕25号")
ATTACHMENT_TITLE_LINE = Number(3, "行", "7.3.7")

# --- 版记 ---
COLOPHON_RULE_THICK = Number(0.35, "mm", "7.4.1")
COLOPHON_RULE_THIN = Number(0.25, "mm", "7.4.1")
COLOPHON_INDENT = Number(1, "字", "7.4.2")

# --- 页码 ---
PAGE_NUMBER_GAP = Number(7, "mm", "7.5")
PAGE_NUMBER_INDENT = Number(1, "字", "7.5")

# --- 信函格式 ---
LETTER_HEAD_TOP = Number(30, "mm", "10.1")
LETTER_RULE_GAP = Number(4, "mm", "10.1")
LETTER_RULE_LENGTH = Number(170, "mm", "10.1")
LETTER_LOWER_RULE = Number(20, "mm", "10.1")
LETTER_NUMBER_GAP = Number(4.88, "mm", "10.1")

MM_PER_POINT = 25.4 / 72
TWIPS_PER_POINT = 20
CHARACTER_MM = FRAME_WIDTH.value / CHARACTERS.value
"""字: the width of one character cell of the body, 5.571 mm (clause 3.1)."""


def mm_to_twips(mm: float) -> int:
    """Return millimetres as whole twentieths of a point, the unit of Word."""
    return round(mm / MM_PER_POINT * TWIPS_PER_POINT)


def pt_to_twips(pt: float) -> int:
    """Return points as whole twentieths of a point."""
    return round(pt * TWIPS_PER_POINT)
