"""Parts without ids in common are known by likeness; splits and merges by the clauses they share."""

from __future__ import annotations

import random

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.change import Verb
from hongtou.diff.compare import compare
from hongtou.diff.matching import match
from hongtou.diff.order import longest_run
from hongtou.diff.parts import Kind, parts
from tests.conftest import examples, swept
from tests.diff.edits import Data, edited, policy_of
from tests.diff.test_compare import V1

KINDS = (Kind.TASK, Kind.ITEM, Kind.MEASURE, Kind.SECTION)


def renamed(data: Data, prefix: str = "imported") -> dict[str, str]:
    """Give every row another id, as an import would; return the former id of each."""
    former = {}
    for number, task in enumerate(data["tasks"]["tasks"], 1):
        former[f"{prefix}-{number}"] = task["id"]
        task["id"] = f"{prefix}-{number}"
    return former


def quality(count: int, prefix: str, seeds: range) -> float:
    """Return F1 of the pairs of rows found in versions with ``count`` edits and ids that mean nothing."""
    right = found = wanted = 0
    for seed in seeds:
        data = plain(edited(V1, seed, count))
        former = renamed(data, prefix)
        known = {task.id for task in V1.tasks.tasks} if V1.tasks else set()
        truth = {(old, new) for new, old in former.items() if old in known}
        olds = parts(V1)
        if prefix == "row":
            numbered = plain(V1)
            back = renamed(numbered, prefix)
            olds = parts(policy_of(numbered))
            turned = {old: new for new, old in back.items()}
            truth = {(turned[old], new) for old, new in truth}
        pairs, _doubts = match(olds, parts(policy_of(data)))
        got = {(m.old.id, m.new.id) for m in pairs if m.old and m.new and m.part.kind is Kind.TASK}
        right, found, wanted = right + len(got & truth), found + len(got), wanted + len(truth)
    return 2 * right / (found + wanted)


@pytest.mark.parametrize("count", swept([2, 8, 20], [8]))
def test_rows_are_found_again_without_ids(count: int) -> None:
    assert quality(count, "imported", range(examples(30))) >= 0.98


@pytest.mark.parametrize("count", swept([2, 8], [8]))
def test_rows_that_are_only_numbered_are_known_by_what_they_say(count: int) -> None:
    assert quality(count, "row", range(examples(30))) >= 0.98


def test_an_id_used_for_another_thing_is_told() -> None:
    data = plain(V1)
    task = data["tasks"]["tasks"][3]
    task |= {"name": "建设市民公园。", "text": ["绿化河岸，修建步道。"]}
    task.pop("targets", None)
    doubts = compare(V1, policy_of(data)).doubts
    assert [(d.new.id, d.reused) for d in doubts] == [(task["id"], True)]


def test_a_row_says_what_it_was() -> None:
    data = plain(V1)
    task = data["tasks"]["tasks"][0]
    task |= {
        "formerly": [task["id"]],
        "id": "another",
        "name": "面目全非。",
        "text": ["全部改写，一字不同。"],
    }
    found = next(m for m in compare(V1, policy_of(data)).matches if m.new and m.new.id == "another")
    assert (found.evidence, found.old.id if found.old else "") == ("declared", "public-bodies")


def halves(seed: int) -> tuple[Data, str]:
    """Split the text of a row in two rows."""
    dice = random.Random(seed)
    data = plain(V1)
    rows = data["tasks"]["tasks"]
    place = dice.choice([n for n, row in enumerate(rows) if len(row["text"]) >= 4])
    row = rows[place]
    half = len(row["text"]) // 2
    new = {**row, "id": "second-half", "name": "另行实施的行动。", "text": row["text"][half:]}
    new.pop("targets", None)
    new.pop("deadlines", None)
    rows[place] = {k: v for k, v in row.items() if k not in ("targets", "deadlines")} | {
        "text": row["text"][:half]
    }
    rows.insert(place + 1, new)
    return data, row["id"]


@pytest.mark.parametrize("seed", range(8))
def test_a_row_split_in_two_and_two_merged_into_one(seed: int) -> None:
    data, origin = halves(seed)
    split = policy_of(data)
    told = [c for c in compare(V1, split).changes if c.verb is Verb.SPLIT]
    assert [(c.match.part.id, c.others[0].id) for c in told] == [("second-half", origin)]
    back = [c for c in compare(split, V1).changes if c.verb is Verb.MERGE]
    assert [(c.match.part.id, c.others[0].id) for c in back] == [("second-half", origin)]


def test_a_new_row_is_no_split() -> None:
    for seed in range(40):
        diff = compare(V1, edited(V1, seed, 8))
        assert not [c for c in diff.changes if c.verb in (Verb.SPLIT, Verb.MERGE)], seed


@pytest.mark.parametrize(
    ("values", "kept"),
    [([], set()), ([1], {0}), ([2, 1], {1}), ([3, 0, 1, 2], {1, 2, 3}), ([0, 1, 5, 2, 3], {0, 1, 3, 4})],
)
def test_the_longest_run(values: list[int], kept: set[int]) -> None:
    assert longest_run(values) == kept


def test_targets_and_reports_of_other_ids_are_known_by_the_words_they_print() -> None:
    data = plain(V1)
    for holder in [*data["tasks"]["tasks"]]:
        for number, target in enumerate(holder.get("targets", ())):
            target["id"] = f"imported-{number}"
    for number, report in enumerate(data["notice"]["reports"]):
        report["id"] = f"imported-{number}"
    diff = compare(V1, policy_of(data))
    assert diff.formal
    assert not diff.substantive


def test_how_a_unit_is_called_in_full_is_form_and_who_is_in_a_set_is_not() -> None:
    data = plain(V1)
    data["units"]["units"][0]["full_name"] = "另一全称"
    assert not compare(V1, policy_of(data)).substantive
    data["units"]["sets"][0]["members"].pop()
    assert [c.level for c in compare(V1, policy_of(data)).substantive] == ["A"]


def single(index: int, **changes: str) -> tuple[Data, Data]:
    """Return the row at ``index`` before and after: another id, and the words in ``changes`` replaced."""
    data = plain(V1)
    row = data["tasks"]["tasks"][index]
    row["id"] = "another"
    row["text"] = [s.replace("应当", "必须").replace("通过", "采取") for s in row["text"]]
    for field, value in changes.items():
        row[field] = value
    return plain(V1)["tasks"]["tasks"][index], data


@pytest.mark.parametrize(
    ("index", "changes"),
    [(1, {}), (6, {}), (1, {"name": "推进国有企业安排残疾人就业工作。"}), (11, {"name": "抓好集中就业。"})],
)
def test_one_row_with_another_id_is_found_again_alone(index: int, changes: dict[str, str]) -> None:
    before, data = single(index, **changes)
    match_ = next(m for m in compare(V1, policy_of(data)).matches if m.new and m.new.key == "tasks/another")
    assert match_.old
    assert (match_.old.id, match_.evidence) == (before["id"], "similarity")
    assert match_.confidence > 0.55


def test_a_table_of_one_row_is_compared_by_words_too() -> None:
    one, other = plain(V1), single(1, name="推进国有企业安排残疾人就业工作。")[1]
    for data in (one, other):
        data["tasks"]["tasks"] = [data["tasks"]["tasks"][1]]
        data["notice"]["sections"] = data["notice"]["sections"][:1]
    row = next(m for m in compare(policy_of(one), policy_of(other)).matches if m.part.kind is Kind.TASK)
    assert row.evidence == "similarity"


@pytest.mark.parametrize("number", range(6))
def test_one_item_with_another_id_and_an_addition_is_found_again(number: int) -> None:
    data = plain(V1)
    item = data["notice"]["sections"][1]["measures"][1]["items"][number]
    item |= {"id": "another", "text": [item["text"][0][:-1] + "，抓好落实。", *item["text"][1:]]}
    diff = compare(V1, policy_of(data))
    assert {c.verb for c in diff.changes} == {Verb.CHANGE}


def test_a_row_that_became_one_other_is_neither_split_nor_merged() -> None:
    data = plain(V1)
    row = data["tasks"]["tasks"][1]
    row |= {
        "id": "another",
        "name": "另一件事。",
        "text": [*row["text"], "绿化河岸，修建步道，" * 40 + "完工。"],
    }
    diff = compare(V1, policy_of(data))
    assert not [c for c in diff.changes if c.verb in (Verb.SPLIT, Verb.MERGE)]


def test_a_row_that_is_gone_and_became_two() -> None:
    data, origin = halves(0)
    rows = data["tasks"]["tasks"]
    place = next(n for n, row in enumerate(rows) if row["id"] == origin)
    rows[place] |= {"id": "first-half", "name": "先行。", "assignments": [{"units": ["市公安局"]}]}
    told = [(c.verb, [o.id for o in c.others]) for c in compare(V1, policy_of(data)).changes]
    assert told.count((Verb.SPLIT, [origin])) == 1
    assert not [verb for verb, _others in told if verb in (Verb.MERGE, Verb.ADD, Verb.DELETE)]
