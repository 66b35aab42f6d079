"""The table of a unit's tasks in its letter: number as in the notice, task, what is asked, its part, with whom, by when."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from hongtou.documents.blocks import Cell, SharedRows, Table, TableRow, plain
from hongtou.documents.lines import deadlines_text
from hongtou.documents.table import cell_paragraphs, fits_a_page, print_units
from hongtou.duties import Duty, Portfolio, Share, Shares, without
from hongtou.model.base import unit_names
from hongtou.model.duty import ListStyle, Role
from hongtou.model.notice import Orientation
from hongtou.model.policy import Policy
from hongtou.model.task import Holds
from hongtou.sheet.styles import LIST_SIZE

ROLE_NAMES = {
    Role.LEAD: "牵头",
    Role.RESPONSIBLE: "责任",
    Role.SUPPORT: "配合",
    Role.PARTICIPATE: "参与",
    Role.GUIDE: "指导",
    Role.IMPLEMENT: "落实",
    Role.JOINTLY: "会同",
    Role.ASSESS: "考核",
    Role.COORDINATE: "统筹协调",
    Role.UNSPECIFIED: "—",
}
NONE = "—"
"""Stands where the notice says nothing."""
FIELDS = ("number", "name", "text", "role", "others", "deadline")
"""What a template calls the columns."""
_WIDTHS = (11.0, 26.0, 64.0, 11.0, 26.0, 18.0)
"""Column widths in mm; together the 156 mm of the frame."""
_STYLES = ("ListTextCenter", "ListText", "ListText", "ListTextCenter", "ListText", "ListTextCenter")


class ShareTable:
    """Makes the task tables of one policy's letters, all with the same columns."""

    def __init__(self, policy: Policy, portfolio: Portfolio) -> None:
        self._policy = policy
        self._rows: dict[tuple[Duty, Role], SharedRows] = {}
        self._others: dict[tuple[Duty, str], str] = {}
        self._whole: dict[Duty, bool] = {}
        self._tables: dict[Shares, Table] = {}
        self._named = {
            duty: frozenset(name for a in duty.assignments for name in unit_names(a.units))
            for duty in portfolio.duties
        }

    def table(self, shares: Shares, unit: str) -> Table:
        """Return the table of ``shares``, the part of ``unit`` in each: one object for units not named themselves."""
        if any(self._names(share.duty, unit) for share in shares):
            return Table(_WIDTHS, (self._head, *(self._row(share, unit) for share in shares)))
        if shares not in self._tables:
            rows = (self._head, *(self._made(share, unit) for share in shares))
            self._tables[shares] = Table(_WIDTHS, rows, shared=True)
        return self._tables[shares]

    def records(self, shares: Shares, unit: str) -> list[Mapping[str, object]]:
        """Return ``shares`` as plain values, for templates that draw a table of their own."""
        return [
            {**dict(zip(FIELDS, self.values(share, unit), strict=True)), "sentences": [*share.duty.sentences]}
            for share in shares
        ]

    def values(self, share: Share, unit: str) -> tuple[str, ...]:
        """Return the texts of a row."""
        duty = share.duty
        return (
            duty.label,
            duty.name,
            "".join(duty.sentences),
            ROLE_NAMES[share.role],
            self.others(share, unit) or NONE,
            deadlines_text(duty.deadlines) or NONE,
        )

    def others(self, share: Share, unit: str) -> str:
        """Return the units that ``unit`` works with, as the notice prints them, by role where there are several."""
        named = unit if self._names(share.duty, unit) else ""
        key = (share.duty, named)
        if key not in self._others:
            self._others[key] = self._print_others(share.duty, named)
        return self._others[key]

    def _names(self, duty: Duty, unit: str) -> bool:
        return unit in self._named[duty]

    def _print_others(self, duty: Duty, unit: str) -> str:
        style = self._policy.tasks.list_style if self._policy.tasks is not None else ListStyle.ELIDED
        several = len({a.role for a in duty.assignments}) > 1
        texts = []
        for assignment in duty.assignments:
            units = without(assignment.units, unit)
            if units:
                label = f"{ROLE_NAMES[assignment.role]}：" if several else ""
                texts.append(label + print_units(self._policy, units, style, assignment.open))
        return "\n".join(texts)

    def _row(self, share: Share, unit: str) -> TableRow | SharedRows:
        """Return the row of ``share``: one object for all units that are only in it by a set."""
        if self._names(share.duty, unit):
            return self._made(share, unit)
        key = (share.duty, share.role)
        if key not in self._rows:
            self._rows[key] = SharedRows((self._made(share, unit),))
        return self._rows[key]

    def _made(self, share: Share, unit: str) -> TableRow:
        values = self.values(share, unit)
        cells = tuple(Cell(cell_paragraphs(style, text)) for style, text in zip(_STYLES, values, strict=True))
        return TableRow(cells, whole=self._is_whole(share))

    def _is_whole(self, share: Share) -> bool:
        """Whether the row of ``share``, with all units of its duty, can stand on one page."""
        if share.duty not in self._whole:
            values = self.values(share, "")
            self._whole[share.duty] = fits_a_page(values, _WIDTHS, LIST_SIZE, Orientation.PORTRAIT)
        return self._whole[share.duty]

    @cached_property
    def _head(self) -> TableRow:
        return TableRow(tuple(Cell((plain("ListHead", name),)) for name in self._headers))

    @cached_property
    def _headers(self) -> tuple[str, ...]:
        """The heads of the columns, those of the notice's table where it has such a column."""
        given = {c.holds: c.header for c in (self._policy.tasks.columns if self._policy.tasks else ())}
        return (
            given.get(Holds.NUMBER, "序号"),
            given.get(Holds.NAME, "任务"),
            given.get(Holds.TEXT, "工作要求"),
            "职责",
            "共同承担单位",
            given.get(Holds.DEADLINES, "时限"),
        )
