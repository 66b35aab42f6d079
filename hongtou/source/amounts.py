"""Numbers and days beside the words that print them: where both are plain, they must not contradict each other."""

from __future__ import annotations

import calendar
import datetime
import math
import re

from hongtou.i18n import _
from hongtou.model.duty import Deadline, DeadlineKind, Target
from hongtou.numerals import integer

_DAY = re.compile(r"([12]\d{3})年(\d{1,2})月(?:(\d{1,2})日|底)(以前|之前|前)?")
_RANGE = re.compile(r"[日底]\s*[至到—－～~-]+\s*\d")
_NUMBER = re.compile(r"(\d{1,20}(?:[,，]\d{3})*(?:\.\d+)?)\s*(万亿|[千百万亿%‰])?(?![\d年月日号])")
_CHINESE = re.compile("[零一二两三四五六七八九十百千万]+")
_TIMES = {"千": 1e3, "百": 1e2, "万": 1e4, "亿": 1e8, "万亿": 1e12, "%": 0.01, "‰": 0.001}
_RELATIVE = re.compile("[倍番/]|分之|[一二三四五六七八九]成")
"""Words that say a number by way of another: no comparing."""


def date_contradicted(deadline: Deadline) -> str:
    """Return the day that is printed where ``deadline`` has another, empty where they agree or none is printed whole."""
    found = [*_DAY.finditer(deadline.printed)]
    if deadline.kind is not DeadlineKind.DATE or deadline.date is None or not found:
        return ""
    day = _last_day(found[-1])
    if day is None or _RANGE.search(deadline.printed, found[-1].start()):
        return ""
    before = datetime.timedelta(days=1 if found[-1][4] else 0)
    return "" if deadline.date in (day, day - before) else found[-1][0].removesuffix(found[-1][4] or "")


def _last_day(match: re.Match[str]) -> datetime.date | None:
    year, month = int(match[1]), int(match[2])
    try:
        return datetime.date(year, month, int(match[3]) if match[3] else calendar.monthrange(year, month)[1])
    except ValueError:
        return None


def value_contradicted(target: Target) -> str:
    """Return the numbers that are printed where ``target`` has none of them, empty where they agree."""
    matches = [*_NUMBER.finditer(target.printed)]
    if not matches and "百分百" in target.printed and target.unit in ("%", "％") and target.value != 100:
        return "百分百"
    if not matches or _RELATIVE.search(target.printed):
        return ""
    values = [abs(float(value)) for value in (target.value, target.upper) if value is not None]
    printed = {number for match in matches for number in _readings(match)} | _in_chinese(target.printed)
    if any(math.isclose(value, number) for value in values for number in printed):
        return ""
    return "、".join(match[0].strip() for match in matches)


def _readings(match: re.Match[str]) -> set[float]:
    number = float(match[1].replace(",", "").replace("，", ""))
    return {number, number * _TIMES.get(match[2] or "", 1)}


def _in_chinese(text: str) -> set[float]:
    found = set()
    for match in _CHINESE.finditer(text):
        try:
            found.add(float(integer(match[0])))
        except ValueError:
            continue
    return found


def date_words(day: str) -> tuple[str, str]:
    """Return message and hint for a date that contradicts the printed ``day``."""
    message = _("the words say {printed}, and “date” is another day.").format(printed=day)
    return message, _("Correct “date” or the words; “date” is the last day, as the paper prints it.")


def value_words(numbers: str) -> tuple[str, str]:
    """Return message and hint for a value that contradicts the printed ``numbers``."""
    message = _("the words say {printed}, and neither “value” nor “upper” is that.").format(printed=numbers)
    return message, _("Correct the value or the words; “printed” may be cut to the words with the number.")
