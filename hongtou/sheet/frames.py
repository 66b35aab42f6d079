"""Text frames: what stands at a fixed place on the page, whatever flows around it.

A frame stands on the paragraph, not in its style, because LibreOffice reads it only there.
"""

from __future__ import annotations

from dataclasses import dataclass

from hongtou.sheet import standard as std
from hongtou.sheet.standard import mm_to_twips


@dataclass(frozen=True)
class Frame:
    """A frame ``width`` mm wide, at ``x``/``y`` mm of ``anchor`` (page or margin); without ``y`` at its foot."""

    width: float
    anchor: str
    wrap: str
    x: float | None = None
    y: float | None = None
    space: float = 0

    @property
    def xml(self) -> str:
        """The frame as ``w:framePr``."""
        place = f'w:x="{mm_to_twips(self.x)}" ' if self.x is not None else 'w:xAlign="left" '
        place += f'w:y="{mm_to_twips(self.y)}"' if self.y is not None else 'w:yAlign="bottom"'
        return (
            f'<w:framePr w:w="{mm_to_twips(self.width)}" w:hSpace="0" w:vSpace="{mm_to_twips(self.space)}" '
            f'w:wrap="{self.wrap}" w:vAnchor="{self.anchor}" w:hAnchor="{self.anchor}" {place}/>'
        )


_ABOVE_INK = 1.6
"""From the top of the frame to the upper edge of the ink, in mm."""

LETTERHEAD = Frame(
    std.LETTER_RULE_LENGTH.value,
    "page",
    "notBeside",
    x=(std.SHEET_WIDTH.value - std.LETTER_RULE_LENGTH.value) / 2,
    y=std.LETTER_HEAD_TOP.value - _ABOVE_INK,
    space=std.LETTER_NUMBER_GAP.value,
)
"""The 标志 of a letter with its red rule, 30 mm below the upper edge of the sheet (clause 10.1)."""

PAGE_FOOT = Frame(std.FRAME_WIDTH.value, "margin", "notBeside")
"""White at the foot of page 1, as high as its one line: text goes on to page 2 instead (clause 7.3.5.5)."""
