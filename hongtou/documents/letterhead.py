"""The 发文机关标志: what it says, and the size that fits its width (clauses 7.2.4, 10.1)."""

from __future__ import annotations

from hongtou.documents.blocks import StyleChange
from hongtou.documents.widths import FRAME, ems
from hongtou.model.notice import Format, Paper
from hongtou.model.policy import Policy
from hongtou.sheet.standard import LETTERHEAD_MAX, LETTERHEAD_TOP, MM_PER_POINT, WHITE_TOP
from hongtou.sheet.styles import TOP_LINE

_LETTER_MAX = 40.0
_ABOVE_INK = 0.10
"""Of the size: from the top of an exact line of 1.2 × the size to the upper edge of the ink."""


def letterhead(policy: Policy, paper: Paper) -> str:
    """Return the text of the 标志: the lead body's name, with 文件 on a general paper."""
    if paper.letterhead is not None:
        return paper.letterhead
    lead = paper.issuers[0] if paper.issuers else policy.register.issuer
    return lead if paper.format is Format.LETTER else f"{lead}文件"


def letterhead_changes(policy: Policy, paper: Paper) -> tuple[StyleChange, ...]:
    """Return size and place of the 标志 for this paper."""
    text = letterhead(policy, paper)
    if paper.format is Format.LETTER:
        size = policy.settings.letterhead_size or _size(text, _LETTER_MAX)
        return (StyleChange("LetterheadLetter", size=size, line=size * 1.2),)
    size = policy.settings.letterhead_size or _size(text, LETTERHEAD_MAX.value)
    above = sum(map(bool, (paper.copy_number, paper.secrecy, paper.urgency))) * TOP_LINE
    top = (LETTERHEAD_TOP.value - WHITE_TOP.value) / MM_PER_POINT
    before = max(top - above - _ABOVE_INK * size, 0)
    return (StyleChange("Letterhead", size=size, line=size * 1.2, before=before),)


def _size(text: str, largest: float) -> float:
    """Return the largest half-point size at which ``text`` fits the frame with 4 mm to spare."""
    fitting = (FRAME - 4) / MM_PER_POINT / max(ems(text), 1)
    return min(largest, int(fitting * 2) / 2)
