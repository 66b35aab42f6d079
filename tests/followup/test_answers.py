"""What was typed, as words on paper."""

from __future__ import annotations

import pytest

from hongtou.followup.answers import in_quotes, line_of, paragraphs_of, sentence


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        (None, ()),
        ("", ()),
        (" \n\t \r\n", ()),
        ("第一行\r\n\n第二行\t表\u2028第三行\x0b第四行", ("第一行", "第二行 表", "第三行", "第四行")),
        ("\x00零\x1b宽\u200b\u202e倒\ue000", ("零宽倒\ue000",)),
        ("<w:p/>&", ("<w:p/>&",)),
    ],
)
def test_paragraphs(typed: str | None, shown: tuple[str, ...]) -> None:
    assert paragraphs_of(typed) == shown


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("甲\n乙", "甲；乙"), ("甲。\n乙，\n丙", "甲。乙；丙"), ("甲", "甲"), (None, "")],
)
def test_a_line(typed: str | None, shown: str) -> None:
    assert line_of(typed) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [("甲", "甲。"), ("甲。", "甲。"), ("甲，", "甲。"), ("甲（乙）", "甲（乙）。"), ("“甲。”", "“甲。”"), ("“甲”", "“甲”。"), ("", "")],
)  # fmt: skip
def test_a_sentence(text: str, shown: str) -> None:
    assert sentence(text) == shown


def test_quotes_in_quotes() -> None:
    assert in_quotes("实施“美丽工坊”行动") == "“实施‘美丽工坊’行动”"
