"""The circle: what goes out is filled in with LibreOffice, comes back, and the progress is what was filled in."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hongtou.model.progress import UnitProgress
from hongtou.render.office import find_office
from hongtou.tracking.asked import Requirements
from hongtou.tracking.docx_return import read_docx_return
from hongtou.tracking.xlsx_return import read_xlsx_return
from tests.redline.office import PYTHON, needs_uno
from tests.tracking.conftest import UNIT, Desk
from tests.tracking.filled import KEYS, STATES, Filled, answers, filled, words

SCRIPT = Path(__file__).parent / "fill_in_office.py"
IN_LEDGER = {"进展情况": "progress", "存在问题": "problem", "下一步措施": "next", "销号日期": "date"}
TRIES = 3


def in_office(jobs: list[dict[str, Any]], folder: Path) -> None:
    """Let LibreOffice fill in the papers of ``jobs`` and save them."""
    for attempt in range(TRIES):
        command = [PYTHON, SCRIPT, str(find_office()), str(folder / f"profile{attempt}")]
        ran = subprocess.run(command, input=json.dumps(jobs), capture_output=True, text=True, timeout=900)
        if ran.returncode == 0:
            return
    raise AssertionError(ran.stderr)


def sent(desk: Desk, round_: int) -> tuple[list[dict[str, Any]], dict[str, Filled]]:
    """Return a job per checklist and one for the ledger, and what is filled in by unit ("" for the ledger)."""
    papers = desk.papers()
    out, back = desk.root / f"out{round_}", desk.root / f"back{round_}"
    out.mkdir(), back.mkdir()
    given: dict[str, Filled] = {}
    files = {f"{unit}.docx": papers.checklist(unit) for unit in papers.portfolio.units}
    for number, (name, data) in enumerate(files.items()):
        given[name.removesuffix(".docx")] = answers(words(data), 100 * round_ + number)
    files["督办台账.xlsx"] = papers.ledger_xlsx()
    texts = [row.text for row in read_xlsx_return(files["督办台账.xlsx"], "x").rows]
    given[""] = {
        text: {"状态": "已完成", "进展情况": f"第{round_}轮", "销号日期": f"2023-12-{round_:02}"}
        for text in texts[::3]
    }
    jobs = []
    for name, data in files.items():
        (out / name).write_bytes(data)
        rows = given[name.removesuffix(".docx") if name.endswith(".docx") else ""]
        jobs.append(
            {"path": str(out / name), "out": str(back / name), "saved": [2023, 12, round_], "rows": rows}
        )
    return jobs, given


def expected(requirements: Requirements, unit: str, given: Filled) -> dict[tuple[str, str], dict[str, str]]:
    """Return what was filled in, by the key of the line."""
    lines = [asked for asked, _role in requirements.of(unit)] if unit else requirements.all.values()
    return {asked.key: _fields(given[asked.line.text]) for asked in lines if asked.line.text in given}


def _fields(row: Mapping[str, str]) -> dict[str, str]:
    names = {**KEYS, **IN_LEDGER}
    made = {names[head]: text for head, text in row.items() if head != "状态"}
    if "date" in made:
        digits = "".join(char if char.isdigit() else " " for char in made["date"]).split()
        made["date"] = "-".join(f"{int(number):02}" for number in digits)
    return {"state": STATES[row["状态"]], **made}


def known(progress: UnitProgress, *, blank: bool) -> dict[tuple[str, str], dict[str, str]]:
    """Return what the progress holds, by the key of the line; ``blank`` leaves out what a ledger begins with."""
    found = {}
    for task, lines in progress.tasks.items():
        for line, answer in lines.items():
            said = answer.model_dump(
                mode="json", exclude_none=True, exclude={"asked", "via", "earlier", "disputed"}
            )
            if not blank or said != {"state": "todo"}:
                found[task, line] = said
    return found


@pytest.mark.render
@pytest.mark.slow
def test_what_was_filled_in_is_what_is_known(desk: Desk) -> None:
    needs_uno()
    jobs, given = sent(desk, 1)
    in_office(jobs, desk.root)
    papers = desk.papers()
    requirements = Requirements(papers.policy, papers.portfolio)
    done = desk.collect(*((Path(j["out"]).name, Path(j["out"]).read_bytes()) for j in jobs))
    assert [f"{f.path}: {f.message}" for one in done for f in one.findings if f.rule != "return-ledger"] == []
    for unit, rows in given.items():
        progress = desk.book().of(unit) if unit else desk.book().ledger
        assert known(progress, blank=not unit) == expected(requirements, unit, rows), unit
    before = desk.text

    desk.revise()
    second_jobs, second = sent(desk, 2)
    in_office([*second_jobs[:-1:4], second_jobs[-1]], desk.root)
    for number, job in enumerate(second_jobs[:-1]):
        if number % 4:
            data = filled(Path(job["path"]).read_bytes(), job["rows"], saved="2099-01-01T00:00:00Z")
            Path(job["out"]).write_bytes(data)
    papers = desk.papers()
    requirements = Requirements(papers.policy, papers.portfolio)
    desk.collect(*((f"二-{Path(j['out']).name}", Path(j["out"]).read_bytes()) for j in second_jobs))
    for unit, rows in second.items():
        progress = desk.book().of(unit) if unit else desk.book().ledger
        now = known(progress, blank=not unit)
        for key, said in expected(requirements, unit, rows).items():
            assert now[key] == said, (unit, key)
    assert _lost(before, desk) == []
    assert read_docx_return(Path(jobs[0]["out"]).read_bytes(), "x").rows


def _lost(before: str, desk: Desk) -> list[str]:
    """Return the texts of the first round that are nowhere after the second."""
    return [
        line.strip()
        for line in before.splitlines()
        if "会议纪要第" in line and line.strip(" -") not in desk.text
    ]


def test_a_revision_opens_what_it_changed(desk: Desk, checklist: bytes) -> None:
    every = {text: {"状态": "已完成"} for text in words(checklist)}
    assert [f for one in desk.collect(("一.docx", filled(checklist, every))) for f in one.findings] == []
    assert not [line for line in desk.standing().lines if line.open or line.changed]
    desk.revise()
    standing = desk.standing()
    changed = {line.asked.line.text for line in standing.lines if line.changed}
    fresh = {line.asked.line.text for line in standing.lines if line.answer is None}
    now = set(words(desk.papers().checklist(UNIT)))
    assert changed | fresh == now - every.keys()
    assert changed
    assert all(line.open for line in standing.lines if line.changed)
    gone = {entry.words for entry in standing.gone}
    assert len(gone) + len(changed) == len(every.keys() - now)
