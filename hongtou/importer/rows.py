"""The task table 任务分解表 of the model, from a raw table: which column holds what, and a task per row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hongtou.i18n import _
from hongtou.importer.assignments import once
from hongtou.importer.columns import UNITS, columns_of, is_about, names_units
from hongtou.importer.context import Context
from hongtou.importer.labels import Label, read_label
from hongtou.importer.nodes import as_text
from hongtou.importer.numbers import numbers
from hongtou.importer.raw import RawTable
from hongtou.importer.role_words import ASIDE
from hongtou.importer.sentences import sentences
from hongtou.importer.time_cells import TimeCells
from hongtou.importer.unit_cells import is_list, listed, of_cell
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Assignment, ListStyle
from hongtou.model.task import Column, Holds, Task, TaskTable

_SUM = re.compile("合计|小计|总计|共计|累计")
_LEADS = re.compile("牵头|首位|第一|排|下同")
_ORDINAL = re.compile(r"[\d一二三四五六七八九十百第①-⑳（）().．、—－-]+(?:项|条|号)?")
"""What a 序号 may be."""


def task_table(table: RawTable, context: Context) -> TaskTable | None:
    """Return the tasks of ``table``; None, with a doubt, where no row is one."""
    columns = columns_of(table.heads)
    _heads(table, columns, context)
    end = _end(table, columns)
    rows = _Rows(columns, end, context, _style(table, columns, end, context))
    tasks = [task for number, row in enumerate(table.rows) if (task := rows.task(row, number)) is not None]
    rows.end_group()
    if not tasks:
        context.ledger.doubts.append(_("the table has no row that could be read as a task."))
        return None
    held, tasks = rows.times.settled(columns, tasks)
    made = [c.model_copy(update={"end": end}) if c.holds in UNITS else c for c in held]
    return TaskTable(
        schema_version=1,
        columns=tuple(made),
        list_style=rows.style,
        group_rows=rows.has_group_rows,
        tasks=tuple(tasks),
    )


def _heads(table: RawTable, columns: Sequence[Column], context: Context) -> None:
    """Note the heads of a table, and tell what of them the columns do not hold."""
    for words in table.heads:
        context.ledger.take(words, "tasks.columns")
    for words in table.repeated:
        context.ledger.computed(words)
    for words in table.above:
        if words.text == table.title.text:
            context.ledger.computed(words)
            continue
        message = _("“{words}” stands over several columns of the table, and has no place.")
        context.ledger.doubts.append(message.format(words=words.text))
    for column in columns:
        aside = ASIDE.search(column.header)
        if aside is not None and _LEADS.search(aside[1]):
            message = _("the head “{head}” says who leads; nobody is made to lead by it.")
            context.ledger.doubts.append(message.format(head=column.header))
        if names_units(column):
            message = _(
                "the column “{head}” names units beside another one of that kind; its units are kept as words."
            )
            context.ledger.doubts.append(message.format(head=column.header))


def _end(table: RawTable, columns: Sequence[Column]) -> str:
    """Return the mark that every list of units ends with."""
    places = [n for n, column in enumerate(columns) if column.holds in UNITS]
    cells = [cell[-1].text for n in places for cell in table.column(n) if cell]
    return "。" if cells and all(cell.endswith("。") for cell in cells) else ""


def _style(table: RawTable, columns: Sequence[Column], end: str, context: Context) -> ListStyle:
    """Return how the lists of a table repeat their owner: as more of them are printed."""
    read = [
        context.names.read(text)
        for n, column in enumerate(columns)
        if column.holds in UNITS
        for cell in table.column(n)
        if is_list(text := listed(cell, end).text, context.names.register)
    ]
    full = sum(reading.is_exact(ListStyle.FULL) for reading in read)
    return (
        ListStyle.FULL
        if full > sum(reading.is_exact(ListStyle.ELIDED) for reading in read)
        else ListStyle.ELIDED
    )


def _heading_label(words: Words) -> Label | None:
    """Return the label 一、 of words that head rows; 1. is none."""
    return None if words.text[:1].isdigit() else read_label(words.text + " ")


def _is_sum(row: Sequence[Sequence[Words]]) -> bool:
    """Whether a row adds others up 合计: it says so in its first words, or behind its number."""
    filled = [words.text for cell in row for words in cell][:2]
    return any(_SUM.fullmatch(text.rstrip("：")) for text in filled)


class _Rows:
    """Reads rows one after the other."""

    def __init__(self, columns: Sequence[Column], end: str, context: Context, style: ListStyle) -> None:
        self.columns, self.end, self.context = columns, end, context
        self.count = 0
        self.group: Words | None = None
        self.is_empty = False
        """Whether no task has the group yet."""
        self.has_group_rows = False
        """Whether a task has the group that a row above it names."""
        self.style = style
        self.times = TimeCells(columns, context)

    def task(self, row: Sequence[Sequence[Words]], number: int) -> Task | None:
        """Return the task of a row, None for a row that only heads those below it."""
        where = f"tasks[{self.count}]"
        if _is_sum(row):
            self._leave(row, number)
            return None
        if (heading := self._heading(row)) is not None:
            self._begin_group(heading[0])
            self._beside(heading[1], number)
            return None
        if len(row) != len(self.columns):
            self._misfit(row, number)
            return None
        cells = {column.holds: [*cell] for column, cell in zip(self.columns, row, strict=False) if cell}
        self._head_of_group(cells)
        if not cells.get(Holds.TEXT) and (not cells.get(Holds.NAME) or self._is_total(cells)):
            self._leave(row, number)
            return None
        self.count += 1
        self._number(cells.get(Holds.NUMBER, []), where)
        name = joined(cells.get(Holds.NAME, []))
        if name.text:
            self.context.text(name, f"{where}.name")
        text = [sentences(words) for words in cells.get(Holds.TEXT, [])]
        flat = [words for part in text for words in part]
        for words in flat:
            self.context.text(words, f"{where}.text")
        targets, due = numbers([name, *flat, *self._about(row)], self.context, where)
        return Task(
            id=self.context.ids.make("task", name.text or "".join(words.text for words in flat)[:120]),
            group=self._group(cells.get(Holds.GROUP, []), where),
            name=name.text or None,
            text=as_text(text),
            assignments=once(tuple(self._assignments(row, where)), self.context),
            targets=targets,
            deadlines=self.times.deadlines(row, due, where),
            attributes=self._attributes(row, where),
        )

    def _head_of_group(self, cells: dict[Holds, list[Words]]) -> None:
        """Take 三、 and the name beside it as the group of the rows that follow, where the row is a task as well."""
        number = joined(cells.get(Holds.NUMBER, []))
        if number.text and _heading_label(number) and cells.get(Holds.TEXT):
            self._begin_group(joined([number, *cells.pop(Holds.NAME, [])]))
            del cells[Holds.NUMBER]

    def _is_total(self, cells: Mapping[Holds, object]) -> bool:
        """Whether a row has no 序号 and no units in a table that has both: a sum, not a task."""
        held = {column.holds for column in self.columns}
        needed = held & {Holds.NUMBER, *UNITS}
        return Holds.NUMBER in held and not needed & cells.keys()

    def _heading(self, row: Sequence[Sequence[Words]]) -> tuple[Words, list[Words]] | None:
        """Return what heads the rows below, and what else is in its row; None for a row that heads none.

        It is one cell over all columns, or 一、 in place of a 序号 with its name beside it.
        """
        filled = [words for cell in row for words in cell]
        if len(filled) == 1:
            return filled[0], []
        label = _heading_label(filled[0]) if filled else None
        if label is None or (len(row) == len(self.columns) and row[-1]):
            return None
        named = 2 if label.length >= len(filled[0]) else 1
        if len(row) != len(self.columns) and named == 1:
            return None
        return joined(filled[:named]), filled[named:]

    def _beside(self, words: Sequence[Words], number: int) -> None:
        """Note words beside the name of a group, such as its 分值: nothing in the model holds them."""
        if words:
            message = _(
                "row {number} of the table heads others; what stands beside its name was not placed: {words}"
            )
            text = "　".join(part.text for part in words)
            self.context.ledger.doubts.append(message.format(number=number + 1, words=text[:60]))

    def _misfit(self, row: Sequence[Sequence[Words]], number: int) -> None:
        """Note a row of plain text whose lines are not one for each column."""
        message = (
            _(
                "row {number} has {found} of {count} cells: an empty one leaves no line in plain text. It was not placed; import the DOCX or the web page."
            )
            if len(row) < len(self.columns)
            else _(
                "row {number} has {found} lines for {count} cells, and which of them belong together cannot be told. It was not placed; import the DOCX or the web page."
            )
        )
        text = message.format(number=number + 1, found=len(row), count=len(self.columns))
        self.context.ledger.doubts.append(text)

    def _begin_group(self, words: Words) -> None:
        self.end_group()
        self.group, self.is_empty = words, True
        message = _("the table has rows that head others; they are the “group” of the tasks below them.")
        if message not in self.context.ledger.guesses:
            self.context.ledger.guesses.append(message)

    def end_group(self) -> None:
        """Tell of a group that no task has: none follows it, or each names a group of its own."""
        if self.is_empty and self.group is not None:
            message = _("“{group}” heads no row of the table; it has no place.")
            self.context.ledger.doubts.append(message.format(group=self.group.text))

    def _group(self, cell: Sequence[Words], where: str) -> str | None:
        if cell:
            return self.context.text(joined(cell), f"{where}.group")
        if self.group is None:
            return None
        if self.is_empty:
            self.context.ledger.take(self.group, f"{where}.group")
            self.is_empty = False
            self.has_group_rows = True
        return self.group.text

    def _leave(self, row: Sequence[Sequence[Words]], number: int) -> None:
        """Note a row that is no task, its words unplaced so that they are told."""
        words = "　".join(part.text for cell in row for part in cell)
        if words:
            message = _("row {number} of the table is no task and was not placed: {words}")
            self.context.ledger.doubts.append(message.format(number=number + 1, words=words[:60]))

    def _number(self, cell: Sequence[Words], where: str) -> None:
        """Note a 序号, which is computed; other words in its column have no place, and are told as not placed."""
        for words in cell:
            if not _ORDINAL.fullmatch(words.text):
                continue
            self.context.ledger.computed(words)
            if words.text != str(self.count):
                message = _("序号 {printed} of the table is row {count}; the number is computed.")
                self.context.ledger.faults.append(message.format(printed=words.text, count=self.count))

    def _assignments(self, row: Sequence[Sequence[Words]], where: str) -> list[Assignment]:
        made = []
        for column, cell in zip(self.columns, row, strict=False):
            if column.holds in UNITS and cell:
                made += of_cell(column, cell, self.end, self.style, self.context, where)
        return made

    def _about(self, row: Sequence[Sequence[Words]]) -> Iterator[Words]:
        """Yield the words about the task that stand in columns of their own 工作目标."""
        for column, cell in zip(self.columns, row, strict=False):
            if is_about(column):
                yield from cell

    def _attributes(self, row: Sequence[Sequence[Words]], where: str) -> dict[str, str]:
        found = {}
        for column, cell in zip(self.columns, row, strict=False):
            if column.holds is Holds.ATTRIBUTE and column.attribute and cell:
                found[column.attribute] = self.context.text(
                    joined(cell), f"{where}.attributes.{column.attribute}"
                )
        return found
