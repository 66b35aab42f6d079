"""``gen import``: files written whole, the register extended and nothing else of it touched, exit codes."""

from __future__ import annotations

from collections.abc import Callable
from difflib import ndiff
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hongtou.commands import cli
from hongtou.source.load import load_policy
from tests.conftest import UNITS

NOTICE = """\
某市人民政府办公室关于做好稳岗工作的通知
某府办函〔2022〕7号
各镇街，市各有关单位：
现将有关事项通知如下：
一、稳定岗位
（一）返还保险费。6月底前，至少返还10家企业。（市人社局牵头，财政局、税务局参与）
（二）开展培训。每年培训100名职工。（市民政局、人行某市支行负责）
二、加强领导
各单位要落实责任。
某市人民政府办公室
2022年3月7日
"""
Import = Callable[..., Result]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Import:
    (tmp_path / "policy").mkdir()
    (tmp_path / "policy" / "units.yaml").write_text(f"# kept\n{UNITS}", encoding="utf8")
    (tmp_path / "notice.txt").write_text(NOTICE, encoding="utf8")
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli, ["import", *arguments])


def everything(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def test_a_notice_becomes_a_policy_that_loads(run: Import, tmp_path: Path) -> None:
    result = run("notice.txt", "-o", "policy/jobs")
    assert result.exit_code == 0, result.stderr
    assert result.stdout.split() == ["policy/jobs/notice.yaml", "policy/units.yaml"]
    policy = load_policy(tmp_path / "policy" / "jobs")
    first, second = policy.notice.sections[0].measures
    assert [(str(a.role), a.units) for a in first.assignments] == [
        ("lead", ("市人力资源社会保障局",)),
        ("participate", ("市财政局", "市税务局")),
    ]
    assert [a.units for a in second.assignments] == [("市民政局", "人行某市支行")]
    assert first.deadlines[0].year_inferred
    assert "市|税务局" in result.stderr


def test_the_register_is_extended_and_else_untouched(run: Import, tmp_path: Path) -> None:
    before = (tmp_path / "policy" / "units.yaml").read_text(encoding="utf8").splitlines()
    assert run("notice.txt", "-o", "policy/jobs").exit_code == 0
    after = (tmp_path / "policy" / "units.yaml").read_text(encoding="utf8").splitlines()
    compared = [*ndiff(before, after)]
    assert not [line for line in compared if line.startswith("- ")]
    added = [line[2:].strip() for line in compared if line.startswith("+ ")]
    assert {"- name: 市税务局", "- name: 人行某市支行", "- name: 市各有关单位"} <= {*added}


def test_importing_twice_gives_the_same_bytes(run: Import, tmp_path: Path) -> None:
    assert run("notice.txt", "-o", "policy/jobs").exit_code == 0
    first = everything(tmp_path)
    again = run("notice.txt", "-o", "policy/jobs", "--force")
    assert again.exit_code == 0
    assert everything(tmp_path) == first


def test_a_policy_that_is_there_is_not_touched(run: Import, tmp_path: Path) -> None:
    (tmp_path / "policy" / "jobs").mkdir()
    (tmp_path / "policy" / "jobs" / "notes.txt").write_text("mine", encoding="utf8")
    before = everything(tmp_path)
    result = run("notice.txt", "-o", "policy/jobs")
    assert result.exit_code == 3
    assert "--force" in result.stderr
    assert everything(tmp_path) == before


def test_dry_run_writes_nothing(run: Import, tmp_path: Path) -> None:
    before = everything(tmp_path)
    result = run("notice.txt", "--dry-run", "--report")
    assert result.exit_code == 0
    assert everything(tmp_path) == before
    assert "== inferred" in result.stdout
    assert "sections[0].measures[0].targets" in result.stdout


def test_what_has_no_place_is_told_and_is_exit_code_1(run: Import, tmp_path: Path) -> None:
    table = "\n".join(
        ["附件", "任务分解表", "序号", "内容", "牵头单位", "责任单位", "1", "开展培训。", "市财政局"]
    )
    (tmp_path / "table.txt").write_text(NOTICE + table, encoding="utf8")
    result = run("table.txt", "-o", "policy/table")
    assert result.exit_code == 1
    assert "3 of 4 cells" in result.stderr


def test_without_a_register_one_is_made(run: Import, tmp_path: Path) -> None:
    (tmp_path / "policy" / "units.yaml").unlink()
    result = run("notice.txt", "-o", "policy/jobs")
    assert result.exit_code == 0, result.stderr
    policy = load_policy(tmp_path / "policy" / "jobs")
    assert policy.register.issuer == "某市人民政府办公室"
    assert policy.register.unit("市人社局").prefix == "市"
    assert policy.register.unit("税务局").prefix == "", (
        "no owner is printed before it, and it is known nowhere"
    )
    assert policy.register.unit("人行某市支行").prefix == ""


def test_what_is_no_notice_is_refused_with_a_way_out(run: Import, tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("hello", encoding="utf8")
    result = run("notice.txt", "-o", "policy/jobs")
    assert result.exit_code == 2
    assert "→" in result.stderr
    assert not (tmp_path / "policy" / "jobs").exists()


def test_a_register_in_flow_style_is_left_alone(run: Import, tmp_path: Path) -> None:
    flow = "schema: 1\nissuer: 某市人民政府办公室\nunits: [{name: 某市人民政府办公室}]\n"
    (tmp_path / "policy" / "units.yaml").write_text(flow, encoding="utf8")
    result = run("notice.txt", "-o", "policy/jobs")
    assert result.exit_code == 2
    assert "one below the other" in result.stderr
    assert [path.name for path in (tmp_path / "policy").iterdir()] == ["units.yaml"]


def test_two_registers_are_one_too_many(run: Import, tmp_path: Path) -> None:
    (tmp_path / "other.yaml").write_text(UNITS, encoding="utf8")
    assert run("notice.txt", "-o", "policy/jobs", "--register", "other.yaml").exit_code == 2


def test_one_folder_for_several_files_is_a_usage_error(run: Import) -> None:
    assert run("notice.txt", "notice.txt", "-o", "policy/jobs").exit_code == 2
