"""What one file that came back holds 交回件: rows as they stand in it, before anything is decided."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from hongtou.model.progress import PaperKind, State
from hongtou.source.files import CONTROL

WRITTEN_STATE = "状态（文字）"
"""Where words stand that were written into the cell for the state."""
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
STATE, NUMBER, TEXT, DEADLINE, LAST_DAY, TASK = "状态", "序号", "工作要求和指标", "时限", "截止日期", "任务"
OURS = frozenset({NUMBER, TEXT, DEADLINE, TASK, "牵头单位", "责任单位", LAST_DAY, "任务标识", "条目标识"})
"""The columns that we fill in, by their heads."""
_READ = {NUMBER: "number", TEXT: "text", DEADLINE: "deadline", TASK: "group"}
"""Those that a row is known by."""
NAMES = {"未启动": State.TODO, "推进中": State.DOING, "已完成": State.DONE}
_TICKED = "☑☒✓✔√■●✅✗✘"
_EMPTY = "☐□○◻"
_NAMED = re.compile("|".join(NAMES))
_MARKS = re.compile(f"[{_TICKED}{_EMPTY}]")
_BOX_FIRST = re.compile(rf"(?P<mark>[{_TICKED}{_EMPTY}]?)[ \t]*(?P<name>{'|'.join(NAMES)})")
_TICK_BEHIND = re.compile(rf"(?P<name>{'|'.join(NAMES)})[{_TICKED}]")
_TICK_BEFORE = re.compile(rf"[{_TICKED}](?P<name>{'|'.join(NAMES)})")


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
    ours: dict[str, str] = field(default_factory=dict)
    """What stands in the columns that we fill in, by their heads; a column that is gone is not among them."""
    formulas: tuple[str, ...] = ()
    """The heads of cells that hold a formula whose value the file does not have."""
    preset: bool = False
    """Whether the row went out with a state in it, as those of a workbook do."""

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


def ticked(text: str) -> tuple[frozenset[State], str]:
    """Return the states that the cell ``text`` ticks, and what else is written in it.

    A mark belongs to the name it stands beside on its line. A state that stands alone, without boxes or other words, is
    ticked; where other words stand beside it, nobody can tell what they make of it. Where some of the names were taken out
    and none of the others is ticked, what is left is written there.
    """
    lines = [_of_line(line) for line in text.splitlines() if line.strip()]
    marked = frozenset(state for states, _rest in lines for state in states)
    rest = " ".join(rest for _states, rest in lines if rest)
    names = _NAMED.findall(text)
    if not marked and not rest and len(names) == 1 and not _MARKS.search(text):
        marked = frozenset({NAMES[names[0]]})
    chosen = not marked and 0 < len(names) < len(NAMES)
    return marked, " ".join(text.split()) if chosen or (rest and len(names) == 1) else rest


def _of_line(line: str) -> tuple[list[State], str]:
    """Return the states that one line ticks, and what is left of it."""
    names = _NAMED.findall(line)
    if not names:
        return [], line.strip()
    rest = _MARKS.sub("", _NAMED.sub("", line)).strip()
    if len(names) == 1:
        ticks = any(mark in _TICKED for mark in _MARKS.findall(line))
        return ([NAMES[names[0]]] if ticks else []), rest
    if line.lstrip()[:1] in _TICKED + _EMPTY:
        boxed = _BOX_FIRST.finditer(line)
        return [NAMES[m["name"]] for m in boxed if m["mark"] and m["mark"] in _TICKED], rest
    # Beside two names at once a tick is of nobody: both are returned, and a person must look.
    beside = (*_TICK_BEHIND.finditer(line), *_TICK_BEFORE.finditer(line))
    return [NAMES[m["name"]] for m in beside], rest


def put(row: Row, head: str, text: str) -> None:
    """Put what stands in the column ``head`` where it belongs in ``row``."""
    if head in FIELDS:
        row.filled[FIELDS[head]] = text
    elif head == STATE:
        row.states, rest = ticked(text)
        if rest:
            row.other[WRITTEN_STATE] = rest
    elif head in OURS:
        row.ours[head] = text
        if head in _READ:
            setattr(row, _READ[head], text)
    elif text:
        row.other[head or "（无表头）"] = text


def moment(text: str | None) -> str | None:
    """Return the time that ``text`` names, in UTC to the second, None where it names none."""
    try:
        found = datetime.datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    known = found if found.tzinfo is not None else found.replace(tzinfo=datetime.UTC)
    try:
        return known.astimezone(datetime.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return None


def state_names(states: frozenset[State]) -> str:
    """Return ``states`` as papers print them."""
    return "、".join(name for name, state in NAMES.items() if state in states)
