"""``gen chart``: files, their names, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.render.fingerprint import untouched
from tests.conftest import FILES, ROOT, UNITS

Run = Callable[..., Result]
Build = Callable[..., Path]
DAY = ("--as-of", "2026-06-30")
MORE = "".join(f"  - name: 第{n}镇\n" for n in range(1600))
MANY = {
    "policy/units.yaml": UNITS.replace("sets:", f"{MORE}sets:").replace(
        "[东镇]", "[" + ", ".join(f"第{n}镇" for n in range(1600)) + "]"
    ),
    "policy/demo/tasks.yaml": FILES["policy/demo/tasks.yaml"]
    + "".join(
        f"  - {{id: more-{n}, name: 第{n}项, text: [抓好落实。], assignments: [{{units: [各镇街]}}]}}\n"
        for n in range(1500)
    ),
}
PROGRESS = """\
schema: 1
units:
  市财政局:
    tasks:
      one:
        {line}:
          state: done
          person: 经办人甲
"""


@pytest.mark.parametrize("kind", ["svg", "html"])
def test_a_chart_is_written_and_written_anew(kind: str, workspace: Build, gen: Run) -> None:
    workspace()
    asked = ("chart", *DAY, "--format", kind)
    first = gen(*asked)
    path = Path(first.stdout.strip())
    assert (first.exit_code, str(path)) == (0, f"output/demo-挂图作战图.{kind}")
    data = path.read_bytes()
    assert untouched(data)
    assert gen(*asked).exit_code == 0
    assert path.read_bytes() == data
    assert gen(*asked[:1], "--as-of", "2026-12-31", *asked[3:]).exit_code == 0
    assert path.read_bytes() != data


def test_a_chart_that_somebody_changed_is_kept(workspace: Build, gen: Run) -> None:
    workspace()
    path = Path(gen("chart", *DAY).stdout.strip())
    path.write_bytes(path.read_bytes().replace(b"#14532d", b"#000000"))
    kept = path.read_bytes()
    assert gen("chart", *DAY).exit_code == 3
    assert path.read_bytes() == kept
    assert gen("chart", *DAY, "--force").exit_code == 0
    assert path.read_bytes() != kept


def test_what_came_back_is_on_the_chart(workspace: Build, gen: Run) -> None:
    folder = workspace()
    before = Path(gen("chart", *DAY).stdout.strip()).read_text(encoding="utf8")
    assert "市财政局　1　第一项：未反馈，责任，1条中完成0条" in before
    from hongtou.papers import Papers
    from hongtou.source.load import load_policy
    from hongtou.tracking.asked import Requirements
    from hongtou.workspace import Workspace

    papers = Papers(Workspace(folder), load_policy(folder / "policy" / "demo"))
    (line,) = [a.line.id for a, _role in Requirements(papers.policy, papers.portfolio).of("市财政局") if a.task == "one"]  # fmt: skip
    (folder / "policy" / "demo" / "progress.yaml").write_text(PROGRESS.format(line=line), encoding="utf8")
    after = Path(gen("chart", *DAY).stdout.strip()).read_text(encoding="utf8")
    assert "市财政局　1　第一项：已完成，责任，1条中完成1条" in after
    assert "市民政局　1　第一项：未反馈，责任，1条中完成0条" in after


def test_several_sheets_are_numbered(workspace: Build, gen: Run) -> None:
    more = {**MANY, "policy/demo/tasks.yaml": FILES["policy/demo/tasks.yaml"]}
    workspace(more)
    ran = gen("chart", *DAY, "--size", "A0", "-o", "wall/map.svg")
    names = ran.stdout.split()
    assert ran.exit_code == 0
    assert names[0] == "wall/map-1.svg"
    assert len(names) == len(set(names)) > 4


def test_sheets_that_are_left_from_a_larger_chart_are_told(workspace: Build, gen: Run) -> None:
    workspace({**MANY, "policy/demo/tasks.yaml": FILES["policy/demo/tasks.yaml"]})
    names = gen("chart", *DAY, "--size", "A0").stdout.split()
    ran = gen("chart", *DAY, "--unit", "市财政局")
    assert ran.exit_code == 0
    assert [name for name in names if f"left {name}: of an earlier chart" in ran.stderr] == names
    assert all(Path(name).exists() for name in names)


@pytest.mark.parametrize("kind", ["svg", "html", "pdf"])
def test_more_than_can_be_shown_ends_with_2_and_a_way_out(kind: str, workspace: Build, gen: Run) -> None:
    workspace(MANY)
    ran = gen("chart", *DAY, "--format", kind)
    assert ran.exit_code == 2
    assert "--unit" in ran.stderr
    assert "--task" in ran.stderr
    assert not Path("output").exists()
    chosen = gen("chart", *DAY, "--format", "svg", "--unit", "市财政局", "--task", "1")
    assert chosen.exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--task", "on"), "Did you mean “one”?"),
        (("--task", "x"), "Tasks here: one"),
        (("--unit", "市财政"), "Did you mean “市财政局”?"),
        (("--as-of", "tomorrow"), "tomorrow"),
        (("--size", "B4"), "B4"),
    ],
)
def test_what_is_not_known_ends_with_2(
    arguments: tuple[str, str], said: str, workspace: Build, gen: Run
) -> None:
    workspace()
    ran = gen("chart", *arguments)
    assert ran.exit_code == 2
    assert said in ran.stderr


def test_a_unit_without_a_part_in_the_task(workspace: Build, gen: Run) -> None:
    tasks = FILES["policy/demo/tasks.yaml"] + "  - {id: two, name: 第二项, text: [抓好落实。], assignments: [{units: [市民政局]}]}\n"  # fmt: skip
    workspace({"policy/demo/tasks.yaml": tasks})
    ran = gen("chart", *DAY, "--task", "two", "--unit", "市财政局")
    assert ran.exit_code == 2
    assert "none of these units" in ran.stderr


def test_progress_that_cannot_be_read_is_told(workspace: Build, gen: Run) -> None:
    workspace({"policy/demo/progress.yaml": "schema: 1\nunits: [oops]\n"})
    ran = gen("chart", *DAY)
    assert ran.exit_code == 2
    assert "progress.yaml" in ran.stderr


def test_a_template_of_the_users_own(workspace: Build, gen: Run) -> None:
    own = (ROOT / "templates" / "chart.css").read_text(encoding="utf8").replace("#14532d", "#123456")
    workspace({"templates/chart.css": own})
    assert "#123456" in Path(gen("chart", *DAY, "--format", "html").stdout.strip()).read_text(encoding="utf8")


@pytest.mark.parametrize(
    ("template", "said"),
    [
        ("<svg>\n{% if %}</svg>\n", "templates/chart.svg:2"),
        ("<svg>\n\n{{ chart.nothing }}</svg>\n", "templates/chart.svg:3"),
        ("<svg>{{ 9 ** 999999 }}</svg>\n", "templates/chart.svg:1"),
        ("<svg>{% include '../policy/units.yaml' %}</svg>\n", "units.yaml"),
        (b"\xff\xfe<svg/>", "UTF-8"),
    ],
)
def test_a_template_that_cannot_be_filled_is_told_with_its_line(
    template: str | bytes, said: str, workspace: Build, gen: Run
) -> None:
    workspace({"templates/chart.svg": template})
    ran = gen("chart", *DAY)
    assert ran.exit_code == 2
    assert said in ran.stderr
    assert not Path("output").exists()


@pytest.mark.slow
@pytest.mark.render
def test_a_pdf_has_the_size_of_its_paper_and_text_in_it(workspace: Build, gen: Run) -> None:
    import pypdfium2

    workspace()
    first = Path(gen("chart", *DAY, "--format", "pdf", "--size", "A2").stdout.strip()).read_bytes()
    with pypdfium2.PdfDocument(first) as document:
        assert len(document) == 1
        assert [round(length / 72 * 25.4) for length in document[0].get_size()] == [594, 420]
        text = document[0].get_textpage().get_text_range()
    assert "挂图作战图" in text
    assert "未反馈" in text
    assert untouched(first)
