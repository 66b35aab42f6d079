"""Widths follow the amount of text; a group of rows is whole on a page or bears its name in every row."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hongtou.documents.blocks import Paragraph
from hongtou.documents.columns import PADDING, column_widths
from hongtou.documents.enclosures import enclosure, enclosures
from hongtou.documents.table import cell_text, task_table
from hongtou.measure.pdf import read_pdf
from hongtou.model.notice import Orientation
from hongtou.sheet.standard import MM_PER_POINT
from tests.papers.shapes import paragraph, printed, shaped

TEXT = (
    "为深入贯彻落实党中央、国务院决策部署，进一步做好有关工作，切实维护人民群众合法权益，经市人民政府同意。"
)
COLUMNS: dict[str, dict[str, str]] = {
    "number": {"holds": "number", "header": "序号"},
    "group": {"holds": "group", "header": "类别"},
    "text": {"holds": "text", "header": "工作要求"},
    "units": {"holds": "units", "header": "责任单位"},
    "lead": {"holds": "lead", "header": "牵头单位"},
    "others": {"holds": "others", "header": "配合单位"},
    "deadlines": {"holds": "deadlines", "header": "完成时限"},
}
EM = 12 * MM_PER_POINT


def table(names: str, groups: list[int], text: str = TEXT) -> dict[str, Any]:
    """Return a task table of the columns ``names``, its groups of so many rows."""
    rows = [(number, f"类别{number}") for number, count in enumerate(groups) for _ in range(count)]
    return {
        "schema": 1,
        "columns": [COLUMNS[name] for name in names.split()],
        "tasks": [
            {
                "id": f"t{at}",
                "group": group,
                "name": "任务",
                "text": [text],
                "assignments": [{"units": ["市财政局"]}],
                "deadlines": [{"kind": "date", "date": "2026-12-15", "printed": "2026年12月15日前"}],
            }
            for at, (_number, group) in enumerate(rows)
        ],
    }


def test_the_column_of_text_is_the_widest_of_six() -> None:
    header = ["序号", "任务", "工作要求", "牵头单位", "配合单位", "完成时限"]
    row = ["1", "第一项任务", TEXT * 2, "市财政局", "市民政局、各镇街", "2026年12月底前"]
    widths = column_widths(header, [row] * 12, 156, 12, [True, *[False] * 5])
    assert sum(widths) == pytest.approx(156)
    assert widths[2] > 2 * max(width for at, width in enumerate(widths) if at != 2)


def test_a_long_cell_gets_its_share_of_a_very_full_table() -> None:
    header = ["序号", "工作任务", "具体措施", "责任单位", "完成时限", "备注", "电话", "地址", "邮箱", "其他"]
    row = [
        "1",
        "任务" * 5,
        "措" * 900,
        "市财政局、市民政局",
        "2026年12月底前",
        "",
        "0760-88888888",
        "",
        "a@b.cn",
        "",
    ]
    widths = column_widths(header, [row], 156, 12, [False] * 10)
    assert sum(widths) == pytest.approx(156)
    assert (widths[2] - PADDING) / EM > 7
    assert all((width - PADDING) / EM >= 1.9 for width in widths)


def cells(policy_tasks: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Return merge, text and style of the group cell in each row."""
    policy = shaped(tasks=policy_tasks)
    assert policy.tasks is not None
    rows = task_table(policy, policy.tasks, Orientation.LANDSCAPE, "表").rows[1:]
    first = [row.cells[1] for row in rows]
    return [
        (cell.merge, "".join(p.text for p in cell.paragraphs), cell.paragraphs[0].style) for cell in first
    ]


def test_a_group_that_fits_a_page_is_one_cell_and_stays_together() -> None:
    found = cells(table("number group text units", [3, 1, 2]))
    assert [merge for merge, _text, _style in found] == [
        "start",
        "continue",
        "continue",
        "",
        "start",
        "continue",
    ]
    kept = [style.endswith("Kept") for _merge, _text, style in found]
    assert kept == [True, True, False, False, True, False]


def test_a_group_longer_than_a_page_bears_its_name_in_every_row() -> None:
    found = cells(table("number group text units", [30]))
    assert {(merge, text) for merge, text, _style in found} == {("", "类别0")}


def test_text_in_a_narrow_cell_is_not_torn_apart() -> None:
    policy = shaped(tasks=table("number group text units lead others deadlines", [2], "短"))
    assert policy.tasks is not None
    row = task_table(policy, policy.tasks, Orientation.PORTRAIT, "表").rows[1]
    assert row.cells[2].paragraphs[0].style == "TableTextLeftKept"


@pytest.mark.parametrize(
    ("names", "printed_in"),
    [
        ("units", ["市财政局\n市民政局\n市人力资源社会保障局"]),
        ("lead others", ["市财政局", "市民政局\n市人力资源社会保障局"]),
        ("units others", ["市财政局\n市民政局", "市人力资源社会保障局"]),
        ("lead units others", ["市财政局", "市民政局", "市人力资源社会保障局"]),
    ],
)
def test_each_unit_stands_in_the_column_of_its_role(names: str, printed_in: list[str]) -> None:
    told = table(f"number {names}", [1])
    roles = (("lead", "市财政局"), ("responsible", "市民政局"), ("support", "市人力资源社会保障局"))
    told["tasks"][0]["assignments"] = [{"role": role, "units": [unit]} for role, unit in roles]
    policy = shaped(tasks=told)
    assert policy.tasks is not None
    columns = policy.tasks.columns[1:]
    assert [
        cell_text(policy, policy.tasks, column, policy.tasks.tasks[0], 1) for column in columns
    ] == printed_in


def test_a_note_stands_under_its_table() -> None:
    attachment = {
        "id": "a",
        "title": "任务分解表",
        "tasks": True,
        "note": [["注：一年一评。"], ["二、另行通知。"]],
    }
    policy = shaped(tasks=table("number units", [1]), attachments=[attachment])
    (one,) = enclosures(policy.notice)
    body = enclosure(policy, one, "")["body"]
    assert isinstance(body, tuple)
    assert [block.text for block in body if isinstance(block, Paragraph)] == [
        "注：一年一评。",
        "二、另行通知。",
        "",
    ]


@pytest.mark.slow
@pytest.mark.render
def test_no_group_is_parted_by_the_end_of_a_page(tmp_path: Path) -> None:
    attachment = {"id": "a", "title": "任务分解表", "tasks": True}
    policies = {
        way: shaped(
            tasks=table("number group text units", [4, 5, 3, 5, 2, 4]),
            preamble=[paragraph(2)],
            attachments=[{**attachment, "orientation": way}],
        )
        for way in ("portrait", "landscape")
    }
    for pdf in printed(policies, tmp_path).values():
        seen: dict[str, int] = {}
        numbers: dict[int, int] = {}
        for page in read_pdf(pdf)[1:]:
            text = "".join(char.text for char in page.chars)
            for group in range(6):
                if f"类别{group}" in text:
                    seen[f"类别{group}"] = page.number
            numbers[page.number] = text.count("为深入贯彻")
        counts = [4, 5, 3, 5, 2, 4]
        rows = {
            page: sum(counts[int(name[2:])] for name, at in seen.items() if at == page) for page in numbers
        }
        assert rows == numbers
