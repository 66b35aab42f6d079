"""How many lines stand how 统计: the numbers of every paper come from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hongtou.tracking.standing import Mark, Standing


def is_target(standing: Standing) -> bool:
    """Whether a line is a number to be reached 指标."""
    return standing.asked.duty is not None and standing.asked.line.id.startswith("t-")


@dataclass
class Counts:
    """Lines by how they stand; ``late`` and ``changed`` are among them, ``targets`` and ``reached`` too."""

    lines: int = 0
    done: int = 0
    doing: int = 0
    todo: int = 0
    silent: int = 0
    late: int = 0
    changed: int = 0
    targets: int = 0
    reached: int = 0

    @classmethod
    def of(cls, standings: Iterable[Standing]) -> Counts:
        """Return the counts of ``standings``."""
        counts = cls()
        for standing in standings:
            counts.add(standing)
        return counts

    def add(self, standing: Standing) -> None:
        """Count one more line."""
        self.lines += 1
        self.done += standing.mark is Mark.DONE
        self.doing += standing.mark is Mark.DOING
        self.todo += standing.mark is Mark.TODO
        self.silent += standing.mark is Mark.SILENT
        self.late += standing.late
        self.changed += standing.changed
        if is_target(standing):
            self.targets += 1
            self.reached += standing.mark is Mark.DONE

    def add_all(self, other: Counts) -> None:
        """Count what ``other`` counted."""
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)

    @property
    def row(self) -> tuple[str, ...]:
        """The numbers as a table prints them: lines, done, moving, not begun, no reply, late."""
        numbers = (self.lines, self.done, self.doing, self.todo, self.silent, self.late)
        return tuple(str(number) for number in numbers)

    def words(self, silent: str = Mark.SILENT.word, unit: str = "条") -> str:
        """Return the numbers that are not 0 in words: 已完成3条，推进中1条."""
        marks = (
            (Mark.DONE.word, self.done),
            (Mark.DOING.word, self.doing),
            (Mark.TODO.word, self.todo),
            (silent, self.silent),
        )
        return "，".join(f"{word}{number}{unit}" for word, number in marks if number)


HEADS = ("工作要求", *(mark.word for mark in Mark), "逾期")
"""The heads of the columns that :attr:`Counts.row` fills."""
