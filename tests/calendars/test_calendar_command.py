"""gen calendar as a user meets it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from tests.calendars.conftest import Client, events
from tests.conftest import NOTICE, TASKS

Build = Callable[..., Path]
Run = Callable[..., Result]
DEADLINE = """\
    deadlines:
      - {kind: date, date: 2026-12-15, printed: 完成}
      - {kind: continuous, printed: 不少于}
"""
DATED = TASKS + DEADLINE
REPORTS = "reports:\n  - {id: last, name: 总结, to: 市财政局, by: [市人力资源社会保障局], deadline: {kind: date, date: 2026-12-15, printed: 2026年12月15日前}}\n"
FILES = {"policy/demo/tasks.yaml": DATED, "policy/demo/notice.yaml": NOTICE + REPORTS}
SAID = "gen: not in the calendar, for they name no day (1): 不少于.\n"


def test_it_prints_the_path_and_says_what_is_left_out(workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    result = gen("calendar")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "output/demo-calendar.ics\n", SAID)
    before = (folder / "output/demo-calendar.ics").read_bytes()
    assert [str(e["SUMMARY"]) for e in events(before)] == [
        "任务1：第一项（完成）",
        "报送总结（2026年12月15日前）",
    ]
    assert gen("calendar", "demo", "-o", "mine/dates.ics").stdout == "mine/dates.ics\n"
    assert (folder / "mine/dates.ics").read_bytes() == before


@pytest.mark.parametrize(
    ("units", "file", "entries"),
    [
        (["市民政局"], "output/demo-calendar-市民政局.ics", 1),
        (["各镇街"], "output/demo-calendar-各镇街.ics", 1),
        (["市人社局"], "output/demo-calendar-市人力资源社会保障局.ics", 1),
        (["市财政局", "东镇"], "output/demo-calendar-市财政局、东镇.ics", 2),
    ],
)
def test_of_a_unit(units: list[str], file: str, entries: int, workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    result = gen("calendar", *(part for unit in units for part in ("--unit", unit)))
    assert (result.exit_code, result.stdout) == (0, f"{file}\n")
    assert len(events((folder / file).read_bytes())) == entries


def test_strangers_and_units_that_owe_nothing(workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    stranger = gen("calendar", "--unit", "市财局")
    assert (stranger.exit_code, stranger.stderr) == (
        2,
        "gen: “市财局” is not in the register.\n    → Did you mean “市财政局”?\n",
    )
    assert gen("calendar", "--unit", "某市人民政府办公室").exit_code == 2
    assert not (folder / "output").exists()


def test_a_deadline_of_nobody_is_told_and_nothing_is_written_without_one(workspace: Build, gen: Run) -> None:
    folder = workspace()
    result = gen("calendar")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == (
        "gen: the time limits here stand in parts that name no unit (2026年12月15日前): the calendar would be empty.\n"
        "    → Write what is to be handed in under “reports” of notice.yaml, or give these parts their assignments.\n"
    )
    assert not (folder / "output").exists()


def test_a_revision_moves_entries_and_the_others_keep_their_numbers(workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    gen("calendar")
    path = folder / "output/demo-calendar.ics"
    first = path.read_bytes()
    workspace({**FILES, "policy/demo/tasks.yaml": DATED.replace("2026-12-15", "2026-12-25")})
    assert gen("calendar").stderr == SAID
    second = path.read_bytes()
    assert Client(first, second).days() == ["2026-12-25", "2026-12-15"]
    assert events(second)[1].to_ical() == events(first)[1].to_ical(), "the report did not change"
    gen("calendar")
    assert path.read_bytes() == second, "the same policy twice"
    workspace(FILES)
    gen("calendar")
    assert Client(first, second, path.read_bytes()).days() == ["2026-12-15", "2026-12-15"], "and back again"


def test_a_lost_file_begins_anew_and_a_later_version_can_be_named(workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    gen("calendar")
    path = folder / "output/demo-calendar.ics"
    first = path.read_bytes()
    path.unlink()
    workspace({**FILES, "policy/demo/tasks.yaml": DATED.replace("2026-12-15", "2026-12-25")})
    gen("calendar")
    assert Client(first, path.read_bytes()).days() == ["2026-12-15", "2026-12-15"], (
        "nothing tells that it moved"
    )
    gen("calendar", "--revised", "2026-02-01 10:00")
    revised = path.read_bytes()
    assert Client(first, revised).days() == ["2026-12-25", "2026-12-15"]
    gen("calendar")
    assert path.read_bytes() == revised, "the numbers stay"


def test_the_blank_workspace_has_a_calendar(
    gen: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert gen("init").exit_code == 0
    result = gen("calendar")
    assert (result.exit_code, result.stderr) == (0, "")


def test_an_entry_that_is_gone_is_told(workspace: Build, gen: Run) -> None:
    workspace(FILES)
    gen("calendar")
    workspace({**FILES, "policy/demo/notice.yaml": NOTICE})
    assert gen("calendar").stderr.endswith(
        "gen: 1 entries of the last file are gone: 报送总结（2026年12月15日前）.\n"
        "    → Who read that file in deletes them by hand; reading in takes nothing away.\n"
    )


def test_a_file_edited_by_hand_is_kept(workspace: Build, gen: Run) -> None:
    folder = workspace(FILES)
    gen("calendar")
    path = folder / "output/demo-calendar.ics"
    edited = path.read_bytes().replace(b"20261215", b"20261216")
    path.write_bytes(edited)
    result = gen("calendar")
    assert (result.exit_code, result.stdout) == (3, "")
    assert "output/demo-calendar.ics was changed by hand" in result.stderr
    assert path.read_bytes() == edited
    assert gen("calendar", "--force").exit_code == 0
    assert gen("calendar", "--remind", "3").exit_code == 0, "its own file is replaced"


@pytest.mark.parametrize("arguments", [["--remind", "-1"], ["--revised", "gestern"], ["-o", "policy"]])
def test_wrong_usage(arguments: list[str], workspace: Build, gen: Run) -> None:
    workspace(FILES)
    assert gen("calendar", *arguments).exit_code == 2


def test_several_policies_must_be_told_apart(workspace: Build, gen: Run) -> None:
    workspace({**FILES, "policy/other/notice.yaml": NOTICE, "policy/other/tasks.yaml": DATED})
    assert gen("calendar").stderr.startswith("gen: there are several policies; say which one.")
    assert gen("calendar", "policy/other").stdout == "output/other-calendar.ics\n"
