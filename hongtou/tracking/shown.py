"""The summary as text and data 进度汇总: tables for a terminal, and JSON for programs."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from unicodedata import combining, east_asian_width

from hongtou.i18n import _
from hongtou.tracking.standing import Mark, Standing
from hongtou.tracking.summary import Count, Summary

_NAMED = 5
"""Units that are named on a line; of more only the number is said."""
_LONG = 24
"""Columns of the longest name shown in full."""


def as_text(summary: Summary, as_of: datetime.date) -> str:
    """Return the summary for people: counts by unit, by task, targets, and every line that is late."""
    parts = [
        _("As of {date}: {units} units, {lines} lines.").format(
            date=as_of.isoformat(), units=len(summary.units), lines=summary.total.total
        ),
        _table(_("unit"), ((unit, count) for unit, count in summary.units.items()), summary.total),
        _table(_("task"), ((f"{c.label} {c.name}".strip(), c) for c in summary.tasks.values()), None),
        *_targets(summary),
        *_ledger(summary),
        *_crossed_off(summary),
        *_late(summary, as_of),
        *_disputed(summary),
        *_silent(summary),
    ]
    return "\n\n".join(parts) + "\n"


def _heads() -> tuple[str, ...]:
    return _("done"), _("moving"), _("not begun"), _("no reply"), _("late"), _("changed")


def _table(head: str, rows: Iterable[tuple[str, Count]], total: Count | None) -> str:
    lines: list[tuple[str, ...]] = [(head, *_heads())]
    lines += [(_short(name), *_numbers(count)) for name, count in rows]
    lines += [(_("together"), *_numbers(total))] if total is not None else []
    return _aligned(lines)


def _numbers(count: Count) -> tuple[str, ...]:
    numbers = (*(count.marks[mark] for mark in Mark), count.late, count.changed)
    return tuple(str(number) if number else "·" for number in numbers)


def _targets(summary: Summary) -> Iterator[str]:
    if not summary.targets:
        return
    lines = [(_("target"), _("reached"), _("asked of"))]
    for target in summary.targets.values():
        lines.append((target.asked.line.text.removeprefix("指标："), str(target.reached), str(target.units)))
    yield _aligned([(_short(name, 2 * _LONG), *rest) for name, *rest in lines])


def _late(summary: Summary, as_of: datetime.date) -> Iterator[str]:
    if not summary.late:
        return
    lines = [_("Late:")]
    for line in summary.late:
        day = line.asked.line.date
        days = (as_of - day).days if day is not None else 0
        lines.append(
            _("  {unit}: {label} “{text}” by {date}, {days} days ago, {state}").format(
                unit=line.unit,
                label=line.asked.label,
                text=_short(line.asked.line.text, 2 * _LONG),
                date=day,
                days=days,
                state=_state(line),
            )
        )
    yield "\n".join(lines)


def _state(line: Standing) -> str:
    words = dict(zip(Mark, _heads(), strict=False))
    return words[line.mark] + (_(", requirement changed") if line.changed else "")


def _ledger(summary: Summary) -> Iterator[str]:
    if summary.ledger is not None:
        row = (_("ledger of the whole policy"), *_numbers(summary.ledger))
        yield _aligned([("", *_heads()), row])


def _crossed_off(summary: Summary) -> Iterator[str]:
    if not summary.crossed_off:
        return
    lines = [_("Done by the ledger, not by what the units sent; it closes no line of theirs:")]
    for one in summary.crossed_off.values():
        lines.append(
            _("  {label} “{text}”: {open} of {units} units: {names}").format(
                label=one.asked.label,
                text=_short(one.asked.line.text, 2 * _LONG),
                open=len(one.open),
                units=one.units,
                names="、".join(one.open[:_NAMED]) + ("……" if len(one.open) > _NAMED else ""),
            )
        )
    lines.append(
        _("  Collect their returns, or write under the unit in progress.yaml what is known to be done.")
    )
    yield "\n".join(lines)


def _disputed(summary: Summary) -> Iterator[str]:
    if not summary.disputed:
        return
    lines = [_("Disputed; say in progress.yaml which holds:")]
    for line in summary.disputed:
        unit = line.unit or _("ledger of the whole policy")
        lines.append(f"  {unit}: {line.asked.label} “{_short(line.asked.line.text, 2 * _LONG)}”")
    yield "\n".join(lines)


def _silent(summary: Summary) -> Iterator[str]:
    if summary.silent:
        yield _("No reply at all from: {units}").format(units="、".join(summary.silent))


def as_data(summary: Summary, as_of: datetime.date) -> dict[str, object]:
    """Return the summary as plain data for JSON."""
    return {
        "as_of": as_of.isoformat(),
        "total": summary.total.as_data(),
        "units": [{"unit": unit, **count.as_data()} for unit, count in summary.units.items()],
        "tasks": [
            {"task": task, "label": count.label, "name": count.name, **count.as_data()}
            for task, count in summary.tasks.items()
        ],
        "targets": [
            {
                "task": target.asked.task,
                "line": target.asked.line.id,
                "text": target.asked.line.text,
                "asked": target.units,
                "reached": target.reached,
            }
            for target in summary.targets.values()
        ],
        "late": [_late_data(line, as_of) for line in summary.late],
        "ledger": summary.ledger.as_data() if summary.ledger is not None else None,
        "crossed_off": [
            {"task": one.asked.task, "line": one.asked.line.id, "units": one.units, "open": one.open}
            for one in summary.crossed_off.values()
        ],
        "disputed": [
            {"unit": line.unit, "task": line.asked.task, "line": line.asked.line.id}
            for line in summary.disputed
        ],
        "silent": summary.silent,
        "no_longer_asked": summary.gone,
    }


def _late_data(line: Standing, as_of: datetime.date) -> dict[str, object]:
    day = line.asked.line.date
    return {
        "unit": line.unit,
        "task": line.asked.task,
        "line": line.asked.line.id,
        "label": line.asked.label,
        "text": line.asked.line.text,
        "date": day.isoformat() if day else None,
        "days": (as_of - day).days if day else None,
        "state": str(line.mark),
        "changed": line.changed,
    }


def _aligned(lines: Sequence[Sequence[str]]) -> str:
    """Return ``lines`` as columns: the first to the left, numbers to the right, by the width a terminal gives them."""
    widths = [max(_width(line[n]) for line in lines) for n in range(len(lines[0]))]
    return "\n".join(
        "  ".join(
            (
                _padded(line[0], widths[0]),
                *(_padded(t, w, left=False) for t, w in zip(line[1:], widths[1:], strict=True)),
            )
        )
        for line in lines
    )


def _padded(text: str, width: int, *, left: bool = True) -> str:
    blanks = " " * (width - _width(text))
    return text + blanks if left else blanks + text


def _short(text: str, width: int = 2 * _LONG) -> str:
    while _width(text) > width:
        text = text[:-2] + "…"
    return text


def _width(text: str) -> int:
    return sum(0 if combining(char) else 1 + (east_asian_width(char) in "WF") for char in text)
