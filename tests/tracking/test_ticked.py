"""What a cell for the state says: the boxes as they were ticked, crossed, written over or left alone; doubt is no state."""

from __future__ import annotations

import pytest

from hongtou.tracking.returned import ticked

BOXES = "☐未启动\n☐推进中\n☐已完成"


@pytest.mark.parametrize(
    ("text", "states", "rest"),
    [
        (BOXES, "", ""),
        ("", "", ""),
        ("☐未启动\n☐推进中\n☒已完成", "done", ""),
        ("☐未启动\n☐推进中√\n☐已完成", "doing", ""),
        ("☐未启动√\n☐推进中\n☐已完成", "todo", ""),
        (f"{BOXES}√", "done", ""),
        ("☐未启动 ☐推进中 ☒已完成", "done", ""),
        ("☐未启动☒推进中☐已完成", "doing", ""),
        ("未启动 推进中 √已完成", "done", ""),
        ("未启动 推进中√ 已完成", "doing", ""),
        ("未启动\n推进中√\n已完成", "doing", ""),
        ("未启动☐ 推进中☑", "doing", ""),
        ("未启动推进中√已完成", "doing done", ""),
        ("已完成", "done", ""),
        ("☑已完成", "done", ""),
        ("☐已完成", "", "☐已完成"),
        ("☐推进中\n☐已完成", "", "☐推进中 ☐已完成"),
        ("推进中、已完成", "", "推进中、已完成"),
        ("推进中 已完成", "", "推进中 已完成"),
        ("未启动 推进中 已完成", "", ""),
        ("☒未启动\n☐推进中\n☒已完成", "done todo", ""),
        ("不能按期已完成", "", "不能按期已完成"),
        ("已完成？", "", "已完成？"),
        ("已完成（待验收）", "", "已完成（待验收）"),
        ("√", "", "√"),
        ("已办结", "", "已办结"),
        (f"{BOXES}（5月已办结）", "", "（5月已办结）"),
        ("☐未启动\n☒推进中\n☐已完成因资金未到位", "doing", "因资金未到位"),
    ],
)
def test_ticked(text: str, states: str, rest: str) -> None:
    found, left = ticked(text)
    assert (" ".join(sorted(found)), left) == (states, rest)
