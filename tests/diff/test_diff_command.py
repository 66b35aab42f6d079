"""gen diff, gen impact, gen change-notice and gen letters --changed-since as people call them."""

from __future__ import annotations

import html.parser
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.diff.as_data import plain
from hongtou.diff.patch import Operation, apply
from hongtou.package import Package
from hongtou.source.load import load_policy
from tests.diff.conftest import run_git
from tests.diff.revision import SAMPLE, first

Gen = Callable[..., Result]
pytestmark = pytest.mark.usefixtures("in_versions")


def words(path: Path) -> str:
    """Return the words of a DOCX file, a line per paragraph."""
    document = Package.read(path.read_bytes(), path.name).parts["word/document.xml"].decode()
    lines = re.findall(r"<w:p\b.*?</w:p>", document, re.DOTALL)
    return "\n".join("".join(re.findall(r"<w:t[^>]*>([^<]*)", line)) for line in lines)


def test_without_sides_the_tag_and_the_working_tree(gen: Gen) -> None:
    result = gen("diff")
    assert result.exit_code == 1
    first_line, *lines = result.output.splitlines()
    assert first_line == "v1 → working tree  12 change(s), 1 of them moved, 6 of form only"
    assert "  [E place and number] moved here from 任务分解表第12项" in lines
    assert any("[-15%-]{+18%+}" in line for line in lines)
    assert lines[-1].startswith("6 more of form only")


def test_the_same_ends_with_0_and_a_stranger_with_2(gen: Gen) -> None:
    assert gen("diff", "v1", "HEAD").exit_code == 0
    result = gen("diff", "v9")
    assert result.exit_code == 2
    assert "v9" in result.output


def test_formal_changes_only_when_asked(gen: Gen) -> None:
    assert "only another number" not in gen("diff").output
    assert gen("diff", "--formal").output.count("only another number; it was") == 5
    assert gen("diff", "--only", "f").output.count("[F form only]") == 1


def test_only_a_class(gen: Gen) -> None:
    levels = set(re.findall(r"^  \[(\w)", gen("diff", "--only", "A", "--only", "e").output, re.MULTILINE))
    assert levels == {"A", "E"}


def test_only_a_unit_and_a_set(gen: Gen) -> None:
    one = gen("diff", "--unit", "市司法局")
    assert re.findall(r"^任务分解表第(\d+)项", one.output, re.MULTILINE) == ["10"]
    assert "实施信息技术" not in gen("diff", "--unit", "各镇街").output
    none = gen("diff", "--unit", "市税务局")
    assert (none.exit_code, "任务分解表" in none.output) == (0, False)
    stranger = gen("diff", "--unit", "市司法厅")
    assert stranger.exit_code == 2
    assert "市司法局" in stranger.output


def test_json_applied_to_the_old_gives_the_new(gen: Gen, versions: Path, tmp_path: Path) -> None:
    data = json.loads(gen("diff", "--format", "json").output)
    old = load_policy(first(tmp_path))
    steps = [Operation(s["op"], tuple(s["path"]), s["old"], s["new"]) for s in data["patch"]]
    assert apply(plain(old), steps) == plain(load_policy(versions / "policy" / SAMPLE))
    assert (data["summary"]["substantive"], data["summary"]["move"]) == (12, 1)
    assert data["from"]["label"] == "v1"
    assert len(data["from"]["commit"]) == 40


def test_markdown_neither_breaks_nor_pings_and_ends_in_time(gen: Gen) -> None:
    text = gen("diff", "--format", "markdown").output
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert all(len(re.findall(r"(?<!\\)\|", row)) == 4 for row in rows)
    short = gen("diff", "--format", "markdown", "--max-bytes", "2000").output
    assert len(short.encode()) <= 2000
    assert short.strip().endswith("*The rest is left out: it is too long for this page.*")


def test_html_is_whole_and_by_itself(gen: Gen, tmp_path: Path) -> None:
    path = tmp_path / "diff.html"
    gen("diff", "--format", "html", "-o", str(path))
    page = path.read_text("utf-8")
    html.parser.HTMLParser().feed(page)
    assert page.count("<del>") == page.count("</del>") > 5
    assert not re.search(r"(src|href)=|http", page)


def test_amending_sentences(gen: Gen) -> None:
    lines = gen("diff", "--format", "amend").output.splitlines()
    assert lines[0].startswith("对《中山市人民政府办公室关于印发")
    assert lines[0].endswith(
        "（中府办函〔2023〕19号）作如下修改（除写明“修改后”的外，序号均为修改前的序号）："
    )
    assert lines[1].startswith("一、在正文“二、”部分第1段后增加一段：“各有关单位")
    assert lines[1].endswith("市残联。”")
    assert any(
        line.endswith("将任务分解表第6项责任单位中的“市乡村振兴局”修改为“市农业农村局”。") for line in lines
    )
    assert any("在任务分解表第9项后增加一项，作为修改后的任务分解表第10项：“" in line for line in lines)
    assert any(line.endswith("删去任务分解表第7项“实施农村残疾人就业帮扶行动”。") for line in lines)
    assert any(
        "将任务分解表第12项移至任务分解表第3项后，作为修改后的任务分解表第4项。" in line for line in lines
    )
    assert lines[-1].endswith("有关序号按照本次修改作相应调整。")


def test_the_amendment_table(gen: Gen, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    assert gen("diff", "--format", "table", "-o", str(path)).exit_code == 1
    text = words(path)
    for expected in ("修订对照表", "（新增）", "（删除）", "原第12项移至第4项", "形式调整6处"):
        assert expected in text
    document = Package.read(path.read_bytes(), path.name).parts["word/document.xml"].decode()
    assert "GoneChar" in document
    assert "NewChar" in document


def test_impact(gen: Gen, tmp_path: Path) -> None:
    result = gen("impact")
    assert result.exit_code == 1
    assert "send the letter again (15):" in result.output
    assert "send a note (2): 市政务服务数据管理局, 市妇联" in result.output
    assert "send a note on what is asked of all (9):" in result.output
    data = json.loads(gen("impact", "--format", "json").output)
    assert {action: len(units) for action, units in data["send"].items() if units} == {
        "letter": 15,
        "note": 2,
        "common": 9,
    }
    path = tmp_path / "impact.docx"
    gen("impact", "--format", "docx", "-o", str(path))
    assert "重发责任函15个，函告调整2个，仅函告共同要求的调整9个" in words(path)
    assert gen("impact", "v1", "HEAD").exit_code == 0


def test_change_letters_say_what_comes_goes_and_moved(gen: Gen, tmp_path: Path) -> None:
    result = gen("change-notice", "-o", str(tmp_path), "--date", "2024-03-01")
    assert result.exit_code == 0
    assert len([*tmp_path.glob("*.docx")]) == 16 + 25 + 9
    gone = words(tmp_path / "市乡村振兴局.docx")
    assert "改由市农业农村局承担，请做好移交。" in gone
    assert "本项任务已取消，不再执行。" in gone
    come = words(tmp_path / "市农业农村局.docx")
    assert "此前由市乡村振兴局承担，请做好衔接。" in come
    assert "2024年3月1日" in come
    one = words(tmp_path / "市委编办.docx")
    assert "“市级残联机关干部队伍中要有15%以上的残疾人”改为“市级残联机关干部队伍中要有18%以上的残疾人”" in one
    assert "停止使用，以重新发送的责任函和任务清单为准" in one
    note = words(tmp_path / "市妇联.docx")
    assert "第11项（原第10项）" in note
    assert "继续有效" in note
    assert "责任函和任务清单另行发送" in words(tmp_path / "市司法局.docx")


def test_change_letters_to_those_asked_for(gen: Gen, tmp_path: Path) -> None:
    gen("change-notice", "--unit", "市妇联", "-o", str(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["市妇联.docx"]
    nobody = gen("change-notice", "v1", "HEAD", "--unit", "市税务局", "-o", str(tmp_path / "none"))
    assert "nothing of their own changed" in nobody.output


def test_only_letters_that_changed_are_written(
    gen: Gen, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    policy = first(tmp_path)
    run_git(tmp_path, "init", "-q")
    run_git(tmp_path, "add", ".")
    run_git(tmp_path, "commit", "-qm", "v1")
    monkeypatch.chdir(tmp_path)
    gen("letters")
    before = {path.name: path.read_bytes() for path in (tmp_path / "output").rglob("*.docx")}
    tasks = policy / "tasks.yaml"
    tasks.write_text(
        tasks.read_text("utf-8").replace("15%以上", "18%以上").replace("value: 15\n", "value: 18\n")
    )
    result = gen("letters", "--changed-since", "HEAD", "-o", str(tmp_path / "changed"))
    written = {path.name for path in (tmp_path / "changed").iterdir()}
    assert "市委编办.docx" in written
    assert f"{len(written)} letter(s) differ from HEAD, {49 - len(written)} are the same" in result.output
    gen("letters", "-o", str(tmp_path / "all"))
    for path in (tmp_path / "all").iterdir():
        assert (path.read_bytes() == before[path.name]) == (path.name not in written)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--format", "redline", "--unit", "市妇联"], "--unit does nothing with --format redline"),
        (["--format", "redline", "--only", "A"], "--only does nothing with --format redline"),
        (["--format", "json", "--full"], "--full does nothing with --format json"),
        (["--format", "amend", "--formal"], "--formal does nothing with --format amend"),
        (["--max-bytes", "2000"], "it is for: markdown."),
        (["--author", "某办公室"], "--author does nothing with --format text; it is for: redline."),
        (["--format", "table", "--date", "2024-01-31"], "--date does nothing with --format table"),
        (["--format", "redline", "--author", "", "--date", "2024-01-31"], "--author must be a name"),
        (["--format", "redline", "--author", "a\x01b", "--date", "2024-01-31"], "--author must be a name"),
    ],
)
def test_an_option_that_does_nothing_is_wrong_usage(gen: Gen, arguments: list[str], said: str) -> None:
    result = gen("diff", *arguments)
    assert result.exit_code == 2
    assert said in result.output


@pytest.mark.parametrize("style", ["text", "json", "markdown", "html", "amend"])
def test_what_is_printed_replaces_no_file_of_others(gen: Gen, style: str, tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("mine", "utf-8")
    kept = gen("diff", "--format", style, "-o", str(path))
    assert (kept.exit_code, path.read_text("utf-8")) == (3, "mine")
    assert "--force" in kept.output
    assert gen("diff", "--format", style, "-o", str(path), "--force").exit_code == 1
    assert path.read_text("utf-8") != "mine"
    assert gen("diff", "--format", style, "-o", str(path)).exit_code == 1


@pytest.mark.parametrize("style", ["text", "json"])
def test_impact_is_written_where_it_is_asked_for(gen: Gen, style: str, tmp_path: Path) -> None:
    path = tmp_path / "impact.txt"
    assert gen("impact", "--format", style, "-o", str(path)).output.strip() == str(path)
    assert "市妇联" in path.read_text("utf-8")
    path.write_text("mine", "utf-8")
    assert gen("impact", "--format", style, "-o", str(path)).exit_code == 3


def test_the_first_line_says_how_much_of_all_is_shown(gen: Gen) -> None:
    first_line = gen("diff", "--only", "A").output.splitlines()[0]
    assert "12 change(s), 1 of them moved, 4 of them shown" in first_line
    assert "--formal shows them" not in gen("diff", "--only", "A").output
    assert "of them shown" not in gen("diff").output


def test_only_form_is_all_that_is_counted_as_form(gen: Gen) -> None:
    output = gen("diff", "--only", "F").output
    assert len(re.findall(r"^  \[[EF]", output, re.MULTILINE)) == 6
    assert "6 of form only" in output


def test_a_class_that_no_change_has_cannot_be_asked_for(gen: Gen) -> None:
    result = gen("diff", "--only", "D")
    assert result.exit_code == 2
    assert "'a', 'b', 'c', 'e', 'f'" in result.output


def test_no_table_of_nothing(gen: Gen, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    result = gen("diff", "v1", "HEAD", "--format", "table", "-o", str(path))
    assert (result.exit_code, path.exists()) == (0, False)
    assert "no table was written" in result.output


def test_the_table_says_what_it_leaves_out_and_that_a_row_moved_as_it_was(gen: Gen, tmp_path: Path) -> None:
    path = tmp_path / "table.docx"
    gen("diff", "--format", "table", "--only", "A", "--only", "E", "-o", str(path))
    text = words(path)
    assert "本表只列所选的5处修改，其余7处未列出。" in text
    assert "形式调整" not in text
    assert "实施残疾人集中就业提升行动。" in text
    assert "（内容不变）" in text
