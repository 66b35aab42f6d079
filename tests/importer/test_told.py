"""Papers whose units, rules and numbers are read, or told of: as data."""

from __future__ import annotations

from typing import Any

import pytest

from hongtou.importer.read import scan
from hongtou.importer.report import open_matters
from hongtou.importer.understand import Imported, understand
from hongtou.model.base import unit_names
from tests.importer.test_unit_first import said
from tests.importer.test_unit_lists import cases


def paper(case: dict[str, Any]) -> Imported:
    head = [
        "某县人民政府关于做好治理工作的通知",
        case.get("above"),
        case.get("recipients", "各乡镇人民政府："),
    ]
    lines = [*filter(None, head), "现将有关事项通知如下。", *case["lines"], "某县人民政府", "2024年3月1日"]
    return understand(scan("\n".join([*lines, *case.get("behind", [])]).encode(), "x.txt"))


@pytest.mark.parametrize("case", cases("told.yaml"), ids=lambda case: case["name"])
def test_it_is_read_or_told(case: dict[str, Any]) -> None:
    one = paper(case)
    assert [[role, units] for role, units, _covers in said(one)] == case["units"]
    matters = [*open_matters(one)]
    assert len(matters) == len(case["told"]), matters
    for words, matter in zip(case["told"], matters, strict=True):
        assert words in matter
    if "addressees" in case:
        assert [*unit_names(one.notice.recipients)] == case["addressees"]
    if "number" in case:
        assert (one.notice.document_number, one.notice.note) == (case["number"], case["note"])
    if "groups" in case:
        assert one.tasks is not None
        assert [task.group for task in one.tasks.tasks] == case["groups"]
