"""No number is torn, read by another notion of numbers than the one that keeps them whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.diff.change import Level
from hongtou.diff.levels import level_of
from hongtou.diff.text import hunks
from tests.conftest import examples

DIGITS = "0123456789０１２３４５６７８９"
HAN = "〇零○一二三四五六七八九十百千万亿两"


def inside(text: str, place: int) -> bool:
    """Whether ``place`` lies between two signs of one number, sign by sign."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    rest, far = text[place + 1 : place + 3], text[max(0, place - 3) : place]
    figures = before in DIGITS and after in DIGITS
    words = before in HAN and after in HAN
    ordinal = before == "第" and after in HAN
    percent = before in DIGITS and after in "%％‰"
    joins = "./-—–~～×．"
    split = (before in DIGITS and after in joins and rest[:1] and rest[0] in DIGITS) or (
        before in joins and after in DIGITS and len(far) > 1 and far[-2] in DIGITS
    )
    return bool(figures or words or ordinal or percent or split or _in_words(text, place))


def _in_words(text: str, place: int) -> bool:
    """Whether ``place`` lies in a time of day or in a share."""
    found = re.finditer(rf"(?<!\d)\d{{1,2}}[:：]\d\d(?!\d)|[{HAN}]分之[{HAN}]", text)
    return any(m.start() < place < m.end() for m in found)


CASES = [
    ("不少于十五人", "不少于二十五人"),
    ("第十五条规定", "第十八条规定"),
    ("按第五条办理", "按第六条办理"),
    ("百分之十五以上", "百分之十八以上"),
    ("三分之一以上", "三分之二以上"),
    ("二〇二三年底", "二〇二四年底"),
    ("一千二百人", "一千五百人"),
    ("3万五千人", "3万六千人"),
    ("1/3以上", "2/3以上"),
    ("上午9:00前", "上午9:30前"),
    ("上午９：００前", "上午９：３０前"),
    ("2023.12.15起", "2024.1.15起"),
    ("2023-12-15起", "2023-11-15起"),
    ("2023—2025年", "2023—2026年"),
    ("2023年至2025年", "2023年至2026年"),
    ("5-10名学员", "5-12名学员"),
    ("10×20米", "10×30米"),
    ("电话0760-88879299", "电话0760-88879288"),
    ("1,500人次", "1,800人次"),
    ("１５％以上", "１８％以上"),
    ("100多人", "200多人"),
    ("不低于-5℃", "不低于-8℃"),
    ("1.2.3款", "1.2.4款"),
    ("A1类", "A2类"),
    ("PM2.5下降", "PM2.8下降"),
]


def torn(old: str, new: str) -> list[tuple[str, str]]:
    return [
        (text[:start] + "|" + text[start:end] + "|" + text[end:], text)
        for hunk in hunks(old, new, ("第一人民医院", "三角镇"))
        for text, start, end in ((old, hunk.a0, hunk.a1), (new, hunk.b0, hunk.b1))
        if inside(text, start) or inside(text, end)
    ]


@pytest.mark.parametrize(("old", "new"), CASES)
def test_a_number_is_marked_whole(old: str, new: str) -> None:
    assert hunks(old, new)
    assert torn(old, new) == []
    assert torn(new, old) == []


@pytest.mark.parametrize(("old", "new"), CASES)
def test_a_number_in_a_longer_text_is_marked_whole(old: str, new: str) -> None:
    around = "各镇街要加强领导，{}，统一组织实施：一是抓好落实、按时报送。"
    assert torn(around.format(old), around.format(new)) == []


PIECES = st.sampled_from(
    ["各镇街", "十", "五", "二十", "人", "百分之", "三分之一", "第", "条", "，", "、", "：", "。", "12", "3", ".", "5", "/", "9:00", ":", "30", "-", "—", "%", "年", "A", "三角镇", "第一人民医院", "统一", ",", "200", "至", "万", "个"]
)  # fmt: skip


def edits(text: str) -> st.SearchStrategy[str]:
    spans = st.tuples(st.integers(0, len(text)), st.integers(0, 4), PIECES)
    return st.lists(spans, max_size=3).map(lambda found: _edited(text, found))


def _edited(text: str, found: list[tuple[int, int, str]]) -> str:
    for start, length, piece in found:
        text = text[:start] + piece + text[start + length :]
    return text


PAIRS = st.lists(PIECES, max_size=14).map("".join).flatmap(lambda text: st.tuples(st.just(text), edits(text)))


@settings(max_examples=examples(400))
@given(PAIRS)
def test_no_number_is_torn_in_any_text(pair: tuple[str, str]) -> None:
    assert torn(*pair) == []


@settings(max_examples=examples(200))
@given(PAIRS)
def test_the_marks_make_the_new_text(pair: tuple[str, str]) -> None:
    old, new = pair
    found = hunks(old, new)
    assert all(a.a1 <= b.a0 and a.b1 <= b.b0 for a, b in pairwise(found))
    assert "".join(_applied(old, new, found)).translate(FOLD) == new.translate(FOLD)


FOLD = str.maketrans("，：—", ",:-")


def _applied(old: str, new: str, found: list[object]) -> Iterator[str]:
    place = 0
    for hunk in found:
        yield old[place : hunk.a0] + new[hunk.b0 : hunk.b1]  # type: ignore[attr-defined]
        place = hunk.a1  # type: ignore[attr-defined]
    yield old[place:]


@pytest.mark.parametrize(("old", "new"), [CASES[n] for n in (0, 3, 4, 5, 8, 9, 13, 15)])
def test_numbers_in_words_matter_as_much_as_figures(old: str, new: str) -> None:
    assert level_of("text", old, new, hunks(old, new)) is Level.B
