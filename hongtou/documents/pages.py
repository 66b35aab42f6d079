"""A rough count of lines and pages, to know what stands on the page of the signature (clauses 7.3.2, 7.3.5.5).

Word processors do the real layout; this only decides how much they must keep together.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil, floor

from hongtou.documents.blocks import Paragraph
from hongtou.documents.body import BODY
from hongtou.documents.signature import SEAL_ROW, STAMP_LINES
from hongtou.documents.widths import ems
from hongtou.model.notice import Format, SignatureMode
from hongtou.model.settings import SheetSettings
from hongtou.sheet.standard import CHARACTERS, FRAME_HEIGHT, LINES, MM_PER_POINT, TITLE_GAP_LINES
from hongtou.sheet.styles import LINE, TITLE_LINE

_HEADS = {Format.GENERAL: 83.5, Format.LETTER: 22.4}
"""From the top of the frame to where the two blank lines above the title begin, in mm; measured."""
_PAGE = FRAME_HEIGHT.value / (LINE * MM_PER_POINT)
_DOUBT = 2
"""Lines by which the count of a long text may be wrong; a short one is wrong by less."""
_SPARE = 0.4
"""Of a line: white left under the last line of page 1 where the rest of a paragraph is sent on."""
WHOLE_NOTES = 4
"""Lines of 附件说明 that are kept in one piece with the signature; of a longer one only the last two items are."""


@dataclass(frozen=True)
class PaperTexts:
    """The texts of a paper as they are printed: title by line, recipients, body, 附件说明, names, date, 附注.

    ``main_copy`` are recipients that stand in the 版记 instead, ``head_lines`` those by which 标志, 密级, 紧急程度
    and 签发人 push the title down.
    """

    title: tuple[str, ...]
    recipients: str
    body: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...]
    names: tuple[str, ...]
    date: str
    note: str
    main_copy: str = ""
    head_lines: float = 0

    @property
    def body_lines(self) -> int:
        """The lines of the text."""
        return sum(paragraph_lines(paragraph.text) for paragraph in self.body)

    @property
    def note_lines(self) -> int:
        """The lines of the 附件说明, with the blank one above it."""
        return sum(paragraph_lines(note.text) for note in self.notes) + bool(self.notes)

    @property
    def is_one_piece(self) -> bool:
        """Whether page 1 would show no text if the last paragraph, with its headings, went to the next page."""
        return not any(paragraph.style == BODY for paragraph in self.body[:-1])


def paragraph_lines(text: str) -> int:
    """Return how many lines a body paragraph takes, its first one indented by two 字."""
    return max(1, ceil((ems(text) + 2) / CHARACTERS.value))


@dataclass(frozen=True)
class Ending:
    """How the end of a paper is set: blank lines above the name, and what takes text to the page it is on.

    ``keep`` ties the last paragraph to it; ``page_foot`` are points left white at the foot of page 1, which send on
    the last lines of a paragraph that is the only one.
    """

    seal_lines: int
    keep: bool = False
    page_foot: float = 0.0


def ending(
    texts: PaperTexts,
    paper_format: Format,
    settings: SheetSettings,
    mode: SignatureMode = SignatureMode.SEALED,
) -> Ending:
    """Return how 附件说明, 署名 and 成文日期 follow the text on its last page (clauses 7.3.5.1, 7.3.5.5).

    Where they do not fit, first the room for the seal shrinks to a line; then text goes along with them: the last
    paragraph, or the last lines of one that is the only one, for page 1 must show text.
    """
    wanted = settings.seal_space_lines if mode is SignatureMode.SEALED else 0
    least = min(wanted, 1)
    left = _lines_left(texts, paper_format)
    doubt = min(_DOUBT, texts.body_lines // 8)
    rest = floor(left - _closing_lines(texts, mode)) - doubt
    if rest >= least and not _may_end_on_the_page_before(texts, paper_format, doubt):
        return Ending(min(wanted, rest))
    if rest < least and texts.note_lines > WHOLE_NOTES + 1 and left >= 3 + doubt:
        return Ending(wanted)
    if not texts.is_one_piece:
        return Ending(wanted, keep=True)
    return _parted(texts, paper_format, Ending(wanted), rest, doubt)


def _parted(texts: PaperTexts, paper_format: Format, wanted: Ending, rest: int, doubt: int) -> Ending:
    """Return ``wanted`` with the foot of page 1 white, so that two lines of the only paragraph go to page 2.

    One of two or three lines is rather kept on one page, without room for the seal.
    """
    count = texts.body_lines
    if rest >= 0 and count < 4:
        return replace(wanted, seal_lines=0)
    stay = count - min(2 + doubt, count - 2 if count > 3 else count - 1)
    room = _first_page_room(texts, paper_format)
    if count < 2 or stay + _SPARE > room or count > floor(room) + doubt + 1:
        return wanted
    return replace(wanted, page_foot=(room - stay - _SPARE) * LINE)


def _closing_lines(texts: PaperTexts, mode: SignatureMode) -> float:
    """Return the lines that 附件说明, 署名, 成文日期 and 附注 take, without room for a seal above the name."""
    names = sum(name.count("\n") + 1 for name in texts.names)
    lines = texts.note_lines + names + bool(texts.date) + bool(texts.note)
    match mode:
        case SignatureMode.SEALED:
            return lines + max(len(texts.names) - 1, 0) * (SEAL_ROW / LINE - 1)
        case SignatureMode.UNSEALED:
            return lines + 1
        case SignatureMode.STAMPED:
            return lines + STAMP_LINES


def _may_end_on_the_page_before(texts: PaperTexts, paper_format: Format, doubt: int) -> bool:
    """Whether so few lines are counted on the last page that there may be none."""
    over = texts.body_lines - floor(_first_page_room(texts, paper_format))
    return over > 0 and (over - 1) % int(LINES.value) < doubt


def with_text_on_page_one(texts: PaperTexts, paper_format: Format) -> PaperTexts:
    """Return ``texts`` with the recipients in the 版记 where they would push the text off page 1 (clause 7.3.2)."""
    if _first_page_room(texts, paper_format) >= 2:
        return texts
    return replace(texts, recipients="", main_copy=texts.recipients)


def _first_page_room(texts: PaperTexts, paper_format: Format) -> float:
    """Return how many lines of text page 1 has below title and recipients."""
    head = _HEADS[paper_format] / (LINE * MM_PER_POINT) + TITLE_GAP_LINES.value + texts.head_lines
    head += len(texts.title) * TITLE_LINE / LINE + 1 + ceil(ems(texts.recipients) / CHARACTERS.value)
    return max(_PAGE - head, 0)


def _lines_left(texts: PaperTexts, paper_format: Format) -> float:
    """Return the lines left below the text on the page on which it ends."""
    first = _first_page_room(texts, paper_format)
    count = texts.body_lines
    return first - count if count <= first else -(count - floor(first)) % int(LINES.value)
