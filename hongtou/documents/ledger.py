"""The ledger 督办台账 of a whole policy: what is to be ticked off, of whom, by when, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from hongtou.documents.blocks import Block, Cell, Control, Document, Paragraph, Span, Table, TableRow, plain
from hongtou.documents.checklist import REPORTS, STATES, Checklists
from hongtou.documents.lines import Line, tag
from hongtou.documents.table import print_units
from hongtou.documents.wording import quoted
from hongtou.duties import Duty, Portfolio
from hongtou.model.base import Paragraphs
from hongtou.model.duty import ListStyle, Role
from hongtou.model.policy import Policy

EVERYBODY = "各责任单位"
"""Who reports where the notice asks it of all."""


@dataclass(frozen=True)
class Entry:
    """A row of the ledger: a line of a duty. ``task`` and ``line`` are the ids that it is known by."""

    number: str
    name: str
    text: str
    lead: str
    units: str
    deadline: str
    date: datetime.date | None
    task: str
    line: str


@dataclass(frozen=True)
class LedgerColumn:
    """A column of the ledger: its head, its width in mm on paper, and the field of an entry it shows, if any."""

    head: str
    width: float
    field: str = ""
    centred: bool = False


_COLUMNS = (
    LedgerColumn("序号", 12, "number", centred=True),
    LedgerColumn("任务", 30, "name"),
    LedgerColumn("工作要求和指标", 62, "text"),
    LedgerColumn("牵头单位", 20, "lead"),
    LedgerColumn("责任单位", 34, "units"),
    LedgerColumn("时限", 20, "deadline", centred=True),
    LedgerColumn("状态", 18, "state"),
    LedgerColumn("进展情况", 17, "progress"),
    LedgerColumn("存在问题", 17, "problem"),
    LedgerColumn("下一步措施", 17, "next"),
    LedgerColumn("销号日期", 12, "closed"),
)
WIDTH = 225.0
"""The frame of a landscape page in mm."""


class Ledger:
    """The ledger of one policy."""

    def __init__(self, policy: Policy, portfolio: Portfolio, checklists: Checklists) -> None:
        self._policy = policy
        self._portfolio = portfolio
        self._checklists = checklists

    @property
    def title(self) -> str:
        """The title of the ledger."""
        return "任务落实督办台账"

    @property
    def basis(self) -> str:
        """The notice that the ledger follows."""
        notice = self._policy.notice
        return quoted(notice.title) + (f"（{notice.document_number}）" if notice.document_number else "")

    @property
    def columns(self) -> tuple[LedgerColumn, ...]:
        """The columns; 牵头单位 only where somebody is said to lead. Together they fill the frame."""
        leads = any(a.role is Role.LEAD for duty in self._portfolio.duties for a in duty.assignments)
        kept = tuple(column for column in _COLUMNS if leads or column.field != "lead")
        scale = WIDTH / sum(column.width for column in kept)
        return tuple(LedgerColumn(c.head, c.width * scale, c.field, c.centred) for c in kept)

    def entries(self) -> Iterator[Entry]:
        """Yield the rows in the order of the duties, then what is to be reported."""
        for duty in self._portfolio.duties:
            for number, line in enumerate(self._checklists.lines(duty), 1):
                label = f"{duty.label}.{number}" if duty.table else duty.label
                yield self._entry(label, duty, line)
        for number, report in enumerate(self._policy.notice.reports, 1):
            by = self._printed(report.by) if report.by else EVERYBODY
            line = self._checklists.report_line(report)
            yield Entry(
                f"报送{number}", report.name, line.text, "", by, line.deadline, line.date, REPORTS, line.id
            )

    def _entry(self, label: str, duty: Duty, line: Line) -> Entry:
        lead = [a for a in duty.assignments if a.role is Role.LEAD]
        others = [a for a in duty.assignments if a.role is not Role.LEAD]
        return Entry(
            label,
            duty.name,
            line.text,
            "；".join(self._printed(a.units, open_=a.open) for a in lead),
            "；".join(self._printed(a.units, open_=a.open) for a in others),
            line.deadline,
            line.date,
            duty.id,
            line.id,
        )

    def _printed(self, units: Paragraphs, *, open_: bool = False) -> str:
        style = self._policy.tasks.list_style if self._policy.tasks is not None else ListStyle.ELIDED
        return print_units(self._policy, units, style, open_)

    def document(self) -> Document:
        """Return the ledger as a paper."""
        notice = self._policy.notice
        return Document(
            template="ledger.docx",
            context={"title": self.title, "basis": self.basis, "ledger": self._blocks()},
            title=self.title,
            creator=(notice.issuers or (self._policy.register.issuer,))[0],
            created=f"{notice.date or '2000-01-01'}T00:00:00Z",
            about=(("gen.paper", "ledger"), ("gen.policy", self._policy.name)),
        )

    def _blocks(self) -> tuple[Block, ...]:
        columns = self.columns
        head = TableRow(tuple(Cell((plain("ListHead", column.head),)) for column in columns))
        rows = tuple(TableRow(tuple(_cell(column, entry) for column in columns)) for entry in self.entries())
        widths = tuple(column.width for column in columns)
        return Table(widths, (head, *rows), title=self.title), Paragraph("TableEnd", ())


def _cell(column: LedgerColumn, entry: Entry) -> Cell:
    style = "ListTextCenter" if column.centred else "ListText"
    if column.field == "state":
        return Cell(tuple(_state(entry, *state) for state in STATES))
    if hasattr(entry, column.field):
        return Cell((plain(style, getattr(entry, column.field) or "—"),))
    blank = Span("\u3000", control=Control(tag(entry.task, entry.line, column.field), column.head))
    return Cell((Paragraph(style, (blank,)),))


def _state(entry: Entry, key: str, name: str) -> Paragraph:
    box = Span("☐", "CheckBoxChar", Control(tag(entry.task, entry.line, key), name, "box"))
    return Paragraph("ListText", (box, Span(name)))
