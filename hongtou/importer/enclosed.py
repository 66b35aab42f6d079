"""What stands behind a paper 附件: tables, and papers of their own with their own number, addressees and signature."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from hongtou.importer.cells import begins_table, table_at
from hongtou.importer.labels import read_label
from hongtou.importer.raw import RawAttachment, RawPaper
from hongtou.importer.words import Piece, Words, joined

NAMED = re.compile(r"附件\s*\d*\s*[:：]?")
_TITLE_END = re.compile("(?:方案|细则|办法|清单|意见|规定|要点|计划|措施|通知|名单|目录|规划|表)$")

Reader = Callable[[RawPaper, Sequence[Piece]], int]
"""Reads a paper from its lines and returns how many of them it took."""


def enclosures(paper: RawPaper, pieces: Sequence[Piece], place: int, read: Reader) -> None:
    """Read everything from ``place`` on as attachments of ``paper``; ``read`` reads a paper of its own."""
    titles = {note.text: note for note in paper.notes}
    marked = False
    while place < len(pieces):
        if NAMED.fullmatch(pieces[place].text):
            paper.marks.append(pieces[place].words)
            marked, place = True, place + 1
            continue
        marked = marked or NAMED.match(pieces[place].text) is not None
        title, place = _title(paper, pieces, place, titles)
        place = _content(paper, pieces, place, title, titles, read)
        paper.attachments[-1].marked = marked
        marked = False
    taken = {attachment.title.text for attachment in paper.attachments}
    paper.attachments += [
        RawAttachment(note, listed=True) for text, note in titles.items() if text not in taken
    ]
    order = {text: number for number, text in enumerate(titles)}
    paper.attachments.sort(key=lambda attachment: order.get(attachment.title.text, len(order)))


def _title(
    paper: RawPaper, pieces: Sequence[Piece], place: int, titles: Mapping[str, Words]
) -> tuple[Words, int]:
    """Return the title that begins at ``place``, which may be broken over lines, and the index behind it."""
    title: list[Words] = []
    named = NAMED.match(pieces[place].text)
    while place < len(pieces) and _goes_on(pieces, place, title, titles):
        words = pieces[place].words
        if named is not None and not title:
            paper.marks.append(words.cut(0, named.end()))
            words = words.cut(named.end())
        title.append(words)
        place += 1
    return joined(title), place


def _goes_on(
    pieces: Sequence[Piece], place: int, title: Sequence[Words], titles: Mapping[str, Words]
) -> bool:
    """Whether the line at ``place`` belongs to a title of which ``title`` has been read."""
    text = pieces[place].text
    if begins_table(pieces, place):
        return False
    before = "".join(words.text for words in title)
    if any(known.startswith(before + text) for known in titles):
        return True
    if before in titles or _TITLE_END.search(before):
        return False
    return not (read_label(text) or text.endswith(("。", "：", "；")) or len(text) > 60 or len(title) > 2)


def _content(
    paper: RawPaper,
    pieces: Sequence[Piece],
    place: int,
    title: Words,
    titles: Mapping[str, Words],
    read: Reader,
) -> int:
    """Read what an attachment called ``title`` holds; return the index behind it."""
    listed = title.text in titles
    found = table_at(pieces, place) if place < len(pieces) else None
    if found is not None:
        table, place = found
        table.title = title
        paper.attachments.append(RawAttachment(title, table=table, listed=listed))
        return place
    end = place
    while end < len(pieces) and not _begins(pieces, end, place, titles):
        end += 1
    inner = RawPaper(title=[title])
    taken = read(inner, pieces[place:end])
    paper.attachments.append(RawAttachment(title, paper=inner, listed=listed))
    return max(place + taken, place + (not title.text and not taken))


def _begins(pieces: Sequence[Piece], at: int, start: int, titles: Mapping[str, Words]) -> bool:
    """Whether another attachment begins at ``at``: its mark, the title of one that is listed, or a table."""
    text = pieces[at].text
    if pieces[at].cell is not None or NAMED.fullmatch(text):
        return True
    return at > start and text in titles
