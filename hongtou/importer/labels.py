"""Labels at the beginning of a line 序号: 一、（一）1.（1）①, and which number each has."""

from __future__ import annotations

import re
from typing import NamedTuple

from hongtou.numerals import CIRCLED, integer

NAMED = re.compile(r"附[件表]\s*+\d*+\s*+[:：]?|附\s*+\d*+\s*+(?:[:：]|$)")
"""The word that stands before an attachment 附件1."""
TITLE_END = re.compile("(?:方案|细则|办法|清单|意见|规定|要点|计划|措施|通知|名单|目录|规划|表|批复|函)$")
"""How the title of an attachment ends."""
ABOVE_TABLE = re.compile(
    "（?(?:计量)?单位：|填[报表制](?:单位|时间|日期|人)?：|制表(?:单位|时间|人)?：|（?截至|更新时间："
)
"""How a line begins that stands between the title of a table and the table."""
CONTINUED = re.compile(r"（?(?:续|接)上?表[\d一二三四五六七八九十]*）?")
"""What stands above a table that goes on behind a page break."""
_NUMBERED = re.compile(r"附[件表]\s*\d{1,2}")
NOTE = re.compile(r"(?:注|备注|说明|填[表报]说明|附注)\d?[:：]")
"""What a note under a table begins with."""
_HAN = "一二三四五六七八九十百零〇"
_DIGITS = "0123456789"
_LABELS = (
    (_HAN, "一、", re.compile(f"([{_HAN}]{{1,5}})、(?![一二三四五六七八九十]+(?:年级|期|季度|等))")),
    ("（", "（一）", re.compile(f"（([{_HAN}]{{1,5}})）")),
    (_DIGITS, "1.", re.compile(r"(\d{1,2})[.．](?!\d)")),
    (_DIGITS, "1、", re.compile(r"(\d{1,2})、(?!\d)")),
    ("（", "（1）", re.compile(r"（(\d{1,2})）")),
    (CIRCLED, "①", re.compile(f"([{CIRCLED}])")),
    ("第", "第一条", re.compile(f"第([{_HAN}]{{1,5}})条(?=[\\s\u3000])")),
)
"""Characters that a label begins with, the label of the first of its level, and its form."""
_BY_FIRST = {
    char: tuple((pattern, form) for begins, pattern, form in _LABELS if char in begins)
    for char in "".join(begins for begins, _pattern, _form in _LABELS)
}


class Label(NamedTuple):
    """A label as printed: the label of the first of its level, its number, and how many characters it has."""

    pattern: str
    number: int
    length: int


def read_label(text: str, start: int = 0) -> Label | None:
    """Return the label that stands at ``start`` of ``text``, None where there is none.

    >>> read_label("（十二）加强领导"), read_label("3.5亿元"), read_label("2、一个")
    (Label(pattern='（一）', number=12, length=4), None, Label(pattern='1、', number=2, length=2))
    """
    for pattern, form in _BY_FIRST.get(text[start : start + 1], ()):
        match = form.match(text, start)
        if match is None:
            continue
        mark = match[1]
        try:
            number = int(mark) if mark.isascii() else CIRCLED.find(mark) + 1 or integer(mark)
        except ValueError:
            continue
        return Label("1．" if match[0].endswith("．") else pattern, number, match.end() - start)
    return None


def begins_attachment(text: str) -> bool:
    """Whether a line is the mark of an attachment 附件2, alone or with its title."""
    if NAMED.fullmatch(text) is not None:
        return True
    return len(text) <= 45 and _NUMBERED.match(text) is not None and TITLE_END.search(text) is not None
