"""The task-decomposition table 任务分解表."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal

from pydantic import Field, StrictBool

from hongtou.model.base import Identifier, Model, Provenance, Sentence, Text, unit_names
from hongtou.model.duty import Assignment, Deadline, ListStyle, Target


class Holds(StrEnum):
    """What a column of the table holds; ``attribute`` and ``blank`` are the office's own."""

    NUMBER = "number"
    GROUP = "group"
    NAME = "name"
    TEXT = "text"
    TARGETS = "targets"
    UNITS = "units"
    LEAD = "lead"
    OTHERS = "others"
    DEADLINES = "deadlines"
    ATTRIBUTE = "attribute"
    BLANK = "blank"


class Column(Model):
    """A column of the table, in its order on paper."""

    holds: Holds
    """本栏内容：number 序号、group 类别、name 任务、text 要求、units 责任单位、lead 牵头、others 配合……"""
    header: Sentence
    """表头文字。"""
    attribute: Sentence | None = None
    """holds 为 attribute 时，取任务的哪一项附加属性。"""
    end: str = ""
    """单位名单末尾的标点（如“。”）。"""


class Task(Model):
    """One row of the table: what is asked, of whom 一项任务."""

    id: Identifier
    """任务标识，定后不改；序号由次序算出。"""
    measure: Identifier | None = None
    """本任务落实的正文措施（其 id）。"""
    group: Sentence | None = None
    """类别；相邻相同者在表中合并。"""
    name: Sentence | None = None
    """任务名称（如“内容”栏）；只有任务要求的表格可以不填，name 与 text 至少填一项。"""
    text: Text = ()
    """任务要求，一句一项。"""
    assignments: tuple[Assignment, ...] = ()
    """责任分工。"""
    targets: tuple[Target, ...] = ()
    """指标。"""
    deadlines: tuple[Deadline, ...] = ()
    """时限。"""
    attributes: dict[str, str] = Field(default_factory=dict)
    """附加属性，如适用范围、分值。"""
    formerly: tuple[Identifier, ...] = ()
    """曾用标识：本任务由上一版的哪些任务改来（改名、拆分、合并）。"""
    reason: Sentence | None = None
    """修订说明，印在修订对照表中。"""
    source: Provenance | None = None
    """出处。"""

    @property
    def called(self) -> str:
        """The name, or the first sentence of a task that has none."""
        return self.name or next(iter(unit_names(self.text)), "")


class TaskTable(Model):
    """The file ``tasks.yaml``: columns, then tasks in their order on paper."""

    schema_version: Literal[1] = Field(alias="schema")
    """本文件格式的版本。"""
    columns: tuple[Column, ...] = Field(min_length=1)
    """栏目，按印发顺序。"""
    list_style: ListStyle = ListStyle.ELIDED
    """责任单位写法：elided 同一冠称只写一次（市委组织部、编办）；full 每个单位都写全。"""
    group_rows: StrictBool = False
    """类别单独成行，通栏印在同类任务之前。"""
    tasks: tuple[Task, ...] = Field(min_length=1)
    """任务，按印发顺序。"""
