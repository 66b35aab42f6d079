"""A calendar file (iCalendar, RFC 5545) that can be read in again when the policy was revised.

How a client knows that an entry is newer: Outlook and Apple take the entry of the same UID with the higher SEQUENCE
and, where both have the same, the later DTSTAMP (RFC 5546, 2.1.5); Google refuses an entry whose SEQUENCE is lower than
its own. The clock is not asked, and a file made twice is the same. So SEQUENCE begins with the day of the version: the
latest day that the notice says of itself (成文、印发、发布日期), in minutes since 2000; DTSTAMP and LAST-MODIFIED say the
same time. The file that is replaced says what went out last (``versions.py``): an entry that says the same keeps its
numbers, one that changed counts on from them where the day of the version is not later.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable, Mapping
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from hongtou.calendar.agenda import Entry
from hongtou.calendar.days import MONTH_END, MONTHS, When
from hongtou.documents.wording import matter, quoted
from hongtou.model.policy import Policy
from hongtou.render.fingerprint import CALENDAR_MARK, mark_calendar

CHINA = "Asia/Shanghai"
_EIGHT = datetime.timedelta(hours=8)
_EPOCH = datetime.datetime(2000, 1, 1)
_MORNING = datetime.timedelta(hours=9)
"""When one is reminded of an entry without a time: an all-day entry begins at midnight."""


def version_of(policy: Policy, revised: datetime.datetime | None = None) -> datetime.datetime:
    """Return when this version of ``policy`` was made, in China's time; the later of ``revised`` and what the notice says."""
    notice = policy.notice
    published = notice.publication.published if notice.publication is not None else None
    days = [day for day in (notice.date, notice.printed_on, published) if day is not None]
    said = [datetime.datetime.combine(day, datetime.time()) for day in days]
    return max([*said, revised or _EPOCH, _EPOCH]).replace(second=0, microsecond=0)


def sequence(version: datetime.datetime) -> int:
    """Return the SEQUENCE of an entry of ``version``."""
    return int((version - _EPOCH).total_seconds()) // 60


def version_from(sequence: int) -> datetime.datetime:
    """Return the version that has this SEQUENCE."""
    return _EPOCH + datetime.timedelta(minutes=sequence)


def calendar_bytes(
    policy: Policy,
    entries: Iterable[Entry],
    *,
    version: datetime.datetime,
    remind: int = 7,
    units: Collection[str] = (),
    versions: Mapping[str, datetime.datetime] | None = None,
) -> bytes:
    """Return ``entries`` as a calendar file with the mark of gen; a reminder ``remind`` days before, 0 for none.

    ``versions`` are those of single entries by UID; the others are of ``version``.
    """
    calendar = _empty(policy, units)
    events = [_event(entry, (versions or {}).get(entry.uid, version), remind) for entry in entries]
    if any(isinstance(event.start, datetime.datetime) for event in events):
        calendar.add_component(_china())
    for event in events:
        if policy.notice.secrecy is not None:
            event.add("class", "CONFIDENTIAL")
        calendar.add_component(event)
    return mark_calendar(calendar.to_ical())


def _empty(policy: Policy, units: Collection[str]) -> Calendar:
    notice = policy.notice
    calendar = Calendar()
    calendar.add("prodid", "-//hongtou//gen//ZH-CN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    whose = f"（{'、'.join(units)}）" if units else ""
    calendar.add("x-wr-calname", f"{matter(notice, (*notice.issuers, policy.register.issuer))}时限{whose}")
    number = f"（{notice.document_number}）" if notice.document_number else ""
    calendar.add("x-wr-caldesc", quoted(notice.title) + number)
    calendar.add("x-wr-timezone", CHINA)
    calendar.add(CALENDAR_MARK, "")
    return calendar


def _china() -> Timezone:
    """Return the time of China, the same all year since 1992; not asked of the machine's data, which differ."""
    standard = TimezoneStandard()
    standard.add("dtstart", datetime.datetime(1992, 1, 1))
    standard.add("tzname", "CST")
    standard.add("tzoffsetfrom", _EIGHT)
    standard.add("tzoffsetto", _EIGHT)
    zone = Timezone()
    zone.add("tzid", CHINA)
    zone.add_component(standard)
    return zone


def _event(entry: Entry, version: datetime.datetime, remind: int) -> Event:
    event = Event()
    stamp = (version - _EIGHT).replace(tzinfo=datetime.UTC)
    event.add("uid", entry.uid)
    event.add("sequence", sequence(version))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("summary", entry.summary)
    event.add("description", entry.description)
    _add_days(event, entry.when)
    # A deadline takes nobody's day: it does not show as busy.
    event.add("transp", "TRANSPARENT")
    if remind:
        event.add_component(_alarm(entry, remind))
    return event


def _add_days(event: Event, when: When) -> None:
    """Add the first day, whole (its end is the next one) or at a time in China, and how it recurs."""
    if when.clock is None:
        event.add("dtstart", when.first)
        # The last day a date can hold has no next one; an entry without an end is a day long.
        if when.first < datetime.date.max:
            event.add("dtend", when.first + datetime.timedelta(days=1))
    else:
        event.add("dtstart", datetime.datetime.combine(when.first, when.clock, ZoneInfo(CHINA)))
    if when.every is not None:
        event.add("rrule", _rule(when))


def _rule(when: When) -> dict[str, object]:
    """Return how ``when`` recurs; a month without its day has it on the last one."""
    assert when.every is not None
    months = MONTHS.get(when.every)
    rule: dict[str, object] = {"FREQ": "MONTHLY", "INTERVAL": months} if months else {"FREQ": "WEEKLY"}
    if when.until is not None:
        rule["UNTIL"] = when.until if when.clock is None else _in_utc(when.until, when.clock)
    if when.day_of_month == MONTH_END:
        rule["BYMONTHDAY"] = -1
    elif when.day_of_month > 28:
        rule["BYMONTHDAY"] = [*range(28, when.day_of_month + 1)]
        rule["BYSETPOS"] = -1
    return rule


def _in_utc(day: datetime.date, clock: datetime.time) -> datetime.datetime:
    return (datetime.datetime.combine(day, clock) - _EIGHT).replace(tzinfo=datetime.UTC)


def _alarm(entry: Entry, remind: int) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", entry.summary)
    before = datetime.timedelta(days=-remind)
    alarm.add("trigger", before + _MORNING if entry.when.clock is None else before)
    return alarm
