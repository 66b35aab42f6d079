"""A repository in a temporary folder, with a git that knows no settings but ours."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

WHEN = "2026-03-01T09:30:00+08:00"


@pytest.fixture(autouse=True)
def _plain_git(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    settings = tmp_path_factory.mktemp("settings") / "gitconfig"
    settings.write_text(
        "[user]\n\tname = 某办公室\n\temail = office@example.org\n[init]\n\tdefaultBranch = main\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_SYSTEM", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_AUTHOR_DATE", WHEN)
    monkeypatch.setenv("GIT_COMMITTER_DATE", WHEN)


@pytest.fixture
def git() -> Callable[..., str]:
    """Return git, run in the working folder, as a function."""

    def run(*arguments: str, cwd: Path | None = None) -> str:
        ran = subprocess.run(["git", *arguments], cwd=cwd, capture_output=True, check=False)
        assert ran.returncode == 0, ran.stderr.decode()
        return ran.stdout.decode("utf8", "surrogateescape")

    return run


@pytest.fixture
def repository(workspace: Callable[..., Path], git: Callable[..., str]) -> Path:
    """Return the tiny policy in a repository, its first version tagged v1."""
    folder = workspace()
    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "一")
    git("tag", "v1")
    return folder


@pytest.fixture
def change(git: Callable[..., str]) -> Callable[..., None]:
    """Return a function that replaces words in a file, and commits and tags where asked."""

    def apply(name: str, old: str, new: str, *, commit: bool = True, tag: str = "") -> None:
        path = Path(name)
        text = path.read_text(encoding="utf8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf8")
        if commit:
            git("commit", "-qam", f"改{name}")
        if tag:
            git("tag", tag)

    return apply
