"""Whom a comparison concerns where units move: sets that gain and lose members, units renamed and merged, rows that become one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hongtou.diff.as_data import plain
from hongtou.diff.change import Level
from hongtou.diff.compare import compare
from hongtou.diff.forms.impact import as_text
from hongtou.diff.impact import Action, Concern, Impact, Mark
from hongtou.documents.amendment_table import Side
from hongtou.documents.blocks import Document
from hongtou.documents.impact_page import impact_page
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


def merged_units(data: Data) -> None:
    renamed(data, "市乡村振兴局", "市农业农村局")


REFORMED = made(merged_units)


def test_a_unit_merged_into_another_is_told_with_its_successor() -> None:
    found = impact(V1, REFORMED)
    gone = concern(found, "市乡村振兴局")
    assert (gone.heir, gone.action, gone.sent) == ("市农业农村局", Action.SUCCEEDED, Action.SUCCEEDED)
    assert marks(found, "市农业农村局") == {"6": Mark.GAINED, "7": Mark.PARTNERS, "10": Mark.GAINED}
    assert "市乡村振兴局→市农业农村局" in as_text(found, ("v1", "v2"))


def test_a_member_merged_into_another_is_told_with_its_successor_too() -> None:
    def merged(data: Data) -> None:
        renamed(data, "小榄镇", "黄圃镇")
        data["units"]["sets"][0]["members"].remove("小榄镇")

    found = impact(V1, made(merged))
    assert concern(found, "小榄镇").heir == "黄圃镇"
    assert marks(found, "黄圃镇") == {}


def split_row(data: Data) -> None:
    """Make two rows of the second; the town and street offices have a part in the first half only."""
    whole = data["tasks"]["tasks"][1]
    parts = [
        {**whole, "id": f"soe-{key}", "name": name, "formerly": [whole["id"]], "text": text}
        for key, name, text in (("a", "国企一。", whole["text"][:2]), ("b", "国企二。", whole["text"][2:]))
    ]
    for part in parts:
        part.pop("measure", None)
    parts[1]["assignments"] = [{"role": "responsible", "units": ["市国资委", "市妇联"]}]
    data["tasks"]["tasks"][1:2] = parts


SPLIT = made(split_row)


def test_rows_that_are_split_and_merged_are_no_gain_and_no_loss_for_who_had_them() -> None:
    there, back = impact(V1, SPLIT), impact(SPLIT, V1)
    assert marks(there, "市国资委")["3"] is Mark.SPLIT
    assert marks(there, "市妇联")["3"] is Mark.GAINED
    assert Mark.GAINED not in marks(there, "市残联").values()
    assert marks(back, "市国资委")["3"] is Mark.MERGED
    assert marks(back, "市妇联")["3"] is Mark.LOST


def test_a_date_of_a_report_concerns_all_and_a_number_of_the_paper_nobody() -> None:
    def report(data: Data) -> None:
        deadline = data["notice"]["reports"][0]["deadline"]
        for section in data["notice"]["sections"]:
            section["text"] = [t.replace("12月15日", "12月25日") for t in section.get("text", [])]
        deadline["printed"] = deadline["printed"].replace("12月15日", "12月25日")

    def number(data: Data) -> None:
        data["notice"].update(document_number="中府办函〔2024〕3号", date="2024-01-05", note="此件公开发布")
        data["notice"]["recipients"].pop()

    told = impact(V1, made(report))
    assert {c.action for c in told.concerns} == {Action.NOTHING}
    assert {c.sent for c in told.concerns} == {Action.COMMON}
    silent = impact(V1, made(number))
    assert not silent.general
    assert {c.sent for c in silent.concerns} == {Action.NOTHING}


def test_another_order_of_units_is_a_note_to_all_of_them() -> None:
    def swapped(data: Data) -> None:
        units = units_of(data, 1)
        units[0], units[1] = units[1], units[0]

    found = impact(V1, made(swapped))
    assert marks(found, "市残联") == {"2": Mark.PARTNERS}
    assert concern(found, "市残联").action is Action.NOTE


def page(old: Policy, new: Policy) -> Document:
    """Return the impact page of the step from ``old`` to ``new``."""
    return impact_page(impact(old, new), Side(old, "v1"), Side(new, "v2"))


def rows(document: Document) -> list[list[list[str]]]:
    """Return the lines of each cell of each row."""
    blocks: Any = document.context["body"]
    return [[[p.text for p in cell.paragraphs] for cell in row.cells] for row in blocks[0].rows]


def test_the_impact_page_breaks_numbers_itself_and_says_what_they_are_called() -> None:
    data = plain(V1)
    for task in data["tasks"]["tasks"]:
        task["text"] = [*task["text"], "每年至少开展3次专项检查。"]
    document = page(V1, policy_of(data))
    lines = [line for row in rows(document) for cell in row for line in cell]
    assert any(line.endswith("、") for line in lines)
    assert not any(line.startswith("、") for line in lines)
    blocks: Any = document.context["body"]
    assert blocks[-1].text.startswith("表中数字为任务序号：1 实施机关、事业单位带头安排残疾人就业行动；2 ")


def test_the_impact_page_names_a_unit_with_its_successor() -> None:
    found = rows(page(V1, REFORMED))
    assert any(row[1] == ["市乡村振兴局（并入市农业农村局）"] and row[-1] == ["并入"] for row in found)
