"""Body and table held against each other: the rows that carry out a part of the text, and the targets of both."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from rapidfuzz import process
from rapidfuzz.distance import Indel

from hongtou.model.duty import Target
from hongtou.rules.amounts import amounts
from hongtou.rules.facts import Facts, Holder

SAME_THING = 0.65
"""How alike the quantities of two targets are, 0 to 1, that count the same thing."""
FEW = 20
"""Of how many rows at most it can be said that each part under what they belong to is carried out by them."""

_DIGITS = re.compile(r"[\d.]+")

Owned = tuple[Holder, Target]
"""A target with the row it belongs to."""
Number = tuple[float, float | None, bool]
"""The value of a target, its upper value, and whether it is a share."""


@dataclass(frozen=True)
class Missing:
    """A target of ``part`` that none of its ``rows`` has; ``elsewhere`` and ``changed`` are where it may have gone."""

    part: Holder
    rows: Sequence[Holder]
    target: Target
    elsewhere: Owned | None
    changed: Owned | None


_FOUND: WeakKeyDictionary[Facts, tuple[Missing, ...]] = WeakKeyDictionary()
"""What several rules ask for is looked for once, and forgotten with the policy."""


def rows_by_part(facts: Facts) -> dict[str, list[Holder]]:
    """Return, by the id of a part, the rows that carry it out: its own, else those of what it is a part of.

    A part without a row beside others that have one is carried out by none.
    """
    found: dict[str, list[Holder]] = {}
    if facts.rows_of:
        _hand_down(facts, facts.roots, [], found)
    return found


def _hand_down(
    facts: Facts, group: Sequence[Holder], above: list[Holder], found: dict[str, list[Holder]]
) -> None:
    if len(above) > FEW or any(part.id in facts.rows_of for part in group):
        above = []
    for part in group:
        rows = facts.rows_of.get(part.id, above)
        if rows:
            found[part.id] = rows
        _hand_down(facts, part.children, rows, found)


def number(target: Target) -> Number:
    """Return the number of ``target``, 万 and 亿 of its unit counted in."""
    unit = target.unit or ""
    times = {"万": 1e4, "亿": 1e8}.get(unit[:1], 1.0)
    upper = None if target.upper is None else target.upper * times
    return target.value * times, upper, unit in ("%", "％")


def is_same_thing(one: Target, other: Target) -> bool:
    """Whether two targets count the same thing, for the same addressees."""
    if one.applies_to and other.applies_to and _differ(one.applies_to, other.applies_to):
        return False
    return not _differ(one.quantity, other.quantity)


def agree(one: Target, other: Target) -> bool:
    """Whether two targets may be one: the same number of the same, or at least in the same unit of measure."""
    return number(one) == number(other) and (_unit(one) == _unit(other) or is_same_thing(one, other))


def stands_in(target: Target, text: str) -> bool:
    """Whether the number of ``target`` stands in ``text`` as it is printed."""
    value = f"{target.value:.10g}"
    found = (match["figure"] for match in amounts(target.printed))
    shown = (figure for figure in found if value in _DIGITS.findall(figure.replace(",", "")))
    words = next(shown, target.printed)
    at = text.find(words)
    while at >= 0:
        if not (words[0].isdigit() and text[at - 1 : at].isdigit()):
            return True
        at = text.find(words, at + 1)
    return False


def missing(facts: Facts) -> tuple[Missing, ...]:
    """Return the targets of the text that the rows carrying it out do not have, in data or in words."""
    if facts not in _FOUND:
        _FOUND[facts] = tuple(_missing(facts))
    return _FOUND[facts]


def _missing(facts: Facts) -> Iterator[Missing]:
    rows_of = rows_by_part(facts)
    free: dict[Number, dict[str, Owned]] | None = None
    for part in facts.parts:
        rows = rows_of.get(part.id, ())
        own = [(row, other) for row in rows for other in row.duties.targets] if part.duties.targets else []
        for target in part.duties.targets if rows else ():
            if _is_there(target, own) or any(stands_in(target, row.text) for row in rows):
                continue
            if free is None:
                free = _only_in_table(facts)
            changed = _closest(target, _others(part, target, own))
            elsewhere = None if changed else _closest(target, free.get(number(target), {}))
            yield Missing(part, rows, target, elsewhere, changed)


def _others(part: Holder, target: Target, own: Sequence[Owned]) -> dict[str, Owned]:
    """Return the targets of rows that may be ``target`` with another number: those that are no other of ``part``."""
    return {
        other.quantity: (row, other)
        for row, other in own
        if number(other)[2] == number(target)[2] and not any(agree(other, t) for t in part.duties.targets)
    }


def _is_there(target: Target, own: Sequence[Owned]) -> bool:
    """Whether rows have ``target``, in parts that make it up together, or for another period."""
    if any(agree(target, other) for _row, other in own):
        return True
    same = [other for _row, other in own if is_same_thing(target, other)]
    if any(other.period != target.period and _recurs(other) != _recurs(target) for other in same):
        return True
    return len(same) > 1 and sum(number(other)[0] for other in same) == number(target)[0]


def _recurs(target: Target) -> bool:
    return "每" in (target.period or "") + target.printed or "年度" in (target.period or "")


def _only_in_table(facts: Facts) -> dict[Number, dict[str, Owned]]:
    """Return the targets of rows that the part they belong to does not have, by number and quantity."""
    in_text: dict[str, list[Target]] = {"": []}
    found: dict[Number, dict[str, Owned]] = defaultdict(dict)
    for row in facts.rows:
        part = facts.part.get(getattr(row.duties, "measure", None) or "")
        if part is not None and part.id not in in_text:
            in_text[part.id] = [t for one in (part, *part.children) for t in one.duties.targets]
        for target in row.duties.targets:
            if not any(agree(target, other) for other in in_text[part.id if part else ""]):
                found[number(target)].setdefault(target.quantity, (row, target))
    return found


def _closest(target: Target, candidates: Mapping[str, Owned]) -> Owned | None:
    """Return which of ``candidates``, known by their quantities, counts the same thing as ``target``."""
    found = process.extractOne(
        target.quantity, candidates.keys(), scorer=Indel.normalized_similarity, score_cutoff=SAME_THING
    )
    pair = candidates[found[0]] if found is not None else None
    return pair if pair is not None and is_same_thing(pair[1], target) else None


def _unit(target: Target) -> str:
    return (target.unit or "").replace("％", "%").lstrip("万亿")


def _differ(one: str, other: str) -> bool:
    return Indel.normalized_similarity(one, other) < SAME_THING


def labels(rows: Sequence[Holder]) -> str:
    """Return the numbers of ``rows`` as they are listed, those of many cut short."""
    shown = "、".join(row.label for row in rows[:5])
    return shown + ("……" if len(rows) > 5 else "")
