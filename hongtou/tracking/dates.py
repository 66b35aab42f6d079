"""Days as clerks write them 日期: 2023-11-20, 2023年11月20日, 2023.11.20, 20231120, 二〇二三年十一月二十日; nothing is guessed."""

from __future__ import annotations

import datetime
import re

from hongtou.numerals import read_date

_DAY = re.compile(
    r"(?P<y>\d{4})\s*(?:[-./年])\s*(?P<m>\d{1,2})\s*(?:[-./月])\s*(?P<d>\d{1,2})\s*[日号]?|(?P<y2>\d{4})(?P<m2>\d{2})(?P<d2>\d{2})"
)
_MIDNIGHT = re.compile(r"[T ]0{1,2}:00(?::00(?:\.0+)?)?$")
"""What programs write behind a day that they keep as a time."""
_CLOCK = re.compile(r"(?P<day>.*\S)[T\s]+(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2}))?")
_WIDE = str.maketrans("０１２３４５６７８９．／－：", "0123456789./-:")


def day(text: str) -> datetime.date | None:
    """Return the day that ``text`` names with its year, None where it names none or no such day exists."""
    bare = _MIDNIGHT.sub("", text.strip().rstrip(".。").translate(_WIDE))
    match = _DAY.fullmatch(bare)
    if match is None:
        return _in_words(bare)
    year, month, number = (int(match[name] or match[f"{name}2"]) for name in "ymd")
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return None


def moment_of(text: str) -> datetime.datetime | None:
    """Return the time that ``text`` names: a day as :func:`day` reads it, and the time on it; midnight where it names none."""
    match = _CLOCK.fullmatch(text.strip().translate(_WIDE))
    found = day(match["day"] if match is not None else text)
    if found is None:
        return None
    clock = (int(match[name] or 0) for name in ("hour", "minute", "second")) if match is not None else ()
    try:
        return datetime.datetime.combine(found, datetime.time(*clock))
    except ValueError:
        return None


def _in_words(text: str) -> datetime.date | None:
    """Return the day that stands in Chinese numerals 二〇二三年十一月十八日."""
    try:
        return read_date(text)
    except ValueError:
        return None
