"""Which entries of a calendar keep their numbers and which count on, by the file that is replaced."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from hongtou.calendar import gone, version_of, versions
from hongtou.model.policy import Policy
from tests.calendars.conftest import Client, events, made, with_tasks
from tests.redline.conftest import versions as revision

JUNE = datetime.datetime(2023, 6, 1, 9, 30)


def again(present: bytes, policy: Policy, revised: datetime.datetime | None = None, **options: Any) -> bytes:
    version = version_of(policy, revised)
    data = made(policy, version=version, **options)
    numbers = versions(present, data, version, version if revised else None)
    return made(policy, version=version, versions=numbers, **options)


def numbers(data: bytes) -> list[int]:
    return [event["SEQUENCE"] for event in events(data)]


def test_what_changed_counts_on_and_what_did_not_keeps_its_number() -> None:
    old, new = revision()
    first = made(old)
    second = again(first, new)
    before = {event["UID"]: event for event in events(first)}
    for event in events(second):
        if (known := before.get(event["UID"])) is None:
            continue
        same = event.start == known.start and event["DESCRIPTION"] == known["DESCRIPTION"]
        assert (event["SEQUENCE"] > known["SEQUENCE"]) is not same
        assert (event["DTSTAMP"].dt > known["DTSTAMP"].dt) is not same
    assert Client(first, second).days() == Client(second).days()
    assert again(second, new) == second, "the same policy twice"


def test_there_is_room_for_a_person_who_moves_an_entry() -> None:
    old, new = revision()
    first = made(old)
    assert min(b - a for a, b in zip(numbers(first), numbers(again(first, new)), strict=False) if a != b) > 9


def test_a_later_version_goes_before_counting_on() -> None:
    old, new = revision()
    assert set(numbers(again(made(old), new, JUNE))) == set(numbers(made(new, version=JUNE)))
    earlier = datetime.datetime(2001, 1, 1)
    assert min(numbers(again(made(old), new, earlier))) >= min(numbers(made(old)))


def test_another_reminder_is_a_change() -> None:
    old, _new = revision()
    first = made(old)
    assert all(a < b for a, b in zip(numbers(first), numbers(again(first, old, remind=3)), strict=True))


@pytest.mark.parametrize(
    "present",
    [
        b"",
        b"no calendar",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:x\r\nSEQUENCE:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
        b"\xff\xfe\x00",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n",
    ],
)
def test_what_is_no_calendar_of_ours_begins_anew(present: bytes) -> None:
    old, _new = revision()
    assert again(present, old) == made(old)
    assert gone(present, made(old)) in ((), ("",))


@pytest.mark.parametrize("number", [b"-5", b"99999999999999999999", b"x", b"2147483647"])
def test_a_number_that_is_none_is_left_alone(number: bytes) -> None:
    old, new = revision()
    first = made(old)
    own = str(events(first)[0]["SEQUENCE"]).encode()
    odd = first.replace(b"SEQUENCE:" + own, b"SEQUENCE:" + number)
    assert all(0 <= one <= 2**31 - 1 for one in numbers(again(odd, new)))


def test_entries_that_are_gone() -> None:
    old, _new = revision()
    fewer = with_tasks(old, {"id": "z"}, reports=old.notice.model_dump()["reports"][:1])
    assert gone(made(old), made(fewer)) == (
        "任务1：实施机关、事业单位带头安排残疾人就业行动（“十四五”期间）",
        "报送终期工作总结（2024年10月20日前）",
    )
