"""Numbers in words alone held against each other: body and row count the same thing to different numbers.

Targets are compared in :mod:`hongtou.rules.targets`; here are the numbers that the text prints and the data need not have.
Two numbers count the same where they have one unit of measure and the rest of their clause is the same: 培训护理员500名 and
培训600名护理员. Stages (到2026年, 到2028年), shares of a whole and what recurs are left alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from hongtou.rules.amounts import amounts, is_asked
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Path, Place
from hongtou.rules.targets import rows_by_part

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_TIMES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_STOPS = re.compile("[，。；：]")
_WHEN = re.compile(
    r"每[一两]?[年季月周期个名家]?|(?:19|20)\d\d年|“[^”]{2,8}”|[上下]半年|第?[一二三四]季度|其中|累计|分别|各(?=\d)"
)
_FILLERS = re.compile(
    r"(?:到|至|在|于|截至)?(?:19|20)\d\d年(?:\d{1,2}月)?(?:\d{1,2}日)?[底末]?(?:之?前)?|不[少低]于|不超过|至少|最少|大?约|达到?|以[上内下]|"
    r"左右|共计?|全[市县区年]|每[年季月周]度?|（含）|确保|力争|[的了、\s]"
)
_LEAST = 4
"""Characters that name a thing well enough: 培训学员, and not 新增."""


@dataclass(frozen=True)
class Counted:
    """A number with the sentence it stands in; ``thing`` is what is left of its clause, ``when`` the times named there."""

    holder: Holder
    path: Path
    match: re.Match[str]
    thing: str
    when: frozenset[str]

    @property
    def words(self) -> str:
        """The number as it is printed."""
        return self.match[0]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.holder.file, self.path, self.words, self.holder.id)


Pair = tuple[Counted, Counted]
_FOUND: WeakKeyDictionary[Facts, tuple[Pair, ...]] = WeakKeyDictionary()
"""What several rules ask for is looked for once, and forgotten with the policy."""


def contradictions(facts: Facts) -> tuple[Pair, ...]:
    """Return each number of the body with that of the row that counts the same thing otherwise."""
    if facts not in _FOUND:
        _FOUND[facts] = tuple(_contradictions(facts))
    return _FOUND[facts]


def is_told(facts: Facts, holder: Holder, words: str) -> bool:
    """Whether ``words`` of ``holder`` hold a number that is told to contradict another."""
    return any(
        one.holder is holder and re.search(rf"(?<![\d.,]){re.escape(one.words)}", words)
        for pair in contradictions(facts)
        for one in pair
    )


def _contradictions(facts: Facts) -> Iterator[Pair]:
    rows_of = rows_by_part(facts)
    counted: dict[str, list[Counted]] = {}
    for part in facts.parts:
        rows = rows_of.get(part.id, ())
        ours = _by_thing(_counted(part)) if rows else {}
        if not ours:
            continue
        for row in rows:
            if row.id not in counted:
                counted[row.id] = [*_counted(row)]
        beside = [one for row in rows for one in counted[row.id]]
        theirs = _by_thing(beside)
        for thing, mine in ours.items():
            yours = theirs.get(thing, ())
            if len(mine) == 1 and len(yours) == 1 and _contradict(mine[0], yours[0], beside):
                yield mine[0], yours[0]


def _by_thing(numbers: Iterable[Counted]) -> dict[tuple[str, str], list[Counted]]:
    found: dict[tuple[str, str], list[Counted]] = defaultdict(list)
    for one in numbers:
        found[one.thing, one.match["counter"] or ""].append(one)
    return found


def _counted(holder: Holder) -> Iterator[Counted]:
    """Yield the numbers that ``holder`` asks for and that name a thing."""
    for path, sentence in holder.sentences:
        for match in amounts(sentence):
            thing = _thing(match)
            if match["counter"] and not match["last"] and len(thing) >= _LEAST and is_asked(match):
                yield Counted(holder, path, match, thing, times_named(sentence))


def times_named(sentence: str) -> frozenset[str]:
    """Return the years, periods and classes that ``sentence`` speaks of."""
    return frozenset(_WHEN.findall(sentence))


def _thing(match: re.Match[str]) -> str:
    """Return the clause of an amount without the number and the words that only say when or how exactly."""
    text = match.string
    before = _STOPS.split(text[: match.start()])[-1]
    after = _STOPS.split(text[match.end() :])[0]
    return "" if _NUMBER.search(_FILLERS.sub("", before + after)) else _FILLERS.sub("", before + after)


def _contradict(ours: Counted, theirs: Counted, beside: Iterable[Counted]) -> bool:
    """Whether two numbers of one thing differ, and not because they are for different times, or parts of one ``beside`` others."""
    if any(not words[0].isdigit() for words in ours.when ^ theirs.when):
        return False
    years = [{words for words in one.when if words[0].isdigit()} for one in (ours, theirs)]
    if all(years) and years[0] != years[1]:
        return False
    values = [_value(one) for one in beside if one.match["counter"] == ours.match["counter"]]
    return _value(ours) not in (*values, sum(values))


def _value(one: Counted) -> float:
    return read_value(one.match["figure"])


def read_value(figure: str) -> float:
    """Return the number that ``figure`` prints, 百, 千, 万 and 亿 counted in."""
    number = _NUMBER.search(figure)
    value = float(number[0].replace(",", "")) if number is not None else 0.0
    for sign in re.findall("[百千万亿]", figure):
        value *= _TIMES[sign]
    return value
