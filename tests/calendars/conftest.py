"""Calendars of a policy, made and read back."""

from __future__ import annotations

import datetime
from collections.abc import Collection
from dataclasses import replace
from typing import Any

from icalendar import Calendar, Event

from hongtou.calendar import agenda, calendar_bytes, version_of
from hongtou.duties import portfolio
from hongtou.model.policy import Policy


def made(policy: Policy, units: Collection[str] | None = None, **options: Any) -> bytes:
    found = agenda(policy, portfolio(policy), units)
    return calendar_bytes(policy, found.entries, **{"version": version_of(policy), **options})


def events(data: bytes) -> list[Event]:
    return Calendar.from_ical(data).events


def with_tasks(policy: Policy, *tasks: dict[str, Any], **notice: Any) -> Policy:
    """Return ``policy`` with other rows, and other keys of its notice."""
    assert policy.tasks is not None
    rows = type(policy.tasks).model_validate(
        {**policy.tasks.model_dump(by_alias=True), "tasks": [{"name": "一", **task} for task in tasks]}
    )
    paper = type(policy.notice).model_validate({**policy.notice.model_dump(by_alias=True), **notice})
    return replace(policy, tasks=rows, notice=paper)


def day(date: str, **more: Any) -> dict[str, Any]:
    given = {"kind": "date", "date": datetime.date.fromisoformat(date), "printed": "按时"}
    return {**given, **more}


class Client:
    """A calendar that ``files`` are read into one after the other, as Outlook and Apple do it (RFC 5546, 2.1.5)."""

    def __init__(self, *files: bytes) -> None:
        self.entries: dict[str, Event] = {}
        for data in files:
            for event in events(data):
                known = self.entries.get(str(event["UID"]))
                if known is None or _number(event) > _number(known):
                    self.entries[str(event["UID"])] = event

    def days(self) -> list[str]:
        """The days that stand in it."""
        return [event.start.isoformat() for event in self.entries.values()]


def _number(event: Event) -> tuple[int, datetime.datetime]:
    return event["SEQUENCE"], event["DTSTAMP"].dt
