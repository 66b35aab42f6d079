"""Whom a comparison concerns where units move: sets that gain and lose members, units renamed and merged, rows that become one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hongtou.diff.as_data import plain
from hongtou.diff.change import Level
from hongtou.diff.compare import compare
from hongtou.diff.impact import Action, Concern, Impact, Mark
from hongtou.model.policy import Policy
from tests.diff.edits import policy_of
from tests.diff.test_compare import V1

Data = dict[str, Any]


def made(edit: Callable[[Data], object], base: Policy = V1) -> Policy:
    """Return ``base`` after ``edit``."""
    data = plain(base)
    edit(data)
    return policy_of(data)


def units_of(data: Data, row: int) -> list[str]:
    """Return the list of units of a row, to be changed."""
    found: list[str] = data["tasks"]["tasks"][row]["assignments"][0]["units"]
    return found


def impact(old: Policy, new: Policy) -> Impact:
    """Return whom the step from ``old`` to ``new`` concerns."""
    return Impact(old, new, compare(old, new))


def marks(impact: Impact, unit: str) -> dict[str, Mark]:
    """Return what happened to ``unit``, by the number of the task."""
    return {c.pair.duty.label: c.mark for c in impact.by_unit.get(unit, ()) if c.mark is not Mark.SAME}


def concern(impact: Impact, unit: str) -> Concern:
    """Return the row of ``unit``."""
    return next(concern for concern in impact.concerns if concern.unit == unit)


def without_a_town(data: Data) -> None:
    data["units"]["sets"][0]["members"].remove("小榄镇")


SMALLER = made(without_a_town)


def test_who_leaves_a_set_loses_what_the_set_has_to_do() -> None:
    found = impact(V1, SMALLER)
    assert set(marks(found, "小榄镇").values()) == {Mark.LOST}
    assert marks(found, "黄圃镇") == {}
    assert concern(found, "小榄镇").action is Action.LETTER
    assert concern(found, "各镇街").action is Action.NOTHING
    assert "小榄镇" not in concern(found, "各镇街").members


def test_who_joins_a_set_gains_what_the_set_has_to_do() -> None:
    found = impact(SMALLER, V1)
    assert set(marks(found, "小榄镇").values()) == {Mark.GAINED}
    assert concern(found, "各镇街").action is Action.NOTHING


def test_a_member_named_instead_of_its_set_keeps_its_task() -> None:
    new = made(lambda data: units_of(data, 1).__setitem__(-1, "小榄镇"))
    there, back = impact(V1, new), impact(new, V1)
    assert (marks(there, "小榄镇"), marks(there, "黄圃镇")) == ({"2": Mark.PARTNERS}, {"2": Mark.LOST})
    assert (marks(back, "小榄镇"), marks(back, "黄圃镇")) == ({"2": Mark.PARTNERS}, {"2": Mark.GAINED})
    assert concern(there, "各镇街").members == tuple(
        unit for unit in V1.register.by_name["各镇街"].members if unit != "小榄镇"
    )


def test_a_member_named_beside_its_set_has_the_part_it_is_named_for() -> None:
    def lead(data: Data) -> None:
        data["tasks"]["tasks"][1]["assignments"].insert(0, {"role": "lead", "units": ["小榄镇"]})

    found = impact(V1, made(lead))
    assert marks(found, "小榄镇") == {"2": Mark.ROLE}
    assert marks(found, "黄圃镇") == {"2": Mark.PARTNERS}


def test_a_set_whose_members_are_not_known_is_told_by_its_name() -> None:
    def unresolved(data: Data) -> None:
        data["units"]["sets"].append({"name": "各成员单位", "resolved": False})

    old = made(unresolved)
    found = impact(old, made(lambda data: units_of(data, 1).append("各成员单位"), old))
    assert concern(found, "各成员单位").members == ()
    assert concern(found, "各成员单位").level is Level.A


def renamed(data: Data, old: str, new: str) -> None:
    """Give a unit another name, its former one as an alias."""
    for task in data["tasks"]["tasks"]:
        for assignment in task["assignments"]:
            assignment["units"] = [*dict.fromkeys(new if u == old else u for u in assignment["units"])]
    units = data["units"]["units"]
    if any(unit["name"] == new for unit in units):
        units[:] = [unit for unit in units if unit["name"] != old]
    for unit in units:
        if unit["name"] in (old, new):
            unit["name"] = new
            unit.setdefault("aliases", []).append(old)


def test_a_unit_that_is_only_called_otherwise_is_concerned_by_nothing() -> None:
    found = impact(V1, made(lambda data: renamed(data, "市国资委", "市国有资产监管局")))
    assert found.today == {"市国资委": "市国有资产监管局"}
    assert all(concern.action is Action.NOTHING for concern in found.concerns)
    assert "市国资委" not in found.by_unit
