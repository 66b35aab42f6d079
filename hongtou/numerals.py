"""Chinese numerals, level labels, dates and document numbers: pure functions, both ways."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

DIGITS = "零一二三四五六七八九"
_UNITS = ("", "十", "百", "千")
_VALUES = {char: value for value, char in enumerate(DIGITS)} | {"〇": 0, "两": 2}
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def chinese(number: int) -> str:
    """Return ``number`` (0 to 99,999,999) in Chinese numerals.

    >>> chinese(10), chinese(21), chinese(105), chinese(10010)
    ('十', '二十一', '一百零五', '一万零一十')
    """
    if not 0 <= number < 10**8:
        raise ValueError(number)
    if number < 20 and number >= 10:
        return "十" + (DIGITS[number - 10] if number > 10 else "")
    high, low = divmod(number, 10_000)
    if not high:
        return _below_ten_thousand(low)
    tail = _below_ten_thousand(low) if low else ""
    return _below_ten_thousand(high) + "万" + ("零" if low and low < 1000 else "") + tail


def _below_ten_thousand(number: int) -> str:
    if number == 0:
        return "零"
    text = ""
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit:
            text += DIGITS[digit] + _UNITS[power]
        elif text and not text.endswith("零") and number % 10**power:
            text += "零"
    return text


@lru_cache(maxsize=4096)
def integer(text: str) -> int:
    """Return the number that Chinese numerals spell. Raises ValueError for anything else.

    >>> integer("十二"), integer("两千零二十三"), integer("一百零五")
    (12, 2023, 105)
    """
    if not text or any(char not in _VALUES and char not in "十百千万" for char in text):
        raise ValueError(text)
    high, _, low = text.rpartition("万")
    if high:
        return integer(high) * 10_000 + (_small(low) if low else 0)
    return _small(low)


def _small(text: str) -> int:
    total, digit = 0, None
    for char in text:
        if char in _VALUES:
            digit = _VALUES[char]
        else:
            total += (1 if digit is None else digit) * 10 ** _UNITS.index(char)
            digit = None
    return total + (digit or 0)


@lru_cache(maxsize=4096)
def level_label(pattern: str, number: int) -> str:
    """Return the label of the ``number``-th node of a level written like ``pattern``.

    ``pattern`` is the label of the first: 一、 （一） 1. （1） ① 第一条 1.1 and the like.

    >>> level_label("（一）", 12), level_label("1.", 3), level_label("①", 2), level_label("第一条", 4)
    ('（十二）', '3.', '②', '第四条')
    """
    if "①" in pattern:
        mark = CIRCLED[number - 1] if number <= len(CIRCLED) else f"（{number}）"
        return pattern.replace("①", mark)
    if "一" in pattern:
        return pattern.replace("一", chinese(number), 1)
    head, digit, tail = pattern.rpartition("1")
    if not digit:
        raise ValueError(pattern)
    return head + str(number) + tail


def is_level_pattern(pattern: str) -> bool:
    """Whether :func:`level_label` can count with ``pattern``."""
    return any(mark in pattern for mark in "一1①")


_LABELS = (
    (1, re.compile(r"([一二三四五六七八九十百零]+)、")),
    (2, re.compile(r"（([一二三四五六七八九十百零]+)）")),
    (3, re.compile(r"(\d{1,9})\.(?!\d)")),
    (4, re.compile(r"（(\d{1,9})）")),
    (5, re.compile(f"([{CIRCLED}])")),
)


class Label(NamedTuple):
    """A level label read from text: its level (1 一、 to 5 ①), number, and length in characters."""

    level: int
    number: int
    length: int


def read_label(text: str) -> Label | None:
    """Return the level label that ``text`` begins with, or None.

    >>> read_label("（十二）加强领导")
    Label(level=2, number=12, length=4)
    """
    for level, pattern in _LABELS:
        if match := pattern.match(text):
            mark = match[1]
            number = int(mark) if mark.isascii() else CIRCLED.find(mark) + 1 or integer(mark)
            return Label(level, number, match.end())
    return None


def typed_label(pattern: str, text: str) -> str:
    """Return the label in the form of ``pattern`` that ``text`` begins with, empty where it begins with none.

    Numbers that are part of the text are none: 2023年, 1月, 1.5亿, 一、二年级.

    >>> typed_label("一、", "三、加强领导"), typed_label("1.", "12.加强"), typed_label("第一条", "第二条　范围")
    ('三、', '12.', '第二条')
    >>> typed_label("1.", "1.5亿元"), typed_label("一、", "（一）加强"), typed_label("1", "1月")
    ('', '', '')
    """
    mark = next((mark for mark in "①一" if mark in pattern), "1")
    head, found, tail = pattern.partition(mark) if mark != "1" else pattern.rpartition(mark)
    if not found or (not tail.strip() and mark != "①"):
        return ""
    digits = {"①": f"[{CIRCLED}]", "一": "[一二三四五六七八九十百零]+", "1": r"\d{1,2}"}[mark]
    after = r"(?=[\s、，：:]|$)" if tail[-1:].isalpha() else r"(?!\d)"
    match = re.match(f"{re.escape(head)}({digits}){re.escape(tail)}{after}", text)
    if not match or (mark == "一" and text[match.end() :].startswith(chinese(integer(match[1]) + 1))):
        return ""
    return match[0]


def item_label(number: int) -> str:
    """Return 一是, 二是 … for the ``number``-th item (GB/T 15834 B.3.7).

    >>> item_label(6)
    '六是'
    """
    return f"{chinese(number)}是"


def date_text(day: date) -> str:
    """Return a date as official papers print it: no leading zeros (clause 7.3.5.4).

    >>> date_text(date(2023, 3, 7))
    '2023年3月7日'
    """
    return f"{day.year}年{day.month}月{day.day}日"


_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_CHINESE_DATE = re.compile(
    r"([〇零○一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日"
)


def read_date(text: str) -> date:
    """Return the date that ``text`` is, in Arabic or Chinese numerals. Raises ValueError for anything else.

    >>> read_date("二〇二三年三月七日")
    datetime.date(2023, 3, 7)
    """
    if match := _DATE.fullmatch(text):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _CHINESE_DATE.fullmatch(text):
        year = int("".join(str(_VALUES.get(char, 0)) for char in match[1]))
        return date(year, integer(match[2]), integer(match[3]))
    raise ValueError(text)


class DocumentNumber(NamedTuple):
    """A 发文字号: body code 机关代字, year, serial number (clause 7.2.5)."""

    code: str
    year: int
    number: int

    def __str__(self) -> str:
        return f"{self.code}〔{self.year}〕{self.number}号"


_NUMBER = re.compile(r"([\u4e00-\u9fff]{2,14})〔((?:19|20)\d{2})〕([1-9]\d{0,4})号")


def read_document_number(text: str) -> DocumentNumber:
    """Return the parts of a 发文字号. Raises ValueError where it is not written as the standard asks.

    >>> read_document_number("中府办函〔2023〕19号").number
    19
    """
    match = _NUMBER.fullmatch(text)
    if match is None:
        raise ValueError(text)
    return DocumentNumber(match[1], int(match[2]), int(match[3]))
