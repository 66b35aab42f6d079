"""A joint meeting 联席会议 as its papers know it: what was said of it, how things stand, what is to be talked about."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hongtou.numerals import date_text

_NOTHING = frozenset(
    {"", "无", "暂无", "没有", "暂没有", "无问题", "没有问题", "无存在问题", "不存在问题", "否"}
)
"""What people write in a box when there is nothing to say."""
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Call:
    """What was said of a meeting 会议通知; empty where nobody said it, and left to be filled in."""

    date: datetime.date | None = None
    time: str = ""
    place: str = ""
    number: str = ""

    @property
    def when(self) -> str:
        """Date and time as printed: 2024年3月5日（星期二）15:00."""
        day = f"{date_text(self.date)}（星期{_WEEKDAYS[self.date.weekday()]}）" if self.date else ""
        return day + self.time if day else ""


@dataclass(frozen=True)
class Point:
    """A line of the policy as one or several units see it; ``said`` is how it stands, in words."""

    text: str
    deadline: str
    units: tuple[str, ...]
    said: str
    late: bool = False
    changed: bool = False
    problem: str = ""
    next: str = ""


@dataclass(frozen=True)
class Topic:
    """What there is to talk about in one task.

    ``lead`` says who leads, empty where the policy does not; ``who`` who leads, is responsible and concerned.
    """

    key: str
    label: str
    name: str
    lead: str
    who: str
    points: tuple[Point, ...]

    @property
    def called(self) -> str:
        """The task by its name and its number on paper."""
        name = self.name.rstrip("。；")
        if not self.label:
            return name
        if self.label.isdigit():
            return f"{name}（任务序号{self.label}）"
        return f"{name}（正文“{self.label}”）" if name else f"正文“{self.label}”有关任务"

    @property
    def heading(self) -> str:
        """The task as the head of its rows: number, then name."""
        label = self.label if self.label.isdigit() or not self.label else f"正文“{self.label}”"
        return f"{label}\u3000{self.name.rstrip('。；')}".strip("\u3000")

    @property
    def counted(self) -> str:
        """How many answers tell of a problem, are late, or were given to other words."""
        counts = (
            ("反映问题", self._count(bool(point.problem) for point in self.points)),
            ("逾期", self._count(point.late for point in self.points)),
            ("要求已变更", self._count(point.changed for point in self.points)),
        )
        return "、".join(f"{word}{count}条" for word, count in counts if count)

    def _count(self, chosen: Iterable[bool]) -> int:
        return sum(len(point.units) for point, counts in zip(self.points, chosen, strict=True) if counts)


def counted_topics(topics: Sequence[Topic]) -> str:
    """Return how many tasks ``topics`` are; reports and what is not asked any more are no tasks."""
    tasks = all(not topic.key.startswith("@") for topic in topics)
    return f"{len(topics)}{'项任务' if tasks else '个方面'}"


@dataclass(frozen=True)
class Course:
    """How far everything is 进展: lines by how they stand, over all units."""

    as_of: datetime.date
    units: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    """The units that nothing came back from."""
    marks: tuple[tuple[str, int], ...] = ()
    """How many lines stand how, in words."""
    late: int = 0
    changed: int = 0

    @property
    def total(self) -> int:
        """All lines."""
        return sum(count for _word, count in self.marks)


@dataclass(frozen=True)
class Business:
    """What a meeting has before it: how far things are, the open problems, the next steps without one."""

    course: Course
    problems: tuple[Topic, ...] = ()
    steps: tuple[Topic, ...] = ()


def tidy(text: str | None) -> str:
    """Return what a person wrote, line by line, without characters that show nothing or turn the text round."""
    kept = (" " if char == "\t" else char for char in text or "" if char in "\n\t" or _is_seen(char))
    lines = (" ".join(line.split()) for line in "".join(kept).splitlines())
    return "\n".join(line for line in lines if line)


def _is_seen(char: str) -> bool:
    return unicodedata.category(char) not in _UNSEEN


def says_something(text: str) -> bool:
    """Whether ``text``, tidied, is more than 无 or a stroke."""
    bare = "".join(char for char in text if char.isalnum())
    return bare not in _NOTHING
