"""A calendar file (iCalendar, RFC 5545) that can be read in again when the policy was revised.

How a client knows that an entry is newer: Outlook and Apple take the entry of the same UID with the higher SEQUENCE
and, where both have the same, the later DTSTAMP (RFC 5546, 2.1.5); Google refuses an entry whose SEQUENCE is lower than
its own. A number that is counted up would need a memory of what went out, and a file made twice would not be the same.
So SEQUENCE is the day of the version: the latest day that the notice says of itself (成文、印发、发布日期), in minutes
since 2000. A later version has a later day and a higher number, whatever moved in it. Minutes leave room: a client
that counts up by one when a person moves an entry stays below the next version, and two versions of one day can be
told apart by their time. The number cannot see a change without a later day; ``gen calendar --revised`` gives the
day then, and :func:`unseen` tells where it is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneStandard

from hongtou.calendar.agenda import Entry
from hongtou.calendar.days import MONTH_END, MONTHS, When
from hongtou.documents.wording import quoted, subject
from hongtou.model.policy import Policy
from hongtou.render.fingerprint import CALENDAR_MARK, mark_calendar, untouched

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
    return max([*said, revised or _EPOCH, _EPOCH])


def calendar_bytes(
    policy: Policy,
    entries: Iterable[Entry],
    *,
    version: datetime.datetime,
    remind: int = 7,
    units: Collection[str] = (),
) -> bytes:
    """Return ``entries`` as a calendar file with the mark of gen; a reminder ``remind`` days before, 0 for none."""
    calendar = _empty(policy, units)
    events = [_event(entry, version, remind) for entry in entries]
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
    calendar.add("x-wr-calname", f"{subject(notice, (*notice.issuers, policy.register.issuer))}时限{whose}")
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
    event.add("sequence", int((version - _EPOCH).total_seconds()) // 60)
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


@dataclass(frozen=True)
class Since:
    """What a client that has the file there was does not see by reading in the new one.

    ``moved`` counts entries on another day without a higher SEQUENCE, ``gone`` are the short lines of those that are
    not in the new file: reading in adds and moves, and takes nothing away.
    """

    moved: int = 0
    gone: tuple[str, ...] = ()


def unseen(present: bytes, data: bytes) -> Since:
    """Return what clients miss that had ``present`` and read in ``data``.

    A calendar that gen did not write, or that was changed since, tells nothing.
    """
    if not (present.startswith(b"BEGIN:VCALENDAR") and untouched(present)):
        return Since()
    before, after = _by_uid(present), _by_uid(data)
    both = [(before[uid], after[uid]) for uid in before if uid in after]
    moved = sum(o.start != n.start and o.get("sequence", 0) >= n.get("sequence", 0) for o, n in both)
    return Since(
        moved, tuple(str(event.get("summary", "")) for uid, event in before.items() if uid not in after)
    )


def _by_uid(data: bytes) -> dict[str, Event]:
    try:
        return {str(event["uid"]): event for event in Calendar.from_ical(data).events}
    except (ValueError, KeyError):
        return {}
