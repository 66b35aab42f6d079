"""Tables: cells of units, what heads hold, and tables that are typed in plain text."""

from __future__ import annotations

from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.columns import columns_of
from hongtou.importer.ledger import Ledger
from hongtou.importer.read import scan
from hongtou.importer.scan import Scan
from hongtou.importer.typed_tables import typed_tables
from hongtou.importer.understand import Imported, understand
from hongtou.importer.words import Piece
from hongtou.model.base import unit_names
from hongtou.model.register import Register
from hongtou.model.task import Task
from tests.conftest import UNITS
from tests.importer.scans import lines
from tests.importer.test_text_tables import PAPER
from tests.importer.test_unit_lists import cases, words

PAGE = "<html><body>" + "".join(f"<p>{line}</p>" for line in PAPER.strip().split("\n"))


def table(heads: str, *rows: str, below: str = "") -> Imported:
    """Return what is understood of a page with a table, its cells between ｜, their lines between ＋."""
    cells = [[cell.replace("＋", "<br>") for cell in row.split("｜")] for row in (heads, *rows)]
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in cells)
    return understand(scan(f"{PAGE}<table>{body}</table>{below}</body></html>".encode(), "x.html"))


def tasks(one: Imported) -> tuple[Task, ...]:
    assert one.tasks is not None
    return one.tasks.tasks


def of_units(cell: str) -> Imported:
    return table("序号｜任务｜责任单位", f"1｜修路｜{cell}")


def held(one: Imported) -> list[tuple[str, str]]:
    assert one.tasks is not None
    return [(column.holds.value, column.header) for column in one.tasks.columns]


ALL: dict[str, Any] = cases("cells.yaml")  # type: ignore[assignment]


@pytest.mark.parametrize("case", ALL["read"], ids=lambda case: case["cell"])
def test_units_of_a_cell(case: dict[str, Any]) -> None:
    one = of_units(case["cell"])
    read = [
        [str(a.role), "、".join(unit_names(a.units)), *(["open"] if a.open else [])]
        for a in tasks(one)[0].assignments
    ]
    assert read == case["units"]
    assert not one.ledger.doubts
    assert not [*one.ledger.unplaced()]


@pytest.mark.parametrize("cell", ALL["empty"])
def test_a_dash_is_an_empty_cell(cell: str) -> None:
    one = of_units(cell)
    assert tasks(one)[0].assignments == ()
    assert [left.text for left in one.ledger.left_out] == [cell]
    assert not one.ledger.doubts


@pytest.mark.parametrize("cell", ALL["told"])
def test_what_is_no_list_of_units_is_told(cell: str) -> None:
    one = of_units(cell)
    assert tasks(one)[0].assignments == ()
    assert any("no list of units" in doubt for doubt in one.ledger.doubts)
    assert [*one.ledger.unplaced()]


@pytest.mark.parametrize("case", cases("heads.yaml"))
def test_heads(case: str) -> None:
    heads = [head.rpartition(" ") for head in case.split("｜")]
    columns = columns_of([words(head) for head, _blank, _holds in heads])
    assert [column.holds.value for column in columns] == [holds for _head, _blank, holds in heads]


@pytest.mark.parametrize("case", cases("typed_tables.yaml"), ids=lambda case: case["name"])
def test_typed_tables(case: dict[str, Any]) -> None:
    text = "\n".join(case["lines"])
    starts = [text.index(line) for line in case["lines"]]
    pieces = [
        Piece(type(words(""))(line, range(at, at + len(line))))
        for line, at in zip(case["lines"], starts, strict=True)
    ]
    ledger = Ledger(Scan("x", "text", text, ()))
    rows: dict[int, dict[int, list[str]]] = {}
    for piece in typed_tables(pieces, ledger):
        if piece.cell is not None:
            rows.setdefault(piece.cell.row, {}).setdefault(piece.cell.column, []).append(piece.text)
    assert ["｜".join("＋".join(cell) for cell in row.values()) for row in rows.values()][1:] == case.get(
        "rows", []
    )
    assert len(ledger.doubts) == case.get("told", 0)


def test_heads_that_stand_again_behind_a_page_break() -> None:
    heads = "序号｜任务｜责任单位"
    one = table(heads, "1｜修路｜县交通局", heads, "2｜种树｜县林业局")
    assert [task.name for task in tasks(one)] == ["修路", "种树"]
    lined = understand(
        lines(PAPER + "\n".join(f"{heads}｜1｜修路｜县交通局｜{heads}｜2｜种树｜县林业局".split("｜")))
    )
    assert [task.name for task in tasks(lined)] == ["修路", "种树"]
    for each in (one, lined):
        assert not each.ledger.faults
        assert not [*each.ledger.unplaced()]


@pytest.mark.parametrize("row", ["合计｜｜", "2｜小计｜", "｜总 计｜2项"])
def test_a_row_that_adds_up_is_no_task(row: str) -> None:
    one = table("序号｜任务｜责任单位", "1｜修路｜县交通局", row)
    assert [task.name for task in tasks(one)] == ["修路"]
    assert any("is no task" in doubt for doubt in one.ledger.doubts)


def test_a_column_of_time_limits_holds_deadlines() -> None:
    one = table(
        "序号｜任务｜责任单位｜时间节点",
        "1｜修路｜县交通局｜2023年6月底前完成",
        "2｜种树｜县林业局｜—",
        "3｜治水｜县水利局｜长期",
    )
    assert ("deadlines", "时间节点") in held(one)
    assert [[d.printed for d in task.deadlines] for task in tasks(one)] == [
        ["2023年6月底前完成"],
        [],
        ["长期"],
    ]
    assert not any(task.attributes for task in tasks(one))
    assert not [*one.ledger.unplaced()]


def test_words_about_time_that_are_no_deadline_stay() -> None:
    one = table(
        "序号｜任务｜责任单位｜完成时限", "1｜修路｜县交通局｜2023年6月底前", "2｜种树｜县林业局｜视情况"
    )
    assert ("attribute", "完成时限") in held(one)
    assert [task.attributes for task in tasks(one)] == [{"完成时限": "2023年6月底前"}, {"完成时限": "视情况"}]
    assert [len(task.deadlines) for task in tasks(one)] == [1, 0]
    assert any("no time limit" in doubt for doubt in one.ledger.doubts)


def test_a_deadline_of_the_task_does_not_move_into_the_column() -> None:
    one = table("序号｜任务｜责任单位｜完成时限", "1｜2023年3月底前开工｜县交通局｜2023年6月底前")
    assert ("attribute", "完成时限") in held(one)
    assert [d.printed for d in tasks(one)[0].deadlines] == ["2023年3月底前", "2023年6月底前"]


def test_a_note_under_a_table_is_no_attachment() -> None:
    below = "<p>注：1.本表由县政府办解释。</p><p>2.另有规定的除外。</p><p>附件2</p><p>物资清单</p><p>一、编织袋。</p>"
    one = table("序号｜任务｜责任单位", "1｜修路｜县交通局", below=below)
    assert [a.title for a in one.notice.attachments] == ["任务分解表", "物资清单"]
    assert one.notice.attachments[0].note == (("注：1.本表由县政府办解释。",), ("2.另有规定的除外。",))
    assert not one.ledger.doubts
    assert not [*one.ledger.unplaced()]


def test_a_table_whose_units_were_not_read_says_so() -> None:
    one = table("序号｜任务｜责任单位及责任人", "1｜修路｜县交通局　张三")
    assert one.tasks is None
    assert any("责任单位及责任人" in doubt for doubt in one.ledger.doubts)


def test_the_title_in_the_table_is_its_title() -> None:
    row = "<tr><td colspan=3>任务分解表</td></tr><tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
    one = understand(
        scan(
            f"{PAGE}<table>{row}<tr><td>1</td><td>修路</td><td>县交通局</td></tr></table></body></html>".encode(),
            "x.html",
        )
    )
    assert len(tasks(one)) == 1
    assert not one.ledger.doubts


@pytest.mark.parametrize("mark", ["附\n", "附：\n", "附表1\n", "附件1\n", "附件1 ", "附 "])
def test_a_mark_is_no_part_of_the_title(mark: str) -> None:
    text = (
        PAPER.replace("\n附件\n", f"\n{mark}")
        + "序号\n物资\n存放地点\n1\n编织袋\n镇水利站\n2\n救生衣\n镇应急办"
    )
    one = understand(lines(text))
    (attachment,) = one.notice.attachments
    assert attachment.title == "任务分解表"
    assert attachment.grid is not None
    assert attachment.grid.rows == (
        ("序号", "物资", "存放地点"),
        ("1", "编织袋", "镇水利站"),
        ("2", "救生衣", "镇应急办"),
    )


def test_the_next_attachment_is_no_cell() -> None:
    table_ = "序号\n任务\n责任单位\n1\n修路\n县交通局\n附件2 物资清单\n一、编织袋。"
    one = understand(lines(PAPER.replace("\n附件\n", "\n附件1\n") + table_))
    assert [a.title for a in one.notice.attachments] == ["任务分解表", "物资清单"]
    assert [task.name for task in tasks(one)] == ["修路"]


def test_blanks_part_addressees() -> None:
    one = understand(lines(PAPER.replace("各乡镇：", "各乡镇人民政府　县直各单位：") + "一、编织袋。"))
    assert [*unit_names(one.notice.recipients)] == ["各乡镇人民政府", "县直各单位"]


@pytest.mark.parametrize("mark", ["", "<p>续表</p>", "<p>（续表）</p>"])
def test_a_table_goes_on_in_another(mark: str) -> None:
    head = "<tr><td>序号</td><td>任务</td><td>责任单位</td></tr>"
    below = f"{mark}<table>{head}<tr><td>2</td><td>种树</td><td>县林业局</td></tr></table><p>注：以上。</p>"
    one = table("序号｜任务｜责任单位", "1｜修路｜县交通局", below=below)
    assert [task.name for task in tasks(one)] == ["修路", "种树"]
    assert len(one.notice.attachments) == 1
    assert not one.ledger.doubts
    assert not [*one.ledger.unplaced()]


def test_a_line_between_title_and_table_is_told() -> None:
    text = (
        PAPER
        + "单位：万元\n序号\n任务\n责任单位\n1\n修路\n县交通局\n续表\n序号\n任务\n责任单位\n2\n种树\n县林业局"
    )
    one = understand(lines(text))
    assert [a.title for a in one.notice.attachments] == ["任务分解表"]
    assert [task.name for task in tasks(one)] == ["修路", "种树"]
    assert len(one.ledger.doubts) == 1
    assert "单位：万元" in one.ledger.doubts[0]


def test_what_ends_the_paper_may_stand_below_its_table() -> None:
    below = "<p>（此件公开发布）</p><p>抄送：县委办公室。</p>"
    one = table("序号｜任务｜责任单位", "1｜修路｜县交通局", below=below)
    assert len(one.notice.attachments) == 1
    lined = understand(
        lines(PAPER + "序号\n任务\n责任单位\n1\n修路\n县交通局\n（此件公开发布）\n抄送：县委办公室。")
    )
    for each in (one, lined):
        assert [task.name for task in tasks(each)] == ["修路"]
        assert (each.notice.note, each.notice.copies_printed) == ("此件公开发布", "县委办公室")
        assert not each.ledger.doubts


def test_what_the_register_knows_is_a_unit() -> None:
    register = Register.model_validate(
        YAML(typ="safe").load(
            UNITS.replace(
                "  - name: 东镇", "  - name: 青云\n    kind: company\n    relation: other\n  - name: 东镇"
            )
        )
    )
    text = PAPER + "序号\n任务\n责任单位\n1\n修路\n市财政局、青云"
    one = understand(lines(text), register)
    assert [tuple(unit_names(a.units)) for a in tasks(one)[0].assignments] == [("市财政局", "青云")]
