"""Two versions of a policy compared: what changed, in exact numbers, and whom it concerns."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.diff.as_data import as_data, plain
from hongtou.diff.change import PolicyDiff, Verb
from hongtou.diff.compare import compare
from hongtou.diff.forms.marked import CUT, Ink, runs
from hongtou.diff.impact import Action, Impact
from hongtou.diff.patch import Operation, apply
from hongtou.diff.tokens import NUMBER, fold
from hongtou.model.policy import Policy
from hongtou.source.load import load_policy
from tests.conftest import ROOT, examples
from tests.diff.edits import edited, policy_of
from tests.diff.revision import SAMPLE, first, revise

V1 = load_policy(ROOT / "policy" / SAMPLE)


@pytest.fixture(scope="module")
def v2(tmp_path_factory: pytest.TempPathFactory) -> Policy:
    folder = first(tmp_path_factory.mktemp("v2"))
    revise(folder.parent)
    return load_policy(folder)


def test_twelve_changes_one_move_and_five_rows_that_only_have_another_number(v2: Policy) -> None:
    diff = compare(V1, v2)
    assert len(diff.substantive) == 12
    assert Counter(change.verb for change in diff.substantive) == {
        Verb.CHANGE: 6,
        Verb.ADD: 3,
        Verb.DELETE: 2,
        Verb.MOVE: 1,
    }
    assert [c.match.part.id for c in diff.substantive if c.verb is Verb.MOVE] == ["concentrated"]
    assert sum(change.verb is Verb.RENUMBER for change in diff.formal) == 5


def test_data_that_follows_the_words_is_no_change_of_its_own(v2: Policy) -> None:
    covering = next(c for c in compare(V1, v2).changes if c.match.part.id == "reach-targets")
    assert {"notice/reports/interim", "notice/reports/final", "notice/contacts/0"} <= {*covering.covers}


def test_fifteen_units_get_a_letter_two_a_note_nine_nothing(v2: Policy) -> None:
    impact = Impact(V1, v2, compare(V1, v2))
    assert Counter(concern.action for concern in impact.concerns) == {
        Action.LETTER: 15,
        Action.NOTE: 2,
        Action.NOTHING: 9,
    }
    assert {c.unit for c in impact.concerns if c.action is Action.NOTE} == {"市政务服务数据管理局", "市妇联"}
    assert [c.match.part.id for c in impact.general] == ["assign-responsibility", "reach-targets"]


def test_nothing_changed_is_no_change() -> None:
    diff = compare(V1, V1)
    assert diff.changes == ()
    assert all(concern.action is Action.NOTHING for concern in Impact(V1, V1, diff).concerns)


def test_width_and_dashes_are_form_only() -> None:
    table = str.maketrans({"，": ",", "（": "(", "）": ")", "；": ";", "—": "-"})
    data = plain(V1)
    for task in data["tasks"]["tasks"]:
        task["text"] = [sentence.translate(table) for sentence in task["text"]]
        for target in task.get("targets", ()):
            target["printed"] = target["printed"].translate(table)
    diff = compare(V1, policy_of(data))
    assert not diff.substantive
    assert len(diff.formal) >= 15
    assert all(c.action is Action.NOTHING for c in Impact(V1, policy_of(data), diff).concerns)


def _read_back(diff: PolicyDiff, old: Policy, new: Policy) -> object:
    steps = as_data(diff, old, new, {}, diff.changes)["patch"]
    return apply(plain(old), [Operation(s["op"], tuple(s["path"]), s["old"], s["new"]) for s in steps])


@settings(max_examples=examples(60))
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_any_edits_are_told_applied_and_turned_round(seed: int, count: int) -> None:
    new = edited(V1, seed, count)
    diff, back = compare(V1, new), compare(new, V1)
    assert (plain(V1) == plain(new)) == (not diff.changes)
    assert _read_back(diff, V1, new) == plain(new)
    assert len(diff.substantive) == len(back.substantive)
    words = Counter((c.old, c.new) for c in diff.substantive if c.verb is not Verb.MOVE)
    assert words == Counter((c.new, c.old) for c in back.substantive if c.verb is not Verb.MOVE)


@settings(max_examples=examples(60))
@given(st.integers(0, 10**6), st.integers(1, 6))
def test_no_number_is_torn_whatever_is_edited(seed: int, count: int) -> None:
    for change in compare(V1, edited(V1, seed, count)).changes:
        for text, edges in (
            (change.old or "", {e for h in change.hunks for e in (h.a0, h.a1)}),
            (change.new or "", {e for h in change.hunks for e in (h.b0, h.b1)}),
        ):
            for number in re.finditer(NUMBER, fold(text)):
                assert not edges & {*range(number.start() + 1, number.end())}, (text, number[0])


def test_the_same_input_gives_the_same_output(v2: Policy) -> None:
    one, other = (compare(V1, v2) for _ in range(2))
    assert as_data(one, V1, v2, {}, one.changes) == as_data(other, V1, v2, {}, other.changes)


def test_a_unit_that_the_register_says_was_called_otherwise_is_the_same_unit() -> None:
    data = plain(V1)
    text = repr(data).replace("'市乡村振兴局'", "'市农村工作局'")
    renamed = eval(text)
    entry = next(u for u in renamed["units"]["units"] if u["name"] == "市农村工作局")
    entry["aliases"] = ["市乡村振兴局"]
    new = policy_of(renamed)
    concern = next(c for c in Impact(V1, new, compare(V1, new)).concerns if c.unit == "市农村工作局")
    assert all(cell.old is cell.new for cell in concern.cells)


@settings(max_examples=examples(60))
@given(st.integers(0, 10**6))
def test_what_is_shown_near_a_change_cuts_no_number(seed: int) -> None:
    for change in compare(V1, edited(V1, seed, 4)).changes:
        if not change.hunks or change.old is None or change.new is None:
            continue
        shown = "".join(run.text for run in runs(change) if run.ink is not Ink.GONE)
        for piece in shown.split(CUT):
            for number in re.finditer(NUMBER, fold(piece)):
                assert number[0] in {found[0] for found in re.finditer(NUMBER, fold(change.new))}, (
                    piece,
                    number[0],
                )


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "意见"}, ("通知", "意见")),
        ({"signature": {"mode": "unsealed"}}, ("加盖印章", "不加盖印章")),
        ({"urgency": "加急"}, (None, "加急")),
    ],
)
def test_what_kind_of_paper_it_is_and_how_it_is_signed_is_no_form(
    change: dict[str, object], words: tuple[str | None, str]
) -> None:
    data = plain(V1)
    data["notice"].update(change)
    (found,) = compare(V1, policy_of(data)).changes
    assert not found.formal
    assert (found.old or "").endswith(words[0] or "")
    assert (found.new or "").endswith(words[1])
