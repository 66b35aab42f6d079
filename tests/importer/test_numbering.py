"""Numbers of several kinds in one paper: nothing is lost, parts stand where they are printed, and it is told once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.understand import understand
from hongtou.outline import outline
from tests.importer.scans import lines

CASES: list[dict[str, Any]] = YAML(typ="safe").load(
    (Path(__file__).parent / "numbering.yaml").read_text("utf8")
)
HEAD = "某县人民政府关于做好养老工作的通知\n各乡镇人民政府：\n现将有关事项通知如下。\n"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_numbers(case: dict[str, Any]) -> None:
    one = understand(lines(HEAD + "\n".join(case["lines"]) + "\n某县人民政府\n2024年3月1日"))
    assert [f"{part.level} {part.label}" for part in outline(one.notice)] == case["tree"]
    assert one.ledger.faults == case.get("faults", [])
    assert not [*one.ledger.unplaced()]
