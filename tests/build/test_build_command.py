"""gen build: the whole package, only what changed, nothing of a person's lost; gen status: what went stale."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from tests.conftest import NOTICE, ROOT, TASKS

Build = Callable[..., Path]
Run = Callable[..., Result]
LETTERS = "output/demo-letters"
CHECKLISTS = "output/demo-checklists"
ALL = [
    "output/demo-notice.docx",
    *(f"{LETTERS}/{unit}.docx" for unit in ("市财政局", "市民政局", "东镇")),
    *(f"{CHECKLISTS}/{unit}.docx" for unit in ("市财政局", "市民政局", "东镇")),
    f"{CHECKLISTS}/督办台账.docx",
    f"{CHECKLISTS}/督办台账.xlsx",
]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf8")


def scribble(path: Path) -> bytes:
    document = Document(str(path))
    document.add_paragraph("手写")
    document.save(str(path))
    return path.read_bytes()


def test_the_first_build_writes_everything(workspace: Build, gen: Run) -> None:
    workspace()
    result = gen("build")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == ALL
    assert result.stderr == "9 files: 9 created\n"


def test_an_unchanged_build_writes_and_loads_nothing(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    code = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\nfrom hongtou.commands import cli\n"
        "try:\n    cli(['--lang', 'en', 'build'])\nexcept SystemExit as end:\n    assert not end.code\n"
        "print([name for name in ('docx', 'lxml', 'jinja2', 'pydantic', 'ruamel', 'xlsxwriter') if name in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (ran.stdout, ran.stderr) == ("[]\n", "9 files: nothing has changed.\n")
    assert before == {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}


def test_without_the_record_it_finds_the_same(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    (folder / "output/.demo.gen.json").write_text("{ torn", encoding="utf8")
    result = gen("build")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "9 files: 9 unchanged\n")


def test_only_what_changed_is_written_and_why(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    edit(
        folder / "policy/demo/tasks.yaml", "units: [市财政局, 市民政局, 各镇街]", "units: [市财政局, 各镇街]"
    )
    plan = gen("build", "--dry-run")
    assert plan.exit_code == 0
    verbs = {line.split()[1]: (line.split()[0], line.split("  ")[-1]) for line in plan.stdout.splitlines()}
    assert verbs["output/demo-notice.docx"] == ("update", "(text or look changed)")
    assert verbs[f"{LETTERS}/市财政局.docx"] == ("update", "(task one changed)")
    assert verbs[f"{CHECKLISTS}/市财政局.docx"] == ("unchanged", "(the same)")
    assert verbs[f"{LETTERS}/市民政局.docx"] == ("left", "(this unit owes nothing any more)")
    assert plan.stderr == "9 files: 5 updated, 2 unchanged, 2 left over\n"
    result = gen("build")
    assert result.exit_code == 0
    assert f"{CHECKLISTS}/市财政局.docx" not in result.stdout
    assert (folder / f"{LETTERS}/市民政局.docx").exists()
    assert f"gen: left {LETTERS}/市民政局.docx: this unit owes nothing any more.\n" in result.stderr


def test_pruning_removes_what_is_left_and_nothing_else(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    edit(
        folder / "policy/demo/tasks.yaml", "units: [市财政局, 市民政局, 各镇街]", "units: [市财政局, 各镇街]"
    )
    stranger = folder / LETTERS / "别人的.docx"
    Document().save(str(stranger))
    edited = scribble(folder / CHECKLISTS / "市民政局.docx")
    result = gen("build", "--prune")
    assert result.exit_code == 3
    assert not (folder / LETTERS / "市民政局.docx").exists()
    assert stranger.exists()
    assert (folder / CHECKLISTS / "市民政局.docx").read_bytes() == edited
    assert "the file was changed by hand" in result.stderr
    assert gen("build", "--prune", "--force").exit_code == 0
    assert not (folder / CHECKLISTS / "市民政局.docx").exists()


def test_a_file_edited_by_hand_is_kept_and_the_rest_written(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    edited = scribble(folder / LETTERS / "东镇.docx")
    edit(folder / "policy/demo/tasks.yaml", "完成不少于10个。", "完成不少于20个。")
    plan = gen("build", "--dry-run")
    assert plan.exit_code == 3
    assert f"conflict   {LETTERS}/东镇.docx  (changed by hand, or not written by gen)" in plan.stdout
    result = gen("build")
    assert result.exit_code == 3
    assert (folder / LETTERS / "东镇.docx").read_bytes() == edited
    assert f"gen: kept {LETTERS}/东镇.docx: changed by hand, or not written by gen.\n" in result.stderr
    assert "→ Use --force to replace them; a folder must be moved away." in result.stderr
    assert f"{LETTERS}/市财政局.docx" in result.stdout
    assert gen("build").exit_code == 3, "it is told of again"
    assert gen("build", "--force").exit_code == 0
    assert (folder / LETTERS / "东镇.docx").read_bytes() != edited


def test_a_template_is_an_input_too(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    (folder / "templates").mkdir()
    (folder / "templates/letter.docx").write_bytes((ROOT / "templates/letter.docx").read_bytes())
    assert "9 unchanged" in gen("build").stderr
    document = Document(str(ROOT / "templates/letter.docx"))
    document.paragraphs[0].insert_paragraph_before("内部")
    document.save(str(folder / "templates/letter.docx"))
    assert "3 updated, 6 unchanged" in gen("build").stderr


def test_the_same_bytes_with_any_number_of_workers(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build", "-o", "one", "--jobs", "1")
    gen("build", "-o", "two", "--jobs", "2")
    for path in sorted((folder / "one").rglob("*.*x")):
        assert path.read_bytes() == (folder / "two" / path.relative_to(folder / "one")).read_bytes()


def test_status_goes_by_content(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("build")
    sent = folder / "sent"
    (folder / LETTERS).rename(sent)
    os.utime(sent / "东镇.docx", (0, 0))
    (sent / "东镇.docx").rename(sent / "已发.docx")
    scribble(sent / "市财政局.docx")
    result = gen("status", "--sent", "sent")
    assert (result.exit_code, result.stdout.count("current  ")) == (0, 3)
    notice = folder / "policy/demo/notice.yaml"
    edit(notice, "于2026年12月15日前完成不少于10个。", "于2026年12月15日前完成不少于10个，抓好落实。")
    assert gen("status", "--sent", "sent").exit_code == 0, "what letters do not say cannot make them stale"
    edit(folder / "policy/demo/tasks.yaml", "完成不少于10个。", "完成不少于20个。")
    result = gen("status", "--sent", "sent/已发.docx")
    assert result.exit_code == 1
    assert result.stdout == "stale  letter  东镇  sent/已发.docx  (task one changed)\n"
    (folder / "policy/demo/tasks.yaml").write_text(
        TASKS.replace("units: [市财政局, 市民政局, 各镇街]", "units: [市民政局]"), encoding="utf8"
    )
    result = gen("status", "--sent", "sent")
    assert "stale  letter  东镇  sent/已发.docx  (this unit owes nothing any more)" in result.stdout


def test_status_names_what_came_and_went(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("letters")
    second = TASKS[TASKS.index("  - id: one") :].replace("id: one", "id: two").replace("第一项", "第二项")
    (folder / "policy/demo/tasks.yaml").write_text(TASKS + second, encoding="utf8")
    assert "task two added" in gen("status").stdout
    gen("letters")
    (folder / "policy/demo/tasks.yaml").write_text(TASKS, encoding="utf8")
    assert "task two taken away" in gen("status").stdout
    (folder / "policy/demo/notice.yaml").write_text(
        NOTICE.replace("2026-01-05", "2026-01-06"), encoding="utf8"
    )
    gen("letters")
    (folder / "policy/demo/notice.yaml").write_text(NOTICE, encoding="utf8")
    assert "(the text around the tasks changed)" in gen("status").stdout


@pytest.mark.parametrize("command", ["letters", "checklists", "build", "status"])
def test_a_broken_policy_writes_nothing(command: str, workspace: Build, gen: Run) -> None:
    folder = workspace({"policy/demo/tasks.yaml": TASKS.replace("市民政局", "市民正局")})
    result = gen(command)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "市民正局" in result.stderr
    assert not (folder / "output").exists()


def test_status_knows_the_bound_volume_and_numbers(workspace: Build, gen: Run) -> None:
    folder = workspace()
    assert gen("letters", "--combined").stdout == "output/demo-letters.docx\n"
    assert gen("letters", "--combined", "--unit", "东镇").stdout == "output/demo-letters-selected.docx\n"
    gen("letters")
    volume = "output/demo-letters.docx"
    assert gen("status", "--sent", volume).stdout == f"current  volume  {volume}\n"
    numbered = NOTICE + "letters:\n  number: 某办函〔2026〕{serial}号\n  first: 3\n"
    (folder / "policy/demo/notice.yaml").write_text(numbered, encoding="utf8")
    assert "the letter to 东镇 changed" in gen("status", "--sent", volume).stdout
    assert "(number none became 某办函〔2026〕5号)" in gen("status").stdout
