"""What stands below a text 署名、成文日期、附注、版记: who signs and when, the note, 抄送 and 印发."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.importer.cells import begins_table
from hongtou.importer.enclosed import LISTED, begins_printed, is_mark
from hongtou.importer.heads import SIGNED_STYLES
from hongtou.importer.issuers import are_units
from hongtou.importer.labels import read_label
from hongtou.importer.raw import RawPaper
from hongtou.importer.under_title import DAY
from hongtou.importer.words import NOTHING, Piece, Words, joined

_DATE = re.compile(DAY)
_SIGNED = re.compile(f"(?P<names>[\u4e00-\u9fff（）]{{3,80}}?)(?P<date>{DAY})")
_NOTE = re.compile(
    "（((?:此件|本文|此文)[^（）]*|(?:信息)?公开(?:形式|方式|类别|选项|属性|范围)：[^（）]*|联系[^（）]*)）"
)
ATTACHED = re.compile(r"附件?\s*[:：]\s*(?=\S)")
ATTACHED_BELOW = re.compile(r"附件?\s*[:：]\s*")
"""附件： alone, what is attached on the lines below it."""
CLOSING = re.compile(
    "(?:特此|专此|妥否|当否|是否妥当|以上(?:请示|意见|报告)|此复|此函|请予|盼复|本(?:意见|通知|方案|办法|规定|细则)自)[^。]{0,40}。?$"
)
"""The lines that papers of each kind end with."""
_OF_PAPER = re.compile("（(?:此件|本文|此文|(?:信息)?公开)")
"""附注 that speaks of the paper itself, and so of none that is attached to it."""
_COPIES = re.compile("抄送[:：]")
_MAIN_COPY = re.compile("主送[:：]")
_PRINTED = re.compile(r"(?P<by>[\u4e00-\u9fff]{4,30}?)\s*(?P<on>\d{4}年\d{1,2}月\d{1,2}日)印发。?")
_MOST_NAMES = 40
_HALF = 10
"""Characters that a line has at least of a name that needs another line."""


def signed(paper: RawPaper, pieces: Sequence[Piece], start: int) -> tuple[int, int]:
    """Read 署名 and date; return the index behind the text, and behind the date."""
    for place in range(start, len(pieces)):
        words = pieces[place].words
        if _begins_attachment(pieces, place):
            break
        if pieces[place].cell is not None:
            continue
        if _DATE.fullmatch(words.text):
            first = _first_name(pieces, start, place)
            paper.names, paper.date = [piece.words for piece in pieces[first:place]], words
            return first, place + 1
        both = _SIGNED.fullmatch(words.text) if len(words) < 100 else None
        if both is not None and are_units([words.cut(*both.span("names"))]):
            first = _first_name(pieces, start, place, only_units=True)
            names = [*(piece.words for piece in pieces[first:place]), words.cut(*both.span("names"))]
            paper.names, paper.date = names, words.cut(*both.span("date"))
            return first, place + 1
    return _undated(paper, pieces, start)


def _begins_attachment(pieces: Sequence[Piece], place: int) -> bool:
    """Whether 附件 or 附件1 alone begins an attachment here, and not the list of those there are."""
    text = pieces[place].text
    if begins_printed(pieces, place):
        return True
    if not is_mark(text) or text.endswith((":", "：")):
        return False
    return place + 1 == len(pieces) or LISTED.match(pieces[place + 1].text) is None


def _first_name(pieces: Sequence[Piece], start: int, place: int, *, only_units: bool = False) -> int:
    """Return where the lines of the 署名 above ``place`` begin: any short ones, and further names of units."""
    first = place
    while first > start and place - first < _MOST_NAMES and pieces[first - 1].cell is None:
        near = place - first < 4 and not only_units
        words = pieces[first - 1].words
        if not _is_name(words, any_line=near) and not (
            first < place and _goes_on(words, pieces[first].words)
        ):
            break
        first -= 1
    return first


def _goes_on(words: Words, below: Words) -> bool:
    """Whether a long name begins on a line and ends on the one below."""
    return len(words) >= _HALF and _is_name(words, any_line=True) and are_units([joined([words, below])])


def _is_name(words: Words, *, any_line: bool) -> bool:
    """Whether a line can be a 署名: names of units and nothing else, or short enough to be one."""
    text = words.text
    if read_label(text) or ATTACHED.match(text) or LISTED.match(text) or CLOSING.match(text):
        return False
    if re.search("[。；：，、《》\\d]", text) or len(text) < 2:
        return False
    return (any_line and len(text) <= 40 and "（" not in text) or are_units([words])


def _undated(paper: RawPaper, pieces: Sequence[Piece], start: int) -> tuple[int, int]:
    """Return the end of a text without a date, and where what is behind it begins: its 署名 is known by its names."""
    last = end = _without_date(pieces, start)
    while end > start and _is_end_matter(pieces[end - 1]):
        end -= 1
    known = "".join(one.text for one in (*paper.letterhead, *paper.title[:_MOST_NAMES]))
    for first, behind in _short_lines(pieces, start, last):
        is_last = behind == end and first > start and pieces[first - 1].text.endswith("。")
        count = _signers(pieces[first:behind], known, at_end=is_last)
        if count:
            paper.names = [piece.words for piece in pieces[first : first + count]]
            return first, first + count
    return end, end


def _short_lines(pieces: Sequence[Piece], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield from where to where lines without marks stand below each other."""
    first = start
    for place in range(start, end + 1):
        if place == end or not _is_name(pieces[place].words, any_line=True) or pieces[place].cell is not None:
            if place > first:
                yield first, place
            first = place + 1


def _signers(pieces: Sequence[Piece], known: str, *, at_end: bool) -> int:
    """Return how many of these lines are the 署名: names of units, the first of them one that the head of the paper has.

    One unit below the last sentence of the paper is another.
    """
    first = next(pieces[0].words.stretches(), NOTHING).text
    is_styled = pieces[0].style.startswith(SIGNED_STYLES)
    if first not in known and not (at_end and len(pieces) == 1) and not is_styled:
        return 0
    lines = [piece.words for piece in pieces[:_MOST_NAMES]]
    return next((count for count in range(len(lines), 0, -1) if are_units(lines[:count], broken=True)), 0)


def _without_date(pieces: Sequence[Piece], start: int) -> int:
    """Return the end of a text that has no date: where a table or an attachment begins."""
    end = len(pieces)
    noted: list[str] = []
    for place in range(start, len(pieces)):
        if begins_table(pieces, place) or _begins_attachment(pieces, place):
            end = place
            break
        if match := ATTACHED.match(pieces[place].text):
            noted.append(pieces[place].text[match.end() :])
    while end > start and (pieces[end - 1].text in noted or is_mark(pieces[end - 1].text)):
        end -= 1
    return end


def _is_end_matter(piece: Piece) -> bool:
    return piece.cell is None and _kind(piece.text) is not None


def _kind(text: str) -> re.Pattern[str] | None:
    """Return which line of the end ``text`` is, by the pattern it has; None where it is none."""
    return next((kind for kind in (_NOTE, _COPIES, _MAIN_COPY, _PRINTED) if _has(kind, text)), None)


def _has(kind: re.Pattern[str], text: str) -> bool:
    return (kind.match if kind in (_COPIES, _MAIN_COPY) else kind.fullmatch)(text) is not None


def end_matter(paper: RawPaper, pieces: Sequence[Piece], place: int) -> int:
    """Read 附注, 抄送 and 印发 behind the date; return the index behind them. What is there twice is not read again, and told."""
    while place < len(pieces) and _is_end_matter(pieces[place]):
        _read_end(paper, pieces[place].words)
        place += 1
    return place


def _read_end(paper: RawPaper, words: Words) -> None:
    kind = _kind(words.text)
    printed = _PRINTED.fullmatch(words.text)
    if kind is _NOTE and not paper.note.text:
        paper.note = _without_marks(paper, words, 1, len(words) - 1)
    elif kind is _COPIES and not paper.copies.text:
        paper.copies = _without_marks(paper, words, 3, len(words.text.rstrip("。")))
    elif kind is _MAIN_COPY and not paper.recipients.text:
        paper.recipients = _without_marks(paper, words, 3, len(words.text.rstrip("。")))
    elif printed is not None and not paper.printed_by.text:
        by, on = printed.span("by"), printed.span("on")
        paper.printed_by, paper.printed_on = words.cut(*by), words.cut(*on)
        paper.marks.append(words.cut(on[1]))


def _without_marks(paper: RawPaper, words: Words, start: int, end: int) -> Words:
    """Return a stretch of ``words``; what is around it is computed."""
    paper.marks += [words.cut(0, start), words.cut(end)]
    return words.cut(start, end)


def colophon(paper: RawPaper, pieces: Sequence[Piece], place: int) -> int:
    """Read a 版记 at the end of the file, behind the attachments; return where it begins.

    One that is read already stays; lines of a second kind above belong to the attachment, but for 此件公开发布.
    """
    end = len(pieces)
    if paper.copies.text or paper.printed_by.text:
        return end
    seen: set[object] = {None, _NOTE}
    while end > place and pieces[end - 1].cell is None and (kind := _kind(pieces[end - 1].text)) not in seen:
        seen.add(kind)
        end -= 1
    if not paper.note.text and end > place + 1 and _is_note_of_paper(pieces, end - 1):
        end -= 1
    end_matter(paper, pieces, end)
    return end


def _is_note_of_paper(pieces: Sequence[Piece], place: int) -> bool:
    """Whether 此件公开发布 stands behind the attachments, and not below the date of one of them."""
    piece, above = pieces[place], pieces[place - 1].text
    is_note = piece.cell is None and _NOTE.fullmatch(piece.text) is not None and _OF_PAPER.match(piece.text)
    return bool(is_note) and not (_DATE.fullmatch(above) or _SIGNED.fullmatch(above))
