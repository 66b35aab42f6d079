"""Columns of time limits 完成时限: the deadlines of their cells, and whether the column prints nothing else.

A column that holds deadlines prints those of the task. So it holds them only where that is what the paper prints; where a
cell says more, or the task names other days as well, its words are kept beside the deadlines read from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.importer.columns import bare, sets_times
from hongtou.importer.context import Context
from hongtou.importer.numbers import of_cells
from hongtou.importer.unit_cells import DASH, is_dash
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Deadline
from hongtou.model.task import Column, Holds, Task

_DONE = re.compile("(?:全部|基本|全面)?(?:完成|办结|建成|实现|见效|启动|报送|上报|落实|到位)?。?")


@dataclass
class TimeCells:
    """Reads the cells of the columns of time limits of one table, row by row."""

    columns: Sequence[Column]
    context: Context
    is_exact: bool = True
    """Whether the deadlines of every task so far print what its cell does."""
    _cells: list[tuple[Words, str]] = field(default_factory=list)
    """The words of each cell, with the place of its task."""

    def deadlines(
        self, row: Sequence[Sequence[Words]], text: Sequence[Deadline], where: str
    ) -> tuple[Deadline, ...]:
        """Return the deadlines of a row: those of its ``text``, and of its cells."""
        found: list[Deadline] = []
        for column, cell in zip(self.columns, row, strict=False):
            if not cell or not (column.holds is Holds.DEADLINES or _is_second(column)):
                continue
            own = [*self._of_cell(column, cell, where)]
            if column.holds is Holds.DEADLINES:
                self._cells.append((joined(cell), where))
                whole = [words.text for words in cell if not is_dash([words])]
                self.is_exact &= [one.printed for one in own] == whole
            found += own
        self.is_exact &= not text or [one.printed for one in text] == [one.printed for one in found]
        return (*text, *(one for one in found if one not in text))

    def _of_cell(self, column: Column, cell: Sequence[Words], where: str) -> Iterator[Deadline]:
        for words in cell:
            read = of_cells([words], self.context, where)
            if len(read) == 1 and _is_whole(words.text, read[0].printed):
                yield read[0].model_copy(update={"printed": words.text})
            else:
                yield from read
            if not read and sets_times(column) and not is_dash([words]):
                message = _("“{words}” stands in the column “{head}”, and is read as no time limit.")
                self.context.ledger.doubts.append(
                    message.format(words=words.text[:60], head=bare(column.header))
                )

    def settled(self, columns: Sequence[Column], tasks: list[Task]) -> tuple[list[Column], list[Task]]:
        """Return columns and tasks with the words of the cells kept, unless the deadlines print them."""
        column = next((c for c in columns if c.holds is Holds.DEADLINES), None)
        if column is None:
            return [*columns], tasks
        name = bare(column.header)
        if self.is_exact:
            for words, _where in self._cells:
                self._placed(words)
            return [*columns], tasks
        kept = {where: words for words, where in self._cells}
        made = [
            self._with_words(task, name, kept.get(f"tasks[{n}]"), f"tasks[{n}]")
            for n, task in enumerate(tasks)
        ]
        own = column.model_copy(update={"holds": Holds.ATTRIBUTE, "attribute": name})
        return [own if c is column else c for c in columns], made

    def _placed(self, words: Words) -> None:
        if is_dash([words]):
            self.context.ledger.leave(words, DASH)
        else:
            self.context.ledger.computed(words)

    def _with_words(self, task: Task, name: str, words: Words | None, where: str) -> Task:
        if words is None:
            return task
        text = self.context.text(words, f"{where}.attributes.{name}")
        return task.model_copy(update={"attributes": {**task.attributes, name: text}})


def _is_whole(text: str, printed: str) -> bool:
    """Whether a cell says nothing but a time limit, and at most that something is to be done by then."""
    return text.startswith(printed) and _DONE.fullmatch(text, len(printed)) is not None


def _is_second(column: Column) -> bool:
    """Whether a column of words of its own sets times beside another one that does."""
    return column.holds is Holds.ATTRIBUTE and sets_times(column)
