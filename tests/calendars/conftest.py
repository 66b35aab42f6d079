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
