"""What a person would mark is marked: the cases of two sets of texts, and what holds for all."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import Indel

from hongtou.diff.text import Hunk, hunks
from hongtou.diff.tokens import NUMBER, fold
from tests.diff.hard import fields

CASES = Path(__file__).parent / "cases"
NAMES = (
    "市残联", "残联", "妇联", "人力资源社会保障局", "乡村振兴局", "农业农村局", "文化广电旅游局",
    "烟草专卖局", "财政局", "残疾人", "工商联",
)  # fmt: skip


def case(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((CASES / f"{name}.json").read_text(encoding="utf8"))
    return found


def marked(found: set[tuple[int, ...]]) -> int:
    return sum(a1 - a0 + b1 - b0 for a0, a1, b0, b1 in found)


def spans(old: str, new: str, names: tuple[str, ...] = NAMES) -> set[tuple[int, ...]]:
    return {(h.a0, h.a1, h.b0, h.b1) for h in hunks(old, new, names)}


def test_edits_are_marked_as_a_person_marks_them() -> None:
    wanted = [{tuple(hunk) for hunk in one["hunks"]} for one in case("set-a")]
    given_ = [spans(one["old"], one["new"]) for one in case("set-a")]
    exact = sum(len(a & b) for a, b in zip(wanted, given_, strict=True)) / sum(map(len, wanted))
    characters = sum(map(marked, given_)) / sum(map(marked, wanted))
    assert exact >= 0.8
    assert 0.9 <= characters <= 1.1


def test_rewordings_leave_few_islands() -> None:
    found = [hunks(one["body"], one["table"], NAMES) for one in case("set-b")]
    assert sum(0 < b.a0 - a.a1 <= 2 for one in found for a, b in pairwise(one)) <= 8


def applied(old: str, new: str, found: list[Hunk]) -> str:
    for hunk in reversed(found):
        old = old[: hunk.a0] + new[hunk.b0 : hunk.b1] + old[hunk.a1 :]
    return old


def inside_a_number(text: str, position: int) -> bool:
    return any(match.start() < position < match.end() for match in re.finditer(NUMBER, fold(text)))


PIECES = st.sampled_from(
    ["各镇街要", "新建", "15%", "18%以上", "2023年12月15日前", "残疾人", "，", "、", "。", "；", "1,200万元", "33人", "（含）", "培训", "3.5", "A4"]
)  # fmt: skip
TEXTS = st.lists(PIECES, max_size=25).map("".join)


@given(TEXTS, TEXTS)
def test_what_changed_makes_the_new_text_and_tears_no_number(old: str, new: str) -> None:
    found = hunks(old, new, NAMES)
    assert fold(applied(old, new, found)) == fold(new)
    for hunk in found:
        assert not any(inside_a_number(old, at) for at in (hunk.a0, hunk.a1))
        assert not any(inside_a_number(new, at) for at in (hunk.b0, hunk.b1))
    assert all(a.a1 < b.a0 or a.b1 < b.b0 for a, b in pairwise(found))


@given(TEXTS)
def test_nothing_changed_is_nothing(text: str) -> None:
    assert hunks(text, text) == []
    assert hunks(text, text.replace("，", ",").replace("（", "(")) == []


@given(st.data())
def test_one_edit_of_the_sample_tears_no_number(data: st.DataObject) -> None:
    old = data.draw(st.sampled_from([one["old"] for one in case("set-a")]))
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, min(len(old), start + 6)))
    new = old[:start] + data.draw(PIECES) + old[end:]
    found = hunks(old, new, NAMES)
    assert fold(applied(old, new, found)) == fold(new)
    assert not any(inside_a_number(old, at) for hunk in found for at in (hunk.a0, hunk.a1))
    assert not any(inside_a_number(new, at) for hunk in found for at in (hunk.b0, hunk.b1))


@pytest.mark.parametrize("name", [*fields(4000)])
def test_hard_fields_take_no_more_than_a_multiple_of_the_plainest_comparison(name: str) -> None:
    old, new = fields(4000)[name]
    ours, theirs = (min(timed(job, old, new) for _ in range(3)) for job in (hunks, Indel.opcodes))
    assert fold(applied(old, new, hunks(old, new))) == fold(new)
    assert ours / theirs < 200


def timed(job: Callable[[str, str], object], old: str, new: str) -> float:
    start = time.perf_counter()
    job(old, new)
    return time.perf_counter() - start
