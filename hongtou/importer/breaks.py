"""Lost line breaks, found again 恢复分段: in a line that holds a whole paper, from numbers and known marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from hongtou.importer.words import Piece, Words
from hongtou.numerals import integer

LONG = 400
"""Characters from which a line is looked at: a title, the number and the addressees glued to the text."""
LABELS = re.compile(
    r"(?P<one>[一二三四五六七八九十]{1,3})、|（(?P<two>[一二三四五六七八九十]{1,3})）|(?<![\d.第])(?P<three>\d{1,2})[.．](?!\d)\s?"
)
_NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号\s")
_SIGNED = re.compile(
    r"\s(?P<name>[\u4e00-\u9fff、]{3,40})\s+\d{4}年\d{1,2}月\d{1,2}日(?=[\s附《“\u4e00-\u9fff])"
)
_DATED = re.compile(r"(?<=\d日)(?=\s*[附《“\u4e00-\u9fff])")
_TO = re.compile(r"^[^。；：《]{3,200}[位府构委会局办区镇县道企门]：(?=.)")


_HAN = re.compile("[一二三四五六七八九十]")


def restored(pieces: Iterable[Piece], title: str) -> list[Piece]:
    """Return ``pieces`` with long lines broken; ``title`` is that of the paper where the page names it."""
    found: list[Piece] = []
    for piece in pieces:
        if len(piece.text) < LONG or piece.cell is not None or not _is_glued(piece.text):
            found.append(piece)
            continue
        for words in piece.words.split_at(_cuts(piece.text, title)):
            words = words.strip()
            if words.text:
                found += [Piece(part.strip()) for part in _addressed(words)]
    return found


def _is_glued(text: str) -> bool:
    """Whether a line holds more than one paragraph: labels of a level that count on."""
    return len([*counted(text)]) > 2


def _addressed(words: Words) -> Iterator[Words]:
    """Yield the addressees and the text behind them apart."""
    match = _TO.match(words.text)
    return words.split_at([match.end()] if match is not None else [])


def _cuts(text: str, title: str) -> set[int]:
    cuts = {*counted(text)}
    known = {title, *re.findall("《([^》]{6,60})》", title)} - {""}
    for match in _NUMBER.finditer(text[:LONG]):
        cuts |= {match.start(), match.end()}
    for match in _SIGNED.finditer(text):
        dated = _DATED.search(text, match.start())
        cuts |= {match.start(), match.end("name"), *([dated.start()] if dated else [])}
        for name in known | {*re.findall("《([^》]{6,60})》", text[: match.start()])}:
            at = text.find(name, match.end(), match.end() + len(name) + 6)
            if at >= 0:
                cuts |= {at, at + len(name)}
    at = text.find(title) if title else -1
    if 0 <= at < LONG:
        cuts |= {at, at + len(title)}
    return cuts


def counted(text: str) -> Iterator[int]:
    """Yield where the labels 一、（一）1. of the outline begin: those that follow the one before, or begin anew."""
    before = {"one": 0, "two": 0, "three": 0}
    for match in LABELS.finditer(text):
        kind = match.lastgroup or ""
        number = int(match[kind]) if match[kind].isascii() else _integer(match[kind])
        if _is_quoted(text, match.start()) or not _may_begin(text, match, kind):
            continue
        if number == before[kind] + 1 or (number == 1 and kind != "one" and before["one"]):
            before[kind] = number
            if kind == "one":
                before["two"] = 0
            yield match.start()


def _integer(text: str) -> int:
    try:
        return integer(text)
    except ValueError:
        return -1


def _may_begin(text: str, match: re.Match[str], kind: str) -> bool:
    """Whether a paragraph may begin here: behind a stop or what ends a heading or a list, not inside a clause."""
    before = text[max(0, match.start() - 20) : match.start()].rstrip()[-1:]
    if kind == "one":
        # 一、二年级 is no label.
        return before not in "、，（《“第之" and not _HAN.match(text, match.end())
    return before not in "、，（《“第；：" if kind == "three" else before not in "、，《“；：的"


def _is_quoted(text: str, place: int) -> bool:
    """Whether ``place`` stands in “” or 《》: headings of another document."""
    near = text[max(0, place - 200) : place]
    return near.rfind("“") > near.rfind("”") or near.rfind("《") > near.rfind("》")
