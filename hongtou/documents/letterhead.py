"""The 发文机关标志: what it says, and the size that fits its width (clauses 7.2.4, 10.1)."""

from __future__ import annotations

from hongtou.documents.blocks import StyleChange
from hongtou.documents.title import break_title
from hongtou.documents.widths import FRAME, ems
from hongtou.model.notice import Format, Paper
from hongtou.model.policy import Policy
from hongtou.model.settings import Margins
from hongtou.sheet.standard import LETTERHEAD_MAX, LETTERHEAD_TOP, MM_PER_POINT, WHITE_TOP
from hongtou.sheet.styles import HALF_LEADING, LINE, TOP_LINE

_LETTER_MAX = 40.0
_LEAST = {Format.GENERAL: 26.0, Format.LETTER: 30.0}
"""Points that a 标志 is set in at least, to stand out from the title of 22; a longer one is broken.

The rule of a letter comes too near to smaller type.
"""
_ROOM = (FRAME - 4) / MM_PER_POINT
"""The width of a 标志 in points, 4 mm to spare."""
_PITCH = 1.2
"""The height of its line, of the size."""
_MEASURED = 39.0
"""Size of the 标志 of a general paper whose head was measured, in points."""
_ABOVE_INK = 0.10
"""Of the size: from the top of an exact line of 1.2 × the size to the upper edge of the ink."""


def letterhead(policy: Policy, paper: Paper) -> str:
    """Return the text of the 标志: the lead body's name, with 文件 on a general paper; lines where it is long.

    Of several names in it none is broken that fits a line.
    """
    size = policy.settings.letterhead_size or _LEAST[paper.format]
    several = paper.issuers if len(paper.issuers) > 1 else ()
    whole = [name for name in several if ems(name) <= _ROOM / size]
    return "\n".join(break_title(_text(policy, paper), whole, _ROOM / size))


def _text(policy: Policy, paper: Paper) -> str:
    if paper.letterhead is not None:
        return paper.letterhead
    lead = paper.issuers[0] if paper.issuers else policy.register.issuer
    return lead if paper.format is Format.LETTER else f"{lead}文件"


def letterhead_lines(policy: Policy, paper: Paper) -> float:
    """Return by how many lines of text the 标志 is higher than the one that heads were measured with."""
    text = letterhead(policy, paper)
    count = text.count("\n") + 1
    if paper.format is Format.LETTER:
        size = policy.settings.letterhead_size or _size(text, _LETTER_MAX)
        return _PITCH * (count * size - _LETTER_MAX) / LINE
    size = policy.settings.letterhead_size or _size(text, LETTERHEAD_MAX.value)
    return (_PITCH * count - _ABOVE_INK) * size / LINE - (_PITCH - _ABOVE_INK) * _MEASURED / LINE


def letterhead_changes(policy: Policy, paper: Paper) -> tuple[StyleChange, ...]:
    """Return size and place of the 标志 for this paper."""
    text = letterhead(policy, paper)
    if paper.format is Format.LETTER:
        size = policy.settings.letterhead_size or _size(text, _LETTER_MAX)
        return (StyleChange("LetterheadLetter", size=size, line=size * _PITCH),)
    size = policy.settings.letterhead_size or _size(text, LETTERHEAD_MAX.value)
    above = sum(map(bool, (paper.copy_number, paper.secrecy, paper.urgency))) * TOP_LINE
    raised = HALF_LEADING if policy.settings.margins is Margins.GLYPH else 0.0
    top = (LETTERHEAD_TOP.value - WHITE_TOP.value + raised) / MM_PER_POINT
    before = max(top - above - _ABOVE_INK * size, 0)
    return (StyleChange("Letterhead", size=size, line=size * _PITCH, before=before),)


def _size(text: str, largest: float) -> float:
    """Return the largest half-point size at which ``text`` fits the frame with 4 mm to spare."""
    fitting = _ROOM / max(1, *map(ems, text.split("\n")))
    return min(largest, int(fitting * 2) / 2)
