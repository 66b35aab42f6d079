"""Reading a policy at a version: what may be written for a side, and what is said where it cannot be had."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from hongtou.errors import ExitCode, GenError, SourceError
from hongtou.versions.open import Version, open_version
from hongtou.versions.tags import default_old
from hongtou.workspace import Workspace, find_workspace
from tests.conftest import FILES, UNITS

Git = Callable[..., str]
Edit = Callable[..., None]
NOTICE = "policy/demo/notice.yaml"
TASKS = "policy/demo/tasks.yaml"


def opened(side: str | None, name: str | None = None) -> Version:
    workspace = find_workspace(Path.cwd())
    return open_version(workspace, workspace.choose(name), side)


def told(side: str | None, name: str | None = None) -> tuple[str, str]:
    with pytest.raises(GenError) as caught:
        opened(side, name)
    assert caught.value.exit_code == ExitCode.UNUSABLE
    return caught.value.message, caught.value.hint


def heading(version: Version) -> str | None:
    return version.loaded.policy.notice.sections[0].heading


@pytest.fixture
def two(repository: Path, change: Edit) -> Path:
    """Return a repository whose working tree differs from v1 and from HEAD."""
    change(NOTICE, "明确任务", "落实任务")
    change(NOTICE, "落实任务", "压实任务", commit=False)
    return repository


@pytest.mark.parametrize(
    ("side", "said", "label"),
    [
        (None, "压实任务", "working tree"),
        ("HEAD", "落实任务", "HEAD"),
        ("HEAD~1", "明确任务", "HEAD~1"),
        ("v1", "明确任务", "v1"),
        ("refs/tags/v1", "明确任务", "refs/tags/v1"),
        ("v1:policy/demo", "明确任务", "v1"),
        ("v1:policy/demo/notice.yaml", "明确任务", "v1"),
        ("v1:./policy/demo/tasks.yaml", "明确任务", "v1"),
        ("v1:", "明确任务", "v1"),
        ("v1:demo", "明确任务", "v1"),
        ("HEAD^{/一}:demo", "明确任务", "HEAD^{/一}"),
        ("demo", "压实任务", "demo"),
        ("policy/demo", "压实任务", "policy/demo"),
        ("policy/demo/notice.yaml", "压实任务", "policy/demo/notice.yaml"),
    ],
)
def test_sides(two: Path, side: str | None, said: str, label: str) -> None:
    version = opened(side)
    assert (heading(version), version.label) == (said, label)
    assert version.path == "policy/demo"
    assert version.renamed_from is None


def test_a_commit_knows_its_author_and_its_own_time(two: Path) -> None:
    version = opened("v1")
    assert version.author == "某办公室"
    assert version.date == datetime.fromisoformat("2026-03-01T09:30:00+08:00")
    assert version.commit is not None
    assert len(version.commit) == 40
    assert opened(version.commit).label == version.commit[:10]
    assert opened(None).commit is None


def test_nothing_is_checked_out_and_no_lock_is_taken(two: Path, git: Git) -> None:
    status = git("status", "--porcelain")
    index = (two / ".git/index").stat().st_mtime_ns
    opened("v1")
    assert (two / ".git/index").stat().st_mtime_ns == index
    assert git("status", "--porcelain") == status


def test_a_policy_on_the_disk_wins_over_a_revision_of_its_name(two: Path, git: Git) -> None:
    git("tag", "demo", "v1")
    assert heading(opened("demo")) == "压实任务"
    (two / "v1").mkdir()
    assert heading(opened("v1")) == "明确任务"


def test_findings_name_revision_file_line_and_column(repository: Path, change: Edit) -> None:
    change(TASKS, "市民政局", "市民政府局", tag="broken")
    change(TASKS, "市民政府局", "市民政局")
    with pytest.raises(SourceError) as caught:
        opened("broken")
    place = caught.value.findings[0]
    assert (place.path, place.line, place.column) == ("broken:policy/demo/tasks.yaml", 16, 23)
    first, *rest = caught.value.message.splitlines()
    assert first.startswith("the version broken (")
    assert first.endswith(", 2026-03-01) cannot be read as a policy:")
    assert rest[0].startswith("broken:policy/demo/tasks.yaml:16:23: error: ")
    assert "git worktree add --detach ../old broken" in rest[-1]


def test_another_schema(repository: Path, change: Edit) -> None:
    change(NOTICE, "schema: 1", "schema: 2", tag="later")
    change(NOTICE, "schema: 2", "schema: 1")
    message, _hint = told("later")
    assert "later:policy/demo/notice.yaml:1:9" in message


def test_a_register_that_was_not_there(workspace: Callable[..., Path], git: Git) -> None:
    workspace()
    git("init", "-q")
    git("add", "policy/demo")
    git("commit", "-qm", "一")
    message, _hint = told("HEAD")
    assert "HEAD:policy/units.yaml: error: there is no such file in this version." in message


def test_the_way_out_of_an_unreadable_version_works(repository: Path, change: Edit, git: Git) -> None:
    change(TASKS, "市民政局", "市民政府局", tag="broken")
    change(TASKS, "市民政府局", "市民政局")
    git("worktree", "add", "-q", "--detach", "../old", "broken")
    change("../old/" + TASKS, "市民政府局", "市民政局", commit=False)
    assert opened("../old/policy/demo").label == "../old/policy/demo"


@pytest.mark.parametrize(
    ("side", "message", "hint"),
    [
        ("v2", "there is no version “v2”.", "Tags and branches here: main, v1"),
        ("mian", "there is no version “mian”.", "Did you mean “main”?"),
        ("mainn:demo", "there is no version “mainn”.", "Did you mean “main”?"),
        ("v1..HEAD", "“v1..HEAD” cannot be a version.", "gen diff v1 HEAD"),
        ("v1...", "“v1...” cannot be a version.", "gen diff v1 HEAD"),
        ("--output=x", "“--output=x” cannot be a version.", "hyphen"),
        ("", "“” cannot be a version.", "v1, HEAD~2"),
        ("v1\n", "“v1?” cannot be a version.", "v1, HEAD~2"),
        ("v1\x00", "“v1?” cannot be a version.", "v1, HEAD~2"),
        ("HEAD^{tree}", "“HEAD^{tree}” names a file or folder of the repository, not a version.", "v1"),
        (":policy/demo", "the version before the colon is missing: “:policy/demo”.", "v1:policy/NAME"),
        ("v1:../policy/demo", "../policy/demo leads out of the repository.", "v1:policy/NAME"),
        ("v1:policy/../../etc", "policy/../../etc leads out of the repository.", "v1:policy/NAME"),
        ("v1:/etc", "/etc leads out of the repository.", "v1:policy/NAME"),
        ("v1:policy/none", "there is no policy policy/none in the version v1.", "v1:policy/demo"),
        ("policy", "policy is neither a version nor a policy: it has no notice.yaml.", "that file"),
        ("^v1", "“^v1” cannot be a version.", "v1, HEAD~2"),
        ("../none/policy", "there is no folder ../none/policy.", "letter by letter"),
        ("v1:policy/units.yaml", "there is no policy policy/units.yaml in the version v1.", "v1:policy/demo"),
        ("长" * 300, "there is no version “" + "长" * 300 + "”.", "v1"),
    ],
)
def test_what_cannot_be_a_side(repository: Path, side: str, message: str, hint: str) -> None:
    said = told(side)
    assert said[0] == message
    assert hint in said[1]


def test_a_branch_that_is_only_at_the_remote(repository: Path, git: Git) -> None:
    git("update-ref", "refs/remotes/origin/draft", "HEAD")
    assert told("draft")[1] == "Did you mean “origin/draft”?"


def test_two_meanings(repository: Path, change: Edit, git: Git) -> None:
    git("branch", "v1")
    assert heading(opened("v1")) == "明确任务"
    change(NOTICE, "明确任务", "落实任务")
    git("branch", "-f", "v1")
    assert told("v1") == (
        "“v1” has more than one meaning in this repository.",
        "Say which is meant: refs/tags/v1 or refs/heads/v1",
    )


def test_a_commit_with_too_few_digits(repository: Path) -> None:
    commit = "commit refs/heads/many\ncommitter A <a@example.org> {n} +0800\ndata 1\nx\n"
    stream = "".join(commit.format(n=number) for number in range(1500))
    subprocess.run(["git", "fast-import", "--quiet"], input=stream.encode(), check=True)
    said = subprocess.run(["git", "rev-list", "--all"], capture_output=True, text=True, check=True).stdout
    digits, count = Counter(name[:4] for name in said.split()).most_common(1)[0]
    assert count > 1
    assert told(digits) == (
        f"“{digits}” has more than one meaning in this repository.",
        "Give more digits of the commit.",
    )


def test_a_shallow_clone(two: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "-q", "--depth=1", "--no-tags", f"file://{two}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    message, hint = told("v1")
    assert "holds only the newest" in message
    assert hint == "Fetch the rest: git fetch --unshallow --tags"


def test_no_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert told("v1")[0] == "git is not installed, and versions are read with it."


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("sleep 5", "git did not answer within 0.5 seconds."),
        ("echo 'fatal: 甲' >&2; exit 1", "git cannot do that here: 甲"),
    ],
)
def test_a_git_that_fails(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    monkeypatch.setattr("hongtou.versions.git.TIMEOUT", 0.5)
    (tmp_path / "git").write_text(f"#!/bin/sh\n{script}\n", encoding="utf8")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    assert told("v1")[0] == message


def test_no_repository(workspace: Callable[..., Path]) -> None:
    workspace()
    message, hint = told("v1")
    assert "is not in a git repository" in message
    assert "gen diff OLD-FOLDER NEW-FOLDER" in hint
    assert heading(opened(None)) == "明确任务"


def test_a_repository_that_git_does_not_trust(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    message, hint = told("v1")
    assert "does not trust" in message
    assert hint.endswith(f"git config --global --add safe.directory {repository}")


def test_no_commits(workspace: Callable[..., Path], git: Git) -> None:
    folder = workspace()
    git("init", "-q")
    assert told("HEAD")[0].startswith("the repository has no commits yet")
    with pytest.raises(GenError, match="no commits yet"):
        default_old(Workspace(Path()), folder / "policy/demo")


def test_a_policy_that_is_newer_than_the_version(repository: Path) -> None:
    shutil.copytree("policy/demo", "policy/other")
    assert told("v1", "other") == (
        "there is no policy policy/other in the version v1.",
        "Policies in it: v1:policy/demo",
    )


def test_a_version_without_policies(workspace: Callable[..., Path], git: Git) -> None:
    workspace({"README": "文"})
    git("init", "-q")
    git("add", "README")
    git("commit", "-qm", "一")
    assert told("HEAD")[1].startswith("There is no policy at all in it")


@pytest.mark.parametrize("how", ["committed", "staged", "by hand"])
def test_a_renamed_folder_is_followed(repository: Path, change: Edit, git: Git, how: str) -> None:
    change(NOTICE, "明确任务", "落实任务")
    shutil.move("policy/demo", "policy/残疾人就业")
    if how != "by hand":
        git("add", "-A")
    if how == "committed":
        git("commit", "-qm", "改名")
    version = opened("v1")
    assert heading(version) == "明确任务"
    assert version.path == version.renamed_from == "policy/demo"
    assert version.loaded.sources["notice"].path == "v1:policy/demo/notice.yaml"
    assert default_old(Workspace(Path()), Path("policy/残疾人就业")) == "v1"


def test_chinese_names_and_a_locale_that_knows_none(
    repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.move("policy/demo", "policy/残疾人 就业")
    git("add", "-A")
    git("commit", "-qm", "改名")
    git("tag", "2023年稿")
    monkeypatch.setenv("LC_ALL", "C")
    version = opened("2023年稿")
    assert version.path == "policy/残疾人 就业"
    assert opened("2023年稿:policy/残疾人 就业/notice.yaml").path == version.path
    assert version.loaded.policy.name == "残疾人 就业"


def test_a_workspace_below_the_root(
    workspace: Callable[..., Path], git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = workspace({f"office/{name}": text for name, text in FILES.items()})
    git("init", "-q")
    git("add", "office")
    git("commit", "-qm", "一")
    monkeypatch.chdir(folder / "office/policy/demo")
    for side in ("HEAD", "HEAD:office/policy/demo", "HEAD:policy/demo", "HEAD:demo", "HEAD:./notice.yaml"):
        version = opened(side)
        assert version.path == "office/policy/demo"
        assert version.loaded.sources["units"].path == "HEAD:office/policy/units.yaml"
    assert told("HEAD:../../../../x")[0] == "../../../../x leads out of the repository."


def test_a_second_worktree(two: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("worktree", "add", "-q", str(tmp_path / "树"), "v1")
    monkeypatch.chdir(tmp_path / "树")
    assert heading(opened("HEAD")) == "明确任务"
    assert heading(opened("main")) == "落实任务"


def test_a_bare_repository(two: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "-q", "--bare", str(two), str(tmp_path / "bare.git"))
    monkeypatch.chdir(tmp_path / "bare.git")
    version = open_version(None, None, "v1:policy/demo")
    assert heading(version) == "明确任务"
    with pytest.raises(GenError, match="not said which policy") as caught:
        open_version(None, None, "v1")
    assert "v1:policy/NAME" in caught.value.hint
    with pytest.raises(GenError, match="no policy policy/none in the version v1"):
        open_version(None, None, "v1:policy/none")


def test_git_dir_of_the_environment_is_respected(
    two: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.move(two / ".git", two / "elsewhere")
    monkeypatch.setenv("GIT_DIR", "elsewhere")
    monkeypatch.setenv("GIT_WORK_TREE", ".")
    assert heading(opened("v1")) == "明确任务"


def test_line_ends_make_no_difference(repository: Path, git: Git) -> None:
    git("config", "core.autocrlf", "true")
    for name in (NOTICE, TASKS):
        path = Path(name)
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert opened(None).loaded.policy.notice == opened("v1").loaded.policy.notice
    git("commit", "-qam", "二", "--allow-empty")
    assert opened("HEAD").loaded.policy.tasks == opened(None).loaded.policy.tasks


@pytest.mark.parametrize("where", ["tasks.yaml", "folder"])
def test_links(repository: Path, git: Git, where: str) -> None:
    if where == "folder":
        shutil.move("policy/demo", "real")
        Path("policy/demo").symlink_to("../real")
    else:
        shutil.move(TASKS, "tasks")
        Path(TASKS).symlink_to("../../tasks")
    git("add", "-A")
    git("commit", "-qm", "链接")
    message, _hint = told("HEAD:policy/demo")
    assert "HEAD:policy/demo" in message
    assert "it is a link to “../" in message


def test_a_link_is_told_with_one_way_out(repository: Path, git: Git) -> None:
    shutil.move("policy/units.yaml", "units")
    Path("policy/units.yaml").symlink_to("../units")
    git("add", "-A")
    git("commit", "-qm", "链接")
    with pytest.raises(SourceError) as caught:
        opened("HEAD")
    assert caught.value.message.count("worktree") == 1


@pytest.mark.parametrize("side", [".", "./", "notice.yaml", "../demo/."])
def test_the_folder_one_stands_in(repository: Path, side: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir("policy/demo")
    workspace = find_workspace(Path.cwd())
    version = open_version(workspace, workspace.choose(None), side)
    assert version.loaded.policy.register.units
    assert version.label == side


def test_an_old_folder_without_a_notice_beside_a_new_one(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(GenError, match="is neither a version nor a policy"):
        open_version(None, None, str(tmp_path / "empty"))


def test_a_submodule(repository: Path, git: Git) -> None:
    git("rm", "-rq", "--cached", "policy/demo")
    git("update-index", "--add", "--cacheinfo", f"160000,{git('rev-parse', 'HEAD').strip()},policy/demo")
    git("commit", "-qm", "子模块")
    assert "HEAD:policy/demo: in this version it is a submodule" in told("HEAD")[0]


POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n"


def test_a_pointer_of_lfs(repository: Path, git: Git) -> None:
    Path("policy/units.yaml").write_text(POINTER)
    git("commit", "-qam", "LFS")
    for side in ("HEAD", None):
        assert "policy/units.yaml: error: the file is only a pointer of Git LFS" in told(side)[0]


def test_a_file_that_is_too_large(repository: Path, git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hongtou.versions.tree.MAX_BYTES", 100)
    assert "v1:policy/units.yaml: error: the file is larger than" in told("v1")[0]


def test_an_object_that_git_lost(repository: Path, git: Git) -> None:
    blob = git("rev-parse", f"v1:{TASKS}").strip()
    (repository / ".git/objects" / blob[:2] / blob[2:]).unlink()
    message, _hint = told("v1")
    assert "v1:policy/demo/tasks.yaml" in message
    assert "git show v1:policy/demo/tasks.yaml" in message


def test_a_clone_without_old_files(
    two: Path, git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("config", "uploadpack.allowFilter", "true")
    git("clone", "-q", "--filter=blob:none", f"file://{two}", str(tmp_path / "partial"))
    monkeypatch.chdir(tmp_path / "partial")
    assert heading(opened("HEAD")) == "落实任务"
    message, _hint = told("v1")
    assert "v1:policy/demo/notice.yaml: error: git does not have this file." in message
    git("show", "v1:policy/demo/notice.yaml")
    assert heading(opened("v1")) == "明确任务"


def test_programs_of_the_settings_are_not_run(repository: Path, git: Git, change: Edit) -> None:
    for key in (
        "core.fsmonitor",
        "diff.external",
        "diff.x.textconv",
        "filter.x.smudge",
        "filter.x.clean",
        "core.pager",
    ):
        git("config", key, f"touch {repository}/ran; cat")
    git("config", "log.showSignature", "true")
    git("config", "gpg.program", f"touch {repository}/ran")
    Path(".gitattributes").write_text("*.yaml diff=x filter=x\n")
    shutil.move("policy/demo", "policy/new")
    opened("v1")
    default_old(Workspace(Path()), Path("policy/new"))
    assert not (repository / "ran").exists()


def test_the_last_tag_that_touched_the_policy(repository: Path, change: Edit, git: Git) -> None:
    folder = Path("policy/demo")
    here = Workspace(Path())
    assert default_old(here, folder) == "v1"
    Path("README").write_text("文")
    git("add", "README")
    git("commit", "-qm", "文")
    git("tag", "v2")
    assert default_old(here, folder) == "v1"
    change("policy/units.yaml", UNITS, UNITS + "# 说明\n", tag="v3")
    git("tag", "-a", "-m", "正式", "v10")
    assert default_old(here, folder) == "v10"
    change(NOTICE, "明确任务", "落实任务")
    assert default_old(here, folder) == "v10"
    git("branch", "v10")
    assert heading(opened(default_old(here, folder))) == "明确任务"


def test_no_tag_that_touched_the_policy(workspace: Callable[..., Path], git: Git, change: Edit) -> None:
    workspace({"README": "文"})
    git("init", "-q")
    git("add", "README")
    git("commit", "-qm", "一")
    assert default_old(Workspace(Path()), Path("policy/demo")) == "HEAD"
    git("tag", "v1")
    assert default_old(Workspace(Path()), Path("policy/demo")) == "HEAD"


CONFLICT = "<<<<<<< HEAD\ndate: 2026-01-05\n=======\ndate: 2026-01-06\n>>>>>>> other\n"


def test_merges_that_are_not_settled(repository: Path, change: Edit, gen: Callable[..., object]) -> None:
    change(NOTICE, "date: 2026-01-05\n", CONFLICT + "# 中\n" + CONFLICT, tag="unsettled")
    for side, shown in ((None, NOTICE), ("unsettled", f"unsettled:{NOTICE}")):
        message, _hint = told(side)
        for first, last in ((24, 28), (30, 34)):
            words = f"between <<<<<<< in line {first} and >>>>>>> in line {last}."
            assert f"{shown}:{first}:1: error: git has left two versions here, {words}" in message
