"""A paper pasted as one line 整篇粘连: its lines again, at what is certain — title, 文号, 主送, numbers, 附件, signature and date."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise

from hongtou.importer.breaks import counted
from hongtou.importer.heads import NUMBER, is_recipients
from hongtou.importer.labels import read_label
from hongtou.importer.words import Piece

_HEAD = 1_500
"""Characters in which title, 文号 and 主送 stand."""
_FEW = 6
"""Lines of a file above which its lines were not lost."""
_KEYS = (
    "标题|发布时间|发布日期|发文日期|成文日期|文号|发文字号|发布机构|发文机关|信息来源|来源|索引号|主题分类"
)
_DAY = r"\d{4}[年-]\d{1,2}[月-]\d{1,2}日?"
_KINDS = "(?<=的)(?:通知|意见|决定|通报|函|批复|请示|报告|公告|通告|命令)"
_TITLE = re.compile(f"{_KINDS}$")
_TITLE_END = re.compile(f"{_KINDS}(?=\\s*(?:(?:{_KEYS})：|（?{NUMBER.pattern}|[^。；：《》]{{2,200}}：))")
_FIELD = re.compile(
    f"\\s*(?:（{NUMBER.pattern}）|{NUMBER.pattern}|(?:文号|发文字号)：\\s*{NUMBER.pattern}|(?:发布|发文|成文)(?:时间|日期)：\\s*{_DAY}"
    f"|(?:{_KEYS})：[^：。]{{1,40}}?(?=\\s*(?:{_KEYS})：))"
)
_TO = re.compile("\\s*([^。；：《》]{2,200}：)")
_ISSUER = re.compile("^(.{2,40}?)(?=关于|印发|转发|批转)")
_ABOUT = re.compile("关于|印发|转发|批转")
_STOP = re.compile("[。：；]")
_ABOVE = re.compile(f"(?P<red>[\u4e00-\u9fff]{{4,28}}文件)?\\s*(?P<number>{NUMBER.pattern})\\s*$")
_NAME = 40
"""Characters of the longest name that signs."""
_DAYS = 300
"""Days before which a name is looked for that the title begins with."""
_DATED = re.compile(_DAY)
_ENCLOSED = re.compile("印发(?P<one>.{4,80}?)的通知$")
_ENTRY = re.compile(r"^(?:附件?：)?\s*(?:\d{1,2}[.．])?")
_SIGNED = re.compile(f"(?<=[。）])(?P<name>[\u4e00-\u9fff]{{2,30}}[府局委厅室会院署])\\s*{_DAY}$")
_NOTE = re.compile("\\s*（(?:此件|本文|此文|联系)[^（）]{1,80}）")
_ATTACHED = re.compile("附件?：")
_LISTED = re.compile(r"(?P<number>\d{1,2})[.．](?!\d)")
_BEHIND = re.compile(f"抄送：|[\u4e00-\u9fff]{{4,30}}?\\s*{_DAY}印发")
_WEB = re.compile(
    "扫一扫|【打印|【关闭|打印本页|关闭窗口|上一篇：|下一篇：|附件下载|相关(?:附件|文件|解读|链接)：|责任编辑："
)
_BLANK = re.compile(r"\s+")
_STOPS = "。！？：；）】”"
_HEADING = 45


def separated(pieces: Sequence[Piece]) -> tuple[list[Piece], int | None]:
    """Return the lines of a paper that stands in one line of a file of few, and where its title begins; None where there is none."""
    if len(pieces) > _FEW:
        return [*pieces], None
    for number, piece in enumerate(pieces):
        above = _title_above(pieces, number)
        title = "".join(one.text for one in above)
        cuts = _cuts(piece.text, title) if piece.cell is None else None
        if cuts is not None:
            parts = [Piece(words.strip()) for words in piece.words.split_at(cuts) if words.strip().text]
            is_above = bool(above) and _TITLE_END.search(piece.text, 0, _HEAD) is None
            first = above[0].words.places[0] if is_above else piece.words.places[min(cuts)]
            return [*pieces[:number], *parts, *pieces[number + 1 :]], first
    return [*pieces], None


def _title_above(pieces: Sequence[Piece], end: int) -> Sequence[Piece]:
    """Return the lines before ``end`` that may be the title, which may be broken into some; 文号 may stand below it."""
    if end and NUMBER.fullmatch(pieces[end - 1].text.strip()):
        end -= 1
    start = max(0, end - 1)
    while start and not _ABOUT.search(pieces[start].text) and not _STOP.search(pieces[start - 1].text):
        start -= 1
    return pieces[start:end]


def _cuts(text: str, before: str) -> set[int] | None:
    """Return where the lines of a whole paper begin and end, None where ``text`` does not begin with title and 主送.

    ``before`` is what stands before, which may be the title.
    """
    end = _TITLE_END.search(text, 0, _HEAD)
    if end is not None:
        start = _title_start(text, end.end())
        found = _behind_title(text, end.end(), text[start : end.end()])
        above = {*_above_title(text, start)}
        return {*above, start, end.end(), *found} if found else None
    found = _behind_title(text, 0, before) if _TITLE.search(before) else set()
    return {0, *found} if any(True for _label in counted(text)) and found else None


def _behind_title(text: str, place: int, title: str) -> set[int]:
    """Return the places where lines begin and end behind the title, none where no addressees with a text follow."""
    cuts = set()
    while field := _FIELD.match(text, place, _HEAD):
        place = field.end()
        cuts.add(place)
    to = _TO.match(text, place, _HEAD)
    if to is None or not is_recipients(to[1].strip()) or to.end() >= len(text):
        return set()
    return {*cuts, to.end(), *_text_cuts(text, to.end(), title)}


def _title_start(text: str, end: int) -> int:
    """Return where the title that ends at ``end`` begins: with the name that signs the paper, else with the line."""
    head = text[:end]
    for day in islice(_DATED.finditer(text, end), _DAYS):
        for begin in range(max(end, day.start() - _NAME), day.start() - 2):
            name = text[begin : day.start()].rstrip()
            at = max(head.rfind(name + word) for word in ("关于", "印发", "转发", "批转"))
            if at >= 0:
                return at
    return 0


def _above_title(text: str, start: int) -> Iterator[int]:
    """Yield where 文号 and the name in red begin that stand before the title."""
    above = _ABOVE.search(text, 0, start)
    if above is not None:
        yield from (place for place in (above.start("red"), above.start("number")) if place >= 0)


def _text_cuts(text: str, begin: int, title: str) -> Iterator[int]:
    """Yield the places behind the addressees where a line begins or ends."""
    signed = _signed(text, begin, title)
    end = signed.start() if signed is not None else len(text)
    noted = [*_noted(text, begin, end)] if signed is not None else []
    labels = [place for place in counted(text) if place >= begin]
    found = {*labels, *_at_blanks(text, begin, labels)}
    # Blanks and numbers in the 附件说明 are its own.
    yield from (cut for cut in found if not (noted and noted[0] < cut <= end))
    yield from noted
    if signed is not None:
        yield from (*signed.span("name"), signed.end())
        yield from _behind(text, signed.end(), _titles(text, title, [*noted, end]))


def _signed(text: str, begin: int, title: str) -> re.Match[str] | None:
    """Return the name and the day that sign the paper: the name its title begins with, or what ends the text."""
    issuer = _ISSUER.match(title)
    if issuer is not None:
        return re.compile(f"(?P<name>{re.escape(issuer[1])})\\s*{_DAY}(?!印发)").search(text, begin)
    return _SIGNED.search(text, begin)


def _titles(text: str, title: str, noted: Sequence[int]) -> Iterator[str]:
    """Yield the titles of the papers that may follow: the one that is issued, and those of the 附件说明."""
    if enclosed := _ENCLOSED.search(title):
        yield enclosed["one"]
    for start, end in pairwise(noted):
        yield _ENTRY.sub("", text[start:end]).strip()


def _at_blanks(text: str, begin: int, labels: Sequence[int]) -> Iterator[int]:
    """Yield the blanks behind a stop or a heading: where lines were joined with blanks between."""
    last = begin
    starts = [*labels, len(text)]
    at = 0
    for blank in _BLANK.finditer(text, begin):
        while starts[at] <= blank.start():
            last = max(last, starts[at])
            at += 1
        is_heading = blank.start() - last <= _HEADING and read_label(text[last : blank.start()]) is not None
        if is_heading or text[blank.start() - 1] in _STOPS:
            yield blank.end()
            last = blank.end()


def _noted(text: str, begin: int, end: int) -> Iterator[int]:
    """Yield where the 附件说明 before the signature begins, and its entries."""
    found = [
        match for match in _ATTACHED.finditer(text, begin, end) if text[match.start() - 1] in "。） \u3000"
    ]
    if not found:
        return
    yield found[-1].start()
    yield from _listed(text, found[-1].end(), end)


def _listed(text: str, begin: int, end: int) -> Iterator[int]:
    wanted = 1
    for match in _LISTED.finditer(text, begin, end):
        if int(match["number"]) == wanted:
            wanted += 1
            if wanted > 2:
                yield match.start()


def _behind(text: str, place: int, titles: Iterable[str]) -> Iterator[int]:
    """Yield the places behind the date: 附注, titles of papers that follow, 附件 again, 抄送, what the web adds."""
    note = _NOTE.match(text, place)
    if note is not None:
        place = note.end()
        yield place
    for title in titles:
        at = text.find(title, place)
        if title and at >= 0:
            yield from (at, at + len(title))
    attached = (match for match in _ATTACHED.finditer(text, place) if text[match.start() - 1] in _STOPS)
    if (first := next(attached, None)) is not None:
        yield first.start()
        yield from _listed(text, first.end(), len(text))
    yield from (
        match.start()
        for match in _BEHIND.finditer(text, place)
        if text[match.start() - 1] in "。） \u3000" or match.start() == place
    )
    web = _WEB.search(text, place)
    if web is not None:
        yield web.start()
