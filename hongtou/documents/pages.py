"""A rough count of lines and pages, to know whether the signature would stand on a page without text.

Word processors do the real layout; this only decides whether the last paragraph must keep to the signature.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor

from hongtou.documents.blocks import Paragraph
from hongtou.documents.widths import ems
from hongtou.model.notice import Format, Paper
from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import CHARACTERS, FRAME_HEIGHT, LINES, MM_PER_POINT, TITLE_GAP_LINES
from hongtou.sheet.styles import LINE, TITLE_LINE

_HEADS = {Format.GENERAL: 82.0, Format.LETTER: 26.0}
"""From the top of the frame to the foot of the red rule or of the 文号, in mm."""
_DOUBT = 2
"""Lines by which the count may be wrong."""


def paragraph_lines(text: str) -> int:
    """Return how many lines a body paragraph takes, its first one indented by two 字."""
    return max(1, ceil((ems(text) + 2) / CHARACTERS.value))


def signature_is_lonely(
    paper: Paper,
    titles: Sequence[str],
    recipients: str,
    body: Sequence[Paragraph],
    notes: Sequence[Paragraph],
    names: Sequence[str],
    settings: SheetSettings,
) -> bool:
    """Whether 附件说明, 署名 and 成文日期 may not fit on the page on which the text ends."""
    pages = int(LINES.value)
    head = _HEADS[paper.format] / (LINE * MM_PER_POINT) + TITLE_GAP_LINES.value
    head += len(titles) * TITLE_LINE / LINE + 1 + ceil(ems(recipients) / CHARACTERS.value)
    first = max(floor(FRAME_HEIGHT.value / (LINE * MM_PER_POINT) - head), 0)
    text = sum(paragraph_lines(paragraph.text) for paragraph in body)
    left = first - text if text <= first else -(text - first) % pages
    needed = sum(paragraph_lines(note.text) for note in notes) + bool(notes)
    needed += settings.seal_space_lines + len(names) + 1 + bool(paper.note)
    return left < needed + _DOUBT
