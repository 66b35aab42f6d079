"""What preamble and closing lines ask for is told: the model holds no days and numbers there."""

from __future__ import annotations

import datetime

import pytest

from hongtou.importer.context import Context
from hongtou.importer.ledger import Ledger
from hongtou.importer.names import Names
from hongtou.importer.outside import tell_outside
from tests.importer.scans import lines
from tests.importer.test_unit_lists import words


def told(*texts: str) -> list[str]:
    context = Context(Ledger(lines("".join(texts))), Names(None), datetime.date(2022, 3, 10))
    tell_outside([words(text) for text in texts], (), "某办法", context)
    return context.ledger.doubts


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("即日起至8月5日，各地开展自查。", 1),
        ("请各单位于6月30日前报送方案。", 1),
        ("各校要对照问题清单，在6月底前完成整改。", 1),
        ("到2025年底，全县建成示范点20个。", 2),
        ("各镇街至少建成示范点2个。", 1),
        ("经费按每人200元补助。", 0),
        ("为实现到2025年底全面见效，现通知如下：", 0),
        ("为确保建成示范点20个，现通知如下：", 0),
        ("根据市里2022年6月底前完成的要求，现通知如下。", 0),
        ("（2022—2025年）", 0),
        ("2021年底前，全县建成20个站点。", 0),
        ("2021年，全县建成20个站点。", 0),
        ("本办法自2022年5月1日起施行。", 0),
    ],
)
def test_days_and_numbers(text: str, count: int) -> None:
    assert len(told(text)) == count


def test_a_text_of_articles_is_told_once() -> None:
    articles = ["第一条　为加强管理，制定本办法。", "第二条　新建车位不少于100个。", "第三条　6月底前完成。"]
    (one,) = told("第一章　总则", *articles)
    assert "某办法" in one


def test_an_article_that_is_cited_is_none() -> None:
    assert told("第五条第二款的规定继续有效。", "其他不变。") == []
