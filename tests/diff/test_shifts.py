"""Units that come, go, lead and change their names."""

from __future__ import annotations

import json

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.change import Level
from hongtou.diff.compare import compare
from hongtou.diff.forms.amend import amending
from hongtou.documents.amendment_table import Side, amendment_table
from hongtou.documents.blocks import Span, Table
from hongtou.model.duty import Role
from hongtou.model.policy import Policy
from tests.diff.edits import Data, policy_of
from tests.diff.test_compare import V1

RULE = "排在第一位的为牵头单位"


def with_rule(after: str | None = None) -> Data:
    data = plain(V1)
    data["notice"]["declarations"] = [
        {"kind": "first_leads", "printed": RULE} | ({"after": after} if after else {})
    ]
    data["notice"]["sections"][2]["text"][0] += f"{RULE}。"
    return data


def swapped(data: Data, row: int = 1, places: tuple[int, int] = (0, 1)) -> Policy:
    units = data["tasks"]["tasks"][row]["assignments"][0]["units"]
    one, other = places
    units[one], units[other] = units[other], units[one]
    return policy_of(data)


@pytest.mark.parametrize("after", [None, "assign-responsibility"])
def test_another_first_unit_is_another_lead_where_the_first_leads(after: str | None) -> None:
    old = policy_of(with_rule(after))
    changes = compare(old, swapped(with_rule(after))).changes
    assert {(c.level, c.shift.unit, c.shift.old, c.shift.new) for c in changes if c.shift} == {
        (Level.A, "市国资委", Role.LEAD, Role.RESPONSIBLE),
        (Level.A, "市人力资源社会保障局", Role.RESPONSIBLE, Role.LEAD),
    }
    assert len(changes) == 2


def test_the_order_of_the_others_and_of_all_without_the_rule_is_place_only() -> None:
    old = policy_of(with_rule())
    assert [c.level for c in compare(old, swapped(with_rule(), places=(1, 2))).changes] == [Level.E]
    assert [c.level for c in compare(V1, swapped(plain(V1))).changes] == [Level.E]


def test_the_rule_itself_is_one_change_and_not_one_in_every_row() -> None:
    changes = compare(V1, policy_of(with_rule())).substantive
    assert {c.match.part.id for c in changes} == {"reach-targets"}
    assert {c.level for c in changes} == {Level.A}


def renamed() -> Policy:
    data = plain(V1)
    data["tasks"] = json.loads(
        json.dumps(data["tasks"], ensure_ascii=False).replace("市国资委", "市国有资产监管局")
    )
    for holder in (*data["units"]["units"], *data["units"]["sets"]):
        if holder["name"] == "市国资委":
            holder |= {"name": "市国有资产监管局", "aliases": ["市国资委"]}
        elif "members" in holder:
            holder["members"] = [m.replace("市国资委", "市国有资产监管局") for m in holder["members"]]
    return policy_of(data)


def test_a_unit_with_another_name_neither_comes_nor_goes() -> None:
    diff = compare(V1, renamed())
    assert not [c for c in diff.changes if c.shift is not None]
    assert [c.field for c in diff.substantive] == ["name"]
    assert all(c.level is Level.F for c in diff.changes if c.field == "assignments")


def test_the_amending_sentences_say_the_new_name_once() -> None:
    diff = compare(V1, renamed())
    assert amending(diff, diff.changes)[1:] == ["一、将责任单位中的“市国资委”统一修改为“市国有资产监管局”。"]


def test_only_who_comes_and_goes_is_marked_in_a_long_list() -> None:
    data = plain(V1)
    data["units"]["sets"][0]["members"].remove("小榄镇")
    (found,) = compare(V1, policy_of(data)).changes
    assert found.level is Level.A
    assert [(found.old or "")[h.a0 : h.a1] for h in found.hunks] == ["小榄镇、"]


def cells(old: Policy, new: Policy) -> list[list[Span]]:
    """Return the old and the new cell of each row of the amendment table."""
    diff = compare(old, new)
    document = amendment_table(Side(old, "v1"), Side(new, "v2"), diff, diff.substantive)
    tables = [block for block in document.context["body"] if isinstance(block, Table)]  # type: ignore[union-attr]
    rows = [row for table in tables for row in table.rows[1:]]
    return [[*paragraph.spans] for row in rows for cell in row.cells[2:4] for paragraph in cell.paragraphs]


def test_the_table_shows_who_leads_now() -> None:
    before, after = cells(policy_of(with_rule()), swapped(with_rule()))
    assert "".join(span.text for span in before).startswith(
        "牵头单位：市国资委；责任单位：市人力资源社会保障局、"
    )
    assert "".join(span.text for span in after).startswith(
        "牵头单位：市人力资源社会保障局；责任单位：市国资委、"
    )
    assert [span.text for span in after if span.style] == ["市人力资源社会保障局", "市国资委"]


def test_the_table_marks_only_who_came() -> None:
    data = plain(V1)
    data["tasks"]["tasks"][1]["assignments"][0]["units"].append("市妇联")
    before, after = cells(V1, policy_of(data))
    assert [span.text for span in (*before, *after) if span.style] == ["市妇联"]
    assert "单位：" not in "".join(span.text for span in after)


def test_the_table_says_a_new_name_above_it() -> None:
    diff = compare(V1, renamed())
    document = amendment_table(Side(V1, "v1"), Side(renamed(), "v2"), diff, diff.substantive)
    assert "责任单位“市国资委”统一改称“市国有资产监管局”，不逐条列出。" in document.context["notes"]  # type: ignore[operator]
    assert cells(V1, renamed()) == []
