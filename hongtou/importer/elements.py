"""The elements of a paper 公文要素, from the lines of a file: 文号, title, 主送, text, 附件说明, signature, date, attachments.

Reads the pieces of :mod:`hongtou.importer.lines`, writes a :class:`RawPaper`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.cells import begins_table
from hongtou.importer.enclosed import NAMED, enclosures
from hongtou.importer.labels import read_label
from hongtou.importer.names import is_plausible
from hongtou.importer.raw import RawPaper
from hongtou.importer.tree import settle, tree
from hongtou.importer.words import Piece, Words, joined

_DATE = re.compile(
    r"(?:\d{4}年\d{1,2}月\d{1,2}日|[〇零○一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)"
)
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}〔(?:19|20)\d{2}〕\d{1,5}号")
_LEADS = re.compile("如下|以下|[现将为是请于按]|意见|通知|方案|包括|要求|[，、]$")
_NOTE = re.compile("（((?:此件|本文|此文)[^（）]*|联系[^（）]*)）")
_ATTACHED = re.compile(r"附件?\s*[:：]\s*(?=\S)")
CLOSING = re.compile(
    "(?:特此|专此|妥否|当否|是否妥当|以上(?:请示|意见|报告)|此复|此函|请予|盼复|本(?:意见|通知|方案|办法|规定|细则)自)[^。]{0,40}。?$"
)
"""The lines that papers of each kind end with."""
_LISTED = re.compile(r"\d{1,2}[.．、]\s*")
_COPIES = re.compile("抄送[:：]")
_PRINTED = re.compile(r"(?P<by>[\u4e00-\u9fff]{4,30}?)\s*(?P<on>\d{4}年\d{1,2}月\d{1,2}日)印发。?")
_TITLE_KIND = re.compile("(?:决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要)$")
_SIGNERS = re.compile("签发人[：:]\\s*(?P<names>[\u4e00-\u9fff、 \u3000]{2,40})$")
_ABOVE = {
    "份号": re.compile(r"\d{6}"),
    "密级": re.compile("(?:绝密|机密|秘密)(?:★[^★]{1,10})?"),
    "紧急程度": re.compile("特急|加急|特提|平急"),
}
_HEAD_LINES = 12


def elements(pieces: Sequence[Piece]) -> RawPaper:
    """Return the paper that ``pieces`` are, with what is attached to it."""
    paper = RawPaper()
    start = _head(paper, pieces)
    end, behind = signed(paper, pieces, start)
    read_text(paper, [piece.words for piece in pieces[start:end] if piece.cell is None])
    behind = end_matter(paper, pieces, behind)
    enclosures(paper, pieces, behind, _inner)
    first = next(iter(paper.attachments), None)
    if first is not None and not first.title.text and not paper.preamble and not paper.nodes:
        # A table that stands alone has one title, which is its own.
        first.title = joined(paper.title)
        if first.paper is not None:
            first.paper.title = [first.title]
    return paper


def _inner(paper: RawPaper, pieces: Sequence[Piece]) -> int:
    """Read a paper inside an attachment, whose title is known; return how many lines it took."""
    start = 0
    while start < min(len(pieces), 3):
        words = pieces[start].words
        if NUMBER.fullmatch(words.text) and not paper.number.text:
            paper.number = words
        elif is_recipients(words.text) and not paper.recipients.text:
            paper.recipients = words.cut(0, len(words) - 1)
            paper.marks.append(words.cut(len(words) - 1))
        else:
            break
        start += 1
    end, behind = signed(paper, pieces, start)
    read_text(paper, [piece.words for piece in pieces[start:end] if piece.cell is None])
    return end_matter(paper, pieces, behind) if paper.date.text else behind


def _head(paper: RawPaper, pieces: Sequence[Piece]) -> int:
    """Read 文号, title and 主送; return the index of the first line of the text."""
    addressed = next((n for n, piece in enumerate(pieces[:_HEAD_LINES]) if is_recipients(piece.text)), None)
    place = 0
    while place < len(pieces) and place < _HEAD_LINES:
        words = pieces[place].words
        if begins_table(pieces, place):
            return place
        if place == addressed:
            paper.recipients = words.cut(0, len(words) - 1)
            paper.marks.append(words.cut(len(words) - 1))
            return place + 1
        if NUMBER.fullmatch(words.text):
            paper.number = paper.number if paper.number.text else words
        elif _in_letterhead(paper, words, pieces[place + 1 : addressed or _HEAD_LINES]):
            paper.marks.append(words)
        elif addressed is None and not _is_title(words.text, paper.title):
            return place
        elif _repeats(words.text, paper.title):
            paper.marks.append(words)
        else:
            paper.title.append(words)
        place += 1
    return place


def _in_letterhead(paper: RawPaper, words: Words, below: Sequence[Piece]) -> bool:
    """Read what stands above the title 版头: the name in red, which gen prints, 份号, 密级, 紧急程度 and 签发人."""
    if paper.title:
        return False
    signers = _SIGNERS.search(words.text)
    if signers is not None:
        number = words.cut(0, signers.start()).strip()
        paper.number = number if NUMBER.fullmatch(number.text) else paper.number
        paper.above["签发人"] = words.cut(*signers.span("names"))
        return True
    kind = next((kind for kind, pattern in _ABOVE.items() if pattern.fullmatch(words.text)), None)
    if kind is not None:
        paper.above[kind] = words
        return True
    name = words.text.removesuffix("文件")
    return len(name) > 2 and any(piece.text.startswith(name) for piece in below)


def is_recipients(text: str) -> bool:
    """Whether a line is 主送: names of units and a colon, and no sentence that leads to something."""
    return (
        len(text) > 2
        and text[-1] in "：:"
        and not text.startswith("附件")
        and _LEADS.search(text) is None
        and is_plausible(text[:-1])
    )


def _is_title(text: str, before: Sequence[Words]) -> bool:
    """Whether a line of a paper without addressees belongs to the title."""
    if before and _TITLE_KIND.search(before[-1].text):
        return False
    return not (read_label(text) or text.endswith(("。", "：", "；")) or len(text) > 60) and len(before) < 3


def _repeats(text: str, title: Sequence[Words]) -> bool:
    """Whether the title stands twice, as on pages with a head of their own."""
    return bool(title) and "".join(words.text for words in title) == text


def signed(paper: RawPaper, pieces: Sequence[Piece], start: int) -> tuple[int, int]:
    """Read 署名 and date; return the index behind the text, and behind the date."""
    for place in range(start, len(pieces)):
        words = pieces[place].words
        if pieces[place].cell is not None or not _DATE.fullmatch(words.text):
            continue
        first = place
        while first > start and place - first < 4 and _is_name(pieces[first - 1].text):
            first -= 1
        paper.names = [piece.words for piece in pieces[first:place]]
        paper.date = words
        return first, place + 1
    return _without_date(pieces, start)


def _without_date(pieces: Sequence[Piece], start: int) -> tuple[int, int]:
    """Return the end of a text that nobody signs: where a table or an attachment begins."""
    end = len(pieces)
    noted: list[str] = []
    for place in range(start, len(pieces)):
        if begins_table(pieces, place):
            end = place
            break
        if match := _ATTACHED.match(pieces[place].text):
            noted.append(pieces[place].text[match.end() :])
    while end > start and (pieces[end - 1].text in noted or NAMED.fullmatch(pieces[end - 1].text)):
        end -= 1
    return end, end


def _is_name(text: str) -> bool:
    """Whether a line can be a 署名: the name of a unit and nothing else."""
    if read_label(text) or _ATTACHED.match(text) or _LISTED.match(text):
        return False
    return 2 <= len(text) <= 40 and not re.search("[。；：，、《》（）\\d]", text)


def read_text(paper: RawPaper, lines: list[Words]) -> None:
    """Read the text and the 附件说明 that ends it."""
    noted = next((n for n in range(len(lines) - 1, -1, -1) if _ATTACHED.match(lines[n].text)), None)
    if noted is not None and all(_LISTED.match(words.text) for words in lines[noted + 1 :]):
        first = _ATTACHED.match(lines[noted].text)
        assert first is not None
        paper.marks.append(lines[noted].cut(0, first.end()))
        for words in [lines[noted].cut(first.end()), *lines[noted + 1 :]]:
            number = _LISTED.match(words.text)
            paper.marks.append(words.cut(0, number.end() if number else 0))
            paper.notes.append(words.cut(number.end() if number else 0))
        lines = lines[:noted]
    paper.preamble, paper.nodes, paper.closing = tree(lines)
    last = _last(paper)
    while last and CLOSING.match(last[-1].text):
        paper.closing.insert(0, last.pop())
    settle(paper.nodes)


def _last(paper: RawPaper) -> list[Words]:
    """Return the paragraphs that the text ends with: of its last part, or of a text without parts."""
    if not paper.nodes:
        return paper.preamble
    node = paper.nodes[-1]
    while node.children:
        node = node.children[-1]
    return node.paragraphs if len(node.paragraphs) > 1 or node.heading.text else []


def end_matter(paper: RawPaper, pieces: Sequence[Piece], place: int) -> int:
    """Read 附注, 抄送 and 印发 behind the date; return the index behind them."""
    while place < len(pieces) and pieces[place].cell is None:
        words = pieces[place].words
        paper.marks.append(words)
        printed = _PRINTED.fullmatch(words.text)
        if match := _NOTE.fullmatch(words.text):
            paper.note = words.cut(*match.span(1))
        elif _COPIES.match(words.text):
            paper.copies = words.cut(3).strip("。")
        elif printed is not None:
            paper.printed_by, paper.printed_on = (
                words.cut(*printed.span("by")),
                words.cut(*printed.span("on")),
            )
        else:
            paper.marks.pop()
            break
        place += 1
    return place
