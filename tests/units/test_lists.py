"""Reading and writing unit lists is exact in both directions, over the real register and over hostile ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hongtou.model.duty import ListStyle
from hongtou.model.register import Register
from hongtou.units import UnitList, group, parse_list, print_list
from tests.conftest import ROOT

ROWS: list[str] = YAML(typ="safe").load(Path(__file__).parent / "rows.yaml")


@pytest.fixture(scope="module")
def zhongshan() -> Register:
    return Register.model_validate(YAML(typ="safe").load(ROOT / "policy" / "units.yaml"))


@pytest.mark.parametrize("row", ROWS)
def test_a_row_of_the_notice_is_read_and_printed_again(row: str, zhongshan: Register) -> None:
    read = parse_list(row, zhongshan)
    assert read.problems == ()
    assert print_list(read.groups, zhongshan, end=read.end) == row
    assert print_list(read.names, zhongshan, end=read.end) == row, "groups are computed from a flat list"


def test_the_rows_name_24_units_and_one_set(zhongshan: Register) -> None:
    names = {name for row in ROWS for name in parse_list(row, zhongshan).names}
    assert len(names) == 25
    assert len(zhongshan.expand("各镇街")) == 25
    assert "各镇街" in names


def test_what_begins_with_the_prefix_is_still_elided(zhongshan: Register) -> None:
    read = parse_list("市残联、市场监管局", zhongshan)
    assert read.names == ("市残联", "市市场监管局")
    assert print_list(["市市场监管局"], zhongshan) == "市市场监管局"


def test_the_party_prefix_is_elided_as_a_whole(zhongshan: Register) -> None:
    assert parse_list("市委组织部、编办", zhongshan).names == ("市委组织部", "市委编办")


def test_groups_may_be_given(zhongshan: Register) -> None:
    groups = [["火炬开发区管委会"], ["翠亨新区管委会"], ["各镇政府", "各街道办事处"], ["市各有关单位"]]
    printed = "火炬开发区管委会，翠亨新区管委会，各镇政府、街道办事处，市各有关单位"
    assert print_list(groups, zhongshan) == printed
    assert parse_list(printed, zhongshan).groups == tuple(map(tuple, groups))


def test_half_width_marks_and_blanks_of_the_web_are_read(zhongshan: Register) -> None:
    assert parse_list(" 市残联、民政局,各镇街。", zhongshan) == parse_list(
        "市残联、民政局，各镇街。", zhongshan
    )


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("市残联、民政局", ListStyle.ELIDED),
        ("市残联、市民政局", ListStyle.FULL),
        ("市残联、市民政局、财政局", None),
    ],
)
def test_the_style_is_told(text: str, style: ListStyle | None, zhongshan: Register) -> None:
    assert parse_list(text, zhongshan).style is style


def test_an_open_list(zhongshan: Register) -> None:
    read = parse_list("市残联、民政局等", zhongshan)
    assert read.open
    assert print_list(read.names, zhongshan, open=True) == "市残联、民政局等"


def test_a_stranger_is_kept_and_reported(zhongshan: Register) -> None:
    read = parse_list("市残联、人社局", zhongshan)
    assert read.names == ("市残联", "人社局")
    assert [(p.name, p.hint) for p in read.problems] == [("人社局", "Did you mean “市人力资源社会保障局”?")]


def test_brackets_and_names_with_marks_are_not_cut() -> None:
    register = Register.model_validate(
        {
            "schema": 1,
            "issuer": "甲",
            "units": [
                {"name": "甲"},
                {"name": "区农业中心（区供销社、合作社）", "prefix": "区"},
                {"name": "区财政局", "prefix": "区"},
            ],
            "sets": [{"name": "各区、县级市"}],
        }
    )
    text = "区财政局、农业中心（区供销社、合作社），各区、县级市"
    assert parse_list(text, register).names == ("区财政局", "区农业中心（区供销社、合作社）", "各区、县级市")
    assert print_list(parse_list(text, register).groups, register) == text


NAMES = st.text(alphabet="市委省局办场残", min_size=1, max_size=4)


@st.composite
def registers(draw: st.DrawFn) -> Register:
    """A register in which prefixes, names and elided forms get into each other's way."""
    units: dict[str, str] = {}
    for tail in draw(st.lists(NAMES, min_size=1, max_size=12)):
        prefix = draw(st.sampled_from(["", "", "市", "市委", "省"]))
        units[prefix + tail] = prefix
    sets = [{"name": "各区、县级市"}, {"name": "各镇街"}]
    entries = [{"name": name, "prefix": prefix} for name, prefix in units.items()]
    return Register.model_validate(
        {"schema": 1, "issuer": entries[0]["name"], "units": entries, "sets": sets}
    )


@given(st.data(), registers(), st.sampled_from(ListStyle), st.booleans(), st.sampled_from(["", "。"]))
def test_what_is_printed_is_read_back(
    data: st.DataObject, register: Register, style: ListStyle, is_open: bool, end: str
) -> None:
    names = st.sampled_from(sorted(register.by_name))
    groups = tuple(
        tuple(g) for g in data.draw(st.lists(st.lists(names, min_size=1, max_size=5), min_size=1, max_size=4))
    )
    printed = print_list(groups, register, style=style, open=is_open, end=end)
    read = parse_list(printed, register)
    names_given = tuple(name for members in groups for name in members)
    assert (read.names, read.open, read.end, read.problems) == (names_given, is_open, end, ())
    if not any(
        entry.prefix and name.removeprefix(entry.prefix) in register.by_name
        for name, entry in register.by_name.items()
    ):
        assert read.groups == groups


@given(st.data(), registers())
def test_a_flat_list_is_read_back_flat(data: st.DataObject, register: Register) -> None:
    names = data.draw(st.lists(st.sampled_from(sorted(register.by_name)), min_size=1, max_size=8))
    assert parse_list(print_list(names, register), register).names == tuple(names)
    assert tuple(name for members in group(names, register) for name in members) == tuple(names)


def test_an_empty_list() -> None:
    register = Register.model_validate({"schema": 1, "issuer": "甲", "units": [{"name": "甲"}]})
    assert parse_list("", register) == UnitList(())
    assert print_list([], register) == ""
