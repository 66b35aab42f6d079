"""The fields of the model as words: what they print, and data as a person reads it."""

from __future__ import annotations

import datetime
from enum import Enum
from typing import Any

from hongtou.model.base import Model, paragraphs
from hongtou.model.notice import Grid, SignatureMode
from hongtou.numerals import date_text

WORDS = frozenset(
    [
        "title",
        "heading",
        "name",
        "group",
        "text",
        "preamble",
        "closing",
        "note",
        "document_number",
        "date",
        "number",
        "letterhead",
        "signers",
        "printed_by",
        "printed_on",
        "full_name",
        "grid",
        "copies_printed",
        "recipients_printed",
    ]
)
"""Fields that are printed as they are."""


def printed(value: Any) -> list[str]:
    """Return the paragraphs that a field prints; a free table has one per row."""
    if value is None or value == "":
        return []
    if isinstance(value, Grid):
        return [
            " | ".join(c if isinstance(c, str) else "".join(paragraphs(c.text)) for c in row)
            for row in value.rows
        ]
    if isinstance(value, tuple):
        return [*paragraphs(value)]
    if isinstance(value, datetime.date):
        return [date_text(value)]
    return [str(value)]


_KEYS = {
    **{"value": "数值", "upper": "上限", "unit": "单位", "quantity": "内容", "comparator": "比较方式"},
    **{"baseline": "基数", "period": "期间", "force": "力度", "applies_to": "适用对象", "printed": "印文"},
    **{"kind": "种类", "date": "日期", "start": "起始日", "clock": "钟点", "every": "周期", "within": "期数"},
    **{"span": "时间单位", "counted_from": "起算点", "year_inferred": "年份推得", "deadline": "时限"},
    **{"name": "名称", "to": "报送对象", "by": "报送单位", "phone": "电话", "email": "邮箱", "title": "标题"},
    **{
        "document_number": "发文字号",
        "issuer": "发文机关",
        "short": "简称",
        "after": "自何处起",
        "role": "角色",
    },
    **{"units": "单位", "attribute": "属性", "holds": "栏目内容", "header": "表头", "end": "末尾标点"},
    **{
        "mode": "署名方式",
        "names": "署名",
        "post": "职务",
        "level": "密级",
        "source": "出处",
        "file": "文件",
    },
}
"""What a person calls the keys of data beside the words."""


_SIGNED = {
    SignatureMode.SEALED: "加盖印章",
    SignatureMode.UNSEALED: "不加盖印章",
    SignatureMode.STAMPED: "加盖签发人签名章",
}


def called(name: str) -> str:
    """Return what a person calls the key ``name``; one that nobody sees stands as it is."""
    return _KEYS.get(name, name)


def shown(value: Any) -> str | None:
    """Return data as a person reads it: names and values without braces."""
    if value is None or value == ():
        return None
    if isinstance(value, Model):
        pairs = ((name, shown(getattr(value, name))) for name in type(value).model_fields)
        return "，".join(f"{called(name)}：{text}" for name, text in pairs if text)
    if isinstance(value, dict):
        return "；".join(f"{key}：{shown(inner)}" for key, inner in value.items())
    if isinstance(value, (tuple, list)):
        return "、".join(shown(inner) or "" for inner in value)
    if isinstance(value, datetime.date):
        return date_text(value)
    if isinstance(value, SignatureMode):
        return _SIGNED[value]
    return str(value.value if isinstance(value, Enum) else value)
