"""Every deadline of a notice 时限 with its place: those of the data, and those that only its words set, from first line to last."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from hongtou.model.duty import Deadline
from hongtou.model.task import Task
from hongtou.rules.amounts import unknown
from hongtou.rules.days import date_of, days, deadline_of, is_asked_for, sets
from hongtou.rules.facts import Facts, Holder, sentences
from hongtou.rules.hit import Path, Place
from hongtou.rules.tasks._inside import issued_on
from hongtou.rules.tasks._known import Said, with_data

_BACKGROUND = re.compile("^(?:为|根据|按照?|依据|遵照|近年来|截至|据|经)|：$")
"""A sentence of the preamble that says why, and asks for nothing yet."""


@dataclass(frozen=True)
class Due:
    """A deadline and where it stands; ``in_data`` or only in words, and whether these plainly ask for it."""

    deadline: Deadline
    place: Place
    in_data: bool = True
    asked: bool = True


@dataclass(frozen=True)
class Unkept:
    """Words that set a day which the data does not have; ``outside`` all parts, in the preamble or the closing lines."""

    place: Place
    match: re.Match[str]
    outside: bool
    issued: datetime.date | None

    @property
    def is_past(self) -> bool:
        """Whether the day lies before that of the paper."""
        date = date_of(self.match)
        return self.issued is not None and date is not None and date < self.issued


_FOUND: WeakKeyDictionary[Facts, tuple[Unkept, ...]] = WeakKeyDictionary()
"""What several rules ask for is looked for once, and forgotten with the policy."""


def deadlines(facts: Facts) -> Iterator[Due]:
    """Yield every deadline of the data, then those that only the text says and whose day is known."""
    for deadline, place in facts.deadlines:
        yield Due(deadline, place)
    for one in unkept(facts):
        said = deadline_of(one.match)
        if said is not None:
            yield Due(said, one.place, in_data=False, asked=is_asked_for(one.match))


def unkept(facts: Facts) -> tuple[Unkept, ...]:
    """Return the days set in running text that no deadline covers."""
    if facts not in _FOUND:
        _FOUND[facts] = (*_inside(facts), *_outside(facts))
    return _FOUND[facts]


def _inside(facts: Facts) -> Iterator[Unkept]:
    """Yield those of parts and rows."""
    for holder, said in with_data(facts):
        known = [*_words(said), *facts.report_words]
        for path, match in unknown(_texts(holder), known, days):
            yield from _set(facts, Place(holder.file, path, match[0], holder.id), match, outside=False)


def _outside(facts: Facts) -> Iterator[Unkept]:
    """Yield those of preambles and closing lines; what a part or a report has already is known."""
    known = [*facts.report_words, *(deadline.printed for deadline, _place in facts.deadlines)]
    for paper, at in facts.papers:
        opening = [
            (path, text)
            for path, text in sentences(paper.preamble, (*at, "preamble"))
            if not _BACKGROUND.search(text)
        ]
        for texts in (opening, [*sentences(paper.closing, (*at, "closing"))]):
            for path, match in unknown(texts, known, days):
                yield from _set(facts, Place("notice", path, match[0]), match, outside=True)


def _set(facts: Facts, place: Place, match: re.Match[str], *, outside: bool) -> Iterator[Unkept]:
    issued = issued_on(facts, place)
    if sets(match, issued):
        yield Unkept(place, match, outside, issued)


def _texts(holder: Holder) -> Iterator[tuple[Path, str]]:
    """Yield the sentences of ``holder``, and the cells of columns of the office's own."""
    yield from holder.sentences
    if isinstance(holder.duties, Task):
        yield from (
            ((*holder.path, "attributes", key), text) for key, text in holder.duties.attributes.items()
        )


def _words(said: Iterable[Said]) -> Iterator[str]:
    for duties in said:
        yield from (deadline.printed for deadline in duties.deadlines)
        for target in duties.targets:
            words = (target.applies_to, target.baseline, target.period)
            yield from (one for one in words if one)
