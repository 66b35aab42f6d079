"""CI never passes for want of a tool."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, swept


@pytest.mark.parametrize(
    "there", swept([("soffice",), ("pdftoppm", "pdftotext"), ("soffice", "pdftoppm")], [("soffice",)])
)
def test_a_missing_tool_fails_the_run_with_its_name(there: tuple[str, ...], tmp_path: Path) -> None:
    for tool in there:
        (tmp_path / tool).symlink_to(shutil.which("true") or "/bin/true")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/test_office.py",
    ]
    environment = {**os.environ, "PATH": str(tmp_path), "CI": "true"}
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert ran.returncode == pytest.ExitCode.USAGE_ERROR
    missing = [tool for tool in ("soffice", "pdftoppm", "pdftotext") if tool not in there]
    assert ", ".join(missing) in ran.stderr
