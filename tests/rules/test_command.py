"""``gen check`` and ``gen rules`` as a user meets them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from ruamel.yaml import YAML

from hongtou.commands import cli
from hongtou.rules.__main__ import PAGE, page
from hongtou.rules.catalogue import rules
from tests.conftest import NOTICE, ROOT, swept

Build = Callable[..., Path]
Run = Callable[..., Result]
COMMANDS = [["check"], ["--help"], ["rules"], ["schema"]]
CLEAN = NOTICE.replace("title: 任务分解表", "title: 任务分解表\n    listed: false").replace(
    "的通知\nrec", "的通知\nissuers: [某市人民政府办公室]\nrec"
)


def test_findings_are_on_stdout_and_the_count_on_stderr(workspace: Build, gen: Run) -> None:
    workspace({"policy/demo/notice.yaml": NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")})
    result = gen("check", "--level", "warning")
    assert result.exit_code == 1
    assert "policy/demo/notice.yaml:2:25: warning: 「2026-2027」" in result.stdout
    assert "[time-range-mark]" in result.stdout
    assert "warning(s)" in result.stderr


def test_a_level_hides_what_is_below_it(workspace: Build, gen: Run) -> None:
    workspace({"policy/demo/notice.yaml": NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")})
    assert gen("check", "--level", "error").exit_code == 0
    assert gen("check", "--level", "error").stdout == ""


def test_what_cannot_be_read_is_told_in_the_same_form_with_exit_2(workspace: Build, gen: Run) -> None:
    workspace(
        {"policy/demo/notice.yaml": NOTICE.replace("recipients: [各镇街, 市财政局]", "recipients: [财政局]")}
    )
    result = gen("check", "--format", "json")
    assert result.exit_code == 2
    finding = json.loads(result.stdout)["findings"][0]
    assert (finding["rule"], finding["line"]) == ("reference", 3)


def test_every_policy_is_looked_through_unless_some_are_named(workspace: Build, gen: Run) -> None:
    bad = NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")
    workspace({"policy/other/notice.yaml": bad.replace("    tasks: true", "    absent: true")})
    assert "policy/other/notice.yaml" in gen("check").stdout
    assert "policy/other/notice.yaml" not in gen("check", "demo").stdout
    assert gen("check", "nowhere").exit_code == 2


def test_text_is_read_from_files_and_from_the_standard_input(
    workspace: Build, gen: Run, tmp_path: Path
) -> None:
    workspace()
    (tmp_path / "a.txt").write_text("第一行。\n一、提高认识,加强领导\n", encoding="utf8")
    result = gen("check", "--text", "a.txt")
    assert result.exit_code == 1
    assert result.stdout.startswith("a.txt:2:7: error: 「提高认识,加强领导」: ")
    piped = CliRunner().invoke(cli, ["check", "--text", "-"], input="全部合乎规定。\n".encode())
    assert (piped.exit_code, piped.stdout) == (0, "")
    assert gen("check", "--text", "nothing.txt").exit_code == 2
    assert gen("check", "demo", "--text", "a.txt").exit_code == 2


@pytest.mark.parametrize(
    ("name", "data", "message", "hint"),
    [
        ("a.docx", b"PK\x03\x04....word/document.xml", "this is a Word file (DOCX)", "save it as plain text"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word, WPS or Excel", "save it as plain text"),
        ("a.pdf", b"%PDF-1.7\n", "this is a PDF", "pdftotext"),
        ("a.html", b"\n<!DOCTYPE html>\n<html></html>", "this is a web page (HTML)", "Copy the text"),
        ("a.zip", b"PK\x03\x04", "an archive", "Take the text out"),
        ("a.bin", b"ab\0\0", "this is not a text", "plain text (UTF-8)"),
        ("a.txt", "提高认识，加强领导。".encode("gb18030"), "it looks like GBK", "iconv -f GB18030 -t UTF-8 a.txt"),
        ("b.txt", "提高".encode("utf-16"), "UTF-16", "Save it as UTF-8"),
        ("c.txt", None, "there is no such file", "Check the path, letter by letter."),
        (".", None, "this is a folder", "Name a text file in it."),
    ],
)  # fmt: skip
def test_what_is_no_plain_text_is_told_with_what_to_do(
    name: str, data: bytes | None, message: str, hint: str, workspace: Build, gen: Run
) -> None:
    folder = workspace()
    if data is not None:
        (folder / name).write_bytes(data)
    result = gen("check", "--text", name)
    assert result.exit_code == 2
    assert message in result.stderr
    assert hint in result.stderr
    assert "YAML" not in result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("command", swept(COMMANDS, COMMANDS[:2]))
def test_output_that_cannot_be_written_is_one_message(command: list[str], workspace: Build) -> None:
    workspace()
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(
            [sys.executable, ROOT / "cli.py", "--lang", "en", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert ran.returncode == 2
    assert ran.stderr.splitlines()[-2:] == [
        "gen: what is printed cannot be written: the disk is full.",
        "    → Make room, or print it elsewhere; files that were named before are whole.",
    ]
    assert "Traceback" not in ran.stderr


def test_a_reader_that_has_enough_is_no_fault(workspace: Build) -> None:
    workspace()
    process = subprocess.Popen(
        [sys.executable, ROOT / "cli.py", "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    process.wait()


def test_a_text_over_several_lines_is_shown_where_the_words_stand(workspace: Build, gen: Run) -> None:
    text = '  - "现就有关工作\\\n    安排,通知如下："'
    notice = NOTICE.replace("  - 现就有关工作通知如下：", text)
    folder = workspace({"policy/demo/notice.yaml": notice})
    lines = notice.splitlines()
    line = next(n for n, words in enumerate(lines, 1) if "安排," in words)
    assert f"policy/demo/notice.yaml:{line}:7: error: " in gen("check", "--level", "error").stdout
    hushed = notice.replace('  - "现就', '  # gen: ignore half-width-mark 以原件为准\n  - "现就')
    (folder / "policy/demo/notice.yaml").write_text(hushed)
    assert "half-width" not in gen("check", "--level", "error").stdout


def test_github_is_spoken_on_github(workspace: Build, gen: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    workspace({"policy/demo/notice.yaml": NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")})
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert gen("check").stdout.startswith("::")
    assert not gen("check", "--format", "text").stdout.startswith("::")


def test_the_same_input_gives_the_same_output(workspace: Build, gen: Run) -> None:
    workspace({"policy/demo/notice.yaml": NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")})
    assert gen("check", "--format", "sarif").stdout == gen("check", "--format", "sarif").stdout


def test_the_catalogue_lists_every_rule_and_one_in_full(gen: Run) -> None:
    listed = gen("rules").stdout
    assert all(f"  {rule.id} " in listed for rule in rules())
    one = gen("rules", "named-differently").stdout
    assert "地市级机关" in one
    assert "gen: ignore named-differently" in one
    missing = gen("rules", "named-diferently")
    assert missing.exit_code == 2
    assert "Did you mean “named-differently”?" in missing.stderr


OWN = """schema: 1
check:
  rules:
    - id: third-person
      kind: pattern
      on: sentence
      must_not: 我市
      message: 公文不用第一人称称呼本市。
      hint: 写“全市”。
      clause: 本府办用语规范
      severity: error
      cases: {fires: [推进我市工作。], silent: [推进全市工作。]}
    - {id: group-wanted, kind: required, on: task, field: group, where: number > 1}
"""


def test_own_rules_are_listed_and_shown_in_full_too(workspace: Build, gen: Run) -> None:
    workspace({"policy/rules.yaml": OWN})
    listed = gen("rules").stdout
    assert listed.endswith(
        "\nOwn rules (policy/rules.yaml)\n"
        "  third-person                 error    公文不用第一人称称呼本市。\n"
        "  group-wanted                 warning  A field is filled in.\n"
    )
    one = gen("rules", "third-person").stdout
    for words in (
        "Own rule of the house",
        "Kind:  pattern –",
        "On:    sentence",
        "must_not: 我市",
        "To do: 写“全市”。",
    ):
        assert words in one
    assert "From:  本府办用语规范\n" in one
    assert "Finds:\n  - 推进我市工作。\nLeaves alone:\n  - 推进全市工作。\n" in one
    other = gen("rules", "group-wanted").stdout
    assert "On:    task (number > 1)\n       field: group\n" in other
    assert "Finds: no case yet" in other
    assert "Did you mean “third-person”?" in gen("rules", "third-persn").stderr


def test_sarif_describes_the_rules_of_the_house(workspace: Build, gen: Run) -> None:
    workspace({"policy/rules.yaml": OWN, "policy/demo/notice.yaml": NOTICE.replace("各单位", "我市各单位")})
    run = json.loads(gen("check", "--format", "sarif").stdout)["runs"][0]
    described = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert described["third-person"]["shortDescription"] == {"text": "公文不用第一人称称呼本市。"}
    assert described["third-person"]["fullDescription"] == {"text": "写“全市”。"}
    assert described["group-wanted"]["shortDescription"] == {"text": "A field is filled in."}
    assert described["group-wanted"]["fullDescription"] == {"text": "A field is filled in."}
    assert all("shortDescription" in rule for rule in described.values())


def test_own_rules_that_cannot_be_read_leave_the_others_to_be_listed(workspace: Build, gen: Run) -> None:
    workspace({"policy/rules.yaml": "schema: 1\nchek: {}\n"})
    result = gen("rules")
    assert result.exit_code == 0
    assert "policy/rules.yaml:2" in result.stderr
    assert "  comma-in-list" in result.stdout or "  dash " in result.stdout


def test_a_rule_says_the_same_of_its_fix_as_the_page(gen: Run) -> None:
    for rule in rules()[::10]:
        assert f"Fix:   {rule.fix}\n" in gen("rules", rule.id).stdout


def test_the_page_of_the_rules_is_the_one_that_they_write() -> None:
    assert PAGE.read_text(encoding="utf8") == page(), "run python -m hongtou.rules"


def test_the_sample_has_the_faults_that_its_paper_has() -> None:
    result = CliRunner().invoke(
        cli, ["check", "--format", "json", str(ROOT / "policy" / "disability-employment")]
    )
    found = {
        (one["rule"], one["path"].rpartition("/")[2], one["line"])
        for one in json.loads(result.stdout)["findings"]
    }
    lines = {
        name: (ROOT / "policy" / "disability-employment" / name).read_text(encoding="utf8").splitlines()
        for name in ("notice.yaml", "tasks.yaml")
    }

    def at(name: str, words: str) -> int:
        return next(number for number, line in enumerate(lines[name], 1) if words in line)

    workshop = at("notice.yaml", "到2025年，建立1-2个")
    expected = {
        ("target-not-in-table", "notice.yaml", workshop),
        ("deadline-not-in-table", "notice.yaml", workshop),
        ("deadline-outside-plan", "notice.yaml", workshop),
        ("named-differently", "notice.yaml", at("notice.yaml", "地市级机关")),
        ("named-differently", "notice.yaml", at("notice.yaml", "医疗按摩所")),
        ("target-under-other-task", "notice.yaml", at("notice.yaml", "创建1家残疾人职业培训基地")),
        ("measure-without-row", "notice.yaml", at("notice.yaml", "开发残疾人公益性岗位。")),
        ("row-without-measure", "tasks.yaml", at("tasks.yaml", "农村残疾人就业帮扶行动")),
        ("deadline-rest-day", "notice.yaml", at("notice.yaml", "2024年10月20日前向")),
        ("vertical-body-prefix", "tasks.yaml", at("tasks.yaml", "市烟草专卖局")),
        ("vertical-body-prefix", "tasks.yaml", at("tasks.yaml", "市税务局")),
        ("without-lead", "tasks.yaml", at("tasks.yaml", "tasks:")),
    }
    assert expected - found == set()
    assert "error" not in {one["severity"] for one in json.loads(result.stdout)["findings"]}


def test_hooks_and_workflow_call_commands_that_there_are() -> None:
    hooks = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf8"))
    workflow = YAML(typ="safe").load((ROOT / "docs/examples/check.yml").read_text(encoding="utf8"))
    lines = [hook["entry"] for hook in hooks]
    lines += [step["run"] for step in workflow["jobs"]["check"]["steps"] if "gen " in step.get("run", "")]
    assert len(lines) == 7
    for line in lines:
        words = [
            word
            for word in line.partition(" ||")[0].partition(" >")[0].split()
            if word not in ("gen", "--lang", "zh")
        ]
        help_ = CliRunner().invoke(cli, [words[0], "--help"])
        assert help_.exit_code == 0
        assert all(word in help_.stdout for word in words if word.startswith("--"))


def test_fix_shows_what_it_changes_and_writes_it_unless_it_is_a_dry_run(workspace: Build, gen: Run) -> None:
    folder = workspace({"policy/demo/notice.yaml": NOTICE.replace("关于做好工作", "关于做好2026-2027年工作")})
    path = folder / "policy/demo/notice.yaml"
    before = path.read_bytes()
    dry = gen("check", "--fix", "--dry-run", "--level", "error")
    assert "+title: 某市人民政府办公室关于做好2026—2027年工作的通知\n" in dry.stdout
    assert dry.stdout.startswith("--- a/policy/demo/notice.yaml\n+++ b/")
    assert "gen: 1 would be corrected." in dry.stderr
    assert path.read_bytes() == before
    assert gen("check", "--fix", "--level", "error").exit_code == 0
    assert path.read_bytes() == before.replace(b"2026-2027", "2026—2027".encode())
    again = gen("check", "--fix", "--level", "error")
    assert again.stderr.startswith("gen: nothing found, ")
    assert gen("check", "--dry-run").exit_code == 2


def test_a_new_workspace_has_nothing_to_put_right(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(cli, ["init"]).exit_code == 0
    result = CliRunner().invoke(cli, ["check"])
    assert (result.exit_code, result.stdout.count("[date-missing]"), result.stdout.count("[")) == (0, 2, 2)
