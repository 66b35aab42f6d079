"""Where the names and the date stand (clause 7.3.5): geometry from their widths.

All lengths are mm from the left edge of the frame. A line feed parts the lines of one long name, tabs the names of
a row whose seals stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence

from hongtou.documents.blocks import StyleChange
from hongtou.documents.title import break_title
from hongtou.documents.widths import FRAME, body_width
from hongtou.model.notice import SignatureMode
from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import (
    CHARACTER_MM,
    MM_PER_POINT,
    SEAL_DIAMETER,
    SEALED_DATE_INDENT,
    STAMP_GAP_LINES,
    STAMP_INDENT,
    UNSEALED_DATE_OFFSET,
    UNSEALED_NAME_INDENT,
)
from hongtou.sheet.styles import LINE, line_pitch

_UNDATED = "2000年10月10日"
"""Stands in for the width of a date that is not known yet."""
_SLACK = 2.0
"""mm by which the box of the name is wider on either side, so that another font does not break it over two lines."""
_LONGEST = 24.0
"""字 of a name on one line; a longer one is broken at word sense."""
STAMP_WIDTH = 40.0
"""Room for a signature stamp 签名章 in mm; the standard gives no size."""
_HALF_STAMP = STAMP_WIDTH / 4 / MM_PER_POINT
"""Half the height of a stamp that is twice as wide as high, in points."""
STAMP_LINES = STAMP_GAP_LINES.value + 1 + 2 * _HALF_STAMP / LINE
"""Lines that a stamp takes above and between post and date."""
_APART = 1.5
"""mm between two seals, which must not touch (clause 7.3.5.1)."""
SEAL_ROW = (SEAL_DIAMETER.value + _APART) / MM_PER_POINT
"""Points from one row of sealed names to the next."""


def signature_rows(mode: SignatureMode, names: Sequence[str], date: str) -> tuple[str, ...]:
    """Return the paragraphs of the 署名: each name, or as many side by side as their seals and names leave room for."""
    given = [wrapped(name) for name in names]
    if mode is not SignatureMode.SEALED or len(names) < 2:
        return tuple(given)
    width = max(map(name_width, given))
    columns = min(_columns(width, body_width(date)), len(names))
    if columns == 1:
        return tuple(given)
    rows = [given[start : start + columns] for start in range(0, len(given), columns)]
    return tuple("\t" * (columns - len(row)) + "".join(f"\t{name}" for name in row) for row in rows)


def wrapped(name: str) -> str:
    """Return ``name``, its lines apart where it is too long for one."""
    return "\n".join(break_title(name, (), _LONGEST))


def name_width(name: str) -> float:
    """Return the width of the widest name or line in a paragraph of the 署名."""
    return max(map(body_width, name.replace("\t", "\n").split("\n")), default=0.0)


def _columns(name: float, date: float) -> int:
    """Return how many names as wide as ``name``, each under its seal, stand beside one another; the last over the date."""
    last = _centre(name, date)
    reach = max(name, SEAL_DIAMETER.value) / 2
    return 1 + int(max(last - reach, 0) // _column(name)) if last + reach <= FRAME else 1


def _column(name: float) -> float:
    return max(name + CHARACTER_MM, SEAL_DIAMETER.value + _APART)


def _centre(name: float, date: float) -> float:
    """Return the middle of date and last name: the date 4 字 from the right, unless the name would leave the frame."""
    date = date or body_width(_UNDATED)
    return min(FRAME - SEALED_DATE_INDENT.value * CHARACTER_MM - date / 2, FRAME - name / 2)


def place(
    mode: SignatureMode,
    names: Sequence[str],
    date: str,
    settings: SheetSettings,
    seal_lines: int,
    styles: tuple[str, str, str] = ("Signature", "SignatureNext", "Date"),
) -> tuple[StyleChange, ...]:
    """Return the changes of the ``styles`` of first name, other names and date for ``mode``.

    ``names`` are rows of :func:`signature_rows`; ``seal_lines`` are left blank above them for a seal.
    """
    pitch = line_pitch(settings)
    match mode:
        case SignatureMode.SEALED:
            return _sealed(names, body_width(date), seal_lines * pitch, SEAL_ROW - pitch, styles)
        case SignatureMode.UNSEALED:
            return _unsealed(names, body_width(date), pitch, styles)
        case SignatureMode.STAMPED:
            return _stamped(pitch, styles)


def _sealed(
    names: Sequence[str], date: float, before: float, between: float, styles: tuple[str, str, str]
) -> tuple[StyleChange, ...]:
    """Date 4 字 from the right, the name centred on it; a long name ends at the frame and the date follows it."""
    width = max(map(name_width, names), default=0.0)
    centre = _centre(width, date)
    dated = StyleChange(styles[2], align="right", right=FRAME - centre - (date or body_width(_UNDATED)) / 2)
    following = StyleChange(styles[1], before=between)
    columns = max((name.count("\t") for name in names), default=0)
    if columns:
        stops = tuple(("center", centre - back * _column(width)) for back in reversed(range(columns)))
        first = StyleChange(styles[0], align="left", left=0, right=0, before=before, tabs=stops)
        return (first, following, dated)
    left = max(2 * centre - FRAME, 0) - _SLACK
    first = StyleChange(styles[0], align="center", left=left, right=-_SLACK, before=before)
    return (first, following, dated)


def _unsealed(
    names: Sequence[str], date: float, before: float, styles: tuple[str, str, str]
) -> tuple[StyleChange, ...]:
    """Name 2 字 from the right, the date beginning 2 字 after the name begins; a longer date ends 2 字 from the right.

    Several names, and the lines of a long one, begin under one another.
    """
    width = max(map(name_width, names), default=0.0)
    right = UNSEALED_NAME_INDENT.value * CHARACTER_MM
    offset = UNSEALED_DATE_OFFSET.value * CHARACTER_MM
    if date > width:
        left = FRAME - right - date - offset
        return (
            StyleChange(styles[0], align="left", left=left, right=0, before=before),
            StyleChange(styles[2], align="right", right=right),
        )
    left = max(FRAME - right - width, 0)
    single = len(names) < 2 and "\n" not in "".join(names)
    return (
        StyleChange(styles[0], align="right", right=right, before=before)
        if single
        else StyleChange(styles[0], align="left", left=left, right=0, before=before),
        StyleChange(styles[2], align="left", left=left + offset, right=0),
    )


def _stamped(line: float, styles: tuple[str, str, str]) -> tuple[StyleChange, ...]:
    """The post stands 2 字 left of the stamp, the date one blank line below the stamp, both 4 字 from the right."""
    right = STAMP_INDENT.value * CHARACTER_MM
    return (
        StyleChange(
            styles[0],
            align="right",
            right=right + STAMP_WIDTH + 2 * CHARACTER_MM,
            before=STAMP_GAP_LINES.value * line + _HALF_STAMP,
        ),
        StyleChange(styles[2], align="right", right=right, before=line + _HALF_STAMP),
    )
