"""``gen plans``, ``gen reports``, ``gen summary`` and ``gen reminders`` as a user meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document

from hongtou.render.about import about
from tests.conftest import NOTICE

Build = Callable[..., Path]
Run = Callable[..., Result]
REPORTS = """\
reports:
  - id: final
    name: 工作总结
    to: 市人力资源社会保障局
    deadline: {kind: date, date: 2026-12-15, printed: 2026年12月15日前}
  - id: figures
    name: 统计报表
    to: 某市人民政府办公室
    by: [市财政局]
    deadline: {kind: date, date: 2026-12-15, printed: 2026年12月15日前}
"""
PROGRESS = """\
schema: 1
units:
  市财政局:
    tasks:
      "@reports":
        final: {state: done}
        figures: {state: done}
"""
ASKING = {"policy/demo/notice.yaml": NOTICE + REPORTS, "policy/demo/progress.yaml": PROGRESS}


def text(path: Path) -> str:
    return "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)


def test_a_plan_for_every_unit(workspace: Build, gen: Run) -> None:
    workspace()
    result = gen("plans")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "output/demo-plans/市财政局.docx",
        "output/demo-plans/市民政局.docx",
        "output/demo-plans/东镇.docx",
    ]


def test_a_plan_has_a_control_for_everything_to_be_filled_in(workspace: Build, gen: Run) -> None:
    folder = workspace()
    gen("plans", "--unit", "东镇")
    body = Document(str(folder / "output/demo-plans/东镇.docx")).element.body
    tags = [tag.get(tag.keys()[0]) for tag in body.iter("{*}tag")]
    assert [tag.rsplit("/", 1)[-1] for tag in tags] == ["measures", "person", "period", "note"]
    assert all(tag.startswith("one/s-") for tag in tags)


def test_a_report_of_each_that_owes_it(workspace: Build, gen: Run) -> None:
    folder = workspace(ASKING)
    result = gen("reports", "--as-of", "2027-01-01")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"output/demo-reports/{name}.docx"
        for name in ("市财政局-工作总结", "市财政局-统计报表", "市民政局-工作总结", "东镇-工作总结")
    ]
    said = text(folder / "output/demo-reports/市财政局-统计报表.docx")
    assert "某市人民政府办公室：" in said
    assert "截至2027年1月1日" in said
    assert "　　年　月　日" in said
    gen("reports", "--report", "figures", "--date", "2027-01-05", "--as-of", "2027-01-01")
    assert "2027年1月5日" in text(folder / "output/demo-reports/市财政局-统计报表.docx")


def test_a_report_is_chosen_by_its_id(workspace: Build, gen: Run) -> None:
    workspace(ASKING)
    result = gen("reports", "--report", "figures", "--as-of", "2027-01-01")
    assert result.stdout == "output/demo-reports/市财政局-统计报表.docx\n"
    result = gen("reports", "--report", "figures", "--unit", "东镇", "--as-of", "2027-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "nobody asked for owes such a report" in result.stderr
    result = gen("reports", "--report", "figure")
    assert result.exit_code == 2
    assert result.stderr == "gen: there is no report “figure”.\n    → There are: final, figures\n"


def test_a_policy_that_asks_for_no_report(workspace: Build, gen: Run) -> None:
    folder = workspace()
    result = gen("reports")
    assert result.exit_code == 2
    assert "this policy asks for no report" in result.stderr
    result = gen("summary", "--as-of", "2026-02-01")
    assert result.stdout == "output/demo-summary/某市人民政府办公室-汇总报告.docx\n"
    assert "×××：" in text(folder / "output/demo-summary/某市人民政府办公室-汇总报告.docx")


def test_a_summary_for_each_that_collects(workspace: Build, gen: Run) -> None:
    folder = workspace(ASKING)
    result = gen("summary", "--as-of", "2027-01-01")
    assert result.stdout.splitlines() == [
        "output/demo-summary/市人力资源社会保障局-汇总报告.docx",
        "output/demo-summary/某市人民政府办公室-汇总报告.docx",
    ]
    first = text(folder / "output/demo-summary/市人力资源社会保障局-汇总报告.docx")
    assert "某市人民政府办公室：" in first
    assert "涉及责任单位3个" in first
    second = text(folder / "output/demo-summary/某市人民政府办公室-汇总报告.docx")
    assert "涉及责任单位1个" in second


def test_reminders_go_to_who_is_late(workspace: Build, gen: Run) -> None:
    folder = workspace(ASKING)
    result = gen("reminders", "--as-of", "2026-12-15")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "gen: 0 of 3 unit(s) are late on 2026-12-15.\n0 files\n"
    result = gen("reminders", "--as-of", "2026-12-16", "--reply-by", "2026-12-31")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        f"output/demo-reminders/{unit}.docx" for unit in ("市民政局", "东镇")
    ]
    assert result.stderr.startswith("gen: 2 of 3 unit(s) are late on 2026-12-16.\n")
    path = folder / "output/demo-reminders/东镇.docx"
    assert "请你单位对照上表抓紧办理，并于2026年12月31日前将办理情况报送市人力资源社会保障局。" in text(path)
    assert about(path.read_bytes())["gen.paper"] == "reminder"
    result = gen("reminders", "--as-of", "2026-12-15")
    assert result.stderr.splitlines()[1] == (
        "gen: output/demo-reminders/东镇.docx is to a unit that is not late any more."
    )
    result = gen("reminders", "--as-of", "2026-12-16", "--unit", "市财政局")
    assert result.stderr.startswith("gen: 0 of 1 unit(s) are late")


def test_the_kind_and_the_words_are_the_house_s(workspace: Build, gen: Run) -> None:
    rules = """\
schema: 1
letters:
  kinds: {other: 通知}
  told:
    overdue: 截至{day}，{you}有{count}件事项逾期，{state}，{do}如下：
    reply: 请{when}回复{to}。
reports:
  unit:
    title: "{unit}{report}情况报告"
    opening: 根据{notice}，{we}报告如下。
"""
    folder = workspace({**ASKING, "policy/rules.yaml": rules})
    gen("reminders", "--as-of", "2027-01-01", "--unit", "东镇")
    said = text(folder / "output/demo-reminders/东镇.docx")
    assert "有关任务的通知" in said.replace("\n", "")
    assert "截至2027年1月1日，你单位有1件事项逾期，尚未反馈办理情况，通知如下：" in said
    assert "请尽快回复市人力资源社会保障局。" in said
    gen("reports", "--as-of", "2027-01-01", "--unit", "东镇")
    assert "东镇工作总结情况报告" in text(folder / "output/demo-reports/东镇-工作总结.docx")


def test_a_word_in_braces_that_means_nothing_is_told(workspace: Build, gen: Run) -> None:
    workspace({**ASKING, "policy/rules.yaml": "schema: 1\nreports:\n  unit:\n    title: '{units}报告'\n"})
    result = gen("reports")
    assert result.exit_code == 2
    assert "“{units}” means nothing here." in result.stderr
    assert "{unit}" in result.stderr


@pytest.mark.parametrize(
    ("wording", "hint"),
    [
        ("opening: '{notice}{count}'", "Known here: {do}, {notice}, {short}, {you}"),
        ("we: '{you}'", "Write it without braces."),
        ("roles: {coordinate: '{numbers}'}", "Known here: {do}, {duty}, {notice}, {short}, {you}"),
    ],
)
def test_a_word_that_this_wording_does_not_know_is_told(
    wording: str, hint: str, workspace: Build, gen: Run
) -> None:
    workspace({**ASKING, "policy/rules.yaml": f"schema: 1\nletters:\n  told:\n    {wording}\n"})
    for command in ("letters", "reminders"):
        result = gen(command)
        assert result.exit_code == 2
        assert hint in result.stderr


@pytest.mark.parametrize("command", ["plans", "reports", "summary", "reminders"])
def test_a_paper_edited_by_hand_is_kept(command: str, workspace: Build, gen: Run) -> None:
    folder = workspace(ASKING)
    day = () if command == "plans" else ("--as-of", "2027-01-01")
    first = gen(command, *day).stdout.splitlines()[-1]
    document = Document(str(folder / first))
    document.add_paragraph("手写")
    document.save(str(folder / first))
    edited = (folder / first).read_bytes()
    result = gen(command, *day)
    assert result.exit_code == 3
    assert first not in result.stdout
    assert (folder / first).read_bytes() == edited
    assert gen(command, *day, "--force").exit_code == 0
    assert (folder / first).read_bytes() != edited


@pytest.mark.parametrize("command", ["plans", "reports", "summary", "reminders"])
def test_a_template_of_the_user_is_taken(command: str, workspace: Build, gen: Run) -> None:
    from tests.render.test_template import template

    name = {"plans": "plan", "reports": "report", "summary": "summary", "reminders": "reminder"}[command]
    own = template("自己的模板：{{ title }}")
    folder = workspace({**ASKING, f"templates/{name}.docx": own})
    day = () if command == "plans" else ("--as-of", "2027-01-01")
    path = folder / gen(command, *day).stdout.splitlines()[0]
    assert text(path).startswith("自己的模板：")


def test_without_a_table_the_text_is_followed_up(workspace: Build, gen: Run) -> None:
    notice = ASKING["policy/demo/notice.yaml"].replace(
        "attachments:\n  - id: table\n    title: 任务分解表\n    tasks: true\n", ""
    )
    notice = notice.replace("    targets:", "    assignments:\n      - units: [市财政局]\n    targets:")
    folder = workspace({"policy/demo/notice.yaml": notice, "policy/demo/tasks.yaml": None})
    (folder / "policy/demo/tasks.yaml").unlink(missing_ok=True)
    for command in ("plans", "reports", "summary", "reminders"):
        result = gen(command, *(() if command == "plans" else ("--as-of", "2027-01-01")))
        assert result.exit_code == 0, result.stderr
        assert result.stdout
    said = text(folder / "output/demo-reports/市财政局-工作总结.docx")
    assert "（一）明确任务" in said


def test_nothing_to_follow_up(workspace: Build, gen: Run) -> None:
    notice = NOTICE.replace("attachments:\n  - id: table\n    title: 任务分解表\n    tasks: true\n", "")
    folder = workspace({"policy/demo/notice.yaml": notice})
    (folder / "policy/demo/tasks.yaml").unlink()
    for command in ("plans", "summary", "reminders"):
        result = gen(command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "no unit is responsible" in result.stderr


def test_a_book_that_cannot_be_read_is_told(workspace: Build, gen: Run) -> None:
    workspace({**ASKING, "policy/demo/progress.yaml": "schema: 1\nunits:\n  市财政局:\n    tasks: 3\n"})
    for command in ("reports", "summary", "reminders"):
        result = gen(command)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "policy/demo/progress.yaml:" in result.stderr


def test_reminders_say_what_the_ledger_calls_done(workspace: Build, gen: Run) -> None:
    """The ledger of no single unit closes nothing: the letters are written, and who sends them is told."""
    ledger = 'schema: 1\nledger:\n  tasks:\n    "@reports":\n      final: {state: done}\n'
    workspace({**ASKING, "policy/demo/progress.yaml": ledger})
    result = gen("reminders", "--as-of", "2027-01-01")
    assert result.exit_code == 0
    late = sum("/demo-reminders/" in line for line in result.stdout.splitlines())
    assert late
    assert "of the late lines are done by the ledger" in result.stderr
