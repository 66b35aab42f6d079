"""The report of an import 识读报告: where every character of the source went, and what a person must look at."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from hongtou.i18n import _
from hongtou.importer.ledger import Value
from hongtou.importer.scan import LeftOut, Span
from hongtou.importer.understand import Imported
from hongtou.model.notice import Duties
from hongtou.model.register import Unit
from hongtou.outline import outline

_SHOWN = 60
_LAST = 1 << 60


def summary(imported: Imported) -> Iterator[str]:
    """Yield what was read, in a few lines."""
    notice, tasks = imported.notice, imported.tasks
    yield _("title: {title}").format(title=notice.title)
    papers = [notice, *(one.document for one in notice.attachments if one.document is not None)]
    parts = [part.node for paper in papers for part in outline(paper)]
    holders: list[Duties] = [*parts, *(item for part in parts for item in part.items)]
    rows = tasks.tasks if tasks is not None else ()
    asked = [(one.targets, one.deadlines) for one in holders] + [(row.targets, row.deadlines) for row in rows]
    yield _(
        "{parts} numbered parts, {rows} rows, {lists} lists of units, {targets} targets, {deadlines} deadlines"
    ).format(
        parts=len(parts),
        rows=len(rows),
        lists=imported.lists,
        targets=sum(len(targets) for targets, _deadlines in asked),
        deadlines=sum(len(deadlines) for _targets, deadlines in asked),
    )
    if imported.proposed:
        names = "、".join(
            _proposal(entry.name, entry.prefix, isinstance(entry, Unit)) for entry in imported.proposed
        )
        yield _("proposed for the register: {names}").format(names=names)


def _proposal(name: str, prefix: str, is_unit: bool) -> str:
    shown = f"{prefix}|{name.removeprefix(prefix)}" if prefix else name
    return shown if is_unit else f"{{{shown}}}"


def is_whole(imported: Imported) -> bool:
    """Whether everything found its place and nothing is in doubt."""
    return not imported.ledger.doubts and next(imported.ledger.unplaced(), None) is None


def open_matters(imported: Imported) -> Iterator[str]:
    """Yield what could not be placed or told; a person must look at it."""
    at = _Lines(imported.ledger.scan.text)
    for span in imported.ledger.unplaced():
        words = imported.ledger.scan.text[span.start : span.end]
        yield _("{place}: not placed: {words}").format(place=at.place(span), words=_short(words))
    yield from imported.ledger.doubts


def report(imported: Imported) -> Iterator[str]:
    """Yield the whole report: values with their places, what was left out, changed, inferred, and faults of the source."""
    at = _Lines(imported.ledger.scan.text)
    ledger = imported.ledger
    yield from _part(
        _("values and where they were read"),
        (
            f"{at.places(places)}\t{where}\t{_short(value)}"
            for where, value, places in sorted(ledger.values, key=_first_place)
        ),
    )
    yield from _part(_("left out"), (_left(one, at) for one in ledger.left_out))
    if imported.widened:
        yield from _part(
            _("half-width marks written full-width: {count}").format(count=len(imported.widened)),
            _widths(imported, at),
        )
    yield from _part(_("inferred"), iter(ledger.guesses))
    yield from _part(_("faults of the source, kept"), iter(ledger.faults))
    yield from _part(_("open matters"), open_matters(imported))


def _first_place(value: Value) -> int:
    return value.places[0] if value.places else _LAST


def _part(head: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"== {head}"
    yield from lines


def _left(one: LeftOut, at: _Lines) -> str:
    return f"{at.place(one.span)}\t{_(one.reason)}\t{_short(one.text)}"


def _widths(imported: Imported, at: _Lines) -> Iterator[str]:
    """Yield a line per source line: which marks were changed in it."""
    text = imported.ledger.scan.text
    by_line: dict[int, list[str]] = {}
    for place in imported.widened:
        line, column = at.at(place)
        by_line.setdefault(line, []).append(f"{column}{text[place]}")
    for line, marks in by_line.items():
        yield f"{line}\t{' '.join(marks)}"


class _Lines:
    """Turns places of the text into line:column, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def line(self, place: int) -> int:
        """Return the line of a place."""
        return bisect_right(self._starts, place)

    def at(self, place: int) -> tuple[int, int]:
        """Return line and column of a place."""
        line = self.line(place)
        return line, place - self._starts[line - 1] + 1

    def place(self, span: Span | None) -> str:
        """Return line:column of the first character and behind the last."""
        return self._between(*span) if span is not None else "–"

    def places(self, places: Sequence[int]) -> str:
        """Return line:column of the first of ``places`` and behind the last."""
        return self._between(places[0], places[-1] + 1) if places else "–"

    def _between(self, start: int, end: int) -> str:
        line = bisect_right(self._starts, start)
        before = self._starts[line - 1] - 1
        if line == len(self._starts) or end <= self._starts[line]:
            return f"{line}:{start - before}-{line}:{end - before}"
        last, behind = self.at(end - 1)
        return f"{line}:{start - before}-{last}:{behind + 1}"


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN // 2]}…{text[-_SHOWN // 2 :]}"
