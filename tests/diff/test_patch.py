"""A patch makes the new of the old."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou.diff.patch import Operation, apply, patch

SCALARS = st.integers(0, 9) | st.sampled_from(["甲", "乙", ""]) | st.booleans()
IDS = st.lists(st.sampled_from("abcdef"), unique=True, max_size=5)


def entries(inner: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return IDS.flatmap(
        lambda ids: st.tuples(*(st.dictionaries(st.sampled_from(["text", "more"]), inner, max_size=2).map(lambda d, i=i: {"id": i, **d}) for i in ids)).map(list)
    )  # fmt: skip


DATA = st.recursive(
    SCALARS | st.lists(SCALARS, max_size=3),
    lambda inner: entries(inner) | st.dictionaries(st.sampled_from("xyz"), inner, max_size=3),
    max_leaves=12,
)
ROOTS = st.dictionaries(st.sampled_from(["notice", "tasks"]), DATA, max_size=2)


@given(ROOTS, ROOTS)
def test_a_patch_makes_the_new_of_the_old_also_read_back_from_json(old: object, new: object) -> None:
    steps = [*patch(old, new)]
    assert apply(old, steps) == new
    read = [
        Operation(s["op"], tuple(s["path"]), s["old"], s["new"])
        for s in json.loads(json.dumps([vars(s) for s in steps]))
    ]
    assert apply(old, read) == new


@given(ROOTS)
def test_nothing_changed_is_no_step(data: object) -> None:
    assert [*patch(data, data)] == []


def test_entries_are_known_by_id_and_not_by_place() -> None:
    old = {"tasks": [{"id": "a", "text": ["一"]}, {"id": "b"}, {"id": "c"}]}
    new = {"tasks": [{"id": "c"}, {"id": "a", "text": ["二"]}, {"id": "d"}]}
    assert [(step.op, step.path) for step in patch(old, new)] == [
        ("remove", ("tasks", "#b")),
        ("set", ("tasks", "#a", "text")),
        ("add", ("tasks", "#d")),
        ("order", ("tasks",)),
    ]


def test_data_of_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="is not"):
        apply({"a": 2}, [Operation("set", ("a",), 1, 3)])
