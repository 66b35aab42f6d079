"""Tables of plain text: lines to rows and cells, and what cannot be told apart stays apart."""

from __future__ import annotations

import pytest

from hongtou.importer.text_tables import read_rows
from hongtou.importer.understand import understand
from tests.importer.scans import lines
from tests.importer.test_unit_lists import cases, words

PAPER = (
    "关于下达任务的通知\n各乡镇：\n现将任务下达给你们。\n某县人民政府办公室\n2023年3月1日\n附件\n任务分解表\n"
)


@pytest.mark.parametrize("case", cases("text_tables.yaml"), ids=lambda case: case["name"])
def test_rows(case: dict[str, str]) -> None:
    heads, cells = ([words(text) for text in case[key].split("｜")] for key in ("heads", "lines"))
    found = [
        "｜".join("＋".join(line.text for line in cell) for cell in row) for row in read_rows(cells, heads)
    ]
    assert found == [*case["rows"]]


def test_a_row_that_cannot_be_told_apart_is_told() -> None:
    table = "序号｜任务｜工作要求｜责任单位｜1｜修路｜抓紧开工，｜报送交通运输部｜财政部｜2｜种树｜植树。｜县林业局"
    one = understand(lines(PAPER + table.replace("｜", "\n")))
    assert one.tasks is not None
    assert [task.name for task in one.tasks.tasks] == ["种树"]
    assert one.ledger.doubts == [
        "row 1 has 5 lines for 4 cells, and which of them belong together cannot be told. It was not placed; import the DOCX or the web page."
    ]
    assert not {"财政部", "交通运输部"} & {entry.name for entry in one.proposed}


def test_what_stands_beside_the_name_of_a_group_is_told() -> None:
    table = "序号｜考核项目｜分值｜考核指标｜责任单位｜一、｜交通｜31｜1｜修路｜5｜通车。｜县交通局"
    one = understand(lines(PAPER + table.replace("｜", "\n")))
    assert one.tasks is not None
    assert [(task.group, task.name) for task in one.tasks.tasks] == [("一、交通", "修路")]
    assert one.ledger.doubts == [
        "row 1 of the table heads others; what stands beside its name was not placed: 31"
    ]
