"""Notice, letters, checklists and ledger say the same, task by task."""

from __future__ import annotations

import io
import re
from pathlib import Path

import openpyxl
import pytest
from docx import Document
from docx.table import Table

from hongtou.documents.checklist import REPORTS
from hongtou.documents.lines import lines_of, tag
from hongtou.model.base import flat, unit_names
from hongtou.model.policy import Policy
from hongtou.papers import Papers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def tables(data: bytes | Path) -> list[Table]:
    source = io.BytesIO(data) if isinstance(data, bytes) else str(data)
    return list(Document(source).tables)  # type: ignore[arg-type]


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def tags(data: bytes) -> list[str]:
    root = Document(io.BytesIO(data)).element
    return [element.get(f"{W}val") for element in root.iter(f"{W}tag")]


@pytest.fixture(scope="module")
def printed(papers: Papers) -> dict[str, tuple[str, ...]]:
    """Return the rows of the notice's table by task id: number, name, text, units."""
    [table] = tables(papers.notice())
    rows = texts(table)[1:]
    assert papers.policy.tasks is not None
    return {task.id: tuple(row) for task, row in zip(papers.policy.tasks.tasks, rows, strict=True)}


def test_every_responsible_unit_has_a_letter(papers: Papers) -> None:
    assert len(papers.portfolio.units) == 49
    assert papers.portfolio.unresolved == ()


def test_a_letter_carries_exactly_its_rows_of_the_notice(
    papers: Papers, printed: dict[str, tuple[str, ...]], letters: dict[str, Path]
) -> None:
    for unit, path in letters.items():
        rows = texts(tables(path)[0])[1:]
        owed = [share.duty for share in papers.portfolio.of(unit) if share.duty.table]
        assert [row[:3] for row in rows] == [list(printed[duty.id][:3]) for duty in owed], unit
        for row, duty in zip(rows, owed, strict=True):
            named = papers.portfolio.is_named(unit) and any(
                unit in unit_names(a.units) for a in duty.assignments
            )
            listed = printed[duty.id][3].removesuffix("。")
            assert (row[4] == listed) != named, (unit, duty.id)


def test_who_owes_a_task_is_who_the_notice_names(papers: Papers, sample: Policy) -> None:
    register = sample.register
    assert sample.tasks is not None
    for task in sample.tasks.tasks:
        named = {
            member.name
            for assignment in task.assignments
            for name in unit_names(assignment.units)
            for member in register.expand(name)
        }
        owing = {
            unit
            for unit in papers.portfolio.units
            if any(share.duty.id == task.id for share in papers.portfolio.of(unit))
        }
        assert owing == named


def test_a_checklist_has_a_line_for_every_sentence_and_target(papers: Papers, sample: Policy) -> None:
    assert sample.tasks is not None
    for unit in ("市财政局", "市残联", "小榄镇"):
        found = set(tags(papers.checklist(unit)))
        for share in papers.portfolio.of(unit):
            for line in lines_of(share.duty, sample.rules.checklists.background):
                for state in ("todo", "doing", "done", "person", "evidence", "note"):
                    assert tag(share.duty.id, line.id, state) in found
        for task in sample.tasks.tasks:
            if any(share.duty.id == task.id for share in papers.portfolio.of(unit)):
                text = "\n".join(cell for row in texts(tables(papers.checklist(unit))[0]) for cell in row)
                assert all(sentence in text for sentence in unit_names(task.text))
                assert all(str(target.value) in text for target in task.targets)


def test_the_checklist_in_a_letter_is_the_checklist(papers: Papers) -> None:
    for unit in ("市妇联", "邮政管理局", "石岐街道"):
        assert texts(tables(papers.letter(unit))[1]) == texts(tables(papers.checklist(unit))[0])


def test_the_ledger_on_paper_and_in_excel_are_the_same(papers: Papers, sample: Policy) -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(papers.ledger_xlsx())).active
    assert sheet is not None
    head, *rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    cells = [dict(zip(head, row, strict=True)) for row in rows]
    entries = list(papers.ledger.entries())
    assert [(c["任务标识"], c["条目标识"], c["工作要求和指标"]) for c in cells] == [
        (e.task, e.line, e.text) for e in entries
    ]
    paper = texts(tables(papers.ledger_docx())[0])
    assert [row[1] for row in paper[1:] if len(set(row)) > 1] == [e.text for e in entries]
    assert sample.tasks is not None
    by_task = {c["任务标识"]: c for c in cells}
    for task in sample.tasks.tasks:
        assert by_task[task.id]["任务"] == task.name
        asked = "".join(c["工作要求和指标"] for c in cells if c["任务标识"] == task.id)
        assert all(sentence in asked for sentence in unit_names(task.text))
    reported = [c["截止日期"].date().isoformat() for c in cells if c["任务标识"] == REPORTS]
    assert reported == ["2023-12-15", "2024-10-20"]


def test_the_ledger_names_the_units_as_the_notice_prints_them(
    papers: Papers, printed: dict[str, tuple[str, ...]]
) -> None:
    for entry in papers.ledger.entries():
        if entry.task in printed:
            assert entry.units + "。" == printed[entry.task][3]


def test_no_state_of_two_lines_has_one_tag(papers: Papers) -> None:
    for data in (papers.letter("市残联"), papers.ledger_docx()):
        found = tags(data)
        assert len(found) == len(set(found))
        assert all(len(name) <= 64 for name in found)


def test_what_the_notice_asks_is_what_the_letters_ask(papers: Papers, sample: Policy) -> None:
    """All sentences of a task, in their order, in the letter of every unit that owes it."""
    assert sample.tasks is not None
    asked = {task.id: flat(task.text) for task in sample.tasks.tasks}
    for unit in papers.portfolio.units:
        for share in papers.portfolio.of(unit):
            if share.duty.table:
                assert "".join(share.duty.sentences) == asked[share.duty.id]


def test_numbers_in_a_letter_are_those_of_the_table(letters: dict[str, Path]) -> None:
    body = "\n".join(p.text for p in Document(str(letters["市财政局"])).paragraphs)
    assert re.search(r"《通知》附件第7、12、13项任务", body)
