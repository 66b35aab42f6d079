"""CI never passes for want of a tool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("there", [("soffice",), ("pdftoppm", "pdftotext"), ("soffice", "pdftoppm")])
def test_a_missing_tool_fails_the_run_with_its_name(there: tuple[str, ...], tmp_path: Path) -> None:
    for tool in there:
        (tmp_path / tool).symlink_to(shutil.which("true") or "/bin/true")
    ran = collected("tests/test_office.py", tmp_path)
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    missing = [tool for tool in ("soffice", "pdftoppm", "pdftotext") if tool not in there]
    assert ", ".join(missing) in ran.stderr


@pytest.mark.slow
def test_a_missing_browser_fails_the_run(tmp_path: Path) -> None:
    ran = collected("tests/chart/test_browser.py", tmp_path)
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    assert "chromium, node" in ran.stderr


def collected(tests: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Return how collecting ``tests`` ends in CI where only the programs in ``path`` are there."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", tests]
    environment = {**os.environ, "PATH": str(path), "CI": "true"}
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
