"""Numbers that are to be reached, as papers write them: read, or told of, or none; never supposed."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.context import Context
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.numbers import numbers
from hongtou.importer.spoken import unread_amounts
from hongtou.importer.targets import Amount, targets
from hongtou.model.duty import Force
from hongtou.source.amounts import value_contradicted
from tests.importer.scans import lines
from tests.importer.test_unit_lists import words

FILE = Path(__file__).parent / "targets.yaml"
CASES = (
    YAML(typ="safe").load(FILE.read_text("utf8")) if FILE.exists() else {"read": [], "told": [], "none": []}
)


def said(sentence: str, amount: Amount) -> str:
    """Return a target in the words of the table."""
    number = str(amount.value) if amount.upper is None else f"{amount.value}–{amount.upper}"
    told = [amount.quantity, amount.comparator, number, amount.unit or "-"]
    told += [amount.force] if amount.force is not Force.PLAIN else []
    told += [f"({one})" for one in (amount.period, amount.baseline) if one]
    return f"{sentence[amount.start : amount.end]} = {' '.join(told)}"


def found_in(text: str) -> list[Amount]:
    """Return the targets of ``text``; one of which it is not known what it counts is none."""
    return sorted((one for one in targets(text) if one.quantity), key=lambda amount: amount.start)


def _unread(text: str) -> list[str]:
    found = sorted(targets(text), key=lambda amount: amount.start)
    nameless = [text[one.start : one.end] for one in found if not one.quantity]
    spans = [(amount.start, amount.end) for amount in found]
    return [*nameless, *(text[start:end] for start, end in unread_amounts(text, spans))]


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"])
def test_it_is_read(case: dict[str, Any]) -> None:
    text = case["text"]
    assert [said(text, one) for one in found_in(text)] == case["says"]
    assert _unread(text) == case.get("told", [])


@pytest.mark.parametrize("case", CASES["told"], ids=lambda case: case["text"])
def test_it_is_told(case: dict[str, Any]) -> None:
    assert not found_in(case["text"])
    assert _unread(case["text"]) == case["told"]


@pytest.mark.parametrize("text", CASES["none"])
def test_it_is_none(text: str) -> None:
    assert not found_in(text)
    assert not _unread(text)


def _read(text: str) -> tuple[Context, int]:
    context = Context(Ledger(lines(text)), Names(None), datetime.date(2025, 3, 10))
    found, _due = numbers([words(text)], context, "here")
    assert not [target for target in found if value_contradicted(target)]
    return context, len(found)


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"])
def test_the_words_do_not_contradict_the_value(case: dict[str, Any]) -> None:
    assert _read(case["text"])[1] == len(case["says"])


def test_what_was_not_read_is_a_doubt() -> None:
    context, count = _read("覆盖率达到三分之二以上。")
    assert (len(context.ledger.doubts), count) == (1, 0)


def test_what_a_past_year_brought_is_no_target() -> None:
    for text in ("2024年，全市投入资金3亿元。", "2024年全市新增企业100家，增长5%。"):
        context, count = _read(text)
        assert (context.ledger.doubts, count) == ([], 0)
    assert _read("2025年，全市新增企业100家。")[1] == 1
