"""What a web page prints above its paper 网页上方: the trail, a table of 索引号 and 文号, the title in a head of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from hongtou.i18n import N_
from hongtou.importer.furniture import NUMBER, Published, read_line
from hongtou.importer.html_hints import HEADINGS
from hongtou.importer.ledger import Ledger
from hongtou.importer.scan import LeftOut
from hongtou.importer.words import NOTHING, Piece, Words

_EARLY = 80
"""Lines of a page in which its paper begins."""
_NEAR = 15
"""Lines behind the head of a page in which the title stands once more, in the paper itself."""
_BROKEN = 4
"""Lines over which a title is broken at most."""
_ISSUER = 30
"""Characters of a name that the paper prints before what the page calls it."""
_SHORTEST = 6
_TITLE = re.compile(
    "(?:通知|意见|决定|通报|函|批复|请示|报告|公告|通告|方案|办法|细则|规定|计划|要点|规划|措施)(?:（[^（）]*）)?$"
)
_LABELS = (
    "索引号|主题分类|发布机构|发文机关|发文机构|制发机关|发文日期|发布日期|成文日期|生成日期|生效日期|失效日期|废止日期|公开日期|发布时间"
    "|标题|名称|信息名称|文号|发文字号|文件编号|主题词|关键词|有效性|公开类别|公开范围|公开方式|公开时限|信息分类|体裁分类|组配分类|公文种类|内容概述|服务对象|统一编号"
)
_LABEL = re.compile(f"(?:{_LABELS})：?")
_BLANK = re.compile(r"\s+")
_PAIR = re.compile(f"(?P<key>{_LABELS})\\s*：\\s*(?P<value>.+)$")
_LETTERHEAD = re.compile("[\u4e00-\u9fff]{4,28}文件")
_OUTSIDE = re.compile("[^\u4e00-\u9fff0-9A-Za-z]+")
"""What may differ between the title of a page and that of its paper."""


def without_page_head(
    pieces: Sequence[Piece],
    losses: Iterable[LeftOut],
    found: Published,
    ledger: Ledger,
) -> list[Piece]:
    """Return the lines of a page from the title of its paper on; what it says of the paper goes into ``found``.

    ``losses`` are what the reader left out, the head of the page among it.
    """
    heads = [_bare(lost.text) for lost in losses]
    last = next((n for n, piece in enumerate(pieces[:_EARLY]) if _is_title(piece, heads)), None)
    if last is None:
        return [*_without_tables(pieces, found, ledger)]
    first = last
    while first and pieces[first].style in HEADINGS and pieces[first - 1].style == pieces[first].style:
        # A heading broken into lines is the title from its first one.
        first -= 1
    title, below = pieces[first : last + 1], pieces[last + 1 :]
    if _is_printed("".join(piece.text for piece in title), below):
        for piece in title:
            ledger.leave(piece.words, N_("the title of the page; the paper prints it below"))
        title = []
    return [*_without_tables([*_above(pieces[:first], found, ledger), *title, *below], found, ledger)]


def _bare(text: str) -> str:
    return _OUTSIDE.sub("", text)


def _is_title(piece: Piece, heads: Sequence[str]) -> bool:
    """Whether a line is the title that the page has in its head, or in a heading."""
    text = piece.text.strip()
    if piece.cell is not None or len(text) < _SHORTEST or not _TITLE.search(text):
        return False
    return piece.style in HEADINGS or any(head.startswith(_bare(text)) for head in heads)


def _above(pieces: Sequence[Piece], found: Published, ledger: Ledger) -> Iterator[Piece]:
    """Yield what of the lines above the title is the paper: 文号, the name in red; and tables, which are looked at later."""
    for piece in pieces:
        text = piece.text.strip()
        if piece.cell is not None or NUMBER.match(text) or _LETTERHEAD.fullmatch(text):
            yield piece
            continue
        rest = read_line(piece.words, found, ledger, is_early=True)
        if rest is not None and NUMBER.match(rest.text):
            yield Piece(rest)
        elif rest is not None:
            ledger.leave(rest, N_("it stands before the title"))


def _is_printed(title: str, below: Sequence[Piece]) -> bool:
    """Whether the paper prints the title of its page itself, on one line or broken, with who issues it or without."""
    title = _bare(title)
    for start in range(min(_NEAR, len(below))):
        for end in range(start + 1, start + 1 + _BROKEN):
            printed = _bare("".join(piece.text for piece in below[start:end] if piece.cell is None))
            if printed.endswith(title) and len(printed) <= len(title) + _ISSUER:
                return True
    return False


def _without_tables(pieces: Sequence[Piece], found: Published, ledger: Ledger) -> Iterator[Piece]:
    """Yield ``pieces`` without the table that says what the page knows of the paper."""
    for table, group in groupby(pieces, key=lambda piece: piece.cell.table if piece.cell else None):
        cells = [*group]
        labels = sum(
            _label(piece.text) != "" or _PAIR.match(piece.text.strip()) is not None for piece in cells
        )
        if table is None or labels < 2 or 3 * labels < sum(bool(piece.text.strip()) for piece in cells):
            yield from cells
            continue
        for key, words in _pairs(cells, ledger):
            is_printed = any(piece.text.strip() == words.text for piece in pieces if piece.cell is None)
            if key in ("文号", "发文字号", "文件编号") and NUMBER.match(words.text) and not is_printed:
                yield Piece(words)
            elif words.text:
                found.values.setdefault(key, words)


def _label(text: str) -> str:
    """Return the label that a cell is, empty where it is none: 索 引 号： has blanks in it."""
    bare = _BLANK.sub("", text)
    return bare.rstrip("：") if _LABEL.fullmatch(bare) else ""


def _pairs(cells: Sequence[Piece], ledger: Ledger) -> Iterator[tuple[str, Words]]:
    """Yield the labels of a table with what stands behind them, in the same cell or the next."""
    label = ""
    for cell in cells:
        words = cell.words.strip()
        if pair := _PAIR.match(words.text):
            ledger.computed(words.cut(0, pair.start("value")))
            yield pair["key"], words.cut(*pair.span("value"))
        elif found := _label(words.text):
            ledger.computed(words)
            label = found
        elif words.text:
            yield (label, words) if label else ("", NOTHING)
            if not label:
                ledger.leave(words, N_("it belongs to the web page, not to the paper"))
            label = ""
