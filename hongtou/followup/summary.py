"""The summary 汇总报告 of the unit that collects the reports: all units, all tasks, targets reached against asked."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from hongtou.documents.blocks import Document, Paragraph, plain
from hongtou.documents.body import BODY
from hongtou.documents.letter import Letters
from hongtou.documents.reporting import Reporting
from hongtou.documents.wording import short
from hongtou.followup.counts import Counts
from hongtou.followup.frame import Attached, Report, full_name, report_document, worded
from hongtou.followup.gathered import Gathered
from hongtou.followup.summary_tables import problem_table, target_table, task_table, unit_table
from hongtou.followup.unit_report import addressee, prompt
from hongtou.numerals import date_text
from hongtou.tracking.standing import Standings

_WHOLE = 100


def collectors(standings: Standings) -> tuple[str, ...]:
    """Return the units that reports go to, in the order of the notice; the issuer where nobody is to report."""
    notice = standings.policy.notice
    found = dict.fromkeys(report.to for report in notice.reports)
    return tuple(found) or ((notice.issuers or (standings.policy.register.issuer,))[0],)


class Summaries:
    """Writes the summaries by ``standings``, dated ``date`` (None: left to be filled in)."""

    def __init__(self, standings: Standings, letters: Letters, date: datetime.date | None = None) -> None:
        self._standings = standings
        self._letters = letters
        self._policy = standings.policy
        self._day = date_text(standings.as_of)
        self._date = date

    def summary(self, collector: str) -> Document:
        """Return the summary of ``collector`` over the units that report to it, and itself."""
        policy = self._policy
        gathered = Gathered.of(self._standings, self._units(collector))
        signer = full_name(policy, collector)
        words = {"unit": signer, "matter": self._letters.subject, "report": "汇总报告", "day": self._day}
        return report_document(
            "summary.docx",
            Report(
                policy,
                signer,
                self._recipients(collector),
                **worded(policy.rules.reports.summary, policy, words),
                parts={
                    "总体情况": [*self._overview(gathered)],
                    "任务进展": [*self._tasks(gathered)],
                    "逾期和未反馈情况": [*self._late(gathered)],
                    "存在问题": [*_problems(gathered)],
                    "下一步打算": [prompt("@summary", "next", "下一步打算", "请填写下一步工作打算")],
                },
                attached=_attached(gathered),
                about=(("gen.paper", "summary"), ("gen.policy", policy.name), ("gen.unit", collector)),
                date=self._date,
                context={"notice": policy.notice},
                whole=(signer,),
            ),
        )

    def _units(self, collector: str) -> tuple[str, ...]:
        """Return whom the summary is over: all who report to ``collector``, and itself where it has tasks."""
        reports = self._policy.notice.reports
        reporting = Reporting(self._policy)
        return tuple(
            unit
            for unit in self._standings.units
            if not reports or unit == collector or any(r.to == collector for r in reporting.owed(unit))
        )

    def _recipients(self, collector: str) -> str:
        """Return whom the summary goes to: who issued the notice; empty where that is the collector itself."""
        issuers = self._policy.notice.issuers or (self._policy.register.issuer,)
        return "、".join(addressee(self._letters, name) for name in issuers if name != collector)

    def _overview(self, gathered: Gathered) -> Iterator[Paragraph]:
        total, units = gathered.total, len(gathered.units)
        text = f"本次汇总{short(self._policy.notice)}任务{len(gathered.tasks)}项，涉及责任单位{units}个。"
        text += f"截至{self._day}，反馈进展的{gathered.replied}个，未反馈的{units - gathered.replied}个。"
        text += f"按单位逐条统计，工作要求共{total.lines}条次"
        said = f"，{total.words(unit='条次')}，完成率{_percent(total)}。" if total.lines else "。"
        yield plain(BODY, f"{text}{said}各单位进展见附件1。")
        yield prompt("@summary", "overview", "总体情况", "请概述组织推进、督促检查的做法和总体成效")

    def _tasks(self, gathered: Gathered) -> Iterator[Paragraph]:
        counts = gathered.tasks.values()
        done = sum(c.done == c.lines for c in counts)
        none = sum(c.done + c.doing == 0 for c in counts)
        numbers = {"各责任单位均已完成的": done, "正在推进的": len(counts) - done - none, "尚无进展的": none}
        said = "，".join(f"{words}{number}项" for words, number in numbers.items() if number)
        if counts:
            yield plain(BODY, f"任务{len(counts)}项中，{said}。各项任务进展见附件2。")
        if gathered.targets:
            asked, reached = gathered.total.targets, gathered.total.reached
            met = sum(c.done == c.lines for c in gathered.targets.values())
            yield plain(
                BODY,
                f"指标{len(gathered.targets)}项，各责任单位均已完成的{met}项；按单位统计，"
                f"应完成{asked}项次，已完成{reached}项次。各项指标完成情况见附件3。",
            )

    def _late(self, gathered: Gathered) -> Iterator[Paragraph]:
        late = _by_count(gathered)
        if late:
            count = sum(map(len, late.values()))
            said = "；".join(
                f"逾期{number}条的{len(units)}个：{_named(units, gathered)}" for number, units in late.items()
            )
            text = f"截至{self._day}，有逾期事项的单位{count}个，共{gathered.total.late}条次。{said}。"
            yield plain(BODY, text)
        else:
            yield plain(BODY, f"截至{self._day}，没有逾期事项。")
        if gathered.quiet:
            yield plain(
                BODY, f"未反馈进展的单位{len(gathered.quiet)}个：{_named(gathered.quiet, gathered)}。"
            )


def _named(units: Sequence[str], gathered: Gathered) -> str:
    """Return ``units`` by their names; all of them by one word."""
    return "全部责任单位" if len(units) == len(gathered.units) > 1 else "、".join(units)


def _by_count(gathered: Gathered) -> dict[int, list[str]]:
    """Return the units that are late by how many lines are, the most first."""
    found: dict[int, list[str]] = {}
    for unit, counts in gathered.units.items():
        if counts.late:
            found.setdefault(counts.late, []).append(unit)
    return dict(sorted(found.items(), reverse=True))


def _problems(gathered: Gathered) -> Iterator[Paragraph]:
    if gathered.problems:
        units = len({one.unit for one in gathered.problems})
        text = f"各单位反馈问题和下一步措施{len(gathered.problems)}条，涉及单位{units}个，"
        yield plain(BODY, f"{text}见附件{3 + bool(gathered.targets)}。")
    yield prompt("@summary", "problem", "存在问题", "请归纳存在的主要问题和原因")


def _attached(gathered: Gathered) -> tuple[Attached, ...]:
    found = [
        Attached("各单位任务进展统计表", unit_table(gathered)),
        Attached("各项任务进展统计表", task_table(gathered)),
    ]
    if gathered.targets:
        found.append(Attached("指标完成情况统计表", target_table(gathered)))
    if gathered.problems:
        found.append(Attached("各单位反馈问题和下一步措施汇总表", problem_table(gathered)))
    return tuple(found)


def _percent(counts: Counts) -> str:
    """Return how much is done, in whole per cent, rounded down: 100% only where all is done, 0% only where nothing is."""
    percent = counts.done * _WHOLE // counts.lines
    return f"{percent}%" if percent or not counts.done else "不足1%"
