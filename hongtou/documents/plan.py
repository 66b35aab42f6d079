"""The plan 推进计划 of a unit: its tasks line by line, with what it does, who, from when to when, to be filled in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

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
from hongtou.documents.checklist import REPORTS, Checklists, collect_line
from hongtou.documents.lines import Line, tag
from hongtou.documents.reporting import Reporting
from hongtou.documents.table import fits_a_page
from hongtou.documents.wording import quoted
from hongtou.duties import Duty, Portfolio
from hongtou.model.notice import Orientation
from hongtou.model.policy import Policy
from hongtou.sheet.styles import LIST_SIZE

COLUMNS = ("序号", "工作要求和指标", "完成时限", "工作措施", "责任人", "起止时间", "备注")
WIDTHS = (14.0, 76.0, 26.0, 45.0, 20.0, 26.0, 18.0)
"""Column widths in mm; together the 225 mm of a landscape page."""
_FILLED_IN: tuple[tuple[str, str, str, Literal["text", "lines"]], ...] = (
    ("measures", "工作措施", "ListText", "lines"),
    ("person", "责任人", "ListTextCenter", "text"),
    ("period", "起止时间", "ListTextCenter", "text"),
    ("note", "备注", "ListText", "text"),
)


class Plans:
    """Makes the plans of one policy; the rows of a duty are set once and shared by all units."""

    def __init__(self, policy: Policy, portfolio: Portfolio, checklists: Checklists) -> None:
        self._policy = policy
        self._portfolio = portfolio
        self._checklists = checklists
        self._reporting = Reporting(policy)
        self._rows: dict[Duty, SharedRows] = {}

    def document(self, unit: str) -> Document:
        """Return the plan of ``unit``."""
        notice = self._policy.notice
        title = f"{unit}任务推进计划"
        number = f"（{notice.document_number}）" if notice.document_number else ""
        return Document(
            template="plan.docx",
            context={
                "unit": self._policy.register.unit(unit),
                "notice": notice,
                "basis": quoted(notice.title) + number,
                "title": title,
                "plan": self._blocks(unit),
            },
            title=title,
            creator=unit,
            created=f"{notice.date or '2000-01-01'}T00:00:00Z",
            about=(("gen.paper", "plan"), ("gen.policy", self._policy.name), ("gen.unit", unit)),
        )

    def _blocks(self, unit: str) -> tuple[Block, ...]:
        rows: list[TableRow | SharedRows] = [
            TableRow(tuple(Cell((plain("ListHead", name),)) for name in COLUMNS))
        ]
        rows += [self._of_duty(share.duty) for share in self._portfolio.of(unit)]
        lines = [self._checklists.report_line(report) for report in self._reporting.owed(unit)]
        lines += [collect_line(report) for report in self._reporting.collected(unit)]
        if lines:
            rows.append(_group(REPORTS, "", "情况报送", lines))
        return Table(WIDTHS, tuple(rows), title="任务推进计划"), Paragraph("TableEnd", ())

    def _of_duty(self, duty: Duty) -> SharedRows:
        if duty not in self._rows:
            self._rows[duty] = _group(duty.id, duty.label, duty.name, self._checklists.lines(duty))
        return self._rows[duty]


def _group(duty: str, label: str, name: str, lines: Sequence[Line]) -> SharedRows:
    """Return a row that names the duty, over all columns and kept to what follows, then a row per line."""
    heading = Cell((plain("ListGroup", f"{label}\u3000{name}" if label else name),), columns=len(COLUMNS))
    numbered = f"{label}." if label.isdigit() else ""
    rows = (_row(duty, f"{numbered}{number}", line) for number, line in enumerate(lines, 1))
    return SharedRows((TableRow((heading,)), *rows))


def _row(duty: str, number: str, line: Line) -> TableRow:
    given = (
        ("ListTextCenter", number),
        ("ListText", line.text),
        ("ListTextCenter", line.deadline or "—"),
    )
    blanks = (
        Cell(
            (
                Paragraph(
                    style, (Span("\u3000\u3000", control=Control(tag(duty, line.id, key), title, kind)),)
                ),
            )
        )
        for key, title, style, kind in _FILLED_IN
    )
    texts = (*(text for _style, text in given), *("",) * len(_FILLED_IN))
    return TableRow(
        (*(Cell((plain(style, text),)) for style, text in given), *blanks),
        whole=fits_a_page(texts, WIDTHS, LIST_SIZE, Orientation.LANDSCAPE),
    )
