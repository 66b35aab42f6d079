"""Labels at the beginning of a line 序号: 一、（一）1.（1）①, and which number each has."""

from __future__ import annotations

import re
from typing import NamedTuple

from hongtou.numerals import CIRCLED, integer

_HAN = "[一二三四五六七八九十百零〇]{1,5}"
_LABELS = (
    ("一、", re.compile(f"({_HAN})、(?![一二三四五六七八九十]+(?:年级|期|季度|等))")),
    ("（一）", re.compile(f"（({_HAN})）")),
    ("1.", re.compile(r"(\d{1,2})[.．](?!\d)")),
    ("1、", re.compile(r"(\d{1,2})、(?!\d)")),
    ("（1）", re.compile(r"（(\d{1,2})）")),
    ("①", re.compile(f"([{CIRCLED}])")),
    ("第一条", re.compile(f"第({_HAN})条(?=[\\s\u3000])")),
)
_FIRST = frozenset("一二三四五六七八九十百零〇（第0123456789" + CIRCLED)
"""Characters that a label begins with."""


class Label(NamedTuple):
    """A label as printed: the label of the first of its level, its number, and how many characters it has."""

    pattern: str
    number: int
    length: int


def read_label(text: str) -> Label | None:
    """Return the label that ``text`` begins with, None where it begins with none.

    >>> read_label("（十二）加强领导"), read_label("3.5亿元"), read_label("2、一个")
    (Label(pattern='（一）', number=12, length=4), None, Label(pattern='1、', number=2, length=2))
    """
    if text[:1] not in _FIRST:
        return None
    for pattern, expression in _LABELS:
        match = expression.match(text)
        if match is None:
            continue
        mark = match[1]
        try:
            number = int(mark) if mark.isascii() else CIRCLED.find(mark) + 1 or integer(mark)
        except ValueError:
            continue
        return Label("1．" if match[0].endswith("．") else pattern, number, match.end())
    return None
