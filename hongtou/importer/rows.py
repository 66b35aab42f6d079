"""The task table 任务分解表 of the model, from a raw table: which column holds what, and a task per row."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from hongtou.i18n import _
from hongtou.importer.assignments import arranged, note_reading, once
from hongtou.importer.context import Context
from hongtou.importer.labels import read_label
from hongtou.importer.names import is_plausible
from hongtou.importer.nodes import as_text
from hongtou.importer.numbers import numbers, of_cells
from hongtou.importer.raw import RawTable
from hongtou.importer.sentences import sentences
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Assignment, LeadBy, ListStyle, Role
from hongtou.model.task import Column, Holds, Task, TaskTable

_HOLDS: tuple[tuple[Holds, str], ...] = (
    (Holds.NUMBER, "序号|编号"),
    (Holds.LEAD, "牵头(?:单位|部门)"),
    (Holds.OTHERS, "配合(?:单位|部门)|配合/责任单位|参与单位"),
    (Holds.UNITS, "(?:主要)?责任(?:单位|部门|处室)|负责(?:单位|部门)|负责考核部门|指导部门"),
    (Holds.GROUP, "类别|分类"),
    (Holds.TEXT, "指标任务|工作要求|工作内容|主要内容|具体措施|工作措施|考核指标|任务内容|工作举措"),
    (Holds.NAME, "内容|任务|工作任务|重点任务|主要任务|任务名称|目标任务|项目|考核项目|改革举措"),
)
_ROLES = {"负责考核部门": Role.ASSESS, "指导部门": Role.GUIDE, "参与单位": Role.PARTICIPATE}


def is_task_table(table: RawTable) -> bool:
    """Whether a table says who does what: it has a column of units and one of tasks."""
    held = {column.holds for column in columns_of(table)}
    return bool(held & {Holds.UNITS, Holds.LEAD}) and bool(held & {Holds.NAME, Holds.TEXT})


def columns_of(table: RawTable) -> tuple[Column, ...]:
    """Return what each column holds, told by its head; what no head tells is an attribute of that name."""
    columns: list[Column] = []
    for words in table.heads:
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


def task_table(table: RawTable, context: Context) -> TaskTable | None:
    """Return the tasks of ``table``; None, with a doubt, where no row is one."""
    columns = columns_of(table)
    for words in table.above:
        message = _("“{words}” stands over several columns of the table, and has no place.")
        context.ledger.doubts.append(message.format(words=words.text))
    for head in table.heads:
        context.ledger.take(head, "tasks.columns")
    end = _end(table, columns)
    rows = _Rows(columns, end, context, _style(table, columns, end, context))
    tasks = [task for number, row in enumerate(table.rows) if (task := rows.task(row, number)) is not None]
    rows.end_group()
    if not tasks:
        context.ledger.doubts.append(_("the table has no row that could be read as a task."))
        return None
    made = [
        c.model_copy(update={"end": end}) if c.holds in (Holds.UNITS, Holds.LEAD, Holds.OTHERS) else c
        for c in columns
    ]
    return TaskTable(schema_version=1, columns=tuple(made), list_style=rows.style, tasks=tuple(tasks))


def _end(table: RawTable, columns: Sequence[Column]) -> str:
    """Return the mark that every list of units ends with."""
    places = [
        n for n, column in enumerate(columns) if column.holds in (Holds.UNITS, Holds.LEAD, Holds.OTHERS)
    ]
    cells = [row[n][-1].text for row in table.rows for n in places if n < len(row) and row[n]]
    return "。" if cells and all(cell.endswith("。") for cell in cells) else ""


def _style(table: RawTable, columns: Sequence[Column], end: str, context: Context) -> ListStyle:
    """Return how the lists of a table repeat their owner: as more of them are printed."""
    read = [
        context.names.read(text)
        for n, column in enumerate(columns)
        if column.holds in (Holds.UNITS, Holds.LEAD, Holds.OTHERS)
        for row in table.rows
        if n < len(row) and is_plausible(text := cell_list(row[n], end))
    ]
    full = sum(reading.is_exact(ListStyle.FULL) for reading in read)
    return (
        ListStyle.FULL
        if full > sum(reading.is_exact(ListStyle.ELIDED) for reading in read)
        else ListStyle.ELIDED
    )


def cell_list(cell: Sequence[Words], end: str) -> str:
    """Return the list of units in a cell; lines without marks between them are one list, its units below each other."""
    if len(cell) > 1:
        return "、".join(words.text for words in cell)
    text = joined(cell).text
    return text.removesuffix(end) if end else text


class _Rows:
    """Reads rows one after the other."""

    def __init__(self, columns: Sequence[Column], end: str, context: Context, style: ListStyle) -> None:
        self.columns, self.end, self.context = columns, end, context
        self.count = 0
        self.group: Words | None = None
        self.is_empty = False
        """Whether no task has followed the group yet."""
        self.style = style

    def task(self, row: Sequence[Sequence[Words]], number: int) -> Task | None:
        """Return the task of a row, None for a row that only heads those below it."""
        where = f"tasks[{self.count}]"
        if 1 < len(row) < len(self.columns):
            message = _(
                "row {number} has {found} of {count} cells: an empty one leaves no line in plain text. It was not placed; import the DOCX or the web page."
            )
            self.context.ledger.doubts.append(
                message.format(number=number + 1, found=len(row), count=len(self.columns))
            )
            return None
        if (words := self._group_words(row)) is not None:
            self._begin_group(words, where)
            return None
        cells = {column.holds: [*cell] for column, cell in zip(self.columns, row, strict=False) if cell}
        self._head_of_group(cells, where)
        if not cells.get(Holds.TEXT) and (not cells.get(Holds.NAME) or self._is_total(cells)):
            self._leave(row, number)
            return None
        self.count += 1
        self.is_empty = False
        self._number(cells.get(Holds.NUMBER, []), where)
        name = joined(cells.get(Holds.NAME, []))
        if name.text:
            self.context.text(name, f"{where}.name")
        text = [sentences(words) for words in cells.get(Holds.TEXT, [])]
        flat = [words for part in text for words in part]
        for words in flat:
            self.context.text(words, f"{where}.text")
        targets, due = numbers([name, *flat], self.context, where)
        return Task(
            id=self.context.ids.make("task", name.text or "".join(words.text for words in flat)[:120]),
            group=self._group(cells.get(Holds.GROUP, []), where),
            name=name.text or None,
            text=as_text(text),
            assignments=once(tuple(self._assignments(row, where)), self.context),
            targets=targets,
            deadlines=(*due, *of_cells(self._times(row), self.context, where)),
            attributes=self._attributes(row, where),
        )

    def _head_of_group(self, cells: dict[Holds, list[Words]], where: str) -> None:
        """Take 三、 and the name beside it as the group of the rows that follow, where the row is a task as well."""
        number = joined(cells.get(Holds.NUMBER, []))
        if (
            number.text
            and not number.text[0].isdigit()
            and read_label(number.text + " ")
            and cells.get(Holds.TEXT)
        ):
            self._begin_group(joined([number, *cells.pop(Holds.NAME, [])]), where)
            del cells[Holds.NUMBER]

    def _is_total(self, cells: Mapping[Holds, object]) -> bool:
        """Whether a row has no 序号 and no units in a table that has both: a sum, not a task."""
        held = {column.holds for column in self.columns}
        needed = held & {Holds.NUMBER, Holds.UNITS, Holds.LEAD, Holds.OTHERS}
        return Holds.NUMBER in held and not needed & cells.keys()

    def _group_words(self, row: Sequence[Sequence[Words]]) -> Words | None:
        """Return the words of a row that heads those below it: one cell over all columns, or 一、 in place of a 序号."""
        filled = [words for cell in row for words in cell]
        is_labelled = (
            filled and read_label(filled[0].text + " ") is not None and not filled[0].text[0].isdigit()
        )
        if len(filled) == 1 or (is_labelled and not row[-1]):
            return joined(filled)
        return None

    def _begin_group(self, words: Words, where: str) -> None:
        self.end_group()
        self.group, self.is_empty = words, True
        self.context.ledger.take(words, f"{where}.group")
        message = _(
            "the table has rows that head others; they are the “group” of their tasks, and no column prints it."
        )
        if message not in self.context.ledger.guesses:
            self.context.ledger.guesses.append(message)

    def end_group(self) -> None:
        """Tell of a group that no task follows."""
        if self.is_empty and self.group is not None:
            message = _("“{group}” heads no row of the table; it has no place.")
            self.context.ledger.doubts.append(message.format(group=self.group.text))

    def _group(self, cell: Sequence[Words], where: str) -> str | None:
        if cell:
            return self.context.text(joined(cell), f"{where}.group")
        return self.group.text if self.group is not None else None

    def _leave(self, row: Sequence[Sequence[Words]], number: int) -> None:
        """Note a row that is no task, its words unplaced so that they are told."""
        words = "　".join(part.text for cell in row for part in cell)
        if words:
            message = _("row {number} of the table is no task and was not placed: {words}")
            self.context.ledger.doubts.append(message.format(number=number + 1, words=words[:60]))

    def _number(self, cell: Sequence[Words], where: str) -> None:
        for words in cell:
            self.context.ledger.computed(words)
            if words.text != str(self.count):
                message = _("序号 {printed} of the table is row {count}; the number is computed.")
                self.context.ledger.faults.append(message.format(printed=words.text, count=self.count))

    def _assignments(self, row: Sequence[Sequence[Words]], where: str) -> list[Assignment]:
        made = []
        for column, cell in zip(self.columns, row, strict=False):
            if column.holds in (Holds.UNITS, Holds.LEAD, Holds.OTHERS) and cell:
                made += self._of_cell(column, cell, where)
        return made

    def _of_cell(self, column: Column, cell: Sequence[Words], where: str) -> list[Assignment]:
        """Return the assignment of a cell; several lines without marks are one list, its units below each other."""
        whole = joined(cell)
        text = cell_list(cell, self.end)
        if not is_plausible(text):
            message = _("this is no list of units that could be read; it was not placed: {words}")
            self.context.ledger.doubts.append(message.format(words=whole.text[:60]))
            return []
        reading = self.context.names.read(text)
        self.context.lists += 1
        note_reading(reading, whole, self.context, where)
        lead = column.holds is Holds.LEAD
        role = (
            Role.LEAD
            if lead
            else _ROLES.get(
                column.header,
                Role.SUPPORT
                if column.holds is Holds.OTHERS and "责任" not in column.header
                else Role.RESPONSIBLE,
            )
        )
        return [
            Assignment(
                role=role,
                units=arranged(reading, self.context),
                open=text.endswith("等"),
                lead_by=LeadBy.EXPLICIT if lead else LeadBy.UNKNOWN,
                printed=None if reading.is_exact(self.style) else text,
            )
        ]

    def _times(self, row: Sequence[Sequence[Words]]) -> Iterator[Words]:
        """Yield the cells of columns of time limits, one deadline each."""
        for column, cell in zip(self.columns, row, strict=False):
            if column.holds is Holds.ATTRIBUTE and re.search("时限|时间", column.header):
                yield joined(cell)

    def _attributes(self, row: Sequence[Sequence[Words]], where: str) -> dict[str, str]:
        found = {}
        for column, cell in zip(self.columns, row, strict=False):
            if column.holds is Holds.ATTRIBUTE and column.attribute and cell:
                found[column.attribute] = self.context.text(
                    joined(cell), f"{where}.attributes.{column.attribute}"
                )
        return found
