"""What one file that came back holds 交回件: rows as they stand in it, before anything is decided."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hongtou.model.progress import PaperKind, State
from hongtou.source.files import CONTROL

FIELDS = {
    "责任人": "person",
    "佐证材料": "evidence",
    "备注": "note",
    "完成日期": "date",
    "进展情况": "progress",
    "存在问题": "problem",
    "下一步措施": "next",
    "销号日期": "date",
}
"""The columns that a unit fills in, by their heads, and what they give."""
STATE, NUMBER, TEXT, DEADLINE = "状态", "序号", "工作要求和指标", "时限"
OURS = frozenset({NUMBER, TEXT, DEADLINE, "任务", "牵头单位", "责任单位", "截止日期", "任务标识", "条目标识"})
"""The columns that we fill in, by their heads."""
NAMES = {"未启动": State.TODO, "推进中": State.DOING, "已完成": State.DONE}
_TICKED = "☑☒✓✔√■●✅✗✘"
_EMPTY = "☐□○◻"
_BEFORE = re.compile(rf"([{_TICKED}{_EMPTY}\s]*)({'|'.join(NAMES)})")
_BEHIND = re.compile(rf"({'|'.join(NAMES)})([{_TICKED}{_EMPTY}\s]*)")


@dataclass
class Row:
    """A row that asks something: ``filled`` by field, ``states`` as ticked, ``other`` what stands in columns of the unit."""

    group: str = ""
    number: str = ""
    text: str = ""
    deadline: str = ""
    tags: tuple[str, ...] = ()
    ids: tuple[str, str] | None = None
    """Task and line, where the file names them outright."""
    states: frozenset[State] = frozenset()
    filled: dict[str, object] = field(default_factory=dict)
    other: dict[str, str] = field(default_factory=dict)
    formulas: tuple[str, ...] = ()
    """The heads of cells that hold a formula, which is not read."""

    @property
    def blank(self) -> bool:
        """Whether nothing was filled in."""
        return not self.states and not any(self.filled.values())


@dataclass
class Returned:
    """A file that came back; ``properties`` is what it says of itself, ``beside`` what is written outside its rows."""

    name: str
    digest: str
    paper: PaperKind
    saved: str | None = None
    properties: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    rows: list[Row] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    """Rows that name a task, over all columns."""
    beside: list[tuple[str, str]] = field(default_factory=list)
    """Place and text, in order."""
    workbook: bool = False
    """Whether it is a workbook and no document."""

    @property
    def id(self) -> str:
        """What the return is known by: the same file has the same id, whatever it is called."""
        return return_id(self.digest)


def return_id(digest: str) -> str:
    """Return what a file with the SHA-256 ``digest`` is known by."""
    return f"r-{digest[:10]}"


def cleaned(text: str) -> str:
    """Return ``text`` without blanks at its ends and without characters that no text has."""
    return CONTROL.sub("", text).replace("\u3000", " ").strip()


def ticked(text: str) -> frozenset[State]:
    """Return the states that the cell ``text`` ticks; a state that stands there alone, without boxes, is one."""
    boxes_first = text.lstrip()[:1] in _TICKED + _EMPTY
    found = [(m[2], m[1]) for m in _BEFORE.finditer(text)] if boxes_first else _BEHIND.findall(text)
    marked = {NAMES[name] for name, marks in found if any(mark in _TICKED for mark in marks)}
    if not marked and len(found) == 1 and not any(mark in _EMPTY for mark in found[0][1]):
        marked = {NAMES[found[0][0]]}
    return frozenset(marked)


def state_names(states: frozenset[State]) -> str:
    """Return ``states`` as papers print them."""
    return "、".join(name for name, state in NAMES.items() if state in states)
