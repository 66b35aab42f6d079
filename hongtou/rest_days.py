"""Days on which nobody works 休息日: weekends, public holidays 法定节假日, and the working weekends 调休 that go with them."""

from __future__ import annotations

import datetime
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from holidays import HolidayBase

SATURDAY, SUNDAY = 5, 6
_WEEKEND = (SATURDAY, SUNDAY)


@cache
def holiday(day: datetime.date) -> str:
    """Return the holiday that ``day`` is, empty where it is none.

    Days off beside the statutory ones are decided year by year; until then the library only supposes them.
    """
    china = _china(day.year)
    is_decided = any("调休" in name for name in china.values())
    name: str = china.get(day, "")
    return name.split("（")[0] if is_decided or "补假" not in name else ""


@cache
def is_working(day: datetime.date) -> bool:
    """Whether ``day`` is a working day, also one at a weekend."""
    if holiday(day):
        return False
    return day.weekday() not in _WEEKEND or _china(day.year).is_working_day(day)


@cache
def _china(year: int) -> HolidayBase:
    from holidays import country_holidays

    return country_holidays("CN", years=year, language="zh_CN")
