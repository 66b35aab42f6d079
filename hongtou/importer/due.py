"""What a time limit 时限 is read as, and the small things that all readers of time limits ask."""

from __future__ import annotations

import calendar
import datetime
from typing import NamedTuple

from hongtou.model.duty import DeadlineKind, Span
from hongtou.numerals import integer
from hongtou.rules.amounts import is_quoted


class Due(NamedTuple):
    """A deadline as read; ``start`` and ``end`` are the places of its words in the sentence."""

    kind: DeadlineKind
    start: int
    end: int
    date: datetime.date | None = None
    begins: datetime.date | None = None
    every: Span | None = None
    within: int | None = None
    span: Span | None = None
    counted_from: str | None = None
    year_inferred: bool = False


class Aside(NamedTuple):
    """Words that look like a deadline and plainly are none: 近三年内, 2020年底前建成的小区."""

    start: int
    end: int


Read = Due | Aside
BEFORE = "(?:以前|之前|前)(?![期后夕述款列])"
DO = (
    "(?:要|应|须|将|各)?(?:全面见效|(?:全面|基本|全部|正式|底?前?后?完全|分别|主体|全线|整体|初步|如期|按期)?(?:完成|建成|竣工|完工|封顶|收官|完结|交付|见效|到位|办结|投用|投入使用|启动|开工|开建|实现|印发|出台|制定|达到|上线|运行|投产|通车|"
    "报送|上报|提交|召开|组织|开展|举办|新建|新增|改造|培训|培育|引进|落实|消除|开放|验收|销号|清零|形成|建立|设立))"
)
"""What is done, right behind the time for it."""
PARTS = {"初": "10", "上旬": "10", "中旬": "20", "上中旬": "20"}
"""The last days of parts of a month; that of 下旬 is the month's."""


class Years(NamedTuple):
    """The day of the paper, and the year that is meant where none is printed; None where they are not known."""

    issued: datetime.date | None
    year: int | None

    def is_past(self, day: datetime.date) -> bool:
        """Whether ``day`` lies before the paper: what was, and not what is to be."""
        return self.issued is not None and day < self.issued


def last_day(year: int, month: int, day: str | None = None) -> datetime.date | None:
    """Return ``day`` of ``month``, or its last one; None where there is no such day."""
    if not 1 <= month <= 12:
        return None
    last = calendar.monthrange(year, month)[1]
    named = int(day or last)
    return datetime.date(year, month, named) if 1 <= named <= last else None


def count(text: str) -> int:
    """Return the number that figures or Chinese numerals say."""
    return int(text) if text.isascii() else integer(text)


def rest_of_clause(sentence: str, end: int) -> str:
    """Return what follows ``end`` up to the next mark."""
    places = [place for mark in "，。；：、）" if (place := sentence.find(mark, end)) >= 0]
    return sentence[end : min(places, default=len(sentence))]


def tells_which(sentence: str, start: int, end: int) -> bool:
    """Whether words only say which things are meant, or are quoted: 2020年底前建成的小区, “三年内”."""
    return rest_of_clause(sentence, end).endswith("的") or is_quoted(sentence[:start])
