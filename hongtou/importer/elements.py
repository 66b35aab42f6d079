"""The elements of a paper 公文要素, from the lines of a file: 文号, title, 主送, text, 附件说明, signature, date, attachments.

Reads the pieces of :mod:`hongtou.importer.lines`, writes a :class:`RawPaper`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.enclosed import LISTED, enclosures
from hongtou.importer.endings import ATTACHED, ATTACHED_BELOW, CLOSING, colophon, end_matter, signed
from hongtou.importer.heads import NUMBER, is_recipients, read_head
from hongtou.importer.insets import without_insets
from hongtou.importer.issuers import names_in, titled, together
from hongtou.importer.raw import RawPaper
from hongtou.importer.tree import settle, tree
from hongtou.importer.under_title import under_title
from hongtou.importer.unit_words import are_names
from hongtou.importer.words import Piece, Words, joined

_PRESENT = re.compile(
    "(?:出席|列席|请假|缺席|参会|参加|与会|主持|记录|整理|审核|分送|发送|发|送|抄报)[^：，。]{0,6}："
)
"""The lines that minutes end with: who was there, whom they go to."""


_NAMED = re.compile(r"附件\s*(?P<number>\d{1,2})\s*[：:.．、]\s*(?=[^\s。]{2,60}$)")
_FIELD = re.compile("(?!各)[\u4e00-\u9fff]{2,4}(?:单位|部门|机构|企业|学校|公司)：")


def elements(pieces: Sequence[Piece]) -> RawPaper:
    """Return the paper that ``pieces`` are, with what is attached to it."""
    paper = RawPaper()
    pieces, insets = without_insets(pieces)
    start = read_head(paper, pieces)
    behind = _read_body(paper, pieces, start)
    behind = end_matter(paper, pieces, behind)
    enclosures(paper, pieces[: colophon(paper, pieces, behind)], behind, _inner, end_matter)
    first = next(iter(paper.attachments), None)
    if first is not None and not first.title.text and not paper.preamble and not paper.nodes:
        # A table that stands alone has one title, which is its own.
        first.title = joined(paper.title)
        if first.paper is not None:
            first.paper.title = [first.title]
    paper.attachments += insets
    return paper


def _inner(paper: RawPaper, pieces: Sequence[Piece]) -> int:
    """Read a paper inside an attachment, whose title is known; return how many lines it took."""
    start = 0
    while start < min(len(pieces), 3):
        words = pieces[start].words
        if NUMBER.fullmatch(words.text) and not paper.number.text:
            paper.number = words
        elif _addresses(words.text) and not paper.recipients.text:
            paper.recipients = words.cut(0, len(words) - 1)
            paper.marks.append(words.cut(len(words) - 1))
        else:
            break
        start += 1
    behind = _read_body(paper, pieces, start)
    return end_matter(paper, pieces, behind) if paper.date.text else behind


def _addresses(text: str) -> bool:
    """Whether a line is the 主送 of a paper inside another, and no field of a form 项目名称：, 填报单位：."""
    return is_recipients(text) and are_names(text[:-1]) and _FIELD.fullmatch(text) is None


def _read_body(paper: RawPaper, pieces: Sequence[Piece], start: int) -> int:
    """Read who signs the paper, under its text or under its title, and its text; return the index behind them."""
    above = under_title(pieces, start)
    begin = start + above.lines if above is not None else start
    end, behind = signed(paper, pieces, begin)
    if above is not None and (paper.names or paper.date.text):
        # It is signed below: what stands under the title is text.
        begin = start
    elif above is not None:
        paper.names, paper.date, paper.is_signed_above = [*above.names], above.date, True
        paper.marks += above.marks
    _settle_names(paper)
    read_text(paper, [piece.words for piece in pieces[begin:end] if piece.cell is None])
    return behind


def _settle_names(paper: RawPaper) -> None:
    """Part the names above the paper, at the head of its title, and under its text; each explains the others."""
    above, title, signed_ = paper.letterhead, paper.title, paper.names
    whole, paper.heads = titled(title, together([*above, *signed_]))
    paper.title = [whole] if title else []
    paper.letterhead = names_in(above, together([*title, *signed_]), broken=True)
    paper.names = names_in(signed_, together([*title, *above]))


def read_text(paper: RawPaper, lines: list[Words]) -> None:
    """Read the text and the 附件说明 that ends it."""
    lines = [*_without_named(paper, lines)]
    noted = next((n for n in range(len(lines) - 1, -1, -1) if _begins_notes(lines, n)), None)
    if noted is not None and all(LISTED.match(words.text) for words in lines[noted + 1 :]):
        first = ATTACHED_BELOW.match(lines[noted].text)
        assert first is not None
        paper.marks.append(lines[noted].cut(0, first.end()))
        for words in [lines[noted].cut(first.end()), *lines[noted + 1 :]]:
            number = LISTED.match(words.text)
            paper.marks.append(words.cut(0, number.end() if number else 0))
            paper.notes += [words.cut(number.end() if number else 0)] if words.text else []
        lines = lines[:noted]
    paper.preamble, paper.nodes, paper.closing = tree(lines)
    last = _last(paper)
    while last and (CLOSING.match(last[-1].text) or _PRESENT.match(last[-1].text)):
        paper.closing.insert(0, last.pop())
    settle(paper.nodes)


def _without_named(paper: RawPaper, lines: Sequence[Words]) -> Sequence[Words]:
    """Return ``lines`` without an 附件说明 at their end that says 附件 on each line: 附件1：清单, 附件2：名单."""
    first = len(lines)
    while first and _NAMED.match(lines[first - 1].text):
        first -= 1
    found = [(words, _NAMED.match(words.text)) for words in lines[first:]]
    if [match and int(match["number"]) for _words, match in found] != [*range(1, len(found) + 1)]:
        return lines
    for words, match in found:
        assert match is not None
        paper.marks.append(words.cut(0, match.end()))
        paper.notes.append(words.cut(match.end()))
    return lines[:first]


def _begins_notes(lines: Sequence[Words], place: int) -> bool:
    """Whether the 附件说明 begins here: 附件： with a title behind it, or alone above a numbered one."""
    text = lines[place].text
    if ATTACHED.match(text):
        return True
    return (
        ATTACHED_BELOW.fullmatch(text) is not None
        and place + 1 < len(lines)
        and LISTED.match(lines[place + 1].text) is not None
    )


def _last(paper: RawPaper) -> list[Words]:
    """Return the paragraphs that the text ends with: of its last part, or of a text without parts."""
    if not paper.nodes:
        return paper.preamble
    node = paper.nodes[-1]
    while node.children:
        node = node.children[-1]
    return node.paragraphs if len(node.paragraphs) > 1 or node.heading.text else []
