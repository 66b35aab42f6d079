"""Targets and deadlines of sentences, as data."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from hongtou.importer.context import Context
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.numbers import numbers
from tests.importer.scans import lines
from tests.importer.test_unit_lists import cases, words


@pytest.mark.parametrize("case", cases("numbers.yaml"), ids=lambda case: case["text"])
def test_numbers(case: dict[str, Any]) -> None:
    context = Context(Ledger(lines(case["text"])), Names(None), datetime.date(2022, 3, 10))
    found, due = numbers([words(case["text"])], context, "here")
    _agree(case.get("targets", []), found)
    _agree(case.get("deadlines", []), due)
    assert len(context.ledger.doubts) == case.get("doubts", len(context.ledger.doubts))
    for one in (*found, *due):
        assert one.printed in case["text"]
    for value in context.ledger.values:
        assert value.span is not None


def _agree(wanted: list[dict[str, Any]], found: tuple[Any, ...]) -> None:
    assert len(found) == len(wanted), found
    for right, one in zip(wanted, found, strict=True):
        assert {key: getattr(one, key) for key in right} == right
