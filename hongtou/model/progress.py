"""What came back 任务进展: the file ``progress.yaml``, unit by unit, task by task, line by line."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Literal

from pydantic import Field

from hongtou.model.base import Model, Sentence


class State(StrEnum):
    """How a line of a checklist stands 状态."""

    TODO = "todo"
    DOING = "doing"
    DONE = "done"


class PaperKind(StrEnum):
    """What was returned 交回的是什么."""

    CHECKLIST = "checklist"
    LETTER = "letter"
    LEDGER = "ledger"


class Said(Model):
    """What a unit said once about one line 一次答复."""

    state: State | None = None
    """状态：todo 未启动、doing 推进中、done 已完成。"""
    date: datetime.date | None = None
    """完成日期（销号日期）。"""
    person: str | None = None
    """责任人。"""
    evidence: str | None = None
    """佐证材料。"""
    progress: str | None = None
    """进展情况。"""
    problem: str | None = None
    """存在问题。"""
    next: str | None = None
    """下一步措施。"""
    note: str | None = None
    """备注。"""
    asked: str | None = None
    """答复时的要求：requirements 中的标识。"""
    via: str | None = Field(default=None, alias="from")
    """来自哪一次交回：returns 中的标识；手工填写的不填。"""


class Answer(Said):
    """What holds for one line 现行答复, and what was said besides."""

    earlier: tuple[Said, ...] = ()
    """此前的答复，新的在前。"""
    disputed: tuple[Said, ...] = ()
    """与现行答复不一致、无法判断先后的答复；请人工核定后删去。"""


class Return(Model):
    """A file that came back 一次交回."""

    file: Sentence
    """文件名。"""
    paper: PaperKind
    """checklist 清单、letter 任务函、ledger 台账。"""
    saved: str | None = None
    """文件中记载的最后保存时间（世界协调时）。"""


class Remark(Model):
    """What a unit wrote where nothing was asked, or rows of its own 表外文字、自加行."""

    text: str
    """原文。"""
    place: str | None = None
    """所在位置。"""
    via: str | None = Field(default=None, alias="from")
    """来自哪一次交回。"""


class UnitProgress(Model):
    """What one unit returned 一个单位的进展."""

    returns: dict[str, Return] = Field(default_factory=dict)
    """交回的文件。"""
    tasks: dict[str, dict[str, Answer]] = Field(default_factory=dict)
    """任务标识 → 条目标识 → 答复。"""
    remarks: tuple[Remark, ...] = ()
    """表外文字、自加行。"""


class Progress(Model):
    """The file ``progress.yaml``: written by ``gen collect``, open to the hand."""

    schema_version: Literal[1] = Field(alias="schema")
    """本文件格式的版本。"""
    requirements: dict[str, str] = Field(default_factory=dict)
    """答复所针对的要求原文，按标识；据此得知要求已变更。"""
    ledger: UnitProgress | None = None
    """不属于某一单位的台账（由汇总单位填写）。"""
    units: dict[str, UnitProgress] = Field(default_factory=dict)
    """单位（登记名称）→ 进展。"""
