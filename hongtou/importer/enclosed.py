"""What stands behind a paper 附件: tables, and papers of their own with their own number, addressees and signature."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from hongtou.importer.cells import begins_table, table_at
from hongtou.importer.heads import NUMBER
from hongtou.importer.issuers import are_units, titled
from hongtou.importer.labels import (
    ABOVE_TABLE,
    CONTINUED,
    NAMED,
    NOTE,
    TITLE_END,
    begins_attachment,
    read_label,
)
from hongtou.importer.raw import RawAttachment, RawPaper, RawTable
from hongtou.importer.under_title import under_title
from hongtou.importer.words import NOTHING, Piece, Words, joined

NUMBERED = re.compile(f"(?:{NUMBER.pattern})附件")
_NAMED = re.compile(rf"(?:{NUMBER.pattern})?(?:{NAMED.pattern})")
_MARK = re.compile(
    rf"(?:{NUMBER.pattern})?附[件表]?\s*+(?:\d{{0,3}}(?:[-—]\d{{1,2}})?|[一二三四五六七八九十]{{1,3}})\s*[:：]?"
)
_CHAPTER = re.compile("第[一二三四五六七八九十]{1,3}[编章节条]")
_REMARK = re.compile(r"（[^（）]*\d{4}年\d{1,2}月[^（）]*）")
"""What stands under a title and says when it was adopted （2024年3月1日市政府常务会议通过）."""
_YEARS = re.compile(r"（\d{4}年?[-—－~～至]{1,2}\d{4}年）")
"""The years of a plan, which end its title on a line of their own."""
LISTED = re.compile(r"\d{1,2}[.．、]\s*")
"""The number of an entry of the 附件说明."""

_TITLE_STYLES = ("印发件标题", "附件标题")
"""How the styles of titles of attachments are called in the papers that gen writes; the first has no 附件 above it."""

Reader = Callable[[RawPaper, Sequence[Piece]], int]
"""Reads a paper from its lines and returns how many of them it took."""
End = Callable[[RawPaper, Sequence[Piece], int], int]
"""Reads what ends a paper from a place on, and returns the index behind it."""


def is_mark(text: str) -> bool:
    """Whether a line is 附件, 附件2 or 附 and nothing else."""
    return _MARK.fullmatch(text) is not None


def _is_mark(pieces: Sequence[Piece], place: int) -> bool:
    """Whether 附件 begins an attachment here: 附件： above a numbered list is the 附件说明 of a paper."""
    if not is_mark(pieces[place].text):
        return False
    listing = pieces[place].text.endswith(("：", ":")) and place + 1 < len(pieces)
    return not (listing and LISTED.match(pieces[place + 1].text))


def begins_printed(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a line is styled as the first of the title of a paper that is attached without 附件 above it."""
    style = pieces[place].style
    return style == _TITLE_STYLES[0] and (not place or pieces[place - 1].style != style)


def enclosures(paper: RawPaper, pieces: Sequence[Piece], place: int, read: Reader, end: End) -> None:
    """Read everything from ``place`` on as attachments of ``paper``.

    ``read`` reads a paper of its own, ``end`` what ends the paper and stands below a table 附注、抄送、印发. What the 附件说明 of a paper
    among them names is attached to that paper.
    """
    owners, found = [paper], [paper]
    titles = _titles(owners)
    begins = _Begins(pieces)
    mark = NOTHING
    while place < len(pieces):
        if _is_mark(pieces, place):
            mark = pieces[place].words
            paper.marks.append(mark)
            place += 1
            continue
        mark = mark if mark.text or not _mark(pieces[place].words, titles) else pieces[place].words
        above, place = _above(pieces, place)
        if place == len(pieces):
            break
        title, place = _title(paper, pieces, place, titles)
        owner = _owner(owners, joined(title).text, bool(mark.text))
        place = _content(owner, pieces, place, title, begins.among(titles), read, above)
        one = owner.attachments[-1]
        one.marked, one.is_apart = bool(mark.text), NUMBERED.match(mark.text) is not None
        mark = NOTHING
        del owners[owners.index(owner) + 1 :]
        if one.paper is not None:
            found.append(one.paper)
            owners += [one.paper] if one.paper.notes else []
        titles = _titles(owners)
        if one.table is not None:
            place = end(paper, pieces, place)
    for one_paper in found:
        one_paper.attachments = [*_in_order(one_paper)]


class _Begins:
    """Finds where the next attachment begins; what was found once is not looked for again."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._titles: Mapping[str, Words] = {}
        self._marked = self._titled = -1

    def among(self, titles: Mapping[str, Words]) -> _Begins:
        """Return the finder, for ``titles`` of attachments that are listed."""
        if titles.keys() != self._titles.keys():
            self._titles, self._titled = titles, -1
        return self

    def behind(self, start: int) -> int:
        """Return where the attachment ends whose text begins at ``start``: at a mark, a listed title, or a table."""
        count = len(self._pieces)
        if start >= count or self._is_marked(start):
            return start
        if self._marked <= start:
            following = range(start + 1, count)
            self._marked = next(
                (at for at in following if self._is_marked(at) or begins_printed(self._pieces, at)), count
            )
        if self._titles and self._titled <= start:
            following = range(start + 1, count)
            self._titled = next((at for at in following if self._pieces[at].text in self._titles), count)
        return min(self._marked, self._titled) if self._titles else self._marked

    def _is_marked(self, at: int) -> bool:
        if self._pieces[at].cell is not None or _is_mark(self._pieces, at):
            return True
        text = self._pieces[at].text
        return begins_attachment(text) and not is_mark(text)


def _titles(owners: Sequence[RawPaper]) -> dict[str, Words]:
    """Return the titles that the 附件说明 of ``owners`` name."""
    return {note.text: note for owner in owners for note in owner.notes}


def _owner(owners: Sequence[RawPaper], title: str, marked: bool) -> RawPaper:
    """Return the paper that an attachment is named in; 附件 that is named nowhere is of the last that names more than it has."""
    named = [owner for owner in owners if any(note.text == title for note in owner.notes)]
    wanting = [owner for owner in owners if len(owner.attachments) < len(owner.notes)] if marked else []
    return (named or wanting or owners[:1])[-1]


def _in_order(paper: RawPaper) -> Iterator[RawAttachment]:
    """Yield the attachments as they stand behind each other, those that are listed as they are listed.

    One that is listed and not there stands where it would be.
    """
    notes = {note.text: note for note in paper.notes}
    order = {text: number for number, text in enumerate(notes)}
    listed = sorted((one for one in paper.attachments if one.listed), key=lambda one: order[_bare(one)])
    there = {_bare(one) for one in listed}
    left = deque(text for text in notes if text not in there)
    following = iter(listed)
    for place in paper.attachments:
        one = next(following) if place.listed else place
        while one.listed and left and order[left[0]] < order[_bare(one)]:
            yield _absent(notes[left.popleft()])
        yield one
    yield from (_absent(notes[text]) for text in left)


def _bare(one: RawAttachment) -> str:
    """Return the title of an attachment as it is listed, without the blanks between names in it."""
    return one.title.text.replace(" ", "")


def _absent(note: Words) -> RawAttachment:
    return RawAttachment(titled([note], ())[0], listed=True)


def _above(pieces: Sequence[Piece], place: int) -> tuple[list[Words], int]:
    """Return the lines above the title of a paper inside: its 文号 and the name in red; and the index of the title."""
    above = []
    while place < len(pieces) and pieces[place].cell is None and _is_above(pieces[place].words):
        above.append(pieces[place].words)
        place += 1
    return above, place


def _is_above(words: Words) -> bool:
    name = words.cut(0, len(words) - 2) if words.text.endswith("文件") else NOTHING
    return NUMBER.fullmatch(words.text) is not None or bool(name.text and are_units([name]))


def _title(
    paper: RawPaper, pieces: Sequence[Piece], place: int, titles: Mapping[str, Words]
) -> tuple[list[Words], int]:
    """Return the lines of the title that begins at ``place``, which may be broken over lines, and the index behind it."""
    title: list[Words] = []
    mark = _mark(pieces[place].words, titles)
    printing = joined(paper.title).text
    while place < len(pieces) and _goes_on(pieces, place, title, titles, printing):
        words = pieces[place].words
        if mark and not title:
            paper.marks.append(words.cut(0, mark))
            words = words.cut(mark)
        title.append(words)
        place += 1
    return title, place


def _mark(words: Words, titles: Mapping[str, Words]) -> int:
    """Return how many characters of the line are the word before a title 附件1; 附 alone needs a blank or a known title."""
    named = _NAMED.match(words.text)
    if named is not None or not words.text.startswith("附") or len(words) < 2:
        return named.end() if named is not None else 0
    is_apart = words.places[1] > words.places[0] + 1
    return 1 if is_apart or any(known.startswith(words.text[1:]) for known in titles) else 0


def _goes_on(
    pieces: Sequence[Piece], place: int, title: Sequence[Words], titles: Mapping[str, Words], printing: str
) -> bool:
    """Whether the line at ``place`` belongs to a title of which ``title`` has been read.

    ``printing`` is the title of the paper that prints it 印发《…》的通知.
    """
    text = pieces[place].text
    if begins_table(pieces, place) or NUMBER.fullmatch(text) or (title and _CHAPTER.match(text)):
        return False
    if title and pieces[place - 1].style in _TITLE_STYLES:
        return pieces[place].style == pieces[place - 1].style
    if title and (_REMARK.fullmatch(text) or under_title(pieces, place) is not None):
        return False
    before = "".join(words.text for words in title)
    if not title:
        text = text[_mark(pieces[place].words, titles) :]
    if any(known.startswith(before + text) for known in titles) or (before and before + text in printing):
        return True
    if before and before not in titles and _YEARS.fullmatch(text):
        return True
    if (
        before in titles
        or (before and any(f"{before}{end}" in printing for end in ("》", "的通知")))
        or TITLE_END.search(before)
    ):
        return False
    return not (read_label(text) or text.endswith(("。", "：", "；")) or len(text) > 60 or len(title) > 2)


def _content(
    paper: RawPaper,
    pieces: Sequence[Piece],
    place: int,
    lines: Sequence[Words],
    begins: _Begins,
    read: Reader,
    above: Sequence[Words],
) -> int:
    """Read what an attachment with the title on ``lines`` holds; return the index behind it."""
    title = joined(lines)
    listed = any(note.text == title.text for note in paper.notes)
    start = place + _has_line_above(pieces, place)
    end = begins.behind(start)
    found = table_at(pieces[start : max(end, _behind_cells(pieces, start))], 0)
    if found is not None:
        table, count = found
        table.title = title
        table.above += [words.words for words in pieces[place:start]]
        paper.attachments.append(RawAttachment(title, table=table, listed=listed))
        return _below(table, pieces, start + count)
    inner = RawPaper(title=[*lines])
    for words in above:
        if NUMBER.fullmatch(words.text) and not inner.number.text:
            inner.number = words
        else:
            inner.letterhead.append(words.cut(0, len(words) - 2))
            inner.marks.append(words)
    taken = read(inner, pieces[place:end])
    title = inner.title[0] if inner.title and title.text else title
    paper.attachments.append(RawAttachment(title, paper=inner, listed=listed))
    return max(place + taken, place + (not title.text and not taken))


def _behind_cells(pieces: Sequence[Piece], place: int) -> int:
    """Return the index behind the table of cells at ``place``; the same where none is."""
    end, first = place, pieces[place].cell if place < len(pieces) else None
    while first is not None and end < len(pieces):
        cell = pieces[end].cell
        if cell is None or cell.table != first.table:
            break
        end += 1
    return end


def _has_line_above(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the line at ``place`` stands between the title of a table and the table: 单位：万元, 填报时间：."""
    if place + 1 >= len(pieces) or pieces[place].cell is not None or len(pieces[place].text) > 40:
        return False
    return ABOVE_TABLE.match(pieces[place].text) is not None and begins_table(pieces, place + 1)


def _below(table: RawTable, pieces: Sequence[Piece], place: int) -> int:
    """Read what belongs to ``table`` and stands below it: the table that goes on, and notes; return the index behind it."""
    while place < len(pieces):
        words = pieces[place].words
        is_line = pieces[place].cell is None
        goes_on = is_line and CONTINUED.fullmatch(words.text) is not None
        more = table_at(pieces, place + goes_on) if place + goes_on < len(pieces) else None
        if more is not None and [h.text for h in more[0].heads] == [h.text for h in table.heads]:
            table.repeated += [*([words] if goes_on else []), *more[0].heads, *more[0].repeated]
            table.rows += more[0].rows
            table.cells += _moved(more[0], table)
            place = more[1]
        elif is_line and _is_note(table, words.text):
            table.notes.append(words)
            place += 1
        else:
            break
    return place


def _moved(more: RawTable, table: RawTable) -> Iterator[Piece]:
    """Yield the lines of ``more`` below its heads, with their places where the rows of ``table`` end."""
    places = [piece.cell for piece in table.cells if piece.cell is not None]
    heads = {head.text for head in more.heads} | {""}
    rows = {piece.cell.row: True for piece in more.cells if piece.cell is not None}
    for piece in more.cells:
        if piece.cell is not None and piece.text not in heads:
            rows[piece.cell.row] = False
    first = next((row for row, is_heads in rows.items() if not is_heads), 0)
    below = 1 + max((place.row for place in places), default=-1)
    for piece in more.cells:
        if piece.cell is not None and piece.cell.row >= first and places:
            place = replace(piece.cell, table=places[0].table, row=piece.cell.row - first + below)
            yield piece._replace(cell=place)


def _is_note(table: RawTable, text: str) -> bool:
    """Whether a line stands under a table and is about it: 注：…, and what such a note counts on with."""
    if NOTE.match(text):
        return True
    label = read_label(text) if table.notes else None
    return label is not None and label.number == len(table.notes) + 1
