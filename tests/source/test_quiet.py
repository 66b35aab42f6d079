"""What must not be a fault: texts and numbers that only look like one; and every enum can be typed in Chinese."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.model import duty, house, notice, register, settings, task
from hongtou.model.duty import Assignment, Deadline, Role, Target
from hongtou.model.notice import Kind, Paper
from hongtou.model.words import VALUES
from hongtou.source.amounts import date_contradicted, value_contradicted
from hongtou.source.nodes import read
from hongtou.source.owners import misassigned
from hongtou.source.typed import typed_twice
from tests.conftest import NOTICE, TASKS


@pytest.mark.parametrize(
    "text",
    [
        "text:\n  - 甲。   # 第一句\n",
        "text:\n  # 推进 #1 工程\n  - 甲“乙”。# 不是注释\n",
        "format: letter   # 信函\nheading: 明确任务   # 第二部分\nname: 东镇 #1\n",
        "text:\n  - '推进 #1 工程'\n  - one sentence\n    in two lines.\n",
        "grid:\n  rows:\n    - [{text: [甲]}]\n    - - text:\n          - 乙 # 单元格\n",
        "units:\n  - 东镇 # 注\n",
        "text: >\n  甲\n  乙\n",
        'text:\n  - "甲\\\n    乙"\n',
        "? [a]\n: 甲 # 乙\n",
    ],
)
def test_nothing_is_lost(text: str) -> None:
    assert [f for f in read(text, "x").findings if f.message != "a key must be a plain word."] == []


@pytest.mark.parametrize(
    ("heading", "levels"),
    [
        ("2023年工作", ["一、"]),
        ("1月工作", ["1"]),
        ("1.5亿元项目", ["1."]),
        ("一、二年级", ["一、"]),
        ("（一）不同级的序号", ["一、"]),
        ("第一条生产线", ["第一条"]),
        ("3 个项目", ["1 "]),
        ("一类项目", ["一、"]),
    ],
)
def test_headings_that_begin_with_a_number(heading: str, levels: list[str]) -> None:
    data = {"title": "甲", "numbering": {"levels": levels}, "sections": [{"id": "a", "heading": heading}]}
    assert [*typed_twice(Paper.model_validate(data))] == []


@pytest.mark.parametrize("own", [{"unnumbered": True}, {"number": "三、"}])
def test_a_label_of_the_papers_own_is_left_alone(own: dict[str, object]) -> None:
    data = {"title": "甲", "sections": [{"id": "a", "heading": "三、甲", **own}]}
    assert [*typed_twice(Paper.model_validate(data))] == []


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        ("1-2项", (1, 2)),
        ("15%以上", (0.15,)),
        ("1.5万人次", (15000,)),
        ("1,200家", (1200,)),
        ("2025年底前建成三个", (3,)),
        ("四个“百分百”服务要求", (100,)),
        ("两千零五十户", (7,)),
        ("比2020年增长1倍", (200,)),
        ("12个县", (12,)),
        ("到2025年翻一番", (2,)),
        ("减少5%", (-5,)),
    ],
)
def test_values_that_agree_with_their_words(printed: str, values: tuple[float, ...]) -> None:
    upper = values[1] if len(values) > 1 else None
    target = Target(id="a", quantity="甲", value=values[0], upper=upper, printed=printed)
    assert value_contradicted(target) == ""


def test_values_that_do_not() -> None:
    assert value_contradicted(Target(id="a", quantity="甲", value=5, printed="完成1-2项")) == "1、2"


@pytest.mark.parametrize(
    ("printed", "day", "contradicts"),
    [
        ("2026年12月15日前", "2026-12-15", False),
        ("2026年12月15日前", "2026-12-14", False),
        ("2026年12月15日", "2026-12-14", True),
        ("2026年2月底", "2026-02-28", False),
        ("2026年2月底前", "2026-03-31", True),
        ("2026年3月1日至5月1日", "2026-05-01", False),
        ("2026年3月1日至2026年5月1日", "2026-05-01", False),
        ("12月15日前", "2026-11-01", False),
        ("2026年2月30日", "2026-02-28", False),
    ],
)
def test_dates_beside_their_words(printed: str, day: str, contradicts: bool) -> None:
    deadline = Deadline(kind=duty.DeadlineKind.DATE, date=datetime.date.fromisoformat(day), printed=printed)
    assert bool(date_contradicted(deadline)) is contradicts


def test_a_unit_may_lead_one_sentence_and_support_another() -> None:
    lead = Assignment(role=Role.LEAD, units=("甲",), covers="一句。")
    assert [*misassigned([lead, Assignment(role=Role.SUPPORT, units=("甲",), covers="两句。")])] == []


def test_words_that_a_column_prints_need_not_stand_in_the_text(
    workspace: Callable[..., Path], gen: Callable[..., Result]
) -> None:
    columns = "  - {holds: targets, header: 指标}\n  - {holds: deadlines, header: 时限}\ntasks:\n"
    row = "    targets: [{id: t, quantity: 甲, value: 3, printed: 3个}]\n    deadlines: [{kind: continuous, printed: 长期}]\n"
    workspace({"policy/demo/tasks.yaml": TASKS.replace("tasks:\n", columns) + row})
    assert gen("notice").exit_code == 0


def test_a_table_of_groups_and_requirements(
    workspace: Callable[..., Path], gen: Callable[..., Result]
) -> None:
    table = TASKS.replace("    name: 第一项\n", "    group: 类\n").replace("holds: number", "holds: group")
    workspace({"policy/demo/tasks.yaml": table, "policy/demo/notice.yaml": NOTICE})
    assert gen("notice").exit_code == 0


ENUMS = [
    kind
    for module in (duty, house, notice, register, settings, task)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, StrEnum) and kind not in (StrEnum, Kind)
]


@pytest.mark.parametrize("kind", ENUMS, ids=lambda kind: kind.__name__)
def test_every_value_has_chinese(kind: type[StrEnum]) -> None:
    assert [value for value in kind if value not in VALUES] == []
    typed = [word for value in kind for word in VALUES[value]]
    assert len(typed) == len(set(typed)), "one word, two values"
