"""The checklist 任务落实清单 of a unit: a table to tick off, with content controls that a program can read back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from hongtou.documents.blocks import (
    Block,
    Cell,
    Control,
    Document,
    Paragraph,
    SharedRows,
    Span,
    Table,
    TableRow,
    plain,
)
from hongtou.documents.fingerprints import content_hash, task_hashes
from hongtou.documents.lines import Line, deadlines_text, lines_of, tag
from hongtou.documents.reporting import Reporting
from hongtou.documents.wording import quoted
from hongtou.duties import Duty, Portfolio, Shares
from hongtou.model.notice import Report
from hongtou.model.policy import Policy

STATES = (("todo", "未启动"), ("doing", "推进中"), ("done", "已完成"))
"""The states 状态 a line can be in: what its control is tagged with, and its name."""
COLUMNS = ("序号", "工作要求和指标", "时限", "责任人", "状态", "完成日期", "佐证材料", "存在问题", "备注")
WIDTHS = (14.0, 67.0, 24.0, 18.0, 22.0, 22.0, 20.0, 20.0, 18.0)
"""Column widths in mm; together the 225 mm of a landscape page."""
REPORTS = "@reports"
"""Stands for the id of a duty in the tags of what is to be reported."""
_AFTER = Paragraph("TableEnd", ())
_BEFORE_STATE = (("person", "责任人"),)
_BEHIND_STATE = (("date", "完成日期"), ("evidence", "佐证材料"), ("problem", "存在问题"), ("note", "备注"))


class Checklists:
    """Makes the checklists of one policy; the rows of a duty are set once and shared by all units."""

    def __init__(self, policy: Policy, portfolio: Portfolio) -> None:
        self._policy = policy
        self._portfolio = portfolio
        self._reporting = Reporting(policy)
        self._rows: dict[Duty, SharedRows] = {}
        self._reports: dict[ReportsKey, SharedRows] = {}
        self._tables: dict[tuple[Shares, ReportsKey], Table] = {}

    def title(self, unit: str) -> str:
        """Return the title of the checklist of ``unit``."""
        return f"{unit}任务落实清单"

    def blocks(self, unit: str) -> tuple[Block, ...]:
        """Return the table of what ``unit`` owes, and of what it reports; one object for units that owe the same."""
        shares = self._portfolio.of(unit)
        reports, collected = self._reporting.owed(unit), self._reporting.collected(unit)
        key = shares, reports_key(reports, collected)
        if key not in self._tables:
            rows: list[TableRow | SharedRows] = [self._head, *(self.rows(share.duty) for share in shares)]
            rows += [self._report_rows(reports, collected)] if reports or collected else []
            shared = not self._portfolio.is_named(unit)
            table = Table(WIDTHS, tuple(rows), title="任务落实清单", shared=shared)
            if not shared:
                return table, _AFTER
            self._tables[key] = table
        return self._tables[key], _AFTER

    def lines(self, duty: Duty) -> tuple[Line, ...]:
        """Return what is ticked off for ``duty``."""
        return lines_of(duty, self._policy.rules.checklists.background)

    def rows(self, duty: Duty) -> SharedRows:
        """Return the rows of ``duty``, the same for every unit."""
        key = duty
        if key not in self._rows:
            self._rows[key] = duty_rows(duty.id, duty.label, duty.name, self.lines(duty))
        return self._rows[key]

    @cached_property
    def _head(self) -> TableRow:
        return TableRow(tuple(Cell((plain("ListHead", name),)) for name in COLUMNS))

    def _report_rows(self, reports: tuple[Report, ...], collected: tuple[Report, ...]) -> SharedRows:
        key = reports_key(reports, collected)
        if key not in self._reports:
            lines = tuple(map(self.report_line, reports)) + tuple(map(collect_line, collected))
            self._reports[key] = duty_rows(REPORTS, "", "情况报送", lines)
        return self._reports[key]

    def report_line(self, report: Report) -> Line:
        """Return what is ticked off for ``report``."""
        text = f"向{report.to}报送{report.name}。"
        return Line(report.id, text, deadlines_text([report.deadline]), report.deadline.date)

    def document(self, unit: str) -> Document:
        """Return the checklist of ``unit`` as a paper of its own."""
        notice = self._policy.notice
        title = self.title(unit)
        number = f"（{notice.document_number}）" if notice.document_number else ""
        shares = self._portfolio.of(unit)
        return Document(
            template="checklist.docx",
            context={
                "unit": self._policy.register.unit(unit),
                "notice": notice,
                "basis": quoted(notice.title) + number,
                "checklist_title": title,
                "checklist": self.blocks(unit),
            },
            title=title,
            creator=(notice.issuers or (self._policy.register.issuer,))[0],
            created=f"{notice.date or '2000-01-01'}T00:00:00Z",
            about=(
                ("gen.paper", "checklist"),
                ("gen.policy", self._policy.name),
                ("gen.unit", unit),
                ("gen.content", content_hash(r.id + r.deadline.printed for r in self._reporting.owed(unit))),
            ),
            fingerprints=task_hashes(shares, lambda _share: ""),
        )


ReportsKey = tuple[tuple[str, ...], tuple[str, ...]]


def reports_key(owed: Iterable[Report], collected: Iterable[Report]) -> ReportsKey:
    """Return what tells one set of reports, owed and collected, from another."""
    return tuple(report.id for report in owed), tuple(report.id for report in collected)


def collect_line(report: Report) -> Line:
    """Return what the unit ticks off that ``report`` goes to."""
    text = f"收集汇总{report.name}。"
    return Line(f"{report.id}-collected", text, deadlines_text([report.deadline]), report.deadline.date)


def duty_rows(duty: str, label: str, name: str, lines: Sequence[Line]) -> SharedRows:
    """Return a row that names the duty, over all columns and kept to what follows, then a row per line."""
    heading = Cell((plain("ListGroup", f"{label}\u3000{name}" if label else name),), columns=len(COLUMNS))
    numbered = f"{label}." if label.isdigit() else ""
    rows = (
        TableRow(
            (
                Cell((plain("ListTextCenter", f"{numbered}{number}"),)),
                Cell((plain("ListText", line.text),)),
                Cell((plain("ListTextCenter", line.deadline or "—"),)),
                *_cells_to_fill(duty, line),
            )
        )
        for number, line in enumerate(lines, 1)
    )
    return SharedRows((TableRow((heading,)), *rows))


def _cells_to_fill(duty: str, line: Line) -> Iterable[Cell]:
    yield from _blanks(duty, line, _BEFORE_STATE)
    yield Cell(tuple(_state(duty, line, *state) for state in STATES))
    yield from _blanks(duty, line, _BEHIND_STATE)


def _blanks(duty: str, line: Line, names: Iterable[tuple[str, str]]) -> Iterable[Cell]:
    return (
        Cell((Paragraph("ListTextCenter", (_blank(tag(duty, line.id, key), title),)),))
        for key, title in names
    )


def _blank(name: str, title: str) -> Span:
    return Span("\u3000\u3000", control=Control(name, title))


def _state(duty: str, line: Line, key: str, name: str) -> Paragraph:
    box = Span("☐", "CheckBoxChar", Control(tag(duty, line.id, key), name, "box"))
    return Paragraph("ListTextCenter", (box, Span(name)))
