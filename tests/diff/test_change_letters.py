"""What change letters say: every kind of change in words that its reader can act on, and none that is not so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hongtou.diff.impact import Action
from hongtou.documents.blocks import Paragraph
from hongtou.model.policy import Policy
from hongtou.papers import Papers
from hongtou.revisions import Revision
from tests.conftest import examples
from tests.diff.edits import edited
from tests.diff.revision import second
from tests.diff.test_compare import V1
from tests.diff.test_impact import REFORMED, SMALLER, SPLIT, Data, impact, made, renamed, units_of
from tests.redline.conftest import HOUSE


def to_whom(old: Policy, new: Policy) -> tuple[str, ...]:
    """Return the units that change letters go to."""
    return Revision(Papers(HOUSE, new), impact(old, new), ("v1", "v2")).change_letters(None).units()


def said(old: Policy, new: Policy, unit: str) -> str:
    """Return the text of the letter to ``unit``, a paragraph a line."""
    found = impact(old, new)
    letters = Revision(Papers(HOUSE, new), found, ("v1", "v2")).change_letters(None)
    assert unit in letters.units()
    body: Any = letters.letter(unit).context["body"]
    return "\n".join(block.text for block in body if isinstance(block, Paragraph))


def test_who_leaves_and_joins_a_set_is_told_so() -> None:
    left = said(V1, SMALLER, "小榄镇")
    assert "你单位不再列入“各镇街”，不再承担分配给“各镇街”的任务。" in left
    assert "不再承担的任务\n第1项“实施机关、事业单位带头安排残疾人就业行动”、第2项" in left
    assert "及其任务清单停止使用。" in left
    come = said(SMALLER, V1, "小榄镇")
    assert "你单位已列入“各镇街”，承担分配给“各镇街”的任务。" in come
    assert "责任函和任务清单另行发送。" in come


def test_a_member_that_is_named_instead_of_its_set_gains_nothing() -> None:
    new = made(lambda data: units_of(data, 1).__setitem__(-1, "小榄镇"))
    there, back = said(V1, new, "小榄镇"), said(new, V1, "小榄镇")
    assert "新增的任务" not in there + back
    assert "协同单位不再有各镇街中的其他单位。" in there
    assert "协同单位增加各镇街中的其他单位。" in back
    assert "改由小榄镇承担，请做好移交。" in said(V1, new, "黄圃镇")


def test_who_takes_over_a_unit_is_told_its_duties() -> None:
    heir = said(V1, REFORMED, "市农业农村局")
    assert "市乡村振兴局的职责已由你单位承接，其承担的第6项" in heir
    assert "此前由市乡村振兴局承担" not in heir
    assert "协同单位市乡村振兴局在本项任务中的职责由你单位承接。" in heir
    assert "此前发送给你单位、市乡村振兴局的《" in heir
    assert "在上述任务中的职责由市农业农村局承接。" in said(V1, REFORMED, "市残联")
    assert "市乡村振兴局" not in to_whom(V1, REFORMED)


def test_a_unit_with_another_name_keeps_its_letter() -> None:
    def edit(data: Data) -> None:
        renamed(data, "市国资委", "市国有资产监管局")
        units_of(data, 1).append("市妇联")

    text = said(V1, made(edit), "市国有资产监管局")
    assert "第2项“实施国有企业安排残疾人就业行动”：协同单位增加市妇联。" in text
    assert "此前发送给市国资委的《" in text
    assert "继续有效" in text
    assert "市国有资产监管局" not in said(V1, made(edit), "市残联")


def reissued(data: Data) -> None:
    data["notice"].update(document_number="中府办函〔2024〕3号", date="2024-01-05", note="此件公开发布")
    data["notice"]["recipients"].pop()
    units_of(data, 1).append("市妇联")


def test_a_notice_issued_anew_is_named_by_both_numbers_and_dates() -> None:
    text = said(V1, made(reissued), "市妇联")
    assert (
        "（中府办函〔2023〕19号，2023年3月7日）已修订为中府办函〔2024〕3号文（2024年1月5日，以下简称《通知》）。"
        in text
    )
    assert "共同要求" not in text


def test_a_notice_of_another_title_is_named_by_both_titles() -> None:
    def edit(data: Data) -> None:
        reissued(data)
        data["notice"]["title"] = data["notice"]["title"].replace("行动方案", "行动计划")
        data["notice"].pop("title_lines", None)

    text = said(V1, made(edit), "市妇联").splitlines()[0]
    assert text.count("《中山市人民政府办公室关于印发") == 2
    assert "》（中府办函〔2023〕19号，2023年3月7日）已修订为《" in text
    assert "》（中府办函〔2024〕3号，2024年1月5日，以下简称《通知》）。" in text


def test_rows_that_were_split_and_merged_say_of_which() -> None:
    whole = "第2项“实施国有企业安排残疾人就业行动”"
    assert f"第3项“国企二”：由原{whole}拆出，单列为一项。" in said(V1, SPLIT, "市国资委")
    assert f"本项任务由原{whole}拆出。" in said(V1, SPLIT, "市妇联")
    assert f"原第3项“国企二”：已并入{whole}，按该项要求执行。" in said(SPLIT, V1, "市国资委")
    assert f"本项任务已并入{whole}，不再由贵单位承担。" in said(SPLIT, V1, "市妇联")
    for unit in ("市国资委", "市妇联"):
        assert "取消" not in said(SPLIT, V1, unit)


@pytest.fixture(scope="module")
def v2() -> Policy:
    return second()


def test_a_place_of_the_text_is_not_unchanged_where_words_beside_it_are(v2: Policy) -> None:
    text = said(V1, v2, "市残联")
    assert "正文第三部分“对标目标任务，推动落地落实”中涉及贵单位的内容；" in text
    assert "“实施‘美丽工坊’残疾妇女就业增收服务行动”" in text
    assert "“联系人：全永乐”改为“联系部门：市残联教育就业部”。" in text
    assert "。”。" not in text


def test_who_has_no_change_is_told_what_is_asked_of_all(v2: Policy) -> None:
    text = said(V1, v2, "市税务局")
    assert "涉及贵单位的任务没有变化，现就对各单位共同要求的调整函商如下" in text
    assert "正文第二部分增加“各有关单位要于每季度末将工作进展报送市残联。”" in text
    assert "》（2023年3月7日）继续有效，其中与本函不一致的，以本函为准。" in text


def test_reports_and_contacts_are_told_where_no_words_do() -> None:
    def edit(data: Data) -> None:
        data["notice"]["reports"][0]["deadline"]["printed"] = "2023年12月25日前"
        data["notice"]["contacts"][0]["phone"] = "88879288"
        data["notice"]["contacts"][0].pop("printed", None)

    text = said(V1, made(edit), "市税务局")
    assert "中期工作总结的报送时限由2023年12月15日前改为2023年12月25日前。" in text
    assert "88879288" in text
    assert "printed" not in text


def first_leads(data: Data) -> None:
    data["notice"]["declarations"] = [{"kind": "first_leads", "printed": "排在第一位的为牵头单位"}]
    data["notice"]["sections"][2]["text"][0] += "排在第一位的为牵头单位。"


def swapped(data: Data) -> None:
    units = units_of(data, 1)
    units[0], units[1] = units[1], units[0]


def test_another_lead_is_told_to_all_of_the_row() -> None:
    old = made(first_leads)
    new = made(swapped, old)
    assert "你单位由牵头单位改为责任单位。改由市人力资源社会保障局牵头，请做好移交。" in said(
        old, new, "市国资委"
    )
    come = said(old, new, "市人力资源社会保障局")
    assert "你单位由责任单位改为牵头单位。此前由市国资委牵头，请做好衔接。" in come
    for unit in ("市残联", "黄圃镇"):
        assert "牵头单位由市国资委改为市人力资源社会保障局。" in said(old, new, unit)
    assert "责任单位的排列次序调整为：市人力资源社会保障局、市国资委、" in said(V1, made(swapped), "黄圃镇")


def test_the_earlier_letter_is_named_by_title_number_and_date() -> None:
    def numbered(data: Data) -> None:
        data["notice"]["letters"] = {
            "number": "中府办函〔2023〕{serial}号",
            "first": 100,
            "date": "2023-03-10",
        }

    old = made(numbered)
    text = said(old, made(swapped, old), "市国资委")
    assert "有关任务的函》（中府办函〔2023〕113号，2023年3月10日）继续有效" in text


def test_who_takes_over_a_unit_with_nothing_to_do_is_written_to() -> None:
    def edit(data: Data) -> None:
        units = data["units"]["units"]
        units[:] = [unit for unit in units if unit["name"] != "市妇联"]
        next(unit for unit in units if unit["name"] == "市税务局")["aliases"] = ["市妇联"]
        units_of(data, 9).remove("市妇联")

    new = made(edit)
    text = said(V1, new, "市税务局")
    assert (
        "市妇联的职责已由贵单位承接；第10项“实施‘美丽工坊’残疾妇女就业增收服务行动”未转由贵单位承担。" in text
    )
    assert "此前发送给贵单位的《" in text
    assert "继续有效，其中与本函不一致的，以本函为准。此前发送给市妇联的《" in text
    found = next(c for c in impact(V1, new).concerns if c.unit == "市税务局")
    assert found.sent is Action.NOTE


@settings(max_examples=examples(40))
@given(st.integers(0, 10**6), st.integers(1, 5))
def test_letters_go_to_those_that_the_impact_says(seed: int, count: int) -> None:
    new = edited(V1, seed, count)
    written = to_whom(V1, new)
    for concern in impact(V1, new).concerns:
        silent = concern.sent in (Action.NOTHING, Action.SUCCEEDED)
        if concern.unit in V1.register.by_name and concern.members == (concern.unit,):
            assert (concern.unit in written) is not silent
        elif not silent:
            assert {*concern.members} <= {*written}


def test_other_parts_of_the_partners_are_told_together() -> None:
    def edit(data: Data) -> None:
        first, *others = units_of(data, 1)
        data["tasks"]["tasks"][1]["assignments"] = [
            {"role": "lead", "lead_by": "explicit", "units": [first]},
            {"role": "support", "units": others},
        ]

    new = made(edit)
    assert (
        "你单位由责任单位改为牵头单位。市人力资源社会保障局、市残联、市烟草专卖局、邮政管理局、各镇街由责任单位改为配合单位。"
        in said(V1, new, "市国资委")
    )
    town = said(V1, new, "小榄镇")
    assert "你单位由责任单位改为配合单位。明确由市国资委牵头。" in town
    assert "各镇街中的其他单位由责任单位改为配合单位。" in town


def test_a_new_part_that_asks_something_of_all_is_told_to_all() -> None:
    def edit(data: Data) -> None:
        section = {"id": "publicity", "heading": "加强宣传引导", "text": ["各有关单位要加强宣传引导。"]}
        data["notice"]["sections"].insert(2, section)

    text = said(V1, made(edit), "市税务局")
    assert "增加正文第三部分“加强宣传引导”：“各有关单位要加强宣传引导。”" in text
