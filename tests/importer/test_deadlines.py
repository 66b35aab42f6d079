"""Time limits as papers write them: read, or told of, or none; never supposed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.context import Context
from hongtou.importer.deadlines import read, unread
from hongtou.importer.due import Due, Years
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.numbers import numbers, of_cells
from tests.importer.scans import lines
from tests.importer.test_unit_lists import words

DAY = datetime.date(2025, 3, 10)
YEARS = Years(DAY, DAY.year)
FILE = Path(__file__).parent / "deadlines.yaml"
CASES = (
    YAML(typ="safe").load(FILE.read_text("utf8")) if FILE.exists() else {"read": [], "told": [], "none": []}
)


def said(sentence: str, due: Due) -> str:
    """Return a deadline in the words of the table."""
    values = (due.begins, due.date, due.within, due.span, due.every)
    told = [str(value) for value in values if value is not None]
    told += [f"from {due.counted_from}"] if due.counted_from else []
    told += ["~"] if due.year_inferred else []
    return f"{sentence[due.start : due.end]} = {' '.join([due.kind, *told])}"


def _unread(text: str) -> list[str]:
    return [text[start:end] for start, end in unread(text, read(text, YEARS))]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"])
def test_it_is_read(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [said(text, one) for one in read(text, YEARS) if isinstance(one, Due)] == case["says"]
    assert _unread(text) == case.get("told", [])


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["text"])
def test_it_is_told(case: dict[str, Any]) -> None:
    assert not [one for one in read(case["text"], YEARS) if isinstance(one, Due)]
    assert _unread(case["text"]) == case["told"]


@pytest.mark.parametrize("text", CASES["none"])
def test_it_is_none(text: str) -> None:
    assert not [one for one in read(text, YEARS) if isinstance(one, Due)]
    assert not _unread(text)


def _context(text: str, issued: datetime.date | None = DAY) -> Context:
    return Context(Ledger(lines(text)), Names(None), issued)


def test_what_was_not_read_is_a_doubt() -> None:
    text = "每两年评选一次，6月底前报送。"
    context = _context(text, None)
    assert numbers([words(text)], context, "here") == ((), ())
    assert ["每两年" in doubt or "6月底前" in doubt for doubt in context.ledger.doubts] == [True, True]


def test_when_a_paper_is_in_force_is_no_deadline_and_told() -> None:
    text = "本办法自2025年5月1日起施行，有效期5年。"
    context = _context(text)
    assert numbers([words(text)], context, "here") == ((), ())
    assert (len(context.ledger.guesses), context.ledger.doubts) == (2, [])


def test_behind_another_year_a_month_alone_is_told() -> None:
    parts = [words("2026年3月底前完成摸底。"), words("9月底前完成改造。")]
    context = _context(parts[0].text)
    assert [one.printed for one in numbers(parts, context, "here")[1]] == ["2026年3月底前"]
    assert len(context.ledger.doubts) == 1


def test_the_time_of_the_day_is_kept() -> None:
    text = "6月20日下午5点前报送。"
    assert [one.clock for one in numbers([words(text)], _context(text), "here")[1]] == ["下午5点"]


@pytest.mark.parametrize(
    ("cell", "said_", "told"),
    [
        ("2025年6月", "date 2025-06-30", 0),
        ("2025年3—6月", "phase 2025-06-30", 0),
        ("第三季度", "date 2025-09-30", 0),
        ("汛期前", "event None", 0),
        ("长期坚持", "continuous None", 0),
        ("每季度末", "recurring None", 0),
        ("按上级要求", "", 1),
        ("/", "", 0),
    ],
)
def test_a_cell_of_a_column_of_time_limits(cell: str, said_: str, told: int) -> None:
    context = _context(cell)
    found = of_cells([words(cell)], context, "here")
    assert [f"{one.kind} {one.date}" for one in found] == ([said_] if said_ else [])
    assert len(context.ledger.doubts) == told
