"""The page number: looked for outside the frame of the sheet as it lies in the pile."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hongtou.measure.flow import FRAME, frame
from hongtou.measure.lines import Line, lines
from hongtou.measure.page import Box, Page

DASHES = "—–―－-‐‑−─一"
_DASH = f"[{re.escape(DASHES)}]?"
_NUMBER = re.compile(rf"{_DASH}(\d{{1,4}}){_DASH}|第(\d{{1,4}})页(?:共\d+页)?|(\d{{1,4}})/\d{{1,4}}")


@dataclass(frozen=True)
class PageNumber:
    """A page number: ``line`` as it stands on the upright sheet, ``upright`` false where it does not.

    ``reading`` is its place on the page as it is read, None where it stands on its side there.
    """

    page: int
    value: int
    line: Line
    wide: bool = False
    upright: bool = True
    reading: Box | None = None

    @property
    def dashes(self) -> tuple[Box, Box] | None:
        """The ink of the two dashes, None where there are not two."""
        first, last = self.line.chars[0], self.line.chars[-1]
        if first is last or first.text not in DASHES or last.text not in DASHES:
            return None
        return first.ink, last.ink

    @property
    def digits_size(self) -> float:
        """The size of the digits in points."""
        return next(char.size for char in self.line.chars if char.text.isdigit())


def page_number(page: Page, sheet: Page) -> PageNumber | None:
    """Return the page number of a page that is read as ``page`` and lies as ``sheet``."""
    wide = page.angle != sheet.angle or page.wide
    found = _outside(sheet, FRAME)
    if found is not None:
        line, value = found
        reading = None if wide else line.box
        return PageNumber(page.number, value, line, wide, reading=reading)
    if wide:
        found = _outside(page, frame(True))
        if found is not None:
            line, value = found
            return PageNumber(page.number, value, line, wide, upright=False, reading=line.box)
    return None


def _outside(page: Page, inner: Box) -> tuple[Line, int] | None:
    """Return the lowest (else the highest) line beyond the frame that reads as a page number."""
    band = [
        char for char in page.chars if char.angle == 0 and not inner.y0 - 1 <= char.box.middle <= inner.y1 - 2
    ]
    candidates = []
    for line in lines(Page(page.number, page.width, page.height, tuple(band))):
        match = _NUMBER.fullmatch(line.text)
        if match:
            value = next(int(group) for group in match.groups() if group)
            candidates.append((line, value))
    return candidates[-1] if candidates else None
