"""What a text says of itself 依据、联系人、报送、发布信息: documents it stands on, contacts, reports owed, publication."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping

from hongtou.importer.context import Context
from hongtou.importer.deadlines import deadlines
from hongtou.importer.furniture import Published
from hongtou.importer.words import Words
from hongtou.model.duty import Deadline
from hongtou.model.notice import Basis, Contact, Publication, Report

_BASIS = re.compile(
    "《(?P<title>(?:[^《》]|《[^》]{0,80}》){1,120})》（(?P<number>[\u4e00-\u9fff]{1,14}〔\\d{4}〕\\d+号)(?:，(?:以下|下文)?简称[：]?[《“](?P<short>[^》”]+)[》”])?）"
)
_CONTACT = re.compile(
    r"联系人：(?P<name>[\u4e00-\u9fff]{2,4}?(?:、[\u4e00-\u9fff]{2,4}?)?)[，；、 ]?(?:联系)?电话：(?P<phone>[\d\-—－、 ]{7,40})(?:[，；](?:电子)?(?:邮箱|邮件)：(?P<email>[\w.@-]+))?"
)
_OWED = re.compile("向(?P<to>[^，。；、向]{2,16}?)报送(?P<what>[^。；（]*)")
_WHAT = re.compile(
    "(?P<kinds>(?:[初中终]期|年度|季度|半年)(?:、(?:[初中终]期|年度|季度|半年))*)(?P<name>[\u4e00-\u9fff]{2,10})$"
)
_DAY = re.compile(r"(\d{4})[年-](\d{1,2})[月-](\d{1,2})")


def basis(paragraphs: Iterable[Words], context: Context) -> Iterator[Basis]:
    """Yield the documents that the preamble cites with their numbers."""
    for words in paragraphs:
        for match in _BASIS.finditer(words.text):
            context.value(words.cut(*match.span()), "basis", match["number"])
            yield Basis(
                id=context.ids.make("basis", match["number"]),
                title=match["title"],
                document_number=match["number"],
                short=match["short"],
                printed=match[0],
            )


def contacts(paragraphs: Iterable[Words], context: Context, *, in_text: bool = True) -> Iterator[Contact]:
    """Yield who answers questions; their unit is the one that reports go to, where the sentence names it.

    Words that do not stand in the text, but in the note, are not repeated beside the data.
    """
    for words in paragraphs:
        for match in _CONTACT.finditer(words.text):
            context.value(words.cut(*match.span()), "contacts", match["name"])
            sentence = words.text[: match.start()].rpartition("。")[2]
            to = _OWED.search(sentence)
            yield Contact(
                unit=_registered(to["to"], context) if to else None,
                name=match["name"],
                phone=match["phone"].strip(" 、"),
                email=match["email"],
                printed=match[0] if in_text else None,
            )


def reports(paragraphs: Iterable[Words], context: Context) -> Iterator[Report]:
    """Yield the reports that a sentence asks for, one for each day it names: 中期、终期工作总结 by two days are two."""
    year = context.issued.year if context.issued else None
    for words in paragraphs:
        for match in _OWED.finditer(words.text):
            begin = words.text.rfind("。", 0, match.start()) + 1
            due = [
                one for one in deadlines(words.text[begin : match.start()], context.issued, year) if one.date
            ]
            to = _registered(match["to"], context)
            names = _names(match["what"])
            if to is None or not due or len(names) not in (1, len(due)):
                continue
            context.value(words.cut(*match.span()), "reports", to)
            names = names if len(names) == len(due) else names * len(due)
            for name, one in zip(names, due, strict=True):
                printed = words.text[begin + one.start : begin + one.end]
                yield Report(
                    id=context.ids.make("report", f"{name}{one.date}"),
                    name=name,
                    to=to,
                    deadline=Deadline(
                        kind=one.kind, date=one.date, year_inferred=one.year_inferred, printed=printed
                    ),
                )


def _names(what: str) -> list[str]:
    """Return what is to be sent: 中期、终期工作总结 is two."""
    match = _WHAT.search(what)
    if match is not None:
        return [kind + match["name"] for kind in match["kinds"].split("、")]
    return [what] if what else []


def _registered(name: str, context: Context) -> str | None:
    register = context.names.full
    entry = register.find(name) if register is not None else None
    return entry.name if entry is not None else None


_MOMENT = re.compile(r"[\d\s年月日时分秒点:：./-]+")
_PUBLISHED: Mapping[str, tuple[str, ...]] = {
    "published": ("发布日期", "发布时间"),
    "source": ("信息来源", "发布机构", "来源"),
    "index_number": ("索引号",),
    "topic": ("主题分类",),
    "openness": ("公开类别",),
    "validity": ("有效性",),
    "url": ("原文链接",),
}
"""What a page says of its publication, by the labels it is printed under; the first that is there holds."""
_ELSEWHERE = frozenset({"标题"})
"""What the paper says itself."""


def publication(published: Published, context: Context) -> Publication | None:
    """Return what the web page says about the publication, None where it says nothing; what has no field is furniture."""
    fields: dict[str, object] = {}
    held = set(_ELSEWHERE)
    for name, keys in _PUBLISHED.items():
        key = next((key for key in keys if published.text(key)), None)
        value = _valued(name, published.text(key)) if key is not None else None
        if key is not None and value is not None:
            fields[name] = value
            if name != "published" or _MOMENT.fullmatch(published.text(key)):
                held.add(key)
    furniture = [_told(words, context) for words in published.furniture]
    for key, words in published.values.items():
        context.ledger.take(words, f"publication ({key})")
        if key not in held and words.text and words.text not in fields.values():
            furniture.append(f"{key}：{words.text}")
    made = Publication(**fields, furniture=tuple(furniture))
    return made if made != Publication() else None


def _valued(name: str, text: str) -> object:
    """Return ``text`` as the value of a field of the publication, None where it can be none."""
    if name == "published":
        return _day(text)
    known = {"openness": ("主动公开", "依申请公开", "不予公开"), "validity": ("有效", "失效", "废止", "修改")}
    return text if text in known.get(name, (text,)) else None


def _told(words: Words, context: Context) -> str:
    context.ledger.take(words, "publication.furniture")
    key, colon, value = words.text.partition("：")
    if not colon:
        return " ".join(key.split())
    return f"{key.strip()}：{' '.join(value.split())}"


def _day(text: str) -> datetime.date | None:
    match = _DAY.search(text)
    try:
        return datetime.date(*map(int, match.groups())) if match else None
    except ValueError:
        return None
