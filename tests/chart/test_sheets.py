"""Sheets for the wall: legible, nothing beyond the edge, everything there, whatever is written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lxml import etree

from hongtou.chart.cells import Chart, State
from hongtou.chart.layout import MARGIN, SIZES, lay_out, text_width, wrapped
from hongtou.chart.sheets import family, svg_sheets
from hongtou.chart.templates import Templates
from hongtou.duties import portfolio
from hongtou.errors import GenError
from hongtou.model.settings import Fonts
from hongtou.render.fingerprint import untouched
from hongtou.workspace import Workspace
from tests.chart.filled import charted, sample, standings
from tests.chart.hostile import EVIL, hostile
from tests.conftest import ROOT, swept
from tests.redline.conftest import policies

SVG = "{http://www.w3.org/2000/svg}"
SMALLEST = 2.1
"""Letters of 6 pt, in mm."""


def drawn(chart: Chart, size: str = "A3", fonts: Fonts | None = None) -> list[etree._Element]:
    sheets = svg_sheets(chart, Templates(Workspace(ROOT)), fonts or Fonts(), size)
    return [etree.fromstring(sheet) for sheet in sheets]


def texts(sheet: etree._Element) -> Iterator[tuple[float, float, float, str, str]]:
    """Yield x, y and size in mm, class and characters of every text on the sheet."""
    for text in sheet.iter(f"{SVG}text"):
        size = float(text.get("font-size", "")) / 100
        for part in text.findall(f"{SVG}tspan") or [text]:
            x, y = float(part.get("x", "")) / 100, float(part.get("y", "")) / 100
            yield x, y, size, text.get("class", ""), part.text or ""


def cells(sheet: etree._Element) -> list[str]:
    titles = [title.text or "" for title in sheet.iterfind(f"{SVG}g/{SVG}title")]
    return [title for title in titles if "：" in title]


@pytest.mark.parametrize("size", swept(SIZES, ("A3",)))
@pytest.mark.parametrize("name", [name for name in sorted(policies()) if portfolio(policies()[name]).units])
def test_everything_is_on_the_sheets_and_can_be_read(name: str, size: str) -> None:
    chart = charted(standings(policies()[name]))
    sheets = drawn(chart, size)
    assert sum(len(cells(sheet)) for sheet in sheets) == len(chart.cells)
    width, height = SIZES[size]
    for sheet in sheets:
        assert (sheet.get("width"), sheet.get("height")) == (f"{width}mm", f"{height}mm")
        assert sheet.get("viewBox") == f"0 0 {width * 100} {height * 100}"
        for x, y, letters, style, text in texts(sheet):
            assert letters >= SMALLEST - 0.005
            wide = text_width(text, letters)
            left = x - wide * {"middle": 0.5, "end": 1}.get(style.removeprefix("title ").split(" ")[0], 0)
            assert left > MARGIN - 3, text
            assert left + wide < width - MARGIN + 3, text
            assert y - letters * 0.8 > MARGIN - 1, text
            assert y < height - MARGIN + 1, text


def test_the_sample_is_one_sheet_of_a3() -> None:
    (sheet,) = drawn(charted(sample()))
    said = [text for *_place, text in texts(sheet)]
    assert "截至2024年1月31日" in said
    assert f"{len(sample().units)}个单位、{len(sample().requirements.portfolio.duties)}项任务" in said, (
        "what is to be reported is no task"
    )
    assert {"逾期", "已完成", "推进中", "未启动", "未反馈", "要求已变更"} <= {*said}
    heads = [g.findtext(f"{SVG}title") for g in sheet.iterfind(f"{SVG}g") if g.find(f"{SVG}text/{SVG}tspan") is not None]  # fmt: skip
    assert heads == [*sample().units]


def test_states_differ_in_shape_and_sign_not_in_colour_only() -> None:
    (sheet,) = drawn(charted(sample()))
    looks = {}
    for group in sheet.iterfind(f"{SVG}g"):
        title = group.findtext(f"{SVG}title") or ""
        if "：" in title and "变更" not in title:
            word = title.rpartition("：")[2].split("，")[0]
            shapes = tuple(f"{e.tag.removeprefix(SVG)}.{e.get('class')}" for e in group if e.tag not in (f"{SVG}title", f"{SVG}text"))  # fmt: skip
            looks.setdefault(word, set()).add(shapes)
    assert {len(shapes) for shapes in looks.values()} == {1}
    assert len({next(iter(shapes)) for shapes in looks.values()}) == len(looks) == len(State) - 1


def test_a_lead_has_a_frame_and_every_part_its_character() -> None:
    chart = hostile()
    sheets = drawn(chart)
    leads = sum(cell.part == "牵头" for cell in chart.cells)
    frames = [r for s in sheets for r in s.iterfind(f"{SVG}g/{SVG}rect") if r.get("class") in ("lead", "leadlate")]  # fmt: skip
    assert leads == len(frames) > 0
    said = {text for sheet in sheets for *_place, text in texts(sheet)}
    assert {cell.part[0] for cell in chart.cells if cell.part} <= said
    assert any("牵＝牵头、责＝责任、配＝配合" in text for text in said)


def test_the_same_chart_gives_the_same_bytes_with_a_mark() -> None:
    first, second = (svg_sheets(charted(sample()), Templates(Workspace(ROOT)), Fonts(), "A4") for _ in "ab")
    assert first == second
    assert len(first) == 4
    assert all(untouched(sheet) for sheet in first)
    assert not untouched(first[0].replace("未启动".encode(), "已完成".encode()))


def test_whatever_is_written_stays_text() -> None:
    evil = "x'; } </style><script>"
    for sheet in drawn(hostile(), fonts=Fonts(title=evil, heading1=evil)):
        assert not [*sheet.iter(f"{SVG}script"), *sheet.iter(f"{SVG}image")]
        assert len([*sheet.iter(f"{SVG}style")]) == 1
        said = "".join(sheet.itertext())
        assert "\u202e" not in said
        assert "7*7" in said
        assert EVIL[6] in said


def test_a_font_is_named_and_cannot_end_the_style() -> None:
    assert family("黑体", ["SimHei", "sans-serif"]) == "'黑体', 'SimHei', sans-serif"
    assert family("a'};<", ["serif"]) == "'a', serif"
    assert family("仿宋_GB2312", ()) == "'仿宋_GB2312'"


@pytest.mark.parametrize(("rows", "columns", "sheets"), [(17, 49, 1), (1, 1, 1), (18, 51, 1), (17, 60, 2), (30, 49, 2), (40, 200, 12)])  # fmt: skip
def test_more_sheets_before_smaller_letters(rows: int, columns: int, sheets: int) -> None:
    layout = lay_out("A3", rows, columns, 10, 5)
    assert layout.sheets[0] * layout.sheets[1] == sheets
    assert layout.scale >= 1
    assert layout.left + layout.column * layout.columns < 420
    assert layout.name > 40


def test_what_no_wall_holds_is_refused_with_a_way_out() -> None:
    with pytest.raises(GenError, match="sheets of A3") as error:
        lay_out("A3", 1500, 1600, 10, 5)
    assert "--size A0" in error.value.hint
    assert lay_out("A0", 17, 1600, 10, 5).sheets[0] < 12


def test_lines_are_broken_where_they_may_be() -> None:
    assert wrapped("实施农村残疾人就业帮扶行动", 10, 1, 2) == ["实施农村残疾人就业帮", "扶行动"]
    assert wrapped("实施农村残疾人就业，帮扶", 9, 1, 2) == ["实施农村残疾人就", "业，帮扶"]
    assert wrapped("长" * 30, 10, 1, 2) == ["长" * 10, "长" * 9 + "…"]
    assert wrapped("", 10, 1, 2) == [""]
