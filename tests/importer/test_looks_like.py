"""A list of units is read, or told of as one that was not: never passed over in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.ledger import Ledger
from hongtou.importer.lists import lists
from hongtou.importer.read import scan
from hongtou.importer.scan import Scan
from hongtou.importer.understand import understand
from hongtou.importer.unread_lists import unread
from hongtou.importer.words import Words

CASES = YAML(typ="safe").load((Path(__file__).parent / "looks_like.yaml").read_text("utf8"))


def words(text: str) -> Words:
    return Words(text, range(len(text)))


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"][:20])
def test_it_is_read(case: dict[str, Any]) -> None:
    found = lists(words(case["text"]))
    assert [[str(c.role), c.units.text] for one in found for c in one.clauses] == case["found"]
    assert not [*unread(words(case["text"]), found)]


@pytest.mark.parametrize("text", CASES["told"])
def test_it_is_told(text: str) -> None:
    found = lists(words(text))
    assert found or [*unread(words(text), found)]


@pytest.mark.parametrize("text", CASES["neither"])
def test_what_is_no_list_is_left_alone(text: str) -> None:
    assert not lists(words(text))
    assert not [*unread(words(text), ())]


GROUPS = """\
<html><body><p>某区人民政府办公室关于优化营商环境工作的通知</p><p>各镇人民政府：</p><p>现将任务分工印发，请落实。</p>
<p>附件：任务分工表</p><p>某区人民政府办公室</p><p>2025年2月20日</p><p>附件</p><p>任务分工表</p>
<table><tr><td>序号</td><td>类别</td><td>工作任务</td><td>牵头单位</td></tr>
<tr><td colspan=4>政务环境（牵头区领导另行确定）</td></tr>
<tr><td>1</td><td>政务环境</td><td>高效办成一件事。</td><td>区政务服务局</td></tr></table></body></html>
"""


def test_placed_is_what_the_policy_holds() -> None:
    """The name of a group that no task has is in no file: it is told, not counted as placed."""
    imported = understand(scan(GROUPS.encode(), "x.html"))
    assert imported.tasks is not None
    assert [task.group for task in imported.tasks.tasks] == ["政务环境"]
    places = [*imported.ledger.unplaced()]
    assert ["牵头区领导" in imported.ledger.scan.text[p.start : p.end] for p in places] == [True]


def test_a_value_that_stands_nowhere_is_found() -> None:
    text = "某区人民政府办公室关于某事的通知\n各镇：\n请落实。"
    ledger = Ledger(Scan("x", "text", text, ()))
    ledger.take(Words("请落实。", range(20, 24)), "preamble")
    assert [value.value for value in ledger.nowhere([text])] == []
    assert [value.value for value in ledger.nowhere(["别的话。"])] == ["请落实。"]
