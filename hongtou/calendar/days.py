"""The day of a time limit, or the days where it recurs 逐期: only what the data give, nothing supposed."""

from __future__ import annotations

import datetime
import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from hongtou.model.duty import Deadline, DeadlineKind, Span

MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.HALF_YEAR: 6, Span.YEAR: 12}
"""Periods that a calendar can repeat by months; a week is told by :data:`WEEK`, others cannot be repeated."""
WEEK = datetime.timedelta(weeks=1)
MONTH_END = 31
_CLOCK = re.compile(
    r"(?P<part>凌晨|早上|上午|中午|下午|晚上?)?(?P<hour>\d{1,2})[:：时点](?:(?P<minute>\d{1,2})分?|(?P<half>半)|整)?[之以]?前?"
)


@dataclass(frozen=True)
class When:
    """A day by which something is due, and the time on it; ``every`` and ``until`` (inclusive) where it recurs.

    ``day_of_month`` is the day that months are counted by, :data:`MONTH_END` for the last one; 0 where none are.
    """

    first: datetime.date
    clock: datetime.time | None = None
    every: Span | None = None
    until: datetime.date | None = None
    day_of_month: int = 0

    def days(self) -> Iterator[datetime.date]:
        """Yield the days it falls on; only the first where it has no end."""
        yield self.first
        number, day = 1, self._moved(1)
        while self.until is not None and day is not None and day <= self.until:
            yield day
            number += 1
            day = self._moved(number)

    def _moved(self, number: int) -> datetime.date | None:
        return _moved(self.first, self.every, number, self.day_of_month)


def when(deadline: Deadline) -> When | None:
    """Return the day or days of ``deadline``, None where the data name none (relative, continuous, bare 每年)."""
    clock = read_clock(deadline.clock or "")
    if deadline.kind is DeadlineKind.RECURRING and deadline.start is not None:
        found = _recurring(deadline.every, deadline.start, deadline.date, clock)
        if found is not None:
            return found
    return None if deadline.date is None else When(deadline.date, clock)


def _recurring(
    every: Span | None, start: datetime.date, end: datetime.date | None, clock: datetime.time | None
) -> When | None:
    """Return the days of what recurs from ``start``.

    Where an end is given, the days are counted back from it, since it is the last day something is due. Without one,
    periods that begin with a month are due on their last day, others on the day itself.
    """
    if every is not Span.WEEK and every not in MONTHS:
        return None
    if end is None:
        first = start
        if every in MONTHS and start.day == 1:
            first = _moved(start, every, 1, 1, -1) or start
        return When(first, clock, every, None, _counted_by(first, every))
    if end < start:
        return None
    day_of_month = _counted_by(end, every)
    first, number = end, -1
    while (day := _moved(end, every, number, day_of_month)) is not None and day >= start:
        first, number = day, number - 1
    return When(first, clock, every, end, day_of_month)


def _counted_by(day: datetime.date, every: Span | None) -> int:
    if every not in MONTHS:
        return 0
    return MONTH_END if day.day == monthrange(day.year, day.month)[1] else day.day


def _moved(
    day: datetime.date, every: Span | None, number: int, day_of_month: int, days: int = 0
) -> datetime.date | None:
    """Return ``day`` moved by ``number`` periods and ``days``, None beyond what a date can hold or where none recur."""
    try:
        if every is Span.WEEK:
            return day + number * WEEK
        if every not in MONTHS:
            return None
        year, month = divmod(day.year * 12 + day.month - 1 + number * MONTHS[every], 12)
        last = monthrange(year, month + 1)[1]
        return datetime.date(year, month + 1, min(day_of_month, last)) + datetime.timedelta(days=days)
    except (ValueError, OverflowError):
        return None


def read_clock(text: str) -> datetime.time | None:
    """Return the time that ``text`` names (18:00, 下午5时30分); None where it names none, or the end of the day.

    >>> read_clock("下午5时30分前")
    datetime.time(17, 30)
    """
    match = _CLOCK.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match["hour"]), 30 if match["half"] else int(match["minute"] or 0)
    part = match["part"] or ""
    if (part in ("下午", "晚", "晚上") and hour < 12) or (part == "中午" and hour < 10):
        hour += 12
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None
