"""Where the name and the date stand (clause 7.3.5): geometry from the widths of the two.

All lengths are mm from the left edge of the frame.
"""

from __future__ import annotations

from collections.abc import Sequence

from hongtou.documents.blocks import StyleChange
from hongtou.documents.widths import FRAME, body_width
from hongtou.model.notice import SignatureMode
from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import (
    CHARACTER_MM,
    MM_PER_POINT,
    SEALED_DATE_INDENT,
    STAMP_GAP_LINES,
    STAMP_INDENT,
    UNSEALED_DATE_OFFSET,
    UNSEALED_NAME_INDENT,
)
from hongtou.sheet.styles import line_pitch

_UNDATED = "2000年10月10日"
"""Stands in for the width of a date that is not known yet."""
_SLACK = 2.0
"""mm by which the box of the name is wider on either side, so that another font does not break it over two lines."""
STAMP_WIDTH = 40.0
"""Room for a signature stamp 签名章 in mm; the standard gives no size."""


def place(
    mode: SignatureMode, names: Sequence[str], date: str, settings: SheetSettings, seal_lines: int
) -> tuple[StyleChange, ...]:
    """Return the changes of the styles of name and date for ``mode``, ``seal_lines`` left blank for a seal."""
    name_width = max((body_width(name) for name in names), default=0.0)
    match mode:
        case SignatureMode.SEALED:
            return _sealed(name_width, body_width(date), seal_lines * line_pitch(settings))
        case SignatureMode.UNSEALED:
            return _unsealed(name_width, body_width(date), settings)
        case SignatureMode.STAMPED:
            return _stamped(settings)


def _sealed(name: float, date: float, before: float) -> tuple[StyleChange, ...]:
    """Date 4 字 from the right, the name centred on it; a long name ends at the frame and the date follows it."""
    right = SEALED_DATE_INDENT.value * CHARACTER_MM
    date = date or body_width(_UNDATED)
    centre = min(FRAME - right - date / 2, FRAME - name / 2)
    return (
        StyleChange(
            "Signature", align="center", left=2 * centre - FRAME - _SLACK, right=-_SLACK, before=before
        ),
        StyleChange("Date", align="right", right=FRAME - centre - date / 2),
    )


def _unsealed(name: float, date: float, settings: SheetSettings) -> tuple[StyleChange, ...]:
    """Name 2 字 from the right, the date beginning 2 字 after the name begins; a longer date ends 2 字 from the right."""
    right = UNSEALED_NAME_INDENT.value * CHARACTER_MM
    offset = UNSEALED_DATE_OFFSET.value * CHARACTER_MM
    before = line_pitch(settings)
    if date <= name:
        return (
            StyleChange("Signature", align="right", right=right, before=before),
            StyleChange("Date", align="left", left=FRAME - right - name + offset),
        )
    return (
        StyleChange("Signature", align="left", left=FRAME - right - date - offset, before=before),
        StyleChange("Date", align="right", right=right),
    )


def _stamped(settings: SheetSettings) -> tuple[StyleChange, ...]:
    """The post stands 2 字 left of the stamp, the date one blank line below the stamp, both 4 字 from the right."""
    right = STAMP_INDENT.value * CHARACTER_MM
    line = line_pitch(settings)
    half_stamp = STAMP_WIDTH / 4 / MM_PER_POINT
    return (
        StyleChange(
            "Signature",
            align="right",
            right=right + STAMP_WIDTH + 2 * CHARACTER_MM,
            before=STAMP_GAP_LINES.value * line + half_stamp,
        ),
        StyleChange("Date", align="right", right=right, before=line + half_stamp),
    )
