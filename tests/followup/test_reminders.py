"""Reminders: to whom is late and to nobody else, of what is late and of nothing else."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.followup.reminder import Reminders
from hongtou.papers import Papers
from hongtou.tracking.book import HEAD, Book
from tests.conftest import examples
from tests.followup.books import random_book
from tests.followup.conftest import blocks_of, followups, rows, text_of

DAYS = st.dates(datetime.date(2023, 3, 7), datetime.date(2026, 6, 1))
UNITS = ("市残联", "市财政局", "市税务局", "小榄镇")


@settings(max_examples=examples(50), deadline=None)
@given(seed=st.integers(0, 10_000), day=DAYS)
def test_reminders_name_exactly_what_is_late(papers: Papers, seed: int, day: datetime.date) -> None:
    made = followups(papers, random_book(papers, seed, UNITS), day)
    late = {unit.unit: [line for line in unit.lines if line.late] for unit in made.standings}
    assert [*made.late()] == [unit for unit, lines in late.items() if lines]
    for unit in (unit for unit in UNITS if late[unit]):
        document = Reminders(made.standings, papers.letters).reminder(unit)
        table = next(block for block in blocks_of(document) if hasattr(block, "rows"))
        named = [row for row in rows(table)[1:] if len(row) > 1]
        assert [row[:4] for row in named] == [
            (
                one.asked.label,
                one.asked.line.text,
                one.asked.line.deadline,
                f"{(day - one.asked.line.date).days}天",
            )
            for one in late[unit]
        ]
        assert f"有{len(late[unit])}项工作要求已超过时限" in text_of(document)
        for row, line in zip(named, late[unit], strict=True):
            progress = line.answer.progress if line.answer is not None else None
            assert (progress or "") in row[4] or progress is None


@pytest.mark.parametrize(
    ("unit", "kind", "says", "ends"),
    [
        ("市财政局", "函", "请你单位对照上表抓紧办理，并尽快将办理情况报送市残联。", "特此函告。"),
        (
            "市委组织部",
            "函",
            "商请贵单位对照上表推进落实，并尽快将办理情况反馈市残联。",
            "专此函商，请予支持。",
        ),
        ("市残联", "函", "商请贵单位对照上表推进落实，并尽快将办理情况反馈我单位。", "专此函商，请予支持。"),
    ],
)
def test_the_relation_decides_the_words(papers: Papers, unit: str, kind: str, says: str, ends: str) -> None:
    made = followups(papers, Book(HEAD, ""))
    document = Reminders(made.standings, papers.letters).reminder(unit)
    assert str(document.context["title"]).endswith(kind)
    assert says in text_of(document)
    assert text_of(document).endswith(ends)


def test_the_day_to_answer_by_is_never_made_up(papers: Papers) -> None:
    made = followups(papers, Book(HEAD, ""))
    by = datetime.date(2024, 1, 31)
    assert "尽快" in text_of(Reminders(made.standings, papers.letters).reminder("市财政局"))
    said = text_of(Reminders(made.standings, papers.letters, reply_by=by).reminder("市财政局"))
    assert "并于2024年1月31日前将办理情况报送市残联" in said
    assert "尽快" not in said
