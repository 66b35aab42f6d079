"""How much room the 版记 takes at the foot of the last page (clause 7.4)."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from hongtou.documents.widths import FRAME, ems
from hongtou.errors import GenError
from hongtou.i18n import _
from hongtou.sheet.standard import FRAME_HEIGHT, MM_PER_POINT, SIZE_4
from hongtou.sheet.styles import COLOPHON_BOX, COLOPHON_LINE

_LABEL_AND_INDENTS = 5
"""字 of a line that 抄送： and the indents on either side take."""
_RAGGED = 1.0
"""字 by which a line may end early: marks do not begin one, numbers are not parted."""


@dataclass(frozen=True)
class Colophon:
    """The texts of the 版记: 主送 that do not stand on page 1, 抄送, 印发机关."""

    main_copy: str
    copies: str
    printed_by: str

    @property
    def height(self) -> float:
        """The height of the anchor in points, a line to spare where the page has it."""
        return min((self._lines + 1) * COLOPHON_LINE, _FRAME)

    @property
    def kind(self) -> str:
        """``usual`` or ``tall`` as the text box must be, empty for a paper without 版记.

        Raises GenError where it is longer than a page.
        """
        needed = self._lines * COLOPHON_LINE
        if needed > _FRAME:
            raise GenError(
                _("抄送 and 主送 take {lines} lines; a page holds {most} at the foot.").format(
                    lines=self._lines - bool(self.printed_by),
                    most=int(_FRAME // COLOPHON_LINE) - bool(self.printed_by),
                ),
                _("Name sets of units (各镇街) in place of every unit, or shorten the list."),
            )
        if not self._lines:
            return ""
        return "usual" if needed + COLOPHON_LINE <= COLOPHON_BOX / MM_PER_POINT else "tall"

    @property
    def _lines(self) -> int:
        room = FRAME / MM_PER_POINT / SIZE_4.value - _LABEL_AND_INDENTS - _RAGGED
        return sum(ceil(ems(text) / room) for text in (self.main_copy, self.copies)) + bool(self.printed_by)


_FRAME = int(FRAME_HEIGHT.value / MM_PER_POINT)
"""Points from the top to the foot of the frame."""
