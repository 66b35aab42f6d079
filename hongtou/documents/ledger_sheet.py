"""The ledger as rows of a workbook: the same entries as on paper, with dates as dates and ids to know them by."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

from hongtou.documents.checklist import STATES
from hongtou.documents.ledger import Entry, Ledger
from hongtou.model.policy import Policy

Row = tuple[str | datetime.date | None, ...]
NAMES = tuple(name for _key, name in STATES)
"""The states 状态 in their order; a ledger begins with the first."""


class LedgerSheet:
    """What stands in the workbook of a policy's ledger: ``columns`` as (head, mm, kind, choices, hidden)."""

    def __init__(self, policy: Policy, ledger: Ledger) -> None:
        self._policy = policy
        self._ledger = ledger

    @property
    def columns(self) -> tuple[tuple[str, float, str, tuple[str, ...], bool], ...]:
        """The columns of the paper ledger, with the last day and the ids beside them."""
        lead = [("牵头单位", 24.0, "text", (), False)] if self._ledger.has_leads else []
        return (
            ("序号", 14.0, "centre", (), False),
            ("任务", 32.0, "text", (), False),
            ("工作要求和指标", 80.0, "text", (), False),
            *lead,
            ("责任单位", 40.0, "text", (), False),
            ("时限", 24.0, "centre", (), False),
            ("截止日期", 22.0, "date", (), False),
            ("状态", 18.0, "centre", NAMES, False),
            ("进展情况", 30.0, "text", (), False),
            ("存在问题", 26.0, "text", (), False),
            ("下一步措施", 26.0, "text", (), False),
            ("销号日期", 22.0, "date", (), False),
            ("任务标识", 30.0, "text", (), True),
            ("条目标识", 24.0, "text", (), True),
        )

    def rows(self) -> Iterator[Row]:
        """Yield a row per entry."""
        return (self._row(entry) for entry in self._ledger.entries())

    def _row(self, entry: Entry) -> Row:
        lead = (entry.lead,) if self._ledger.has_leads else ()
        said = (entry.number, entry.name, entry.text, *lead, entry.units, entry.deadline, entry.date)
        return (*said, NAMES[0], "", "", "", None, entry.task, entry.line)
