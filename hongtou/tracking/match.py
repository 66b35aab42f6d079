"""Rows that came back, held against what was asked 对应: by tag, by ids, by their words; nothing is guessed."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from rapidfuzz.distance import Indel

from hongtou.documents.checklist import REPORTS, STATES
from hongtou.documents.fingerprints import TASK, task_hashes
from hongtou.documents.lines import short_hash, tag
from hongtou.model.progress import PaperKind, Said, State
from hongtou.tracking.asked import Asked, Key, Requirements, requirement_hash
from hongtou.tracking.dates import day
from hongtou.tracking.returned import TEXT, Returned, Row
from hongtou.tracking.sent import Sent

_KEYS = (
    *(key for key, _name in STATES),
    "person",
    "evidence",
    "note",
    "date",
    "progress",
    "problem",
    "next",
    "closed",
)
_FIRST = datetime.date(1950, 1, 1)
"""A day before this is a slip: 20 typed for the 20th into a cell of a workbook that shows days is one of 1900."""
_ALIKE = 0.5
"""How alike the words of a row must be to those of the line with its number, to be an earlier form of it."""


@dataclass(frozen=True)
class Placed:
    """A row with the line it answers: ``key`` as it was when it went out, ``words`` as the row prints them.

    ``asked`` is the line as it is asked now, None where it is not asked any more. ``edited`` tells that the unit
    changed our words, ``undated`` what stands in the place of a day and is none.
    """

    row: Row
    key: Key
    words: str
    asked: Asked | None
    said: Said | None
    edited: bool = False
    undated: str = ""
    changes: tuple[tuple[str, str], ...] = ()
    """What stands in our columns and is not what they say today, by their heads."""
    current: bool = True
    """Whether the paper asked what is asked today, so that its ``changes`` are the unit's."""


class Matcher:
    """Finds for the rows of one unit's return the lines they answer; ``content`` tells what a paper asks today."""

    def __init__(self, requirements: Requirements, content: Callable[[PaperKind, str], str]) -> None:
        self._requirements = requirements
        self._content = content
        self._sent = Sent(requirements)

    @cached_property
    def _by_tag(self) -> dict[str, Asked]:
        """Every line by the tags of its controls."""
        return {tag(*asked.key, key): asked for asked in self._requirements.all.values() for key in _KEYS}

    @cached_property
    def _by_words(self) -> dict[str, list[Asked]]:
        found: dict[str, list[Asked]] = {}
        for asked in self._requirements.all.values():
            found.setdefault(asked.line.text, []).append(asked)
        return found

    def place(self, returned: Returned, unit: str) -> tuple[list[Placed], list[Row]]:
        """Return the rows of ``returned`` with their lines, and those that are of nobody but the unit itself."""
        same = self._unchanged(returned, unit)
        placed: list[Placed] = []
        others: list[Row] = []
        taken: set[Key] = set()
        for row in returned.rows:
            found = self._placed(row, same, taken)
            if found is None:
                others.append(row)
            else:
                taken.add(found.key)
                placed.append(self._report(found, returned, unit))
        return placed, others

    def _report(self, entry: Placed, returned: Returned, unit: str) -> Placed:
        """Return ``entry``; of a report, which no fingerprint of a task covers, whether the whole paper is today's."""
        if not entry.changes or entry.asked is None or entry.asked.task != REPORTS or entry.current:
            return entry
        said = returned.properties.get("gen.content", "")
        return replace(entry, current=bool(said) and said == self._content(returned.paper, unit))

    def _unchanged(self, returned: Returned, unit: str) -> frozenset[str]:
        """Return the tasks that ask now what they asked when the file went out."""
        said = returned.properties.get
        if returned.paper is PaperKind.LEDGER:
            is_same = said("gen.content") == self._content(PaperKind.LEDGER, "")
            return (
                frozenset(asked.task for asked in self._requirements.all.values()) if is_same else frozenset()
            )
        now = dict(task_hashes(self._requirements.shares(unit), lambda _share: "")) if unit else {}
        return frozenset(key.removeprefix(TASK) for key, value in now.items() if said(key) == value)

    def _placed(self, row: Row, same: frozenset[str], taken: set[Key]) -> Placed | None:
        asked = self._by_ids(row) or self._by_text(row, taken) or self._by_number(row, taken)
        key = self._key(row, asked)
        if key is None or (asked is None and not row.text) or key in taken:
            return None
        said, undated = _said(row, requirement_hash(row.text or (asked.line.text if asked else "")))
        if asked is None:
            return Placed(row, key, row.text, None, said, undated=undated)
        current = asked.task in same
        placed = Placed(row, key, asked.line.text, asked, said, undated=undated, current=current)
        placed = replace(placed, changes=self._sent.changes(row, asked))
        if row.text == asked.line.text or TEXT not in row.ours:
            return placed
        if current or not row.text or _has_todays_id(row, asked):
            return replace(placed, key=asked.key, said=replace_asked(said, asked.hash), edited=True)
        return Placed(row, key, row.text, asked, said, undated=undated, current=False)

    def _by_ids(self, row: Row) -> Asked | None:
        if row.ids is not None:
            return self._requirements.all.get(row.ids)
        return next((self._by_tag[name] for name in row.tags if name in self._by_tag), None)

    def _by_text(self, row: Row, taken: set[Key]) -> Asked | None:
        """Return the line with the words of ``row``; of several that of the task it stands below."""
        found = [asked for asked in self._by_words.get(row.text, ()) if asked.key not in taken]
        below = [asked for asked in found if _stands_below(asked, row)]
        return next(iter(below or found), None)

    def _by_number(self, row: Row, taken: set[Key]) -> Asked | None:
        """Return the line that ``row`` is an earlier form of: of the task it stands below, and like it."""
        if _split(row) is not None:
            task = (_split(row) or ("", ""))[0]
            lines = [a for a in self._requirements.all.values() if a.task == task and a.key not in taken]
        else:
            lines = [
                a for a in self._requirements.all.values() if _stands_below(a, row) and a.key not in taken
            ]
        best = max(lines, key=lambda asked: _likeness(asked, row), default=None)
        return best if best is not None and row.text and _likeness(best, row) >= _ALIKE else None

    def _key(self, row: Row, asked: Asked | None) -> Key | None:
        """Return what the line was known by when ``row`` went out."""
        if (split := row.ids or _split(row)) is not None:
            return split
        if asked is None:
            return None
        if row.text in ("", asked.line.text) or not asked.line.id.startswith("s-"):
            return asked.key
        return asked.task, f"s-{short_hash(row.text)}"


def _has_todays_id(row: Row, asked: Asked) -> bool:
    """Whether the id of ``row`` is made of the words that are asked today, whatever stands beside it."""
    return (row.ids or _split(row)) == asked.key and asked.line.id.startswith("s-")


def _split(row: Row) -> Key | None:
    """Return the ids that the tags of ``row`` name; a tag that was too long names none."""
    for name in row.tags:
        task, _slash, rest = name.partition("/")
        line, _slash, key = rest.rpartition("/")
        if task and line and key in _KEYS:
            return task, line
    return None


def _stands_below(asked: Asked, row: Row) -> bool:
    return bool(asked.name) and row.group.endswith(asked.name)


def _likeness(asked: Asked, row: Row) -> float:
    """Return how alike the words are; the same kind of line only: a target is no sentence."""
    if asked.line.text.startswith("指标：") != row.text.startswith("指标："):
        return 0.0
    return Indel.normalized_similarity(asked.line.text, row.text)


def replace_asked(said: Said | None, asked: str) -> Said | None:
    """Return ``said`` as an answer to other words."""
    return said.model_copy(update={"asked": asked}) if said is not None else None


def _said(row: Row, asked: str) -> tuple[Said | None, str]:
    """Return what ``row`` says, None where it says nothing; and what is no day in the place of one.

    Where two states are ticked, it says none. A workbook goes out with 未启动 in every row: alone it is no answer.
    """
    filled = dict(row.filled)
    written = filled.pop("date", None)
    date = day(written) if isinstance(written, str) else written
    if isinstance(date, datetime.date) and date < _FIRST:
        date = None
    undated = str(written) if written and date is None else ""
    texts: Mapping[str, Any] = {key: value for key, value in filled.items() if value}
    as_sent = row.preset and row.states == {State.TODO} and not undated
    if (not row.states or as_sent) and date is None and not texts:
        return None, undated
    state = next(iter(row.states)) if len(row.states) == 1 else None
    return Said(state=state, date=date, asked=asked, **texts), undated
