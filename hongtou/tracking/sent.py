"""What went out in our own columns 发出的内容, held against what stands there in a return: a change is told, never taken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from hongtou.documents.checklist import Checklists
from hongtou.documents.ledger import Ledger
from hongtou.documents.ledger_sheet import LedgerSheet
from hongtou.tracking.asked import Asked, Key, Requirements
from hongtou.tracking.dates import day
from hongtou.tracking.returned import DEADLINE, LAST_DAY, TASK, Row

EMPTIED = "（空）"
"""Stands for a cell of ours that the unit emptied."""
_HELD = (TASK, "牵头单位", "责任单位", LAST_DAY)
"""The columns that only the ledger has; numbers and ids are no words of a unit's, it may renumber its rows."""
_NONE = "—"


class Sent:
    """Knows what our columns say today, line by line."""

    def __init__(self, requirements: Requirements) -> None:
        self._requirements = requirements

    def changes(self, row: Row, asked: Asked) -> tuple[tuple[str, str], ...]:
        """Return what stands in our columns of ``row`` and is not what they say today, by their heads."""
        return tuple(
            (head, row.ours[head] or EMPTIED)
            for head, said in self._said(asked)
            if head in row.ours and not _is_same(row.ours[head], said)
        )

    def _said(self, asked: Asked) -> Iterator[tuple[str, str]]:
        yield DEADLINE, asked.line.deadline
        yield from self._ledger.get(asked.key, {}).items()

    @cached_property
    def _ledger(self) -> dict[Key, dict[str, str]]:
        """The columns that only the ledger has, by the line."""
        policy, duties = self._requirements.policy, self._requirements.portfolio
        sheet = LedgerSheet(policy, Ledger(policy, duties, Checklists(policy, duties)))
        heads = [column[0] for column in sheet.columns]
        rows = (dict(zip(heads, (str(value or "") for value in row), strict=True)) for row in sheet.rows())
        return {
            (row["任务标识"], row["条目标识"]): {head: row[head] for head in _HELD if head in row}
            for row in rows
        }


def _is_same(text: str, said: str) -> bool:
    """Whether ``text`` says what went out; blanks, and how a day is written, are no change."""
    mine, theirs = ("".join(one.split()).replace(_NONE, "") for one in (text, said))
    return mine == theirs or (day(mine) is not None and day(mine) == day(theirs))
