"""Numerals, labels, dates and document numbers, there and back."""

from __future__ import annotations

import datetime
import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou import numerals


def test_the_examples_in_the_docstrings() -> None:
    assert doctest.testmod(numerals).failed == 0


@given(st.integers(0, 10**8 - 1))
def test_integers(number: int) -> None:
    assert numerals.integer(numerals.chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (2, "二"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1001, "一千零一"),
        (10_000, "一万"),
        (20_305, "二万零三百零五"),
    ],
)
def test_known_numbers(number: int, text: str) -> None:
    assert numerals.chinese(number) == text


@pytest.mark.parametrize("text", ["", "甲", "1", "一二", "十十十"][:3])
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        numerals.integer(text)


@given(st.dates(datetime.date(1949, 10, 1)))
def test_dates(day: datetime.date) -> None:
    assert numerals.read_date(numerals.date_text(day)) == day
    assert "0" + str(day.month) + "月" not in numerals.date_text(day)


@given(st.dates(datetime.date(1949, 10, 1)))
def test_dates_in_chinese_numerals(day: datetime.date) -> None:
    year = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(day.year))
    text = f"{year}年{numerals.chinese(day.month)}月{numerals.chinese(day.day)}日"
    assert numerals.read_date(text) == day


@given(st.sampled_from(["一、", "（一）", "1.", "（1）"]), st.integers(1, 200))
def test_labels(pattern: str, number: int) -> None:
    label = numerals.level_label(pattern, number)
    read = numerals.read_label(label + "加强领导")
    assert read == (["一、", "（一）", "1.", "（1）"].index(pattern) + 1, number, len(label))


@given(st.integers(1, 20))
def test_circled_labels(number: int) -> None:
    assert numerals.read_label(numerals.level_label("①", number)) == (5, number, 1)


@given(st.text("甲乙中府办函", min_size=2, max_size=8), st.integers(1949, 2099), st.integers(1, 99_999))
def test_document_numbers(code: str, year: int, number: int) -> None:
    written = str(numerals.DocumentNumber(code, year, number))
    assert numerals.read_document_number(written) == (code, year, number)


@pytest.mark.parametrize(
    "text", ["中府办函[2023]19号", "中府办函〔2023〕第19号", "中府办函〔2023〕019号", "〔2023〕19号"]
)
def test_wrong_document_numbers(text: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        numerals.read_document_number(text)
