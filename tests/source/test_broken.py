"""Every broken policy of broken.yaml says exactly what broken.says.yaml has, and writes nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from ruamel.yaml import YAML

from tests.conftest import FILES

HERE = Path(__file__).parent
CASES: list[dict[str, Any]] = YAML(typ="safe").load(HERE / "broken.yaml")
SAYS: dict[str, str] = (
    YAML(typ="safe").load(HERE / "broken.says.yaml") if (HERE / "broken.says.yaml").exists() else {}
)
PATHS = {
    "units": "policy/units.yaml",
    "sheet": "policy/sheet.yaml",
    "notice": "policy/demo/notice.yaml",
    "tasks": "policy/demo/tasks.yaml",
}


def files_of(case: dict[str, Any]) -> dict[str, str | bytes | None]:
    files: dict[str, str | bytes | None] = dict(FILES)
    for edit in case.get("edits", [case["edit"]] if "edit" in case else []):
        path = PATHS[edit["file"]]
        text = files[path]
        assert isinstance(text, str)
        assert edit["from"] in text, f"{case['name']}: nothing to edit"
        files[path] = text.replace(edit["from"], edit["to"], 1)
    for name, content in case.get("files", {}).items():
        if content.startswith("HEX:"):
            files[PATHS[name]] = bytes.fromhex(content[4:])
        else:
            files[PATHS[name]] = "[" * 500 if content == "NEST" else content
    for name in case.get("without", []):
        files[PATHS[name]] = None
    if "folder" in case:
        files[case["folder"]] = None
        files[f"{case['folder']}/inside"] = ""
    return files


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_says(case: dict[str, Any], workspace: Callable[..., Path], gen: Callable[..., Result]) -> None:
    folder = workspace(files_of(case))
    result = gen("notice", "demo") if "notice" not in case.get("without", []) else gen("notice")
    if os.environ.get("SAYS"):
        SAYS[case["name"]] = result.stderr
        with (HERE / "broken.says.yaml").open("w", encoding="utf8") as stream:
            writer = YAML()
            writer.width = 10_000
            from ruamel.yaml.scalarstring import LiteralScalarString

            writer.dump({name: LiteralScalarString(text) for name, text in SAYS.items()}, stream)
    assert result.stderr == SAYS[case["name"]]
    assert result.stdout == ""
    assert result.exit_code == 2
    assert not (folder / "output").exists()


@pytest.mark.parametrize("name", SAYS)
def test_every_finding_has_a_way_out(name: str) -> None:
    assert SAYS[name].count("→") == len(
        [line for line in SAYS[name].splitlines() if not line.startswith("    ")]
    )


def test_there_are_enough_and_no_two_say_the_same_by_mistake() -> None:
    assert len(CASES) >= 45
    assert {case["name"] for case in CASES} == set(SAYS)
