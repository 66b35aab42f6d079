"""The calendar: every dated line once, days that hold, names that last; read back as a client does."""

from __future__ import annotations

import datetime
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import Calendar
from ruamel.yaml import YAML

from hongtou.calendar import agenda, version_of
from hongtou.calendar.days import when
from hongtou.documents.lines import lines_of
from hongtou.duties import portfolio
from hongtou.model.duty import Deadline
from hongtou.model.policy import Policy
from hongtou.render.fingerprint import untouched
from tests.calendars.conftest import day, events, made, with_tasks
from tests.redline.conftest import policies, versions

CASES = YAML(typ="safe").load((Path(__file__).parent / "days.yaml").read_text("utf-8"))
UNITS = [{"units": ["市残联"]}]
JUNE = datetime.datetime(2023, 6, 1, 9, 30)


@pytest.fixture
def sample() -> Policy:
    return policies()["sample"]


def row(*deadlines: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": "a", "text": ["按时办。"], "assignments": UNITS, "deadlines": list(deadlines), **more}


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["is"]))
def test_the_days_of_a_deadline(case: dict[str, Any], sample: Policy) -> None:
    deadline = Deadline.model_validate({"printed": "按时", **case["is"]})
    found = when(deadline)
    assert (list(islice(found.days(), 20)) if found else []) == case["days"]
    if found is None:
        return
    text = made(with_tasks(sample, row({"printed": "按时", **case["is"]}), reports=[]))
    (event,) = events(text)
    zone = {"at": case["at"]} if "at" in case else {}
    start = event["DTSTART"].dt
    assert (start.strftime("%H:%M") if zone else None) == case.get("at")
    assert (b"BEGIN:VTIMEZONE" in text) is ("at" in case)
    rule = event.get("RRULE")
    assert (rule.to_ical().decode() if rule else None) == case.get("rule")
    if rule and "UNTIL" in case["rule"]:
        plain = datetime.datetime.combine(found.first, datetime.time())
        again = rrulestr(case["rule"].replace("T220000Z", "T000000").replace("0509", "0510"), dtstart=plain)
        assert [one.date() for one in again] == case["days"], "as a client counts"
    if not zone and start != datetime.date.max:
        assert event["DTEND"].dt == start + datetime.timedelta(days=1)
        assert b"DTSTART;VALUE=DATE:" in text


@pytest.mark.parametrize("name", policies())
def test_every_dated_line_is_covered_once_and_no_name_twice(name: str) -> None:
    policy = policies()[name]
    found = agenda(policy, portfolio(policy))
    uids = [entry.uid for entry in found.entries]
    assert len(uids) == len(set(uids))
    for duty in portfolio(policy).duties:
        kind = "task" if duty.table else "part"
        entries = [e for e in found.entries if f"/{kind}/{duty.id}/" in e.uid]
        for line in lines_of(duty, policy.rules.checklists.background):
            for date in {one.date for one in line.deadlines} - {None}:
                covering = [e for e in entries if date in e.when.days()]
                assert len(covering) == 1
                assert line.text in covering[0].description
    dated = [report for report in policy.notice.reports if when(report.deadline)]
    assert sum("/report/" in uid for uid in uids) == len(dated)


def test_what_the_sample_says(sample: Policy) -> None:
    first, _interim, final = events(made(sample))
    assert str(first["SUMMARY"]) == "任务1：实施机关、事业单位带头安排残疾人就业行动（“十四五”期间）"
    assert "责任单位：市委组织部、编办，市人力资源社会保障局、残联，各镇街\n" in first["DESCRIPTION"]
    assert str(final["DESCRIPTION"]).startswith(
        "各责任单位向市残联报送终期工作总结。\n时限：2024年10月20日前\n"
    )
    assert "注意：2024年10月20日是星期日。" in final["DESCRIPTION"]


def test_a_moved_date_keeps_its_name_and_is_newer() -> None:
    old, new = versions()
    before = {str(e["UID"]): e for e in events(made(old))}
    after = {str(e["UID"]): e for e in events(made(new, version=version_of(new, JUNE)))}
    assert set(before) <= set(after)
    moved = [uid for uid in before if before[uid].start != after[uid].start]
    assert [uid.split("@")[0] for uid in moved] == [
        "disability-employment/report/interim",
        "disability-employment/report/final",
    ]
    for uid in before:
        assert after[uid]["SEQUENCE"] > before[uid]["SEQUENCE"]
        assert after[uid]["DTSTAMP"].dt > before[uid]["DTSTAMP"].dt


def test_names_follow_neither_day_nor_words_nor_place(sample: Policy) -> None:
    def uids(*deadlines: dict[str, Any], before: tuple[dict[str, Any], ...] = ()) -> list[str]:
        policy = with_tasks(sample, *before, row(*deadlines), reports=[])
        return [e.uid for e in agenda(policy, portfolio(policy)).entries]

    first = uids(day("2026-06-30"), day("2026-09-30", id="late"))
    assert uids(day("2027-01-31", printed="办"), day("2026-08-31", id="late")) == first
    assert uids(day("2026-06-30"), day("2026-09-30", id="late"), before=({"id": "z"},)) == first
    assert uids(day("2026-09-30", id="late"), day("2026-06-30")) == first[::-1]


def test_one_entry_for_equal_days_of_a_row(sample: Policy) -> None:
    policy = with_tasks(sample, row(day("2026-06-30"), day("2026-06-30", printed="办")), reports=[])
    (event,) = events(made(policy))
    assert "时限：按时、办" in event["DESCRIPTION"]


def test_sentences_of_several_units_share_an_entry(sample: Policy) -> None:
    covered = [
        {"units": ["市残联"], "covers": "甲按时办。"},
        {"units": ["市教育体育局"], "covers": "乙按时办。"},
    ]
    section = {"id": "s", "heading": "事项", "text": ["甲按时办。", "乙按时办。"], "assignments": covered}
    section["deadlines"] = [day("2026-06-30")]
    policy = with_tasks(sample, {"id": "z"}, reports=[], sections=[section], declarations=[], attachments=[])
    (event,) = events(made(policy))
    assert str(event["DESCRIPTION"]).startswith(
        "一 事项\n要求：甲按时办。\n责任单位：市残联\n要求：乙按时办。\n责任单位：市教育体育局\n"
    )
    (mine,) = events(made(policy, ["市残联"]))
    assert mine["UID"] == event["UID"]
    assert "乙" not in mine["DESCRIPTION"]


@pytest.mark.parametrize(
    ("date", "says"),
    [
        ("2026-10-01", "注意：2026年10月1日放假（国庆节）。"),
        ("2026-10-07", "注意：2026年10月7日放假（调休）。"),
        ("2020-10-01", "注意：2020年10月1日放假（中秋节、国庆节）。"),
        ("2026-10-11", "注意：2026年10月11日是星期日。"),
        ("2026-10-10", None),  # A Saturday on which people work.
        ("2026-10-09", None),
    ],
)
def test_days_off_are_told_and_not_moved(date: str, says: str | None, sample: Policy) -> None:
    (event,) = events(made(with_tasks(sample, row(day(date)), reports=[])))
    assert event.start.isoformat() == date
    assert (says in event["DESCRIPTION"]) if says else ("注意" not in event["DESCRIPTION"])


def test_a_unit_gets_what_it_owes_hands_in_and_collects(sample: Policy) -> None:
    def of(unit: str) -> list[str]:
        return [str(e["UID"]).split("/", 1)[1].split("@")[0] for e in events(made(sample, [unit]))]

    reports = ["report/interim", "report/final"]
    assert of("石岐街道") == ["task/public-bodies/horizon-1", *reports], "as a member of 各镇街"
    assert of("市残联") == ["task/public-bodies/horizon-1", *reports], "which collects them"
    assert of("市财政局") == reports


def test_reminders(sample: Policy) -> None:
    assert made(sample).count(b"TRIGGER:-P6DT15H") == 3, "seven days before, at nine in the morning"
    assert b"TRIGGER:-P2D\r\n" in made(
        with_tasks(sample, row(day("2026-06-30", clock="18:00")), reports=[]), remind=2
    )
    assert b"VALARM" not in made(sample, remind=0)


def test_bytes(sample: Policy) -> None:
    text = made(sample)
    assert text == made(sample)
    assert untouched(text)
    assert not untouched(text.replace(b"20241020", b"20241021"))
    assert not untouched(b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")
    lines = text.split(b"\r\n")
    assert text.count(b"\n") == text.count(b"\r\n") == len(lines) - 1
    assert max(map(len, lines)) <= 75
    assert all(line.decode() is not None for line in lines), "no character is split"
    calendar = Calendar.from_ical(text)
    assert calendar["METHOD"] == "PUBLISH"
    assert calendar["X-WR-CALNAME"] == "中山市贯彻落实广东省促进残疾人就业三年行动方案（2022-2024年）时限"


def test_the_version_is_the_latest_day_that_is_known(sample: Policy) -> None:
    dates = {"date": datetime.date(2026, 1, 5), "printed_on": datetime.date(2026, 1, 6), "publication": None}
    policy = with_tasks(sample, {"id": "z"}, **dates)
    assert version_of(policy) == datetime.datetime(2026, 1, 6)
    assert version_of(policy, JUNE) == datetime.datetime(2026, 1, 6)
    assert version_of(policy, datetime.datetime(2026, 2, 1)) == datetime.datetime(2026, 2, 1)
    undated = with_tasks(sample, {"id": "z"}, date=None, printed_on=None, publication=None)
    assert version_of(undated) == datetime.datetime(2000, 1, 1)


def test_a_secret_notice_has_no_open_entries(sample: Policy) -> None:
    secret = with_tasks(sample, row(day("2026-06-30")), secrecy={"level": "秘密"}, copy_number="000001")
    assert {str(e["CLASS"]) for e in events(made(secret))} == {"CONFIDENTIAL"}
