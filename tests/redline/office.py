"""LibreOffice as a second opinion: accepts and refuses all changes, driven by the Python that its ``uno`` belongs to."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hongtou.model.settings import SheetSettings
from hongtou.redline.word import LAYOUT
from hongtou.render.office import find_office
from hongtou.sheet.styles import styles

SCRIPT = Path(__file__).parent / "in_office.py"
PYTHON = "/usr/bin/python3"
BATCH = 80
"""Files that one run of LibreOffice is asked about."""
TRIES = 3
Answer = dict[str, Any]


def needs_uno() -> None:
    ran = subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False)
    if ran.returncode or find_office() is None:
        assert not os.environ.get("CI"), "CI must install LibreOffice and python3-uno"
        pytest.skip("LibreOffice or its Python (python3-uno) is missing; .ci/install-renderer installs them")


def ask(jobs: Sequence[tuple[str, bytes]]) -> list[Answer]:
    """Return the answers to ``jobs``, (accept, reject or read, file).

    LibreOffice dies now and then without a screen, whatever the file: such a batch is asked again, and only an office that
    dies every time fails the test.
    """
    answers: list[Answer] = []
    for start in range(0, len(jobs), BATCH):
        answers += _asked(jobs[start : start + BATCH])
    return answers


def _asked(jobs: Sequence[tuple[str, bytes]]) -> list[Answer]:
    """Return the answers to a batch, from one run of LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="gen-uno-") as folder:
        asked = []
        for number, (do, data) in enumerate(jobs):
            path = Path(folder) / f"{number}.docx"
            path.write_bytes(data)
            asked.append({"path": str(path), "do": do})
        for attempt in range(TRIES):
            command = [PYTHON, SCRIPT, str(find_office()), str(Path(folder) / f"profile{attempt}")]
            ran = subprocess.run(
                command, input=json.dumps(asked), capture_output=True, text=True, timeout=900
            )
            if ran.returncode == 0:
                break
    assert ran.returncode == 0, ran.stderr
    answers: list[Answer] = json.loads(ran.stdout)
    return answers


@cache
def _layout() -> dict[str, str]:
    """Return the names of styles that differ in layout only, as LibreOffice calls them."""
    names = {style.id: style.name for style in styles(SheetSettings())}
    names["BodyText"] = "Text body"
    found = {names[one]: names[other] for one, other in LAYOUT.items()}
    for kind in ("TableText", "TableTextLeft", "TableTextCenter"):
        found[names[f"{kind}Kept"]] = found.get(names[kind], names[kind])
    return found


def told(content: Any) -> Any:
    """Return an answer's text without differences that are layout."""
    if isinstance(content, list):
        if len(content) == 2 and content[0] == "table":
            return ["table", [[told(cell) for _name, cell in row] for row in content[1]]]
        if len(content) == 2 and all(isinstance(one, str) for one in content):
            # A page number is layout too, and read before the pages are laid out anew.
            return [_layout().get(content[0], content[0]), re.sub(r"— ?\d+ ?—", "", content[1])]
        return [told(one) for one in content]
    return content
