"""The report of a unit 工作总结: its tasks with what was collected, and a place to write where nothing was."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from itertools import groupby

from hongtou.documents.blocks import Control, Document, Paragraph, Span, plain
from hongtou.documents.body import BODY
from hongtou.documents.letter import Letters
from hongtou.documents.lines import tag
from hongtou.documents.wording import short
from hongtou.followup.answers import in_quotes, line_of, sentence, told
from hongtou.followup.counts import Counts, is_target
from hongtou.followup.frame import Attached, Report, full_name, report_document, worded
from hongtou.followup.progress_table import progress_table
from hongtou.model import notice
from hongtou.model.register import Unit
from hongtou.numerals import date_text, level_label
from hongtou.tracking.standing import Mark, Standing, Standings

_NOT_SAID = "尚未填报进展"


class UnitReports:
    """Writes the reports of the units by ``standings``, dated ``date`` (None: left to be filled in)."""

    def __init__(self, standings: Standings, letters: Letters, date: datetime.date | None = None) -> None:
        self._standings = standings
        self._letters = letters
        self._policy = standings.policy
        self._day = date_text(standings.as_of)
        self._date = date

    def report(self, asked: notice.Report, unit: str) -> Document:
        """Return what ``unit`` hands in as the report ``asked``."""
        policy = self._policy
        entry = policy.register.unit(unit)
        every = self._standings.of(unit).lines
        lines = [line for line in every if line.asked.duty is not None]
        signer = full_name(policy, unit)
        wording = policy.rules.reports.unit
        words = {"unit": signer, "matter": self._letters.subject, "report": asked.name, "day": self._day}
        return report_document(
            "report.docx",
            Report(
                policy,
                signer,
                addressee(self._letters, asked.to),
                **worded(wording, policy, words),
                parts={
                    "总体情况": [*self._overview(lines, wording.we, asked.id)],
                    "任务完成情况": [*self._tasks(lines)],
                    "存在问题": [*self._late(lines), *_collected(every, "problem", asked.id)],
                    "下一步打算": [*_collected(every, "next", asked.id)],
                },
                attached=_attached(unit, lines),
                about=_about(policy.name, unit, asked.id),
                date=self._date,
                context={"unit": entry, "notice": policy.notice, "report": asked.name},
                whole=(asked.name, signer),
            ),
        )

    def _overview(self, lines: Sequence[Standing], we: str, report: str) -> Iterator[Paragraph]:
        """Yield the numbers, and a place for what no number says."""
        counts = Counts.of(lines)
        tasks = len({line.asked.duty for line in lines})
        text = f"{we}承担{short(self._policy.notice)}任务{tasks}项，包括工作要求{counts.lines}条。"
        if counts.lines:
            text += f"截至{self._day}，{counts.words(_NOT_SAID)}。"
        if counts.targets:
            text += f"其中指标{counts.targets}项，已完成{counts.reached}项。"
        if counts.changed:
            text += f"要求已经变更、需要重新核实的{counts.changed}条。"
        yield plain(BODY, text)
        yield prompt(report, "overview", "总体情况", "请概述组织领导、工作部署和总体成效")

    def _tasks(self, lines: Sequence[Standing]) -> Iterator[Paragraph]:
        """Yield a heading per task with its numbers, targets and progress."""
        for number, (duty, group) in enumerate(groupby(lines, lambda line: line.asked.duty), 1):
            assert duty is not None
            own = list(group)
            name = (
                duty.name.rstrip("。") or f"{short(self._policy.notice)}正文{in_quotes(duty.label)}部分任务"
            )
            yield plain("Heading2", level_label("（一）", number) + name)
            yield from _numbers(own)
            progress = [text for _line, text in told(own, "progress")]
            for text in progress:
                yield from (plain(BODY, part) for part in _sentences(text))
            if not progress:
                yield prompt(duty.id, "work", "任务完成情况", "请填写主要做法、进展和成效")

    def _late(self, lines: Sequence[Standing]) -> Iterator[Paragraph]:
        """Yield which lines are late."""
        late = [f"第{line.asked.label}条" for line in lines if line.late]
        if late:
            where = "、".join(late)
            yield plain(BODY, f"截至{self._day}，已超过时限尚未完成的工作要求{len(late)}条，为附件{where}。")


_PROMPTS = {
    "problem": ("存在问题", "请填写存在的问题和原因；没有的，请写明“无”"),
    "next": ("下一步打算", "请填写下一步工作打算"),
}


def _numbers(lines: Sequence[Standing]) -> Iterator[Paragraph]:
    """Yield how the lines of a task stand, and each of its targets; a place to write where nobody said so."""
    counts = Counts.of(lines)
    yield plain(BODY, f"工作要求{counts.lines}条，{counts.words(_NOT_SAID)}。")
    targets = [line for line in lines if is_target(line)]
    spans = [Span("指标完成情况：")]
    for number, line in enumerate(targets, 1):
        spans += [Span(line.asked.line.text.removeprefix("指标：")), *_reached(line)]
        spans.append(Span("；" if number < len(targets) else "。"))
    if targets:
        yield Paragraph(BODY, tuple(spans))


def _reached(line: Standing) -> Iterator[Span]:
    if line.mark is not Mark.SILENT:
        yield Span(f"（{line.mark.word}）")
        return
    control = Control(tag(line.asked.task, line.asked.line.id, "reached"), "指标完成情况")
    yield Span("（请填写完成情况）", control=control)


def _collected(lines: Sequence[Standing], field: str, report: str) -> Iterator[Paragraph]:
    """Yield what was told in ``field``, with the task it is about; a place to write where nothing was."""
    found = [*told(lines, field)]
    for number, (line, text) in enumerate(found, 1):
        mark = level_label("1.", number) if len(found) > 1 else ""
        yield plain(BODY, f"{mark}关于{in_quotes(line.asked.name.rstrip('。'))}：{sentence(line_of(text))}")
    if not found:
        yield prompt(report, field, *_PROMPTS[field])


def prompt(name: str, field: str, title: str, words: str) -> Paragraph:
    """Return a paragraph to be filled in; ``words`` say with what."""
    control = Control(tag(name, field), title, "lines")
    return Paragraph(BODY, (Span(f"（{words}）", control=control),))


def _sentences(text: str) -> Iterator[str]:
    return (sentence(part) for part in text.split("\n"))


def _attached(unit: str, lines: Sequence[Standing]) -> tuple[Attached, ...]:
    return (Attached(f"{unit}任务完成情况表", progress_table(lines)),) if lines else ()


def _about(policy: str, unit: str, report: str) -> tuple[tuple[str, str], ...]:
    return (
        ("gen.paper", "report"),
        ("gen.policy", policy),
        ("gen.unit", unit),
        ("gen.report", report),
    )


def addressee(letters: Letters, name: str) -> str:
    """Return how a report calls the unit it goes to 主送机关."""
    entry = letters.policy.register.find(name)
    return letters.addressee(entry) if isinstance(entry, Unit) else name
