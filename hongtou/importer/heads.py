"""The head of a paper 版头、标题、主送: what stands above the title, the title, its number, and whom it addresses."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.cells import begins_table
from hongtou.importer.issuers import are_units, is_unit
from hongtou.importer.labels import read_label
from hongtou.importer.names import is_plausible
from hongtou.importer.raw import RawPaper
from hongtou.importer.under_title import under_title
from hongtou.importer.words import Piece, Words

NUMBER = re.compile(r"[\u4e00-\u9fff]{1,14}[〔（](?:19|20)\d{2}[〕）]\d{1,5}号")
"""文号; its year stands in 〔〕, and in （） where an office has no other brackets."""
_LEADS = re.compile("如下|以下|[现将为是请于按]|意见|通知|方案|包括|要求|[，、]$")
_KINDS = "决议|决定|命令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要"
_TITLE_KIND = re.compile(f"(?:{_KINDS})$")
_SIGNERS = re.compile("签发人[：:]\\s*(?P<names>[\u4e00-\u9fff、 \u3000]{2,40})$")
_SIGNER = re.compile("[\u4e00-\u9fff]{2,4}")
_ABOVE = {
    "份号": re.compile(r"\d{6}"),
    "密级": re.compile("(?:绝密|机密|秘密)(?:★[^★]{1,10})?"),
    "紧急程度": re.compile("特急|加急|特提|平急"),
}
_MARK = re.compile(r"附[件表]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})?")
_RED = "文件"
_ORDER = re.compile(r"(?:20\d\d年)?第[\d一二三四五六七八九十百]{1,4}号")
_NUMBERED = re.compile(f"(?:（|(?<=的)(?:{_KINDS}))(?P<number>{NUMBER.pattern})）?$")
"""文号 in brackets behind the title, or right behind what kind of paper it is."""
_BRACKETED = re.compile(f"（{NUMBER.pattern}）")
_ISSUE = re.compile(r"[（〔]?(?:20\d\d[）〕年])?第?\d{1,4}[期号]）?|〔20\d\d〕第?\d{1,4}[期号]")
"""期号 of minutes and bulletins: 〔2024〕第11期."""
_SERIAL = re.compile("(?:纪要|简报|专报|快报|通报|动态|信息|周报|月报|内参)$")
_BY_ORDER = ("公告", "通告", "令")
_ABOUT = ("关于", "印发", "转发", "批转")
_HEAD_LINES = 12
"""Lines that are looked at for the title, those that only name units not counted."""
_MOST_LINES = 60
_STYLE = "发文机关标志"
"""How the style of the name in red is called in the papers that gen writes; that of a letter has more before it."""
_TITLE = "Title"
_HEAD_STYLES = (_STYLE, _TITLE)
"""Names in red and a title of many issuers, as files say themselves; they may take more lines than a head without styles."""


SIGNED_STYLES = ("发文机关署名", "附件内署名")
"""How the styles of the 署名 begin in the papers that gen writes: of a paper without text it follows the title."""


def read_head(paper: RawPaper, pieces: Sequence[Piece]) -> int:
    """Read 版头, 文号, title and 主送; return the index of the first line of the text."""
    place = _read_head(paper, pieces, _masthead(paper, pieces))
    if paper.masthead and not paper.title:
        # Minutes that have no title but their head.
        paper.title, paper.masthead = paper.masthead, []
    return place


def _masthead(paper: RawPaper, pieces: Sequence[Piece]) -> int:
    """Read the head of minutes and bulletins, with their 期号 and who issued them when; return the index behind it."""
    issue = next((n for n, one in enumerate(pieces[:_HEAD_LINES]) if _ISSUE.fullmatch(one.text)), 0)
    head = [piece.words for piece in pieces[max(0, issue - 3) : issue]]
    if not head or issue > 3 or not _SERIAL.search(head[-1].text):
        return 0
    paper.masthead, paper.number = head, pieces[issue].words
    signed = under_title(pieces, issue + 1)
    if signed is None:
        return issue + 1
    paper.names, paper.date, paper.is_signed_above = [*signed.names], signed.date, True
    paper.marks += signed.marks
    return issue + 1 + signed.lines


def _read_head(paper: RawPaper, pieces: Sequence[Piece], place: int) -> int:
    last = _last(pieces)
    addressed = next((n for n, piece in enumerate(pieces[:last]) if is_recipients(piece.text)), None)
    while place < last:
        words = pieces[place].words
        if begins_table(pieces, place) or pieces[place].style.startswith(SIGNED_STYLES):
            return place
        if not paper.title and _MARK.fullmatch(words.text) and not begins_table(pieces, place + 1):
            # A file may hold nothing but 附件1 of a paper.
            paper.marks.append(words)
            place += 1
            continue
        if place == addressed:
            paper.recipients = words.cut(0, len(words) - 1)
            paper.marks.append(words.cut(len(words) - 1))
            return place + 1
        if not _stands_above(paper, pieces, place, addressed or last):
            if addressed is None and not _may_be_title(paper, pieces, place):
                return place
            words = _without_number(paper, words)
            (paper.marks if _repeats(words.text, paper.title) else paper.title).append(words)
        place += 1
    return place


def _may_be_title(paper: RawPaper, pieces: Sequence[Piece], place: int) -> bool:
    """Whether a line of a paper without addressees belongs to the title: its style says so, or its words can."""
    if pieces[place].style == _TITLE and (not paper.title or pieces[place - 1].style == _TITLE):
        return True
    return _is_title(pieces[place].text, paper.title) and not _is_signed(paper, pieces, place)


def _is_signed(paper: RawPaper, pieces: Sequence[Piece], place: int) -> bool:
    """Whether who signs a paper stands here, under its title; the names that a title begins with are none."""
    if not paper.title or are_units(paper.title, broken=True) or under_title(pieces, place) is None:
        return False
    # The line above may end inside a name that ends here.
    return not are_units([*paper.title, pieces[place].words], broken=True)


def _last(pieces: Sequence[Piece]) -> int:
    """Return how many lines may be the head: each of many issuers may stand on a line of its own."""
    count = 0
    for place, piece in enumerate(pieces):
        count += not (is_unit(piece.text) or piece.style.endswith(_HEAD_STYLES))
        if count > _HEAD_LINES or place == _MOST_LINES:
            return place
    return len(pieces)


def _stands_above(paper: RawPaper, pieces: Sequence[Piece], place: int, end: int) -> bool:
    """Read a line that is no title: 文号, the name in red, 份号, 密级, 紧急程度 or 签发人."""
    words, below = pieces[place].words, pieces[place + 1 : end]
    if pieces[place].style.endswith(_STYLE):
        _red(paper, words)
    elif NUMBER.fullmatch(words.text):
        _names_above(paper, below)
        paper.number = paper.number if paper.number.text else words
    elif paper.title and _BRACKETED.fullmatch(words.text) and not paper.number.text:
        paper.number = words.cut(1, len(words) - 1)
    elif _is_order(paper, words, below):
        paper.number = words
    elif _is_marked_beside(paper, words):
        _names_above(paper, below)
    elif not (_is_red(paper, words) or _signers(paper, words, below) or _is_marked(paper, words)):
        if paper.title or not _is_named_below(words.text, below):
            return False
        paper.letterhead.append(words)
    paper.marks.append(words)
    return True


def _without_number(paper: RawPaper, words: Words) -> Words:
    """Return a line of the title without the 文号 behind it: in brackets, behind a blank, or glued to it."""
    if paper.number.text or not words.text.endswith(("号", "号）")):
        return words
    *before, last = words.stretches()
    match = _NUMBERED.search(words.text)
    if before and NUMBER.fullmatch(last.text):
        start, end = len(words) - len(last), len(words)
    elif match is not None:
        start, end = match.span("number")
    else:
        return words
    paper.number = words.cut(start, end)
    bracket = words.text[start - 1] == "（"
    paper.marks += [words.cut(start - bracket, start), words.cut(end)]
    return words.cut(0, start - bracket)


def _is_order(paper: RawPaper, words: Words, below: Sequence[Piece]) -> bool:
    """Whether a line numbers 令, 公告 or 通告: 2024年第3号, beside a title that is one."""
    if paper.number.text or _ORDER.fullmatch(words.text) is None:
        return False
    around = [*(line.text for line in paper.title), *(piece.text for piece in below[:3])]
    return any(text.endswith(_BY_ORDER) for text in around)


def _red(paper: RawPaper, words: Words) -> None:
    """Note a line of the name in red, less 文件."""
    is_file = words.text.endswith(_RED)
    name = words.cut(0, len(words) - len(_RED)) if is_file else words
    if name.text:
        paper.letterhead.append(name)
    paper.has_file = paper.has_file or is_file
    paper.is_letter = not paper.has_file


def _is_red(paper: RawPaper, words: Words) -> bool:
    """Read 某市教育局文件, and the names on the lines above it that issue the paper with it."""
    if not words.text.endswith(_RED):
        return False
    own = [words.cut(0, len(words) - len(_RED))] if len(words) > len(_RED) else []
    if paper.title and are_units([*paper.title, *own], broken=True):
        paper.letterhead += paper.title
        paper.marks += paper.title
        paper.title = []
    elif not own or not are_units(own):
        return False
    _red(paper, words)
    return True


def _names_above(paper: RawPaper, below: Sequence[Piece]) -> None:
    """Take names above 文号 for those in red, where a title stands below it."""
    is_titled = any(piece.text.startswith(_ABOUT) or _TITLE_KIND.search(piece.text) for piece in below)
    if paper.title and is_titled and are_units(paper.title, broken=True):
        paper.letterhead += paper.title
        paper.marks += paper.title
        paper.title = []


def _is_named_below(name: str, below: Sequence[Piece]) -> bool:
    """Whether the title below begins with ``name``, so that it is printed in red above it."""
    for place, piece in enumerate(below):
        if piece.text.endswith("。"):
            return False
        if len(name) > 2 and piece.text.startswith(name):
            lines = [one.text for one in below[place : place + 3]]
            following = "".join(lines)[len(name) :]
            return any(word in following for word in _ABOUT) or any(map(_TITLE_KIND.search, lines))
    return False


def _signers(paper: RawPaper, words: Words, below: Sequence[Piece]) -> bool:
    """Read 签发人, beside 文号 and, of more than two, in lines of their own."""
    found = _SIGNERS.search(words.text)
    if found is not None:
        number = words.cut(0, found.start()).strip()
        if NUMBER.fullmatch(number.text):
            paper.number = number
        _names_above(paper, below)
        paper.signers += _persons(words.cut(*found.span("names")))
        return True
    more = _persons(words)
    if not paper.signers or paper.title or _TITLE_KIND.search(words.text):
        return False
    beside = more.pop(0) if more and NUMBER.fullmatch(more[0].text) else paper.number
    if not more or not all(_SIGNER.fullmatch(one.text) for one in more):
        return False
    paper.number = beside
    paper.signers += more
    return True


def _persons(words: Words) -> list[Words]:
    """Return the names of persons, blanks or 、 between them; 张 某 with a blank inside is one."""
    names: list[Words] = []
    for one in words.stretches():
        cuts = [n for n, char in enumerate(one.text) if char in "、 \u3000"]
        names += [part.strip("、 \u3000") for part in one.split_at(cuts)]
    return [one for one in names if one.text]


def _is_marked(paper: RawPaper, words: Words) -> bool:
    """Read 份号, 密级 and 紧急程度, which stand above the title."""
    kind = next((kind for kind, pattern in _ABOVE.items() if pattern.fullmatch(words.text)), None)
    if kind is None or paper.title:
        return False
    paper.above[kind] = words
    return True


def _is_marked_beside(paper: RawPaper, words: Words) -> bool:
    """Read 份号, 密级 or 紧急程度 in front of 文号 on one line, as letters print them (clause 10.1)."""
    if paper.title or paper.number.text or not words.text.endswith("号"):
        return False
    mark, *number = words.stretches()
    if len(number) != 1 or not NUMBER.fullmatch(number[0].text) or not _is_marked(paper, mark):
        return False
    paper.number = number[0]
    return True


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
    count = sum(not are_units([words]) for words in before)
    return not (read_label(text) or text.endswith(("。", "：", "；")) or len(text) > 60) and count < 3


def _repeats(text: str, title: Sequence[Words]) -> bool:
    """Whether the title stands twice, as on pages with a head of their own."""
    return bool(title) and "".join(words.text for words in title) == text
