"""Units that stand before what they owe: read where that is plain, told where it may be, and left alone elsewhere."""

from __future__ import annotations

from typing import Any

import pytest

from hongtou.importer.read import scan
from hongtou.importer.understand import Imported, understand
from hongtou.importer.unit_first import first_units, unread_first
from hongtou.importer.words import Words
from hongtou.model.base import paragraphs
from hongtou.outline import outline
from tests.importer.test_unit_lists import cases, words

ALL: dict[str, Any] = cases("unit_first.yaml")  # type: ignore[assignment]
HEAD = "某县人民政府关于做好工作的通知\n各乡镇人民政府：\n现将有关事项通知如下。\n"


def paper(text: str) -> Imported:
    return understand(scan(f"{HEAD}{text}\n某县人民政府\n2024年3月1日\n".encode(), "x.txt"))


def said(one: Imported) -> list[tuple[str, str, str | None]]:
    return [
        (str(a.role), "、".join(map(str, a.units)), a.covers)
        for part in outline(one.notice)
        for a in part.node.assignments
    ]


def unread(case: dict[str, Any]) -> list[Words]:
    text, above = words(case["text"]), case["above"]
    return [*unread_first(text, above, first_units(text, above))]


@pytest.mark.parametrize("case", ALL["read"], ids=lambda case: case["text"])
def test_it_is_read(case: dict[str, Any]) -> None:
    found = first_units(words(case["text"]), case["above"])
    read = [[str(one.role), one.units.text, case["text"][one.start : one.end]] for one in found]
    assert read == case["found"]
    assert not unread(case)


@pytest.mark.parametrize("case", ALL["told"], ids=lambda case: case["text"])
def test_it_is_told(case: dict[str, Any]) -> None:
    assert unread(case)


@pytest.mark.parametrize("case", ALL["neither"], ids=lambda case: case["text"])
def test_it_is_left_alone(case: dict[str, Any]) -> None:
    assert not first_units(words(case["text"]), case["above"])
    assert not unread(case)


def test_units_as_headings_with_their_duties_below() -> None:
    one = paper(
        "一、工作任务\n（一）县民政局。负责养老院建设。\n（二）县财政局。做好资金保障。\n二、要求\n抓好落实。"
    )
    assert said(one) == [("responsible", "县民政局", None), ("responsible", "县财政局", None)]


def test_units_as_headings_that_say_no_duty_are_told() -> None:
    one = paper("一、市大数据局\n1.归集数据5亿条以上。\n2.建立共享机制。\n二、要求\n抓好落实。")
    assert said(one) == []
    assert any("“市大数据局” names units" in doubt for doubt in one.ledger.doubts)


def test_units_as_headings_with_numbered_duties_below() -> None:
    one = paper(
        "一、工作要求\n1.县民政局\n（1）负责养老院建设。\n（2）负责补贴发放。\n2.各乡镇人民政府、街道办事处\n做好宣传。\n二、要求\n抓好落实。"
    )
    assert said(one) == [
        ("responsible", "县民政局", None),
        ("responsible", "各乡镇人民政府、各街道办事处", None),
    ]
    assert not one.ledger.doubts


def test_each_paragraph_is_covered_by_its_unit() -> None:
    one = paper(
        "一、职责分工\n县民政局：负责建设。\n县财政局：保障资金。（县审计局配合）\n二、要求\n抓好落实。"
    )
    assert said(one) == [
        ("responsible", "县民政局", "县民政局：负责建设。"),
        ("responsible", "县财政局", "县财政局：保障资金。"),
        ("support", "县审计局", "县财政局：保障资金。"),
    ]
    assert not one.ledger.doubts


def test_lists_on_lines_of_their_own_are_about_the_text_and_not_about_each_other() -> None:
    one = paper(
        "一、工作\n（一）扩大供给。新建养老院。\n牵头领导：张三\n主办单位：县民政局\n协办单位：县财政局\n二、要求\n抓好落实。"
    )
    assert said(one) == [("lead", "县民政局", "新建养老院。"), ("support", "县财政局", "新建养老院。")]


@pytest.mark.parametrize(
    "text",
    ["责任单位：县民政局　县财政局", "（责任单位：县民政局 县财政局）", "（县民政局  县财政局负责）"],
)
def test_blanks_part_names(text: str) -> None:
    one = paper(f"一、工作\n（一）扩大供给。新建养老院。{text}\n二、要求\n抓好落实。")
    assert said(one) == [("responsible", "县民政局、县财政局", None)]


@pytest.mark.parametrize(
    "text", ["责任单位：县民政局县财政局", "（县民政局县财政局负责）", "责任单位：各乡镇人民政府县林业局"]
)
def test_names_run_together_are_told(text: str) -> None:
    one = paper(f"一、工作\n（一）扩大供给。新建养老院。{text}\n二、要求\n抓好落实。")
    assert said(one) == []
    assert any("looks like a list of units" in doubt for doubt in one.ledger.doubts)


def test_a_table_in_the_text_is_told() -> None:
    one = paper("一、分工\n序号\n任务\n责任单位\n1\n修路\n县交通局\n二、要求\n抓好落实。")
    assert any("a table stands in the text" in doubt for doubt in one.ledger.doubts)


def test_units_as_headings_of_a_list_of_tasks() -> None:
    one = paper(
        "附件：攻坚任务清单\n某县人民政府\n2024年3月1日\n附件\n攻坚任务清单\n一、县教育局（2项）\n1.新建校舍。\n2.培训教师。\n二、县财政局\n3.资金到位。"
    )
    (attachment,) = one.notice.attachments
    assert attachment.document is not None
    assert [a.units for part in outline(attachment.document) for a in part.node.assignments] == [
        ("县教育局",),
        ("县财政局",),
    ]


def test_persons_on_lines_of_their_own_are_not_what_a_list_is_about() -> None:
    one = paper(
        "一、工作\n1.新增企业2家。\n牵头领导：张三\n责任部门：县民政局\n配合部门：各村\n二、要求\n抓好落实。"
    )
    assert said(one) == [("responsible", "县民政局", None), ("support", "各村", None)]


@pytest.mark.parametrize(("first", "told"), [("", True), ("（县财政局负责）", False)])
def test_a_label_below_the_last_of_several_parts_may_be_about_all_of_them(first: str, told: bool) -> None:
    one = paper(f"一、强化监管\n1.建立机制。{first}\n2.定期抽检。\n责任单位：县民政局\n二、要求\n抓好落实。")
    assert any("move the assignment up" in doubt for doubt in one.ledger.doubts) == told


def test_a_blank_parts_a_person_from_the_label_behind() -> None:
    one = paper(
        "一、工作\n1.到位资金1亿元。（15分）\n分管领导：张镇长　牵头单位：镇经发办　配合单位：各村、镇财政所\n二、要求\n抓好落实。"
    )
    found = [(str(a.role), a.units) for part in outline(one.notice) for a in part.node.assignments]
    assert found == [("lead", ("镇经发办",)), ("support", ("各村", "镇财政所"))]
    assert [part.node.attributes for part in outline(one.notice)][1] == {"分管领导": "张镇长"}


def test_a_form_has_no_addressees() -> None:
    one = paper(
        "一、工作\n抓好落实。\n附件：信息表\n某县人民政府\n2024年3月1日\n附件\n信息表\n项目名称：\n填报单位："
    )
    inner = one.notice.attachments[0].document
    assert inner is not None
    assert not inner.recipients


def test_blanks_between_names_and_labels_stay_in_the_text() -> None:
    line = "牵头领导：张镇长　责任单位：镇经发办　镇财政所"
    one = paper(f"一、工作\n1.到位资金1亿元。（15分）\n{line}\n二、要求\n抓好落实。")
    node = next(part.node for part in outline(one.notice) if part.label == "1.")
    assert [*paragraphs(node.text)][-1] == line
