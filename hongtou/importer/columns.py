"""What the columns of a task table 任务分解表 hold, told by the words above them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hongtou.importer.raw import RawTable
from hongtou.importer.words import Words
from hongtou.model.task import Column, Holds

UNITS = (Holds.UNITS, Holds.LEAD, Holds.OTHERS)
"""What a column of units may hold."""
_HOLDS: tuple[tuple[Holds, str], ...] = (
    (Holds.NUMBER, "序号|编号"),
    (Holds.LEAD, "牵头(?:单位|部门)"),
    (Holds.OTHERS, "配合(?:单位|部门)|配合/责任单位|参与单位"),
    (Holds.UNITS, "(?:主要)?责任(?:单位|部门|处室)|负责(?:单位|部门)|负责考核部门|指导部门"),
    (Holds.GROUP, "类别|分类"),
    (Holds.TEXT, "指标任务|工作要求|工作内容|主要内容|具体措施|工作措施|考核指标|任务内容|工作举措"),
    (Holds.NAME, "内容|任务|工作任务|重点任务|主要任务|任务名称|目标任务|项目|考核项目|改革举措"),
)


def is_task_table(table: RawTable) -> bool:
    """Whether a table says who does what: it has a column of units and one of tasks."""
    held = {column.holds for column in columns_of(table.heads)}
    return bool(held & {Holds.UNITS, Holds.LEAD}) and bool(held & {Holds.NAME, Holds.TEXT})


def columns_of(heads: Sequence[Words]) -> tuple[Column, ...]:
    """Return what each column holds, told by its head; what no head tells is an attribute of that name."""
    columns: list[Column] = []
    for words in heads:
        head = re.sub(r"\s", "", words.text)
        holds = next((holds for holds, pattern in _HOLDS if re.fullmatch(pattern, head)), Holds.ATTRIBUTE)
        if holds is not Holds.ATTRIBUTE and holds in {column.holds for column in columns}:
            holds = (
                Holds.TEXT
                if holds is Holds.NAME and not any(c.holds is Holds.TEXT for c in columns)
                else Holds.ATTRIBUTE
            )
        columns.append(
            Column(
                holds=holds,
                header=words.text or "　",
                attribute=head or f"第{len(columns) + 1}栏" if holds is Holds.ATTRIBUTE else None,
            )
        )
    return tuple(_responsible(columns))


def _responsible(columns: Sequence[Column]) -> list[Column]:
    """Return ``columns`` with the units beside a column of leads as the others."""
    has_lead = any(column.holds is Holds.LEAD for column in columns)
    return [
        column.model_copy(update={"holds": Holds.OTHERS})
        if has_lead and column.holds is Holds.UNITS
        else column
        for column in columns
    ]
