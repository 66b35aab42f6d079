"""The commands as a user meets them."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.commands import COMMANDS
from hongtou.model.settings import SheetSettings
from hongtou.sheet.draw import draw
from tests.conftest import ROOT

Build = Callable[..., Path]
Run = Callable[..., Result]


def test_notice_prints_the_path_and_nothing_else(workspace: Build, gen: Run) -> None:
    folder = workspace()
    result = gen("notice")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "output/demo-notice.docx\n", "")
    assert (folder / "output/demo-notice.docx").read_bytes().startswith(b"PK")


def test_an_untouched_file_is_replaced_when_the_policy_changes(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("notice")
    before = (folder / "output/demo-notice.docx").read_bytes()
    notice = folder / "policy/demo/notice.yaml"
    notice.write_text(notice.read_text(encoding="utf8").replace("明确任务", "任务"), encoding="utf8")
    assert gen("notice").exit_code == 0
    assert (folder / "output/demo-notice.docx").read_bytes() != before


def test_a_file_edited_by_hand_is_kept(workspace: Build, gen: Run) -> None:
    from docx import Document

    folder = workspace()
    gen("notice")
    path = folder / "output/demo-notice.docx"
    document = Document(str(path))
    document.add_paragraph("手写")
    document.save(str(path))
    edited = path.read_bytes()
    result = gen("notice")
    assert result.exit_code == 3
    assert result.stdout == ""
    assert result.stderr == (
        "gen: output/demo-notice.docx was changed by hand or not written by gen; it was kept.\n"
        "    → Use --force to replace it, or -o to write elsewhere.\n"
    )
    assert path.read_bytes() == edited
    assert gen("notice", "--force").exit_code == 0
    assert path.read_bytes() != edited


@pytest.mark.parametrize("obstacle", ["folder", "file"])
def test_something_in_the_way_of_the_output(obstacle: str, workspace: Build, gen: Run) -> None:
    folder = workspace()
    if obstacle == "folder":
        (folder / "output/demo-notice.docx").mkdir(parents=True)
    else:
        (folder / "output").write_text("", encoding="utf8")
    result = gen("notice")
    assert result.exit_code == 2
    assert result.stderr.startswith("gen: ")
    assert not list(folder.rglob("*.part"))


def test_several_policies_must_be_told_apart(workspace: Build, gen: Run) -> None:
    from tests.conftest import NOTICE, TASKS

    workspace({"policy/other/notice.yaml": NOTICE, "policy/other/tasks.yaml": TASKS})
    result = gen("notice")
    assert (result.exit_code, result.stderr) == (
        2,
        "gen: there are several policies; say which one.\n    → Policies here: demo, other\n",
    )
    assert gen("notice", "policy/other").stdout == "output/other-notice.docx\n"
    assert gen("notice", "othr").stderr == "gen: there is no policy “othr”.\n    → Did you mean “other”?\n"


def test_a_policy_of_another_workspace_by_its_path(
    workspace: Build, gen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace()
    other = folder / "elsewhere 别处"
    other.mkdir()
    monkeypatch.chdir(other)
    assert gen("notice", "../policy/demo/notice.yaml").stdout == f"{folder}/output/demo-notice.docx\n"
    assert gen("notice", "-o", "out").stdout == "out/demo-notice.docx\n", "from a folder below the workspace"


def test_outside_a_workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run) -> None:
    monkeypatch.chdir(tmp_path)
    result = gen("notice")
    assert result.exit_code == 2
    assert result.stderr.startswith("gen: there is no policy/ folder here or above ")


def test_an_unknown_command_names_the_nearest(gen: Run) -> None:
    result = gen("notic")
    assert result.exit_code == 2
    assert "there is no command “notic”. Did you mean “notice”?" in result.stderr


def test_init_lays_out_a_workspace_that_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    written = gen("init", "office", "--templates").stdout.splitlines()
    assert "office/policy/units.yaml" in written
    assert "office/templates/notice.letter.docx" in written
    assert all(Path(name).exists() for name in written)
    monkeypatch.chdir("office")
    assert gen("notice").stdout == "output/example-notice.docx\n"


def test_init_can_take_the_real_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run) -> None:
    monkeypatch.chdir(tmp_path)
    assert gen("init", "--sample").exit_code == 0
    assert gen("notice").stdout == "output/disability-employment-notice.docx\n"


def test_init_says_what_comes_next(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run) -> None:
    monkeypatch.chdir(tmp_path)
    assert gen("init", "our office").stderr == "next: cd 'our office' && gen notice\n"
    monkeypatch.chdir("our office")
    assert gen("init", "--templates").stderr == "next: gen notice\n"


def test_init_adds_templates_to_a_workspace(workspace: Build, gen: Run) -> None:
    folder = workspace({"templates/notice.general.docx": b"mine"})
    shipped = sorted(f"templates/{path.name}" for path in (ROOT / "templates").glob("*.*"))
    assert gen("init", "--templates").stdout.splitlines() == [n for n in shipped if "general" not in n]
    assert (folder / "templates/notice.general.docx").read_bytes() == b"mine"
    assert not (folder / "policy/example").exists()
    again = gen("init", "--templates")
    assert (again.exit_code, again.stdout) == (3, "")
    assert again.stderr == (
        "gen: nothing was written, because these files are there already:\n"
        + "".join(f"    {name}\n" for name in shipped)
        + "    → Move them away to have them written anew.\n"
    )


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("notice.yml", "Rename notice.yml to notice.yaml."),
        ("Notice.yaml", "Rename Notice.yaml to notice.yaml."),
        ("tasks.yaml", "“gen init” in an empty folder writes one to copy from."),
    ],
)
@pytest.mark.parametrize("arguments", [[], ["demo"], ["policy/demo"]])
def test_a_policy_without_its_notice(
    name: str, hint: str, arguments: list[str], workspace: Build, gen: Run
) -> None:
    workspace(
        {"policy/demo/notice.yaml": None, "policy/demo/tasks.yaml": None, f"policy/demo/{name}": "a: 1"}
    )
    result = gen("notice", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert (
        result.stderr == f"gen: policy/demo is no policy yet: notice.yaml is missing in it.\n    → {hint}\n"
    )


@pytest.mark.parametrize(
    ("code", "reason", "hint"),
    [
        (errno.EACCES, "permission denied", "Ask for the right to it"),
        (errno.ENOENT, "there is no such file or folder", "Check the path"),
        (errno.EISDIR, "it is a folder", "Name a file in it."),
        (errno.EEXIST, "a file stands where a folder is wanted", "Move it away"),
        (errno.ENOSPC, "the disk is full", "Make room"),
        (errno.EIO, "Input/output error", "Look at the path"),
    ],
)
def test_what_the_system_refuses(
    code: int, reason: str, hint: str, workspace: Build, gen: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(temporary: Path, target: Path) -> None:
        raise OSError(code, os.strerror(code))

    workspace()
    monkeypatch.setattr(Path, "replace", refuse)
    result = gen("notice")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"gen: cannot write output/demo-notice.docx: {reason}\n    → {hint}")


def test_init_names_every_conflict_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("policy").mkdir()
    Path("policy/units.yaml").write_text("mine", encoding="utf8")
    Path(".gitignore").write_text("mine", encoding="utf8")
    result = gen("init")
    assert (result.exit_code, result.stdout) == (3, "")
    assert result.stderr == (
        "gen: nothing was written, because these files are there already:\n    .gitignore\n    policy/units.yaml\n"
        "    → Name an empty folder, or move these files away.\n"
    )
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".gitignore", "policy", "units.yaml"]


def test_schema_writes_what_the_checkout_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, gen: Run
) -> None:
    monkeypatch.chdir(ROOT)
    names = [Path(line).name for line in gen("schema", "-o", str(tmp_path)).stdout.splitlines()]
    assert names == [
        f"{kind}.schema.json" for kind in ("notice", "tasks", "units", "sheet", "rules", "progress")
    ]
    for name in names:
        assert (tmp_path / name).read_bytes() == (ROOT / ".gen" / name).read_bytes(), (
            "run: python cli.py schema"
        )


HEAVY = ("docx", "lxml", "jinja2", "pydantic", "ruamel", "pypdfium2", "rjieba")


@pytest.mark.parametrize(
    "arguments", [["--help"], ["notice", "--help"], ["--lang", "zh", "--help"], ["--version"]]
)
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom hongtou.commands import cli\ntry:\n    cli(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules])"
    )
    command = [sys.executable, "-c", code, *arguments]
    ran = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout.splitlines()[-1] == "[]"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(command: str, gen: Run) -> None:
    result = gen(command, "--help")
    assert result.exit_code == 0
    assert COMMANDS[command].rstrip(".")[:16] in result.stdout


def test_the_front_door_of_the_checkout(workspace: Build) -> None:
    workspace()
    ran = subprocess.run(
        [sys.executable, str(ROOT / "cli.py"), "notice"], capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert ran.stdout == "output/demo-notice.docx\n"


@pytest.mark.render
def test_pdf(workspace: Build, gen: Run) -> None:
    folder = workspace()
    result = gen("notice", "--format", "pdf")
    assert result.exit_code == 0
    assert result.stdout == "output/demo-notice.pdf\n"
    assert (folder / "output/demo-notice.pdf").read_bytes().startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.render
def test_its_own_pdf_is_replaced(workspace: Build, gen: Run) -> None:
    workspace()
    assert gen("notice", "--format", "pdf").exit_code == 0
    assert gen("notice", "--format", "pdf").exit_code == 0


def test_pdf_without_libreoffice(workspace: Build, gen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = workspace()
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr("hongtou.render.office._install_places", lambda: ())
    result = gen("notice", "--format", "pdf")
    assert result.exit_code == 2
    assert "LibreOffice" in result.stderr
    assert not (folder / "output").exists()


def test_settings_that_an_own_template_ignores_are_said_once(workspace: Build, gen: Run) -> None:
    template = "templates/notice.general.docx"
    sheet = "schema: 1\nfonts: {body: 仿宋}\n"
    workspace({"policy/sheet.yaml": sheet})
    assert gen("notice").stderr == ""
    own = draw("notice.general.docx", SheetSettings.model_validate({"page_number_spaces": False}))
    workspace({"policy/sheet.yaml": sheet, template: own})
    said = gen("notice", "--force").stderr
    assert said.count("\n") == 1
    assert template in said
    workspace({"policy/sheet.yaml": "schema: 1\nseal_space_lines: 1\n", template: own})
    assert gen("notice", "--force").stderr == ""


def test_papers_are_made_without_what_only_draws_templates() -> None:
    code = "import sys, hongtou.papers\nprint([name for name in ('docx', 'xlsxwriter', 'rjieba', 'pypdfium2') if name in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "[]\n"
