"""A rough count of lines and pages, to know whether the signature would stand on a page without text.

Word processors do the real layout; this only decides whether the last paragraph must keep to the signature.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from hongtou.documents.blocks import Paragraph
from hongtou.documents.widths import ems
from hongtou.model.notice import Format
from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import CHARACTERS, FRAME_HEIGHT, LINES, MM_PER_POINT, TITLE_GAP_LINES
from hongtou.sheet.styles import LINE, TITLE_LINE

_HEADS = {Format.GENERAL: 82.0, Format.LETTER: 26.0}
"""From the top of the frame to the foot of the red rule or of the 文号, in mm."""
_DOUBT = 2
"""Lines by which the count of a long text may be wrong; a short one is wrong by less."""


@dataclass(frozen=True)
class PaperTexts:
    """The texts of a paper as they are printed: title by line, recipients, body, 附件说明, names, date, 附注.

    ``main_copy`` are recipients that stand in the 版记 instead.
    """

    title: tuple[str, ...]
    recipients: str
    body: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    names: tuple[str, ...]
    date: str
    note: str
    main_copy: str = ""

    @property
    def closing_lines(self) -> int:
        """The lines that 附件说明, 署名, 成文日期 and 附注 take, without room for a seal."""
        notes = sum(paragraph_lines(note.text) for note in self.notes) + bool(self.notes)
        return notes + len(self.names) + bool(self.date) + bool(self.note)


def paragraph_lines(text: str) -> int:
    """Return how many lines a body paragraph takes, its first one indented by two 字."""
    return max(1, ceil((ems(text) + 2) / CHARACTERS.value))


@dataclass(frozen=True)
class Ending:
    """How the end of a paper is set: blank lines above the name, and whether the last paragraph keeps to it."""

    seal_lines: int
    keep: bool


def ending(texts: PaperTexts, paper_format: Format, settings: SheetSettings) -> Ending:
    """Return how 附件说明, 署名 and 成文日期 follow the text on its last page (clauses 7.3.5.1, 7.3.5.5).

    Where they do not fit, first the room for the seal shrinks to a line; then the last paragraph goes along, unless
    it is the only one: page 1 must show text.
    """
    wanted = settings.seal_space_lines
    doubt = min(_DOUBT, sum(paragraph_lines(paragraph.text) for paragraph in texts.body) // 8)
    rest = _lines_left(texts, paper_format) - texts.closing_lines - doubt
    if rest >= min(wanted, 1):
        return Ending(min(wanted, rest), keep=False)
    return Ending(wanted, keep=len(texts.body) > 1)


def with_text_on_page_one(texts: PaperTexts, paper_format: Format) -> PaperTexts:
    """Return ``texts`` with the recipients in the 版记 where they would push the text off page 1 (clause 7.3.2)."""
    if _first_page_lines(texts, paper_format) >= 2:
        return texts
    return replace(texts, recipients="", main_copy=texts.recipients)


def _first_page_lines(texts: PaperTexts, paper_format: Format) -> int:
    """Return how many lines of text page 1 has below title and recipients."""
    head = _HEADS[paper_format] / (LINE * MM_PER_POINT) + TITLE_GAP_LINES.value
    head += len(texts.title) * TITLE_LINE / LINE + 1 + ceil(ems(texts.recipients) / CHARACTERS.value)
    return max(floor(FRAME_HEIGHT.value / (LINE * MM_PER_POINT) - head), 0)


def _lines_left(texts: PaperTexts, paper_format: Format) -> int:
    """Return the lines left below the text on the page on which it ends."""
    first = _first_page_lines(texts, paper_format)
    count = sum(paragraph_lines(paragraph.text) for paragraph in texts.body)
    return first - count if count <= first else -(count - first) % int(LINES.value)
