"""The workflow in docs/examples: it can only read, and its one script does what it says."""

from __future__ import annotations

import os
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


@pytest.mark.parametrize(
    ("code", "size", "passes"),
    [(0, 10, True), (1, 10, True), (1, 50_000, True), (2, 10, False), (3, 10, False)],
)
def test_the_script(
    repository: Path, git: Callable[..., str], tmp_path: Path, code: int, size: int, passes: bool
) -> None:
    tools = tmp_path / "tools"
    tools.mkdir()
    line = "| 市残联 | 残疾人 |"
    (tools / "gen").write_text(
        f'#!/bin/sh\necho "$@" >> {tmp_path}/asked\nyes "{line}" | head -n {size}\nexit {code}\n',
        encoding="utf8",
    )
    (tools / "gen").chmod(0o755)
    summary = tmp_path / "summary"
    summary.touch()
    head = git("rev-parse", "HEAD").strip()
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        **{"BASE": head, "HEAD": head, "GITHUB_STEP_SUMMARY": str(summary), "LC_ALL": "C.UTF-8"},
    }
    ran = subprocess.run(["bash", "-e", "-c", SCRIPT], env=environment, capture_output=True, check=False)
    assert (ran.returncode == 0) is passes, ran.stderr
    if not passes:
        return
    assert (tmp_path / "asked").read_text().splitlines() == [
        f"--lang zh diff {head} {head} --format {form}" for form in ("markdown", "json")
    ]
    said = summary.read_bytes()
    lines = said.decode("utf8").splitlines()
    assert len(said) < 1_000_000
    assert set(lines[:10]) == {line}
    assert (lines[-1] == line) is (size < 20_000)
    assert (repository / "policy-diff/diff.md").read_text(encoding="utf8").count("\n") == size
