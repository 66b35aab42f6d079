"""What the calendar file that is replaced says of its entries: which keep their numbers, which count on, which are gone.

There is no other memory of what went out. Where the file is lost, numbers begin anew with the day of the version, and
``gen calendar --revised`` gives a later one.
"""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from hongtou.calendar.ics import sequence, version_from

_ROOM = datetime.timedelta(hours=1)
"""What a changed entry counts on by: sixty. A client counts up by one when a person moves an entry, and stays below."""
_HIGHEST = 2**31 - 1
"""Integers of a calendar end here (RFC 5545, 3.3.8)."""
_NUMBERS = (b"SEQUENCE", b"DTSTAMP", b"LAST-MODIFIED")


def versions(
    present: bytes, data: bytes, version: datetime.datetime, least: datetime.datetime | None = None
) -> dict[str, datetime.datetime]:
    """Return the version of each entry of ``data`` that ``present`` has already, by UID.

    ``data`` is of ``version``. One that says the same keeps its own, or takes ``least`` where that is given and later.
    """
    before = _by_uid(present)
    found: dict[str, datetime.datetime] = {}
    for uid, event in _by_uid(data).items():
        if uid not in before or (old := _version(before[uid])) is None:
            continue
        same = _content(event) == _content(before[uid])
        found[uid] = max(old, least or old) if same else max(version, old + _ROOM)
    return {uid: one for uid, one in found.items() if sequence(one) <= _HIGHEST}


def gone(present: bytes, data: bytes) -> tuple[str, ...]:
    """Return the short lines of the entries of ``present`` that ``data`` has not: reading in takes nothing away."""
    after = _by_uid(data)
    return tuple(str(event.get("summary", "")) for uid, event in _by_uid(present).items() if uid not in after)


def _version(event: Event) -> datetime.datetime | None:
    """Return the version that ``event`` is of, None where its number is none."""
    number = event.get("sequence", 0)
    return version_from(number) if isinstance(number, int) and 0 <= number <= _HIGHEST else None


def _content(event: Event) -> list[bytes]:
    """Return what ``event`` says, without the numbers of its version."""
    return [line for line in event.to_ical().split(b"\r\n") if not line.startswith(_NUMBERS)]


def _by_uid(data: bytes) -> dict[str, Event]:
    """Return the entries of a calendar by UID; none of what is no calendar."""
    try:
        return {str(event["uid"]): event for event in Calendar.from_ical(data).events}
    except (ValueError, KeyError):
        return {}
