"""The report: one row per assertion, as a table for people or as JSON for programs."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hongtou.i18n import _
from hongtou.measure.reading import (
    Assertion,
    Reading,
    Verdict,
    target,
    worst,
)
from hongtou.render.fonts import Substitution

FOUND_WIDTH = 32
"""Columns for what was found; the sentences under the table say it whole."""


@dataclass(frozen=True)
class Row:
    """What came out of one assertion; ``page`` is 0 and ``found`` empty where it does not apply."""

    number: str
    element: str
    quantity: str
    found: str
    wanted: str
    tolerance: str
    clause: str
    verdict: Verdict
    page: int = 0
    value: float | None = None
    times: int = 0
    """How many places have this verdict."""

    @property
    def sentence(self) -> str:
        """One sentence about the row, for a clerk."""
        if self.verdict is Verdict.ABSENT:
            return _("{element}, {quantity}: not on this paper.").format(
                element=self.element, quantity=self.quantity
            )
        wanted = f"{self.wanted} ({self.tolerance})" if self.tolerance else self.wanted
        sentence = _("Page {page}, {element}, {quantity}: {found}, wanted {wanted}, {clause}.").format(
            page=self.page,
            element=self.element,
            quantity=self.quantity,
            found=self.found,
            wanted=wanted,
            clause=_source(self.clause),
        )
        if self.times > 1:
            sentence += " " + _("The worst of {count} places.").format(count=self.times)
        return sentence


@dataclass(frozen=True)
class Report:
    """All rows of one paper, what kind of paper it was taken for, and the fonts that stood in."""

    path: str
    kind: str
    pages: int
    rows: tuple[Row, ...]
    substituted: tuple[Substitution, ...] = ()
    official: bool = True
    """Whether it looks like an official paper at all."""

    @property
    def failed(self) -> tuple[Row, ...]:
        """The rows that failed."""
        return tuple(row for row in self.rows if row.verdict is Verdict.FAIL)

    @property
    def counts(self) -> Counter[Verdict]:
        """How many rows ended in each verdict."""
        return Counter(row.verdict for row in self.rows)

    def row(self, number: str | int) -> Row:
        """Return the row of that number."""
        return next(row for row in self.rows if row.number == str(number))

    def to_text(self, *, everything: bool = False) -> str:
        """Return the table, the failed rows as sentences under it, and the sum.

        Rows that do not apply are left out unless ``everything`` is asked for.
        """
        rows = [row for row in self.rows if everything or row.verdict is not Verdict.ABSENT]
        blocks = [self._heading(), _table(rows)]
        notes = [
            f"  {row.number}  {row.sentence}" for row in rows if row.verdict in (Verdict.FAIL, Verdict.INFO)
        ]
        if notes:
            blocks.append("\n".join(notes))
        blocks.append(self._sum())
        return "\n\n".join(blocks) + "\n"

    def _heading(self) -> str:
        heading = _("{path}: {kind}, {pages} pages").format(
            path=self.path, kind=_kind_name(self.kind), pages=self.pages
        )
        fonts = [
            _("Font {wanted} is missing here; {used} stands in for it.").format(
                wanted=one.wanted, used=one.used or "?"
            )
            for one in self.substituted
        ]
        doubt = _("This does not look like an official paper: it has no red head and hardly a Han character.")
        return "\n".join([*([] if self.official else [doubt]), heading, *fonts])

    def _sum(self) -> str:
        counts = self.counts
        return _("{passed} passed, {failed} failed, {info} to note, {absent} not on this paper").format(
            passed=counts[Verdict.PASS],
            failed=counts[Verdict.FAIL],
            info=counts[Verdict.INFO],
            absent=counts[Verdict.ABSENT],
        )

    def to_json(self, *, everything: bool = False) -> str:
        """Return the report as JSON; the keys are the same in every language."""
        return json.dumps(self._as_data(everything), ensure_ascii=False, indent=2) + "\n"

    def _as_data(self, everything: bool) -> dict[str, Any]:
        return {
            "path": self.path,
            "kind": self.kind,
            "official": self.official,
            "pages": self.pages,
            "passed": not self.failed,
            "counts": {str(verdict): self.counts[verdict] for verdict in Verdict},
            "substituted": [{"wanted": one.wanted, "used": one.used} for one in self.substituted],
            "rows": [
                {
                    "number": row.number,
                    "element": row.element,
                    "quantity": row.quantity,
                    "page": row.page or None,
                    "found": row.found,
                    "value": None if row.value is None else round(row.value, 3),
                    "wanted": row.wanted,
                    "tolerance": row.tolerance,
                    "clause": row.clause,
                    "verdict": str(row.verdict),
                    "message": row.sentence,
                }
                for row in self.rows
                if everything or row.verdict is not Verdict.ABSENT
            ],
        }


def make_row(assertion: Assertion, readings: Sequence[Reading]) -> Row:
    """Return the row of an assertion: that of the reading which decides it."""
    quantity = _(assertion.quantity)
    if not readings:
        return Row(
            assertion.number,
            assertion.element,
            quantity,
            "",
            _wanted(assertion, None),
            _tolerance(assertion, None),
            assertion.clause,
            Verdict.ABSENT,
        )
    reading, verdict, times = worst(readings, assertion)
    judged = reading.verdict is not None
    return Row(
        assertion.number,
        assertion.element,
        f"{quantity}: {reading.quantity}" if reading.quantity else quantity,
        reading.found or _measured(reading.value, assertion.unit),
        _wanted(assertion, reading),
        _tolerance(assertion, reading),
        assertion.clause,
        verdict,
        reading.page,
        None if judged else reading.value,
        times,
    )


def _measured(value: float, unit: str) -> str:
    number = f"{value:.0f}" if unit in ("字", "行") else f"{value:.2f}"
    return f"{number} {unit}".strip()


def _wanted(assertion: Assertion, reading: Reading | None) -> str:
    if isinstance(assertion.wanted, str) and (reading is None or reading.wanted is None):
        return _(assertion.wanted)
    wanted = assertion.wanted if reading is None else target(reading, assertion)
    return f"{round(float(wanted), 2):g} {assertion.unit}".strip()


def _tolerance(assertion: Assertion, reading: Reading | None) -> str:
    band = (reading.band if reading is not None else None) or assertion.band
    if band is None or (reading is not None and reading.verdict is Verdict.FAIL):
        return ""
    low, high = band
    if abs(low + high) < 1e-6:
        return f"±{high:g}"
    return f"{low:+g} / {high:+g}".replace("-", "−").replace("+0 ", "0 ")


def _source(clause: str) -> str:
    return f"GB/T 9704-2012 {clause}" if clause[0].isdigit() else clause


def _kind_name(kind: str) -> str:
    return {
        "general": _("general format"),
        "letter": _("letter format"),
        "order": _("order format"),
        "minutes": _("minutes format"),
        "plain": _("paper without a red head"),
    }[kind]


# --- the table ---


def width(text: str) -> int:
    """Return the columns a text takes on a terminal: two for a Han character or a full-width mark."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in text
    )


def shortened(text: str, columns: int) -> str:
    """Return ``text`` cut to ``columns`` of a terminal, with … where something is left out."""
    if width(text) <= columns:
        return text
    while width(text) > columns - 1:
        text = text[:-1]
    return text + "…"


def _table(rows: Sequence[Row]) -> str:
    head = (
        "",
        _("no."),
        _("element"),
        _("quantity"),
        _("found"),
        _("wanted"),
        _("tolerance"),
        _("page"),
        _("clause"),
    )
    marks = {Verdict.PASS: "✓", Verdict.INFO: "·", Verdict.FAIL: "✗", Verdict.ABSENT: "–"}
    cells = [head] + [
        (
            marks[row.verdict],
            row.number,
            row.element,
            row.quantity,
            shortened(row.found, FOUND_WIDTH),
            row.wanted,
            row.tolerance,
            str(row.page or ""),
            row.clause,
        )
        for row in rows
    ]
    widths = [max(width(line[column]) for line in cells) for column in range(len(head))]
    return "\n".join(
        "  ".join(cell + " " * (wide - width(cell)) for cell, wide in zip(line, widths, strict=True)).rstrip()
        for line in cells
    )
