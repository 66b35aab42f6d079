"""Notices of many shapes: what the data says is on the paper, in order, and the paper measures right."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn
from ruamel.yaml import YAML

from hongtou.measure.reading import Verdict
from hongtou.measure.ruler import measure
from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.task import TaskTable
from hongtou.notice import render_notice
from hongtou.render.office import to_pdfs
from hongtou.source.nodes import Source, read
from hongtou.source.references import cross_check
from hongtou.workspace import Workspace
from tests.conftest import UNITS, swept
from tests.papers.test_papers import faults

HERE = Path(__file__).parent / "variety"
NAMES = sorted(path.stem for path in HERE.glob("*.yaml"))
HEADS = {"Letterhead", "LetterheadLetter", "DocumentNumber", "DocumentNumberLetter", "DocumentNumberUpward", "DocumentNumberUpwardNext", "SignerFirst", "Signer", "Title", "TableEnd", "ColophonAnchor"}  # fmt: skip

EXPECTED = {("levels", "T9"), ("printed-plan", "T6")}
"""What the ruler rightly finds in the data: a number printed out of order, an attachment that is not there."""


def case(name: str) -> dict[str, Any]:
    data = read((HERE / f"{name}.yaml").read_text(encoding="utf8"), name).data
    assert isinstance(data, dict)
    return data


def policy(name: str) -> Policy:
    data = {key: value for key, value in case(name).items() if key not in ("says", "cells", "tasks")}
    tasks = case(name).get("tasks")
    table = TaskTable.model_validate(tasks) if tasks else None
    register = Register.model_validate(YAML(typ="safe").load(UNITS))
    made = Policy(name, Notice.model_validate(data), table, register)
    source = Source(name)
    cross_check(source, made.notice, source, made.tasks, register)
    assert source.findings == []
    return made


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("variety")
    made = {}
    for name in NAMES:
        made[name] = folder / f"{name}.docx"
        made[name].write_bytes(render_notice(Workspace(folder), policy(name)))
    return made


def text_of(paragraph: Any) -> str:
    parts = [{"t": e.text or "", "tab": "\t", "br": ""}.get(e.tag.rsplit("}")[-1], "") for e in paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br")) if e.getparent().tag == qn("w:r")]  # fmt: skip
    return "".join(parts)


@pytest.mark.parametrize("name", NAMES)
def test_the_text_is_on_the_paper_in_order(name: str, papers: dict[str, Path]) -> None:
    body = Document(io.BytesIO(papers[name].read_bytes())).element.body
    texts = []
    for paragraph in body.findall(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        if style is not None and style.get(qn("w:val")) in HEADS:
            continue
        texts.append(text_of(paragraph))
    recipients = (
        f"{texts[0]}" if texts and texts[0].endswith("：") and policy(name).notice.recipients else None
    )
    assert texts[bool(recipients) :] == case(name)["says"]
    cells = ["\n".join(text_of(p) for p in cell.findall(qn("w:p"))) for cell in body.iter(qn("w:tc"))]
    assert [text for text in cells if not text.startswith("\n")] == case(name).get(
        "cells", cells[:0]
    ) or "cells" in case(name)


@pytest.mark.parametrize("name", [name for name in NAMES if "cells" in case(name)])
def test_the_cells_are_on_the_paper_in_order(name: str, papers: dict[str, Path]) -> None:
    body = Document(io.BytesIO(papers[name].read_bytes())).element.body
    continued = [cell for cell in body.iter(qn("w:tc")) if (m := cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")) is not None and m.get(qn("w:val")) is None]  # fmt: skip
    given = case(name)["cells"]
    found = [text_of(cell) for cell in body.iter(qn("w:tc"))]
    kept = [text for cell, text in zip(body.iter(qn("w:tc")), found, strict=True) if cell not in continued]
    assert given in (found, kept)


@pytest.mark.parametrize("name", swept(NAMES, NAMES[:2]))
def test_the_package_is_valid(name: str, papers: dict[str, Path]) -> None:
    assert faults(papers[name]) == []


@pytest.mark.slow
@pytest.mark.render
def test_every_paper_measures_right(papers: dict[str, Path]) -> None:
    paths = list(papers.values())
    failed = {}
    for path, conversion in zip(paths, to_pdfs(paths, paths[0].parent / "pdf"), strict=True):
        rows = [
            row.sentence
            for row in measure(conversion.pdf).rows
            if row.verdict is Verdict.FAIL and (path.stem, row.number) not in EXPECTED
        ]
        if rows:
            failed[path.stem] = rows
    assert failed == {}


def test_grid_columns_match_cells(papers: dict[str, Path]) -> None:
    for path in papers.values():
        for table in Document(str(path)).element.body.iter(qn("w:tbl")):
            columns = len(table.findall(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
            for row in table.findall(qn("w:tr")):
                spans = [c.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}") for c in row.findall(qn("w:tc"))]
                assert sum(1 if s is None else int(s.get(qn("w:val"))) for s in spans) == columns
