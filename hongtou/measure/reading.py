"""What a check hands back: one value taken from one place, and how assertions are judged by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median
from typing import TYPE_CHECKING

from hongtou.measure.lines import Line

if TYPE_CHECKING:
    from hongtou.measure.elements import Kind, Paper


class Verdict(StrEnum):
    """How a row ends."""

    PASS = "pass"
    INFO = "info"
    FAIL = "fail"
    ABSENT = "not-applicable"


Band = tuple[float, float]
"""How far a value may lie below and above what is wanted: (-1, 3)."""

RENDERER = {"5": 0.5, "6": 0.3, "14": 1.0, "49": 0.5, "50": 0.5, "80": 0.3}
"""mm beyond the tolerance, downwards, that rows leave to the renderer: they are noted, not failed.

With exact spacing LibreOffice sets a line up to a millimetre lower than Word.
"""

SHARE = 0.2
"""The share of lines that may be off before a whole text is called off."""


@dataclass(frozen=True)
class Reading:
    """A value on a page. ``wanted``, ``band`` and ``quantity`` replace those of the assertion where set.

    A check that judges by itself sets ``verdict`` and says in ``found`` what it saw.
    """

    page: int
    value: float = 0.0
    wanted: float | None = None
    band: Band | None = None
    quantity: str = ""
    found: str = ""
    verdict: Verdict | None = None


Check = Callable[["Paper"], Iterable[Reading]]


@dataclass(frozen=True)
class Assertion:
    """One row of the table: what is measured, what is wanted, where that is written.

    ``number`` is that of the list in docs/measure.md; T rows are about the text, not about places. An empty
    ``band`` means that the check judges by itself, and ``wanted`` then only says what it looks for.
    """

    number: str
    element: str
    quantity: str
    wanted: float | str
    band: Band | None
    clause: str
    check: Check
    kinds: frozenset[Kind] | None = None
    unit: str = "mm"


def fails(page: int, found: str, quantity: str = "") -> Reading:
    """Return a reading that fails whatever the numbers."""
    return Reading(page, found=found, quantity=quantity, verdict=Verdict.FAIL)


def holds(page: int, found: str, true: bool) -> Reading:
    """Return a reading that passes when ``true``."""
    return Reading(page, found=found, verdict=Verdict.PASS if true else Verdict.FAIL)


def usual(found: Sequence[tuple[Line, float]], wanted: float, band: Band) -> Iterator[Reading]:
    """Yield one reading for many lines: their median, or that of the outliers where these are too many.

    A single line may end early for a reason that is not on the page (a word kept together).
    """
    if not found:
        return
    off = [(line, value) for line, value in found if not within(value, wanted, band)]
    if len(off) > SHARE * len(found):
        found = off
    yield Reading(found[0][0].page, median(value for _line, value in found))


def within(value: float, wanted: float, band: Band) -> bool:
    """Tell whether a value is as wanted; a hundredth of a millimetre is not measured."""
    return wanted + band[0] - 0.01 <= value <= wanted + band[1] + 0.01


def worst(readings: Sequence[Reading], assertion: Assertion) -> tuple[Reading, Verdict, int]:
    """Return the reading that decides, its verdict, and how many share that verdict."""
    order = (Verdict.PASS, Verdict.INFO, Verdict.FAIL)
    judged = [(reading, judge(reading, assertion)) for reading in readings]
    verdict = max((verdict for _reading, verdict in judged), key=order.index)
    same = [reading for reading, one in judged if one is verdict]
    return max(same, key=lambda reading: deviation(reading, assertion)), verdict, len(same)


def judge(reading: Reading, assertion: Assertion) -> Verdict:
    """Return the verdict on one reading."""
    if reading.verdict is not None:
        return reading.verdict
    band = reading.band or assertion.band or (0.0, 0.0)
    wanted = target(reading, assertion)
    if within(reading.value, wanted, band):
        return Verdict.PASS
    low, high = band
    doubtful = within(reading.value, wanted, (low, high + RENDERER.get(assertion.number, 0.0)))
    return Verdict.INFO if doubtful else Verdict.FAIL


def target(reading: Reading, assertion: Assertion) -> float:
    """Return the number that is wanted."""
    if reading.wanted is not None:
        return reading.wanted
    return assertion.wanted if isinstance(assertion.wanted, float | int) else 0.0


def deviation(reading: Reading, assertion: Assertion) -> float:
    """Return how far a reading is from what is wanted."""
    return 0.0 if reading.verdict is not None else abs(reading.value - target(reading, assertion))
