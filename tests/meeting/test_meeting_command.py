"""gen meeting as people call it."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from hongtou.sheet.draw import draw

Gen = Callable[..., Result]
Layout = Callable[..., Path]
PROGRESS = """\
schema: 1
units:
  市财政局:
    tasks:
      one:
        s-00000000:
          state: doing
          problem: 经费不足，请求支持。
"""
PATHS = [f"output/demo-meeting/{name}.docx" for name in ("会议议程", "会议签到表", "会议纪要")]


def text(path: Path) -> str:
    document = Document(io.BytesIO(path.read_bytes()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(p.text for p in document.paragraphs), *cells])


def test_three_papers_are_written(workspace: Layout, gen: Gen) -> None:
    root = workspace({"policy/demo/progress.yaml": PROGRESS})
    result = gen(
        "meeting", "--as-of", "2026-02-01", "--date", "2026-02-03", "--time", "09:30", "--place", "一号会议室"
    )
    assert result.exit_code == 0
    assert result.stdout.split() == PATHS
    agenda = text(root / PATHS[0])
    assert "2026年2月3日（星期二）9:30" in agenda
    assert "截至2026年2月1日" in agenda
    assert "问题：经费不足，请求支持。" in agenda
    assert gen("meeting", "--as-of", "2026-02-01", "--date", "2026-02-03", "--time", "9：30", "--place", " 一号会议室\n").stderr.endswith("3 unchanged\n")  # fmt: skip


def test_the_clock_is_asked_only_without_as_of(
    workspace: Layout, gen: Gen, monkeypatch: pytest.MonkeyPatch
) -> None:
    import datetime

    from hongtou.commands import tracked

    class Clock(datetime.date):
        @classmethod
        def today(cls) -> Clock:
            return cls(2027, 3, 4)

    root = workspace()
    monkeypatch.setattr(tracked.datetime, "date", Clock)
    assert gen("meeting").exit_code == 0
    assert "截至2027年3月4日" in text(root / PATHS[0])
    assert "逾期" in text(root / PATHS[0])


def test_minutes_that_somebody_filled_in_are_kept(workspace: Layout, gen: Gen) -> None:
    root = workspace()
    gen("meeting", "--as-of", "2026-02-01")
    paper = Document(str(root / PATHS[2]))
    paper.paragraphs[5].add_run("议定如下。")
    paper.save(str(root / PATHS[2]))
    before = (root / PATHS[2]).read_bytes()
    result = gen("meeting", "--as-of", "2026-12-31")
    assert result.exit_code == 3
    assert f"kept {PATHS[2]}" in result.stderr
    assert (root / PATHS[2]).read_bytes() == before
    assert "截至2026年12月31日" in text(root / PATHS[0])
    assert gen("meeting", "--as-of", "2026-12-31", "--force").exit_code == 0


@pytest.mark.parametrize("time", ["25:00", "9.30", "9:5", "上午九时", "٩:٣٠"])
def test_a_time_that_is_none_is_told(time: str, workspace: Layout, gen: Gen) -> None:
    workspace()
    result = gen("meeting", "--time", time)
    assert result.exit_code == 2
    assert "write it like 9:30" in result.stderr


def test_a_policy_that_asks_nobody_is_told(workspace: Layout, gen: Gen) -> None:
    workspace({"policy/demo/notice.yaml": "schema: 1\ntitle: 关于放假的通知\npreamble: [放假三天。]\n", "policy/demo/tasks.yaml": None})  # fmt: skip
    result = gen("meeting", "--as-of", "2026-02-01")
    assert result.exit_code == 2
    assert "no unit is responsible" in result.stderr


def test_templates_of_the_user_are_used_and_checked(workspace: Layout, gen: Gen) -> None:
    root = workspace()
    for name in ("agenda", "sign-in", "minutes"):
        path = root / "templates" / f"{name}.docx"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(draw(path.name))
        result = gen("template", "check", str(path))
        assert result.exit_code == 0, result.stderr
    paper = Document(str(path))
    paper.add_paragraph("（内部材料）{{ nothing }}")
    paper.save(str(path))
    assert "nothing" in gen("template", "check", str(path)).stderr
    paper.paragraphs[-1].runs[0].text = "（内部材料）"
    paper.save(str(path))
    assert gen("meeting", "--as-of", "2026-02-01").exit_code == 0
    assert "（内部材料）" in text(root / PATHS[2])


def test_a_book_that_cannot_be_read_is_told(workspace: Layout, gen: Gen) -> None:
    workspace({"policy/demo/progress.yaml": "schema: 1\nunits: [a]\n"})
    result = gen("meeting", "--as-of", "2026-02-01")
    assert result.exit_code == 2
    assert "progress.yaml" in result.stderr
