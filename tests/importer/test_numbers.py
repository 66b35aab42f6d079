"""Targets and deadlines of sentences, as data."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from hongtou.importer.context import Context
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.numbers import numbers, tell_outside
from tests.importer.scans import lines
from tests.importer.test_unit_lists import cases, words


@pytest.mark.parametrize("case", cases("numbers.yaml"), ids=lambda case: case["text"])
def test_numbers(case: dict[str, Any]) -> None:
    context = Context(Ledger(lines(case["text"])), Names(None), datetime.date(2022, 3, 10))
    found, due = numbers([words(case["text"])], context, "here")
    _agree(case.get("targets", []), found)
    _agree(case.get("deadlines", []), due)
    for one in (*found, *due):
        assert one.printed in case["text"]
    for value in context.ledger.values:
        assert value.span is not None


def _agree(wanted: list[dict[str, Any]], found: tuple[Any, ...]) -> None:
    assert len(found) == len(wanted), found
    for right, one in zip(wanted, found, strict=True):
        assert {key: getattr(one, key) for key in right} == right


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("即日起至8月5日，各地开展自查。", 1),
        ("请各单位于6月30日前报送方案。", 1),
        ("各校要对照问题清单，在6月底前完成整改。", 1),
        ("到2025年底，全县建成示范点20个。", 1),
        ("为实现到2025年底全面见效，现通知如下：", 0),
        ("根据市里2022年6月底前完成的要求，现通知如下。", 0),
        ("（2022—2025年）", 0),
        ("2021年底前，全县建成20个站点。", 0),
        ("本办法自2022年5月1日起施行。", 0),
    ],
)
def test_times_outside_all_parts_are_told(text: str, told: int) -> None:
    """The model holds no deadline of the preamble: 即日起至8月5日，各地开展自查."""
    context = Context(Ledger(lines(text)), Names(None), datetime.date(2022, 3, 10))
    tell_outside([words(text)], (), context)
    assert len(context.ledger.doubts) == told
