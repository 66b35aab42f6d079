"""The ledger 督办台账 of a whole policy: what is to be ticked off, of whom, by when, and how it stands."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import astuple, dataclass
from itertools import groupby

from hongtou.documents.blocks import Block, Cell, Control, Document, Paragraph, Span, Table, TableRow, plain
from hongtou.documents.checklist import REPORTS, STATES, Checklists
from hongtou.documents.fingerprints import content_hash
from hongtou.documents.lines import Line, tag
from hongtou.documents.reporting import EVERYBODY
from hongtou.documents.share_table import ROLE_NAMES
from hongtou.documents.table import print_units
from hongtou.documents.wording import quoted
from hongtou.duties import Duty, Portfolio
from hongtou.model.base import Paragraphs
from hongtou.model.duty import ListStyle, Role
from hongtou.model.policy import Policy


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


COLUMNS = (
    ("序号", 14.0),
    ("工作要求和指标", 74.0),
    ("时限", 24.0),
    ("状态", 22.0),
    ("进展情况", 26.0),
    ("存在问题", 22.0),
    ("下一步措施", 22.0),
    ("销号日期", 21.0),
)
"""Head and width in mm of each column; together the 225 mm of a landscape page."""
_FILLED_IN = (
    ("progress", "进展情况"),
    ("problem", "存在问题"),
    ("next", "下一步措施"),
    ("closed", "销号日期"),
)


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
    def about(self) -> tuple[tuple[str, str], ...]:
        """What the ledger says of itself; the fingerprint of its rows tells later whether it asks what is asked then."""
        rows = (f"{value or ''}" for entry in self.entries() for value in astuple(entry))
        return (
            ("gen.paper", "ledger"),
            ("gen.policy", self._policy.name),
            ("gen.content", content_hash(rows)),
        )

    @property
    def has_leads(self) -> bool:
        """Whether anybody is said to lead."""
        return any(a.role is Role.LEAD for duty in self._portfolio.duties for a in duty.assignments)

    def entries(self) -> Iterator[Entry]:
        """Yield the rows in the order of the duties, then what is to be reported."""
        for duty in self._portfolio.duties:
            for number, line in enumerate(self._checklists.lines(duty), 1):
                yield self._entry(f"{duty.label}.{number}", duty, line)
        for number, report in enumerate(self._policy.notice.reports, 1):
            by = self._printed(report.by) if report.by else EVERYBODY
            line = self._checklists.report_line(report)
            yield Entry(
                str(number), "情况报送", line.text, "", by, line.deadline, line.date, REPORTS, line.id
            )

    def _entry(self, label: str, duty: Duty, line: Line) -> Entry:
        lead = [a for a in duty.assignments if a.role is Role.LEAD]
        others = [a for a in duty.assignments if a.role is not Role.LEAD]
        return Entry(
            label,
            duty.name,
            line.text,
            "；".join(self._printed(a.units, open_=a.open) for a in lead),
            "；".join(_labelled(a.role, self._printed(a.units, open_=a.open)) for a in others),
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
            about=self.about,
        )

    def _blocks(self) -> tuple[Block, ...]:
        head = TableRow(tuple(Cell((plain("ListHead", name),)) for name, _width in COLUMNS))
        rows = [head]
        for _key, entries in groupby(self.entries(), lambda entry: (entry.task, entry.name)):
            group = tuple(entries)
            rows += [_heading(group[0]), *map(_row, group)]
        widths = tuple(width for _name, width in COLUMNS)
        return Table(widths, tuple(rows), title=self.title), Paragraph("TableEnd", ())


def _labelled(role: Role, units: str) -> str:
    """Return ``units`` with their role, where it is another than that of the column."""
    return units if role in (Role.RESPONSIBLE, Role.UNSPECIFIED) else f"{ROLE_NAMES[role]}：{units}"


def _heading(entry: Entry) -> TableRow:
    """Return the row that names a task and its units, over all columns and kept to what follows."""
    label = entry.number.rpartition(".")[0]
    who = [f"牵头单位：{entry.lead}"] if entry.lead else []
    who += [entry.units if "：" in entry.units else f"责任单位：{entry.units}"] if entry.units else []
    texts = (f"{label}\u3000{entry.name}" if label else entry.name, "；".join(who))
    return TableRow((Cell(tuple(plain("ListGroup", text) for text in texts), columns=len(COLUMNS)),))


def _row(entry: Entry) -> TableRow:
    """Return the row of a line: number, text, deadline, and what is filled in."""
    blanks = (
        Span("\u3000", control=Control(tag(entry.task, entry.line, key), title)) for key, title in _FILLED_IN
    )
    return TableRow(
        (
            Cell((plain("ListTextCenter", entry.number),)),
            Cell((plain("ListText", entry.text),)),
            Cell((plain("ListTextCenter", entry.deadline or "—"),)),
            Cell(tuple(_state(entry, *state) for state in STATES)),
            *(Cell((Paragraph("ListText", (blank,)),)) for blank in blanks),
        )
    )


def _state(entry: Entry, key: str, name: str) -> Paragraph:
    box = Span("☐", "CheckBoxChar", Control(tag(entry.task, entry.line, key), name, "box"))
    return Paragraph("ListTextCenter", (box, Span(name)))
