"""What an entry of the calendar says: a short line, and what is asked of whom by when below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from hongtou.calendar.days import When
from hongtou.documents.lines import deadlines_text
from hongtou.documents.reporting import EVERYBODY
from hongtou.documents.share_table import ROLE_NAMES
from hongtou.documents.table import print_units
from hongtou.documents.wording import quoted
from hongtou.duties import Duty
from hongtou.model.base import Paragraphs
from hongtou.model.duty import Deadline, DeadlineKind, ListStyle, Role
from hongtou.model.notice import Report
from hongtou.model.policy import Policy
from hongtou.numerals import date_text
from hongtou.rest_days import SATURDAY, SUNDAY, holiday, is_working

_LONGEST = 30
"""Characters of a name in the short line; calendars show fewer."""
_WEEKEND = {SATURDAY: "星期六", SUNDAY: "星期日"}
_EXCHANGED = "休息日"
"""What :func:`holiday` calls a day off that a weekend was worked for."""


@dataclass(frozen=True)
class Part:
    """What of a duty is due: its deadlines on one day, and the texts of the lines that have them."""

    duty: Duty
    deadlines: tuple[Deadline, ...]
    texts: tuple[str, ...]


class Words:
    """The words for one policy."""

    def __init__(self, policy: Policy) -> None:
        notice = policy.notice
        self._policy = policy
        self._basis = quoted(notice.title) + (
            f"（{notice.document_number}）" if notice.document_number else ""
        )

    def duty(self, parts: list[Part], day: When) -> tuple[str, str]:
        """Return the short line and the description of what ``parts`` of one row or part ask by ``day``."""
        duty = parts[0].duty
        deadlines = [deadline for part in parts for deadline in part.deadlines]
        name = duty.name or parts[0].texts[0]
        label = f"任务{duty.label}：" if duty.table else f"{duty.label} "
        said = [f"{label.rstrip()}{'' if duty.table else ' '}{name}" if duty.name else label.rstrip(" ：")]
        for part in parts:
            said += [f"要求：{''.join(part.texts)}" if len(part.texts) == 1 else _listed(part.texts)]
            said += self._units(part.duty)
        said += self._closing(deadlines, day)
        return f"{label}{_short(name)}（{deadlines_text(deadlines)}）", "\n".join(said)

    def report(self, report: Report, day: When) -> tuple[str, str]:
        """Return the short line and the description of a report: who hands in what to whom."""
        by = self._printed(report.by) if report.by else EVERYBODY
        said = [f"{by}向{report.to}报送{report.name}。", *self._closing([report.deadline], day)]
        return f"报送{_short(report.name)}（{report.deadline.printed}）", "\n".join(said)

    def _units(self, duty: Duty) -> Iterator[str]:
        for one in duty.assignments:
            role = Role.RESPONSIBLE if one.role is Role.UNSPECIFIED else one.role
            yield f"{ROLE_NAMES[role]}单位：{self._printed(one.units, open_=one.open)}"

    def _printed(self, units: Paragraphs, *, open_: bool = False) -> str:
        style = self._policy.tasks.list_style if self._policy.tasks is not None else ListStyle.ELIDED
        return print_units(self._policy, units, style, open_)

    def _closing(self, deadlines: list[Deadline], day: When) -> Iterator[str]:
        yield f"时限：{deadlines_text(deadlines)}"
        clocks = dict.fromkeys(one.clock for one in deadlines if one.clock and one.clock not in one.printed)
        if clocks:
            yield f"钟点：{'、'.join(clocks)}"
        for start in dict.fromkeys(
            one.start for one in deadlines if one.start is not None and one.kind is DeadlineKind.PHASE
        ):
            yield f"本阶段自{date_text(start)}开始。"
        if any(one.year_inferred for one in deadlines):
            yield "年份系由上下文推得，印文未写。"
        yield from _rest_days(day)
        yield f"依据：{self._basis}"


def _listed(texts: Iterable[str]) -> str:
    return "\n".join(("要求：", *(f"· {text}" for text in texts)))


def _rest_days(day: When) -> Iterator[str]:
    """Yield a sentence for each holiday among the days; a single day at a weekend is told of too."""
    for date in day.days():
        if name := holiday(date):
            why = "调休" if name == _EXCHANGED else name.replace("; ", "、")
            yield f"注意：{date_text(date)}放假（{why}）。"
        elif day.every is None and not is_working(date):
            yield f"注意：{date_text(date)}是{_WEEKEND[date.weekday()]}。"


def _short(name: str) -> str:
    name = name.rstrip("。；")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
