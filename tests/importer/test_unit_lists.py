"""Lists of units: where they are, whose roles they say, and which names the words stand for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.lists import lists
from hongtou.importer.names import Names
from hongtou.importer.words import Words
from hongtou.model.register import Register
from tests.conftest import UNITS

HERE = Path(__file__).parent


def cases(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = YAML(typ="safe").load((HERE / name).read_text(encoding="utf8"))
    return found


def words(text: str) -> Words:
    return Words(text, range(len(text)))


@pytest.mark.parametrize("case", cases("names.yaml"), ids=lambda case: case["list"])
def test_names(case: dict[str, Any]) -> None:
    names = Names(None, case.get("stems", ()))
    names.learn([[case["list"]]])
    reading = names.read(case["list"])
    assert [[*group] for group in reading.groups] == case["names"]


@pytest.mark.parametrize("case", cases("lists.yaml"), ids=lambda case: case["text"])
def test_lists(case: dict[str, Any]) -> None:
    found = lists(words(case["text"]))
    read = [
        [str(clause.role), clause.units.text, *(["open"] if clause.with_others else [])]
        for one in found
        for clause in one.clauses
    ]
    assert read == [[str(part) for part in one] for one in case.get("lists", [])]
    assert [rule.text for one in found for rule in one.rules] == case.get("rules", [])


def test_attributes_of_a_list() -> None:
    (found,) = lists(words("放宽准入。（负责部门：商务部，适用范围：上海自贸试验区）"))
    assert found.attributes == (("适用范围", "上海自贸试验区"),)


@pytest.mark.parametrize(
    ("bracket", "units", "attributes"),
    [
        ("责任领导：张三；责任单位：县民政局", ["县民政局"], {"责任领导": "张三"}),
        ("责任领导：张三，责任单位：县民政局", ["县民政局"], {"责任领导": "张三"}),
        (
            "责任单位：县民政局，责任人：张三，完成时限：6月底前",
            ["县民政局"],
            {"责任人": "张三", "完成时限": "6月底前"},
        ),
        (
            "牵头单位：县民政局，责任人：张三，配合单位：县财政局",
            ["县民政局", "县财政局"],
            {"责任人": "张三"},
        ),
        ("责任单位：县民政局；完成时限：6月底前，分两批", ["县民政局"], {"完成时限": "6月底前，分两批"}),
    ],
)
def test_attributes_stand_anywhere_among_units(
    bracket: str, units: list[str], attributes: dict[str, str]
) -> None:
    (found,) = lists(words(f"新建养老院。（{bracket}）"))
    assert [clause.units.text for clause in found.clauses] == units
    assert dict(found.attributes) == attributes


def test_names_of_the_register_come_first() -> None:
    register = Register.model_validate(YAML(typ="safe").load(UNITS))
    names = Names(register)
    reading = names.read("市民政局、财政局、市人社局，各镇街")
    assert reading.names == ("市民政局", "市财政局", "市人力资源社会保障局", "各镇街")
    assert names.proposed == {}


def test_a_stranger_beside_names_of_the_register_is_proposed() -> None:
    register = Register.model_validate(YAML(typ="safe").load(UNITS))
    names = Names(register)
    assert names.read("市民政局、残联、拱北海关").names == ("市民政局", "市残联", "拱北海关")
    assert {name: entry.prefix for name, entry in names.proposed.items()} == {"市残联": "市", "拱北海关": ""}
