"""``gen progress``: its counts are those of the answers, late is late, and it is found out when a unit is renamed."""

from __future__ import annotations

import datetime
import json
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.model.progress import Answer, State, UnitProgress
from hongtou.papers import Papers
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import FILE, HEAD, Book
from hongtou.tracking.standing import Mark, Standings
from hongtou.tracking.summary import summary
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.redline.conftest import policies
from tests.tracking.conftest import UNIT, Desk
from tests.tracking.filled import filled, words

Gen = Callable[..., Result]


def book_of(need: Requirements, seed: int) -> Book:
    """Return a book in which some units answered some of their lines."""
    chance = random.Random(seed)
    book = Book(HEAD, FILE)
    for unit in need.units:
        tasks: dict[str, dict[str, Answer]] = {}
        for asked, _role in need.of(unit):
            if chance.random() < 0.5:
                state = chance.choice([None, *State])
                words = asked.hash if chance.random() < 0.8 else "q-00000000"
                tasks.setdefault(asked.task, {})[asked.line.id] = Answer(state=state, asked=words)
        if tasks:
            book.put(unit, UnitProgress(tasks=tasks))
    return book


@settings(max_examples=20)
@given(
    st.integers(0, 10_000),
    st.sampled_from([*policies()]),
    st.dates(datetime.date(2020, 1, 1), datetime.date(2030, 1, 1)),
)
def test_every_count_is_that_of_the_lines(seed: int, name: str, as_of: datetime.date) -> None:
    policy = policies()[name]
    need = Requirements(policy, Papers(Workspace(ROOT), policy).portfolio)
    standings = Standings(need, book_of(need, seed), as_of)
    found = summary(standings)
    lines = [line for unit in standings for line in unit.lines]
    assert found.total.total == len(lines)
    assert found.total.marks == Counter(line.mark for line in lines)
    for counts in (found.units.values(), found.tasks.values()):
        assert sum(count.total for count in counts) == len(lines)
        assert sum(count.late for count in counts) == sum(line.late for line in lines)
    assert found.late == [line for line in lines if line.late]
    assert all(line.asked.line.date < as_of and line.mark is not Mark.DONE for line in found.late)  # type: ignore[operator]
    assert sum(target.reached for target in found.targets.values()) == sum(
        line.mark is Mark.DONE for line in lines if line.asked.line.id.startswith("t-")
    )


def test_the_last_day_is_not_late(desk: Desk, checklist: bytes) -> None:
    day = desk.standing().lines[-2].asked.line.date
    assert day is not None
    assert not desk.standing(as_of=day.isoformat()).late
    assert desk.standing(as_of=(day + datetime.timedelta(1)).isoformat()).late


@pytest.fixture
def at_desk(desk: Desk, checklist: bytes, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(desk.root)
    every = {text: {"状态": "已完成", "责任人": "经办人甲"} for text in words(checklist)}
    back = desk.root / "交回"
    back.mkdir()
    (back / "三乡镇.docx").write_bytes(filled(checklist, every))
    return desk


def test_the_commands(at_desk: Desk, gen: Gen) -> None:
    result = gen("collect", "交回")
    assert result.exit_code == 0, result.output
    assert result.stdout == "交回/三乡镇.docx: 三乡镇, 62 new\n"
    assert "progress.yaml: updated" in result.stderr
    result = gen("progress", "--as-of", "2023-12-01")
    assert result.exit_code == 0
    line = next(line for line in result.stdout.splitlines() if line.startswith(UNIT))
    assert line.split() == [UNIT, "62", "·", "·", "·", "·", "·"]
    late = gen("progress", "--as-of", "2023-12-16")
    assert late.exit_code == 1
    assert f"{UNIT}:" not in late.stdout.partition("Late:")[2]
    unit = gen("progress", "--unit", UNIT, "--as-of", "2024-01-01")
    assert unit.exit_code == 0
    assert unit.stdout.count("已完成；责任人：经办人甲") == 62


def test_of_several_files_each_tells_the_first_of_a_kind(at_desk: Desk, checklist: bytes, gen: Gen) -> None:
    undated = {text: {"状态": "已完成", "完成日期": "11月底"} for text in words(checklist)[:4]}
    (at_desk.root / "交回" / "再报.docx").write_bytes(
        filled(checklist, undated, saved="2023-12-01T08:00:00Z")
    )
    alone = gen("collect", "交回/再报.docx", "--unit", UNIT, "--dry-run")
    assert alone.stderr.count("is no day with its year") == 4
    assert "progress.yaml: would be updated" in alone.stderr
    both = gen("collect", "交回", "--dry-run")
    assert both.stderr.count("is no day with its year") == 1
    assert "And 3 more of this kind" in both.stderr
    assert "2 files: 2 taken, 1 to look at" in both.stderr
    every = gen("collect", "交回", "--dry-run", "--all")
    assert every.stderr.count("is no day with its year") == 4
    assert every.stderr.count("Write the day into progress.yaml") == 1


def test_json(at_desk: Desk, gen: Gen) -> None:
    collected = json.loads(gen("collect", "交回", "--format", "json").stdout)
    assert [(one["unit"], one["answers"]) for one in collected] == [(UNIT, {"new": 62})]
    data = json.loads(gen("progress", "--format", "json", "--as-of", "2023-12-16").stdout)
    assert data["total"]["done"] == 62
    assert {one["unit"]: one["done"] for one in data["units"]}[UNIT] == 62
    assert len(data["late"]) == len(data["units"]) - 1
    assert {one["days"] for one in data["late"]} == {1}
    lines = json.loads(gen("progress", "--unit", UNIT, "--format", "json").stdout)[0]["lines"]
    assert {line["state"] for line in lines} == {"done"}


def test_what_is_not_settled_and_the_ledger_are_told(at_desk: Desk, gen: Gen) -> None:
    every = words(filled(at_desk.papers().checklist(UNIT), {}))
    other = filled(at_desk.papers().checklist(UNIT), {every[0]: {"状态": "推进中"}})
    (at_desk.root / "交回" / "二.docx").write_bytes(other)
    assert gen("collect", "交回").exit_code == 1
    shown = gen("progress", "--as-of", "2023-12-01").stdout
    assert f"  {UNIT}: 1.1 " in shown.partition("Disputed")[2]
    assert "ledger of the whole policy" not in shown
    data = json.loads(gen("progress", "--format", "json", "--as-of", "2023-12-01").stdout)
    assert [one["unit"] for one in data["disputed"]] == [UNIT]
    assert data["ledger"] is None
    assert "答复不一致，待核定" in gen("progress", "--unit", UNIT, "--as-of", "2023-12-01").stdout


def test_dry_run_writes_nothing(at_desk: Desk, gen: Gen) -> None:
    assert gen("collect", "交回", "--dry-run").exit_code == 0
    assert not (at_desk.policy / FILE).exists()


def test_exit_codes(at_desk: Desk, gen: Gen, tmp_path: Path) -> None:
    assert gen("collect", "没有.docx").exit_code == 2
    assert gen("collect", "交回", "--policy", "没有").exit_code == 2
    assert gen("collect", "交回", "交回", "--unit", UNIT).exit_code == 2
    assert gen("collect", "交回/三乡镇.docx", "--unit", "没有").exit_code == 2
    (at_desk.policy / FILE).write_text("schema: 1\nunits: [\n", "utf8")
    before = (at_desk.policy / FILE).read_bytes()
    result = gen("collect", "交回")
    assert result.exit_code == 2
    assert f"{FILE}:" in result.output
    assert (at_desk.policy / FILE).read_bytes() == before


def test_several_policies_in_one_folder(at_desk: Desk, gen: Gen) -> None:
    import shutil

    shutil.copytree(at_desk.policy, at_desk.policy.parent / "other")
    other = Papers(Workspace(at_desk.root), load(at_desk.policy.parent / "other"))
    data = other.checklist("南头镇")
    (at_desk.root / "交回" / "南头镇.docx").write_bytes(filled(data, {words(data)[0]: {"状态": "推进中"}}))
    assert gen("collect", "交回").exit_code == 0
    assert Book.open(at_desk.policy / FILE).units == (UNIT,)
    assert Book.open(at_desk.policy.parent / "other" / FILE).units == ("南头镇",)


def load(folder: Path) -> object:
    from hongtou.source.load import load_policy

    return load_policy(folder)


def test_a_renamed_unit_keeps_its_answers(at_desk: Desk, gen: Gen) -> None:
    gen("collect", "交回")
    register = at_desk.policy.parent / "units.yaml"
    text = register.read_text("utf8").replace(
        f"name: {UNIT}\n", f"name: 三乡街道\n    aliases: [{UNIT}]\n", 1
    )
    register.write_text(
        text.replace(f"      - {UNIT}\n", "      - 三乡街道\n").replace(f"{UNIT},", "三乡街道,"), "utf8"
    )
    assert not [line for line in at_desk.standing("三乡街道").lines if line.open]
