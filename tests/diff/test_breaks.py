"""Paragraphs that are split or joined: a change of form, beside what else changed in them."""

from __future__ import annotations

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.breaks import together
from hongtou.diff.change import Level
from hongtou.diff.compare import compare
from tests.diff.edits import policy_of
from tests.diff.test_compare import V1

A, B, C, D = (
    "各镇街要加强组织领导。",
    "市各有关单位应当按时报送总结。",
    "市残联负责督促检查。",
    "本通知自印发之日起施行。",
)
CASES: list[tuple[str, list[str], list[str], list[tuple[int, int]]]] = [
    ("split in two", [A + B], [A, B], [(1, 2)]),
    ("joined", [A, B], [A + B], [(2, 1)]),
    ("split in four", [A + B + C + D], [A, B, C, D], [(1, 4)]),
    ("split, with a word", [A + B], [A, B.replace("应当", "必须")], [(1, 2)]),
    ("split, one more in front", [A + B], [D, A, B], [(0, 1), (1, 2)]),
    ("split, one more behind", [A + B], [A, B, D], [(1, 2), (0, 1)]),
    ("another break", [A + B, C], [A, B + C], [(2, 2)]),
    ("one more", [A], [A, D], [(1, 1), (0, 1)]),
    ("one less", [A, B, C], [A, C], [(1, 1), (1, 0), (1, 1)]),
    ("one of two replaced", [A, B], [A, C], [(1, 1), (1, 0), (0, 1)]),
    ("half is gone", [A + B], [A], [(1, 1)]),
    ("nothing", [], [A], [(0, 1)]),
]


@pytest.mark.parametrize(("old", "new", "sizes"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_which_paragraphs_are_together(old: list[str], new: list[str], sizes: list[tuple[int, int]]) -> None:
    found = together(old, new, breaks=True)
    assert [(len(a), len(b)) for a, b in found] == sizes
    assert [n for a, _b in found for n in a] == [*range(len(old))]
    assert [n for _a, b in found for n in b] == [*range(len(new))]


def levels(old: list[list[str]], new: list[list[str]]) -> list[Level]:
    policies = []
    for text in (old, new):
        data = plain(V1)
        data["notice"]["sections"][0]["text"] = text
        policies.append(policy_of(data))
    return [change.level for change in compare(*policies).changes]


def test_a_paragraph_split_without_a_word_is_form() -> None:
    assert levels([[A, B]], [[A], [B]]) == [Level.F]
    assert levels([[A], [B]], [[A, B]]) == [Level.F]
    assert levels([[A, B]], [[D], [A], [B]]) == [Level.C, Level.F]
    assert levels([[A, B]], [[A], [B.replace("应当", "必须")]]) == [Level.C]
