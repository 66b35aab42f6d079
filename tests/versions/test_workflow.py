"""The workflow in docs/examples: it can only read, and its one script does what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from tests.conftest import ROOT

WORKFLOW: dict[str, Any] = YAML(typ="safe").load(
    (ROOT / "docs/examples/policy-diff.yml").read_text(encoding="utf8")
)
JOB = WORKFLOW["jobs"]["policy-diff"]
STEPS: list[dict[str, Any]] = JOB["steps"]
SCRIPT: str = next(step["run"] for step in STEPS if step.get("name") == "compare")


def test_it_can_only_read() -> None:
    assert WORKFLOW["permissions"] == {"contents": "read"}
    assert "permissions" not in JOB
    assert [*WORKFLOW["on"]] == ["pull_request"]
    checkout = STEPS[0]["with"]
    assert checkout == {"fetch-depth": 0, "persist-credentials": False}
    assert "secrets" not in str(WORKFLOW)


def test_nothing_of_the_request_is_put_into_a_script() -> None:
    assert not any("${{" in step.get("run", "") for step in STEPS)
    assert all(f'"${name}"' in SCRIPT for name in ("BASE", "HEAD", "GITHUB_STEP_SUMMARY"))


LINE = "| 市残联 | 残疾人 |"
FAKE = """#!/bin/sh
echo "$@" >> {asked}
eval "limit=\\${{$#}}"
case "$*" in
  *--max-bytes*) yes "{line}" | head -n {size} | head -c "$limit" | sed '$d' ;;
  *) yes "{line}" | head -n {size} ;;
esac
exit {code}
"""


@pytest.fixture
def run(
    repository: Path, git: Callable[..., str], tmp_path: Path
) -> Callable[[int, int], subprocess.CompletedProcess[bytes]]:
    """Return what runs the script with a gen that prints ``size`` lines and exits with ``code``."""

    def apply(code: int, size: int) -> subprocess.CompletedProcess[bytes]:
        tools = tmp_path / "tools"
        tools.mkdir()
        fake = FAKE.format(asked=tmp_path / "asked", line=LINE, size=size, code=code)
        (tools / "gen").write_text(fake, encoding="utf8")
        (tools / "gen").chmod(0o755)
        (tmp_path / "summary").touch()
        first, head = git("rev-list", "HEAD").split()[-1], git("rev-parse", "HEAD").strip()
        environment = {
            **os.environ,
            "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
            **{"BASE": first, "HEAD": head, "LC_ALL": "C.UTF-8"},
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        }
        return subprocess.run(["bash", "-e", "-c", SCRIPT], env=environment, capture_output=True, check=False)

    return apply


def _policies() -> list[str]:
    return sorted(path.parent.name for path in Path("policy").glob("*/notice.yaml"))


@pytest.mark.parametrize(
    ("code", "size", "passes"),
    [(0, 10, True), (1, 10, True), (1, 50_000, True), (2, 10, False), (3, 10, False)],
)
def test_the_script(
    run: Callable[..., subprocess.CompletedProcess[bytes]],
    repository: Path,
    tmp_path: Path,
    code: int,
    size: int,
    passes: bool,
) -> None:
    ran = run(code, size)
    assert (ran.returncode == 0) is passes, ran.stderr
    if not passes:
        return
    (name,) = _policies()
    asked = (tmp_path / "asked").read_text().splitlines()
    forms = ["markdown", "json", "markdown"][: 3 if code else 2]
    assert [line.split()[:4] for line in asked] == [["--lang", "zh", "diff", "-p"]] * len(forms)
    assert [line.split()[4] for line in asked] == [name] * len(forms)
    assert [line.split("--format ")[1].split()[0] for line in asked] == forms
    assert ("--max-bytes" in asked[-1]) is bool(code)
    said = (tmp_path / "summary").read_bytes()
    assert len(said) < 1_000_000
    assert (LINE in said.decode("utf8")) is bool(code)
    assert (repository / f"policy-diff/{name}.md").read_text(encoding="utf8").count("\n") == size


def test_every_policy_is_shown_and_a_new_one_named(
    run: Callable[..., subprocess.CompletedProcess[bytes]], git: Callable[..., str], tmp_path: Path
) -> None:
    (name,) = _policies()
    shutil.copytree(f"policy/{name}", "policy/新政策")
    git("add", ".")
    git("commit", "-qm", "二")
    assert run(1, 10).returncode == 0
    assert "\n## 新政策\n" in (tmp_path / "summary").read_text(encoding="utf8")
    assert f"\n## {name}\n" in (tmp_path / "summary").read_text(encoding="utf8")


def test_a_new_policy_has_no_older_version(
    run: Callable[..., subprocess.CompletedProcess[bytes]], git: Callable[..., str], tmp_path: Path
) -> None:
    (name,) = _policies()
    git("mv", f"policy/{name}", "policy/新政策")
    git("commit", "-qm", "二")
    assert run(2, 0).returncode == 0
    assert "新增的政策。" in (tmp_path / "summary").read_text(encoding="utf8")
