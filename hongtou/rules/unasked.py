"""Numbers that nobody is asked for held against each other: 每人补助500元 in the body and 每人补助600元 in the row.

What is asked for is compared in :mod:`hongtou.rules.counted`, however it is worded. Rates, limits, conditions and numbers in
Chinese figures are compared where the clause 分句 is the same but for them.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from hongtou.numerals import integer
from hongtou.rules.amounts import amounts, is_asked
from hongtou.rules.clauses import clauses
from hongtou.rules.counted import read_value, times_named
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Path, Place
from hongtou.rules.targets import rows_by_part

_CHINESE = re.compile(
    "(?<![第几数上])([一二两三四五六七八九十百]+)(?=[期家名次场户所批个倍](?!别|体|人信息))"
)
_SHORTEST = 5
"""Characters beside the number that make a clause one of its own: 每人每月补助, and not 共有."""


@dataclass(frozen=True)
class Figure:
    """A number in a clause: the words that print it, its value, and whether something is asked for by it."""

    words: str
    value: float
    asked: bool


@dataclass(frozen=True)
class Clause:
    """A clause with its ``figures``; ``rest`` is what is left, ``when`` the times that its sentence names."""

    holder: Holder
    path: Path
    rest: str
    figures: tuple[Figure, ...]
    when: frozenset[str]

    @property
    def values(self) -> tuple[float, ...]:
        """The numbers in their order."""
        return tuple(figure.value for figure in self.figures)


@dataclass(frozen=True)
class Unlike:
    """A number of the body, and that of the row whose clause is the same."""

    ours: Clause
    theirs: Clause
    number: int

    @property
    def words(self) -> tuple[str, str]:
        """How body and row print it."""
        return self.ours.figures[self.number].words, self.theirs.figures[self.number].words

    @property
    def place(self) -> Place:
        """Where the row has it."""
        return Place(self.theirs.holder.file, self.theirs.path, self.words[1], self.theirs.holder.id)


def unlike(facts: Facts) -> Iterator[Unlike]:
    """Yield the clauses of the body that a row repeats with another number which nobody is asked for."""
    rows_of = rows_by_part(facts)
    known: dict[str, list[Clause]] = {}
    for part in facts.parts:
        rows = rows_of.get(part.id, ())
        ours = _by_rest(_clauses(part)) if rows else {}
        if not ours:
            continue
        theirs = _by_rest(one for row in rows for one in _kept(known, row))
        for rest, mine in ours.items():
            yours = theirs.get(rest, ())
            if len(mine) == 1 and len(yours) == 1 and mine[0].when == yours[0].when:
                yield from _unlike(mine[0], yours[0])


def _kept(known: dict[str, list[Clause]], row: Holder) -> Sequence[Clause]:
    if row.id not in known:
        known[row.id] = [*_clauses(row)]
    return known[row.id]


def _by_rest(found: Iterable[Clause]) -> dict[str, list[Clause]]:
    by_rest: dict[str, list[Clause]] = defaultdict(list)
    for one in found:
        by_rest[one.rest].append(one)
    return by_rest


def _unlike(ours: Clause, theirs: Clause) -> Iterator[Unlike]:
    """Yield the one number that differs; where several do, the clauses are of different cases."""
    differ = [n for n, pair in enumerate(zip(ours.values, theirs.values, strict=True)) if pair[0] != pair[1]]
    if len(differ) == 1 and not ours.figures[differ[0]].asked:
        found = Unlike(ours, theirs, differ[0])
        if not any(map(_is_target, (ours.holder, theirs.holder), found.words)):
            yield found


def _is_target(holder: Holder, words: str) -> bool:
    return any(words in target.printed for target in holder.duties.targets)


def _clauses(holder: Holder) -> Iterator[Clause]:
    for path, sentence in holder.sentences:
        when = times_named(sentence)
        for clause in clauses(sentence):
            spans = sorted(_figures(clause), key=lambda one: one[0])
            rest = _without(clause, [span for span, _figure in spans])
            if spans and len(rest.replace("#", "")) >= _SHORTEST:
                yield Clause(holder, path, rest, tuple(figure for _span, figure in spans), when)


def _figures(clause: str) -> Iterator[tuple[tuple[int, int], Figure]]:
    for match in amounts(clause):
        if not match["last"]:
            yield match.span("figure"), Figure(match[0], read_value(match["figure"]), is_asked(match))
    for match in _CHINESE.finditer(clause):
        yield match.span(), Figure(clause[match.start() : match.end() + 1], integer(match[1]), asked=False)


def _without(clause: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``clause`` with # for what stands at ``spans``."""
    rest, at = "", 0
    for start, end in spans:
        rest += clause[at:start] + "#"
        at = end
    return rest + clause[at:]
