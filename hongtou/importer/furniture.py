"""What a web page puts around a paper 网页附加文字: left out with the reason, its metadata kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from hongtou.i18n import N_
from hongtou.importer.ledger import Ledger
from hongtou.importer.words import Piece, Words

_META = re.compile(
    r"^\s*+(?P<key>标题|发布时间|发布日期|发文日期|成文日期|文号|发文字号|发布机构|发文机关|信息来源|来源|栏目|原文链接|本地目录|索引号|主题分类|公开类别|有效性|主题词)：\s*+(?P<value>.*)$"
)
_PLACE = re.compile(
    r"^\s*+(?:您?(?:现在|当前|所在)?的?(?:所在)?位置：|(?:网站)?首页\s*[>＞›»→]).*?(?:(?P<end>时间：\S+(?:\s\d\d:\d\d)?(?:\s+(?:微信|微博|QQ空间))*)|$)"
)
_SHARING = re.compile(
    # Blanks are not given back: another run of them may follow.
    r"^\s*+(?:时间：\S+.*(?:微信|微博)|微信\s*微博.*|分享到.*|打印本页.*|关闭窗口.*|【?字体：.*|浏览次数.*|扫一扫.*|上一篇.*|下一篇.*|相关链接：.{0,60}|附件下载.*|相关(?:附件|文件|解读|链接)：?|责任编辑：.{0,20}|(?:\s*[【\[]?(?:打印|打 印|关闭|关 闭|收藏|朗读|分享|返回|TOP|返回顶部|打印本页|打印页面|关闭窗口|关闭页面|保存|下载|纠错)[】\]]?)+|字号：.{0,20}|字体大小：.{0,20}|(?:浏览|阅读|点击)(?:次数|量|数)?：.*|分享：.*|用微信扫一扫.*|.{0,100}\.(?:docx?|pdf|xlsx?|wps|et|ofd|rar|zip)(?:\s*[（(【].{0,20}[）)】])?(?:\s*下载)?)$"
)
_RECORDED = ("ICP备", "公网安备", "网站标识码")
"""How a web site is registered 备案."""
_FOOT = re.compile(r"(?:^|\s)来源：\S+\s+附件下载.*$|(?:^|\s)来源：[^\s。]+\s*$")
_CRAWLER = re.compile(r"^\s*+(?:页面链接与图片.*|=+\s*正文\s*=+|-{3,}|={3,}|\*{3,})\s*$")
_TWO = re.compile(r"\s(?=(?:发布日期|发布时间|信息来源|来源|发文日期|成文日期|索引号|主题分类)：)")
NUMBER = re.compile(r"[\u4e00-\u9fff]{2,14}〔\d{4}〕\d+号$")
"""A 文号 that fills the rest of a line."""


@dataclass
class Published:
    """What the page says about its publication 发布信息, by key; the trail of the page in ``furniture``."""

    values: dict[str, Words] = field(default_factory=dict)
    furniture: list[Words] = field(default_factory=list)

    def text(self, *keys: str) -> str:
        """Return the first of ``keys`` that the page gives."""
        return next(
            (self.values[key].text for key in keys if key in self.values and self.values[key].text), ""
        )


def without_furniture(pieces: Iterable[Piece], found: Published, ledger: Ledger) -> list[Piece]:
    """Return the lines that are the paper; what the page says about it goes into ``found``."""
    kept: list[Piece] = []
    for piece in pieces:
        if piece.cell is not None:
            kept.append(piece)
            continue
        whole = piece.words
        if not whole.text.strip():
            continue
        is_early = len(kept) < 6
        for words in _parts(whole) if is_early else (whole,):
            rest = read_line(words, found, ledger, is_early=is_early)
            if rest is whole:
                kept.append(piece)
            elif rest is not None and rest.text.strip():
                kept.append(Piece(rest, align=piece.align, bold=piece.bold))
    return kept


def _parts(words: Words) -> Iterator[Words]:
    """Yield the metadata of a line that holds several."""
    if _META.match(words.text):
        return words.split_at(match.start() for match in _TWO.finditer(words.text))
    return iter((words,))


def _is_recorded(text: str) -> bool:
    return any(map(text.__contains__, _RECORDED))


def read_line(words: Words, found: Published, ledger: Ledger, *, is_early: bool) -> Words | None:
    """Return what of ``words`` is the paper, None where nothing is."""
    meta = _META.match(words.text) if is_early else None
    if meta is not None:
        value = words.cut(meta.start("value"), len(words.text.rstrip()))
        ledger.take(words.cut(0, meta.start("value")), f"publication ({meta['key']})")
        if meta["key"] in ("文号", "发文字号") and NUMBER.match(value.text):
            return value
        found.values.setdefault(meta["key"], value)
        return None
    text = words.text
    if _CRAWLER.match(text) or _SHARING.match(text) or _is_recorded(text):
        ledger.leave(words, N_("it belongs to the web page, not to the paper"))
        return None
    place = _PLACE.match(words.text) if is_early else None
    if place is not None:
        trail = words.cut(0, place.start("end") if place["end"] else place.end())
        found.furniture.append(trail)
        ledger.leave(words.cut(len(trail), place.end()), N_("it belongs to the web page, not to the paper"))
        words = words.cut(place.end())
    foot = _FOOT.search(words.text) if "来源：" in words.text else None
    if foot is not None:
        ledger.leave(words.cut(*foot.span()), N_("it belongs to the web page, not to the paper"))
        words = words.cut(0, foot.start())
    return words
