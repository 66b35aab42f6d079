"""The page in a real browser: worked by keyboard, asked by axe-core, silent on the network."""

from __future__ import annotations

import json
import subprocess
from typing import Any

import pytest

from hongtou.chart.cells import Chart, State
from hongtou.chart.page import html_page
from hongtou.chart.templates import Templates
from hongtou.workspace import Workspace
from tests.chart.filled import charted, sample
from tests.chart.hostile import EVIL, hostile
from tests.conftest import ROOT, chromium

pytestmark = [pytest.mark.browser, pytest.mark.slow]
SCRIPT = ROOT / "tests" / "chart" / "browser.mjs"


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """Return what the browser saw of the sample and of a chart of hostile texts."""
    folder = tmp_path_factory.mktemp("pages")
    for name, chart in (("sample", charted(sample())), ("hostile", hostile())):
        (folder / f"{name}.html").write_bytes(html_page(chart, Templates(Workspace(ROOT))))
    command = ["node", SCRIPT, chromium() or "", folder / "sample.html", folder / "hostile.html"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr
    found: dict[str, Any] = json.loads(ran.stdout)
    return found


def test_nobody_is_kept_out(seen: dict[str, Any]) -> None:
    names = [
        "at first",
        "filtered",
        "opened",
        "no hit",
        "dark",
        "forced colours",
        "hostile",
        "hostile, opened",
    ]
    assert {name: one["violations"] for name, one in seen["axe"].items()} == {name: [] for name in names}
    assert all(one["passes"] > 10 for one in seen["axe"].values())


def test_nothing_is_asked_of_the_network_and_nothing_goes_wrong(seen: dict[str, Any]) -> None:
    assert all(url.startswith("file:") for url in seen["requests"])
    assert len(seen["requests"]) == 6
    assert seen["console"] == []


def test_it_is_filtered_by_keyboard(seen: dict[str, Any]) -> None:
    chart = charted(sample())
    assert seen["first"]["id"] == "unit"
    everything = {
        "hits": f"共{len(chart.cells)}格，{len(chart.tasks)}项任务，{len(chart.units)}个单位",
        "visible": len(chart.cells),
    }
    assert seen["all"] == seen["again"] == seen["reset"] == everything
    first = [cell for cell in chart.cells if cell.unit == 0]
    assert seen["unit"] == {
        "hits": f"符合条件{len(first)}格，{len(first)}项任务，1个单位",
        "visible": len(first),
        "chosen": "0",
    }
    late = [cell for cell in chart.cells if cell.state is State.LATE]
    rows, columns = {cell.task for cell in late}, {cell.unit for cell in late}
    assert seen["late"] == {
        "hits": f"符合条件{len(late)}格，{len(rows)}项任务，{len(columns)}个单位",
        "visible": len(late),
        "late": len(late),
        "heads": len(columns),
        "rows": len(rows),
    }


def test_what_no_cell_fits_is_said(seen: dict[str, Any]) -> None:
    chart = charted(sample())
    fitting = [cell for cell in chart.cells if cell.state is State.DONE and cell.changed]
    assert fitting == []
    assert seen["none"] == {"hits": "没有符合条件的格", "visible": 0}


def at(focused: dict[str, str]) -> tuple[int, int]:
    return int(focused["row"]), int(focused["unit"])


def moved(chart: Chart, place: tuple[int, int], key: str) -> tuple[int, int]:
    """Return where ``key`` leads to: along the row, or to the nearest cell of the next row."""
    row, unit = place
    line = sorted(cell.unit for cell in chart.cells if cell.task == row)
    match key:
        case "Home" | "End":
            return row, line[0 if key == "Home" else -1]
        case "ArrowRight":
            return row, min((u for u in line if u > unit), default=unit)
        case "ArrowLeft":
            return row, max((u for u in line if u < unit), default=unit)
    row += 1 if key == "ArrowDown" else -1
    if not 0 <= row < len(chart.tasks):
        return place
    return row, min((c.unit for c in chart.cells if c.task == row), key=lambda u: abs(u - unit))


def test_arrows_go_from_cell_to_cell_and_enter_opens_one(seen: dict[str, Any]) -> None:
    chart = charted(sample())
    place = min((cell.task, cell.unit) for cell in chart.cells if cell.state is State.LATE)
    assert at(seen["entered"]) == place
    for key, focused in seen["moves"]:
        place = moved(chart, place, key)
        assert at(focused) == place, key
    assert len({at(focused) for _key, focused in seen["moves"]}) > 5
    cell = chart.at[place]
    assert seen["opened"]["open"]
    assert seen["opened"]["inside"]
    assert seen["opened"]["lines"] == len(cell.lines)
    assert chart.units[cell.unit] in seen["opened"]["text"]
    assert all(line.asked.line.text in seen["opened"]["text"] for line in cell.lines)
    assert seen["closed"] == {"open": False, "same": True}
    assert seen["outline"] == "solid"
    assert "unit" not in seen["left"]


def test_late_is_told_without_colour(seen: dict[str, Any]) -> None:
    assert seen["forced"] == "double 4px"
    assert seen["print"]["filter"] == "none"
    assert float(seen["print"]["late"].removesuffix("px")) > 2
    assert seen["print"]["ink"] == "rgb(0, 0, 0)"
    assert seen["print"]["paper"] == "rgba(0, 0, 0, 0)"


def test_the_table_is_there_without_scripts(seen: dict[str, Any]) -> None:
    assert seen["plain"]["rows"] == len(charted(sample()).tasks)
    assert "未启用脚本" in seen["plain"]["notice"]


def test_whatever_is_written_stays_text(seen: dict[str, Any]) -> None:
    said = seen["hostile"]
    assert said["images"] == 0
    assert said.get("hacked") is None
    for text in (EVIL[0], EVIL[1], EVIL[3], EVIL[4], EVIL[6]):
        assert text in said["values"]
