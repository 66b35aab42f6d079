"""``gen git-setup``: settings written, said and taken back; and what git then shows."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.errors import GenError
from hongtou.versions import setup
from hongtou.versions.attributes import LINES, OUTPUT, with_lines
from hongtou.versions.git import Git as Asked
from hongtou.versions.setup import set_up, take_back, textconv_command
from tests.conftest import ROOT, swept

Git = Callable[..., str]
Edit = Callable[..., None]
Gen = Callable[..., Result]
NOTICE = "policy/demo/notice.yaml"
TASKS = "policy/demo/tasks.yaml"
ATTRIBUTES = "\n".join(LINES) + "\n"
UTF8 = {"LC_ALL": "C.UTF-8"}


@pytest.fixture
def ready(repository: Path, gen: Gen) -> Path:
    """Return a repository that is set up, with the attributes."""
    Path(".gitattributes").write_text(ATTRIBUTES)
    assert gen("git-setup").exit_code == 0
    return repository


def shown(*arguments: str, locale: str = "C.UTF-8") -> str:
    ran = subprocess.run(
        ["git", "--no-pager", *arguments],
        env={**os.environ, "LC_ALL": locale},
        capture_output=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert not ran.stderr
    return ran.stdout.decode("utf8", "replace")


def changes(text: str) -> list[str]:
    return [line for line in text.splitlines() if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def test_what_is_set_is_said(repository: Path, gen: Gen, git: Git) -> None:
    git("config", "core.quotepath", "true")
    git("config", "--add", "diff.policy.textconv", "old one")
    git("config", "--add", "diff.policy.textconv", "old two")
    said = gen("git-setup").stdout
    assert "core.quotepath = false (before: true)\n" in said
    assert "(before: old one, old two)\n" in said
    assert "diff.policy.xfuncname = ^■.*$\n" in said
    assert git("config", "diff.policy.cachetextconv") == "false\n"
    assert git("config", "diff.colorMoved") == "blocks\n"
    assert gen("git-setup").stdout == "git is set up already.\n"


@pytest.mark.parametrize("runs", [1, 2])
def test_undo_puts_back_exactly_what_was_there(repository: Path, gen: Gen, git: Git, runs: int) -> None:
    git("config", "core.quotepath", "true")
    git("config", "--add", "diff.policy.wordRegex", '甲|["\\\\]+ ')
    git("config", "--add", "diff.policy.wordRegex", "乙")
    git("config", "diff.policy.cachetextconv", "false")
    before = git("config", "--local", "--list")
    for _run in range(runs):
        gen("git-setup")
    assert git("config", "--local", "--list") != before
    said = gen("git-setup", "--undo").stdout
    assert "core.quotepath = true (before: false)" in said
    assert "diff.docx.textconv is no longer set" in said
    assert sorted(git("config", "--local", "--list").splitlines()) == sorted(before.splitlines())
    assert gen("git-setup", "--undo").stdout == "nothing to put back.\n"


def test_undo_leaves_the_file_as_it_was(repository: Path, gen: Gen) -> None:
    before = Path(".git/config").read_bytes()
    gen("git-setup")
    gen("git-setup", "--undo")
    assert Path(".git/config").read_bytes() == before


def test_undo_leaves_what_was_changed_since(repository: Path, gen: Gen, git: Git) -> None:
    gen("git-setup")
    git("config", "diff.policy.xfuncname", "mine")
    said = gen("git-setup", "--undo").stdout
    assert "diff.policy.xfuncname was changed since; it stays as it is: mine" in said
    assert git("config", "diff.policy.xfuncname") == "mine\n"


def test_a_gen_that_has_moved_is_written_anew(repository: Path, git: Git) -> None:
    git("config", "diff.policy.textconv", "mine")
    asked = Asked(Path())
    set_up(asked, "one")
    assert [change.former for change in set_up(asked, "two")] == [
        ('show() { one "$1" || cat "$1"; }; show',),
        ('show() { one "$1" || git hash-object --no-filters "$1"; }; show',),
    ]
    take_back(asked)
    assert git("config", "diff.policy.textconv") == "mine\n"


def test_colours_that_the_user_has_chosen_stay(repository: Path, gen: Gen, git: Git) -> None:
    git("config", "--global", "diff.colorMoved", "zebra")
    gen("git-setup")
    assert git("config", "diff.colorMoved") == "zebra\n"


def test_outside_a_repository(workspace: Callable[..., Path], gen: Gen) -> None:
    workspace()
    result = gen("git-setup")
    assert result.exit_code == 2
    assert "is not in a git repository" in result.stderr


def test_attributes_are_asked_of_git_and_added(repository: Path, gen: Gen) -> None:
    path = Path(".gitattributes")
    path.write_text("*.docx diff=docx\n* text=auto")
    missing = gen("git-setup")
    assert missing.stderr.count("    ") == 2
    assert "gen git-setup --attributes adds them" in missing.stderr
    assert gen("git-setup", "--attributes").stdout.endswith(".gitattributes: 2 lines added\n")
    assert path.read_text().splitlines() == [LINES[1], "*.docx diff=docx", "* text=auto", LINES[0]]
    assert gen("git-setup").stderr == ""


def test_papers_in_the_output_folder_can_be_compared(repository: Path, git: Git) -> None:
    Path(".gitattributes").write_text(with_lines("", [*LINES]))
    said = git(
        "check-attr", "diff", "text", "eol", "--", "output/a/b.docx", "output/a/b.pdf", NOTICE
    ).splitlines()
    assert said == [
        "output/a/b.docx: diff: docx",
        "output/a/b.docx: text: unset",
        "output/a/b.docx: eol: unspecified",
        "output/a/b.pdf: diff: unset",
        "output/a/b.pdf: text: unspecified",
        "output/a/b.pdf: eol: unspecified",
        f"{NOTICE}: diff: policy",
        f"{NOTICE}: text: set",
        f"{NOTICE}: eol: lf",
    ]


def test_new_workspaces_and_this_project_have_the_lines() -> None:
    for path in (ROOT / "hongtou/skeleton/gitattributes", ROOT / ".gitattributes"):
        assert set(path.read_text(encoding="utf8").splitlines()) == {*LINES}, path
        assert path.read_text(encoding="utf8").index(OUTPUT) < path.read_text(encoding="utf8").index("*.docx")


@pytest.mark.parametrize("locale", swept(["C.UTF-8", "C"], ["C"]))
def test_git_shows_sentences_with_ids(ready: Path, change: Edit, locale: str) -> None:
    change(TASKS, "[市财政局, 市民政局, 各镇街]", "[市民政局, 市财政局, 各镇街]", commit=False)
    change(TASKS, "不少于10个", "不少于18个", commit=False)
    text = shown("diff", "--", TASKS, locale=locale)
    assert changes(text) == [
        "-[one] 完成不少于10个。",
        "-[one] 责任单位 @ 市财政局",
        "+[one] 完成不少于18个。",
        "+[one] 责任单位 @ 市财政局",
    ] or changes(text) == [
        "-[one] 完成不少于10个。",
        "+[one] 完成不少于18个。",
        "-[one] 责任单位 @ 市财政局",
        "+[one] 责任单位 @ 市财政局",
    ]
    shown("commit", "-qam", "改数字")
    for command in (("log", "-p", "-1"), ("show",)):
        assert "+[one] 完成不少于18个。" in shown(*command, locale=locale)


def test_the_hunk_names_the_task(ready: Path, change: Edit) -> None:
    sentences = "\n".join(f"      - 第{number}句。" for number in range(1, 10))
    change(TASKS, "      - 完成不少于10个。", sentences)
    change(TASKS, "第9句", "末句", commit=False)
    assert "@@ ■ one 第一项" in shown("diff")


@pytest.mark.parametrize("locale", swept(["C.UTF-8", "C"], ["C"]))
def test_numbers_are_one_word_with_their_unit(ready: Path, change: Edit, locale: str) -> None:
    change(TASKS, "不少于10个", "不少于15%以上")
    change(TASKS, "15%", "18%", commit=False)
    text = shown("diff", "--word-diff=plain", locale=locale)
    assert "完成不少于[-15%-]{+18%+}以上。" in text


@pytest.mark.slow
def test_no_character_is_hidden(ready: Path, change: Edit) -> None:
    change(TASKS, "完成不少于", "残疾人、①·々完成不少于")
    for old, new in (("疾", "障"), ("、", "，"), ("①", "②"), ("·", "—"), ("々", "〇")):
        change(TASKS, old, new, commit=False)
        assert f"[-{old}-]{{+{new}+}}" in shown("diff", "--word-diff=plain")
        for locale in ("C.UTF-8", "C"):
            assert "[-" in shown("diff", "--word-diff=plain", locale=locale)
        change(TASKS, new, old, commit=False)


def test_comments_and_what_is_no_yaml_are_shown(ready: Path, change: Edit) -> None:
    change(TASKS, "schema: 1", "schema: 1  # 已核", commit=False)
    assert changes(shown("diff")) == ["+# 已核"]
    change(TASKS, "tasks:", "tasks: [", commit=False)
    assert "+tasks: [" in shown("diff")


def test_new_and_deleted_files(ready: Path, git: Git) -> None:
    Path("policy/sheet.yaml").write_text("schema: 1\n")
    Path(TASKS).unlink()
    git("add", "-A")
    text = shown("diff", "--cached")
    assert "+schema: 1" in text
    assert "-[one] 完成不少于10个。" in text


def test_papers_are_shown_by_paragraphs(ready: Path, git: Git) -> None:
    from docx import Document

    for words in ("旧的一段。", "新的一段。"):
        document = Document()
        document.add_paragraph(words)
        document.save("通知.docx")
        git("add", "-A")
        git("commit", "-qm", words)
    text = shown("show")
    assert changes(text) == ["-旧的一段。", "+新的一段。"]
    assert "通知.docx" in text


def test_a_gen_in_a_folder_with_blanks_and_chinese(
    repository: Path, change: Edit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "工具 'gen' $HOME"
    home.mkdir()
    (home / "python 3").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    (home / "python 3").chmod(0o755)
    (home / "cli.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n" + (ROOT / "cli.py").read_text()
    )
    (home / "hongtou").mkdir()
    monkeypatch.setattr(setup.hongtou, "__file__", str(home / "hongtou/__init__.py"))
    monkeypatch.setattr(setup.sys, "executable", str(home / "python 3"))
    monkeypatch.setattr(setup, "_found_anywhere", lambda package: False)
    Path(".gitattributes").write_text(ATTRIBUTES)
    set_up(Asked(repository), textconv_command())
    change(TASKS, "不少于10个", "不少于18个", commit=False)
    assert "+[one] 完成不少于18个。" in shown("diff")


def test_where_gen_is_gone_git_shows_the_text_as_it_is(ready: Path, change: Edit) -> None:
    set_up(Asked(ready), "/none/gen textconv")
    change(TASKS, "不少于10个", "不少于18个", commit=False)
    ran = subprocess.run(["git", "--no-pager", "diff"], capture_output=True, check=True)
    assert "+      - 完成不少于18个。" in ran.stdout.decode()


def test_a_gen_that_cannot_be_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(setup.hongtou, "__file__", str(tmp_path / "hongtou/__init__.py"))
    with pytest.raises(GenError, match="does not find gen"):
        textconv_command()


def test_a_package_in_the_repository_is_not_run(ready: Path, change: Edit) -> None:
    for name in ("hongtou", "ruamel", "encodings"):
        Path(name).mkdir()
        Path(name, "__init__.py").write_text("raise SystemExit('from the repository')\n")
    change(TASKS, "不少于10个", "不少于18个", commit=False)
    assert "+[one] 完成不少于18个。" in shown("diff", "--", TASKS)
