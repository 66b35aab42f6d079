"""The two versions of the sample in a repository: v1 is tagged, v2 stands in the working tree."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.diff.revision import first, revise


def run_git(folder: Path, *arguments: str) -> None:
    """Run git in ``folder`` with no settings but these."""
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    who = ("-c", "user.name=某办公室", "-c", "user.email=office@example.org", "-c", "init.defaultBranch=main")
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "2024-03-01T09:30:00+08:00")
    env = {k: v for k, v in os.environ.items() if not k.startswith("GIT_")} | settings | dates
    subprocess.run(["git", *who, *arguments], cwd=folder, env=env, check=True, capture_output=True)


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a workspace in git, v1 tagged, v2 in the working tree; not to be written to."""
    root = tmp_path_factory.mktemp("versions")
    policy = first(root).parent
    run_git(root, "init", "-q")
    run_git(root, "add", ".")
    run_git(root, "commit", "-qm", "v1")
    run_git(root, "tag", "v1")
    revise(policy)
    return root


@pytest.fixture
def in_versions(versions: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the two versions the working folder."""
    monkeypatch.chdir(versions)
    return versions


Gen = Callable[..., object]
