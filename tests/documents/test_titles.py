"""Titles break at word sense into a trapezium or a diamond."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou.documents.title import MAX_EMS, break_title
from hongtou.documents.widths import ems

TITLES = {
    "中山市人民政府办公室关于印发中山市贯彻落实广东省促进残疾人就业三年行动方案（2022-2024年）的通知": (
        "中山市人民政府办公室关于印发",
        "中山市贯彻落实广东省促进残疾人",
        "就业三年行动方案（2022-2024年）的通知",
    ),
    "国务院办公厅关于印发“无废城市”建设试点工作方案的通知": (
        "国务院办公厅关于印发",
        "“无废城市”建设试点工作方案的通知",
    ),
    "国务院办公厅关于印发全国深化“放管服”改革转变政府职能电视电话会议重点任务分工方案的通知": (
        "国务院办公厅关于印发全国深化",
        "“放管服”改革转变政府职能电视电话会议",
        "重点任务分工方案的通知",
    ),
    "关于做好工作的通知": ("关于做好工作的通知",),
}


@pytest.mark.parametrize("title", TITLES)
def test_known_titles(title: str) -> None:
    assert break_title(title, ["中山市人民政府办公室"]) == TITLES[title]


WORDS = [
    "某市",
    "人民政府",
    "关于",
    "印发",
    "贯彻落实",
    "促进",
    "残疾人",
    "就业",
    "三年",
    "行动方案",
    "（2022-2024年）",
    "“十四五”",
    "规划",
    "的通知",
]


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=14))
def test_lines_are_the_title_and_fit(words: list[str]) -> None:
    title = "".join(words)
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(0 < ems(line) <= MAX_EMS + 0.5 for line in lines), "a gap between Han and digits may be more"


@given(st.text("某市人民政府甲乙丙", min_size=21, max_size=90))
def test_senseless_text_still_fits(title: str) -> None:
    lines = break_title(title)
    assert "".join(lines) == title
    assert all(ems(line) <= MAX_EMS + 0.5 for line in lines)


@pytest.mark.parametrize("title", TITLES)
def test_widths_rise_and_fall(title: str) -> None:
    steps = [ems(b) - ems(a) for a, b in pairwise(TITLES[title])]
    assert [step > 0 for step in steps] == sorted((step > 0 for step in steps), reverse=True)
