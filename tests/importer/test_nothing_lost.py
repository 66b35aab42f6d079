"""Every stretch of a paper stands in the policy or in the report: nothing is lost, in real papers and in invented ones."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hongtou.importer.read import scan
from hongtou.importer.understand import Imported, understand
from hongtou.model.base import flat
from tests.importer.accounts import lost
from tests.importer.conftest import SAMPLE
from tests.importer.scans import lines, scan_of
from tests.importer.test_units_by_hand import PAPERS, read

INVENTED = sorted((Path(__file__).parent / "papers").glob("*.txt"))
FORWARDED = """某市人民政府办公室转发某省人民政府办公厅关于加强河湖管护工作的通知的通知
某府办〔2024〕5号
各镇街，市各有关单位：
现将《某省人民政府办公厅关于加强河湖管护工作的通知》转发给你们，请认真贯彻落实。
附件：某省人民政府办公厅关于加强河湖管护工作的通知
某市人民政府办公室
2024年3月7日
某省人民政府办公厅关于加强河湖管护工作的通知
某省办〔2024〕2号
各市人民政府：
现就有关事项通知如下：
一、加强管护。（省水利厅负责）
某省人民政府办公厅
2024年2月1日
抄送：省委办公厅，省人大办公厅。
某省人民政府办公厅秘书处 2024年2月2日印发
抄送：市委办公室，市残联。
某市人民政府办公室秘书科 2024年3月8日印发"""


@pytest.mark.parametrize("pattern", PAPERS)
def test_a_real_paper(pattern: str, imported: Callable[..., Imported]) -> None:
    assert lost(read(imported, pattern)) == []


@pytest.mark.parametrize("path", INVENTED, ids=lambda path: path.stem)
def test_an_invented_paper(path: Path) -> None:
    assert lost(understand(scan_of(path))) == []


def test_the_sample(shared: Callable[[str], Path]) -> None:
    assert lost(understand(scan_of(shared(SAMPLE)))) == []


def test_what_a_paper_inside_another_ends_with_is_told() -> None:
    one = understand(lines(FORWARDED))
    assert lost(one) == []
    assert one.notice.copies_to == ("市委办公室", "市残联")
    assert one.notice.printed_by == "某市人民政府办公室秘书科"
    text = one.ledger.scan.text
    told = [text[span.start : span.end] for span in one.ledger.unplaced()]
    assert told == ["省委办公厅，省人大办公厅", "某省人民政府办公厅秘书处 2024年2月2日"]


@pytest.mark.parametrize("day", ["2024年3月1日", "2024年13月8日"])
def test_a_day_of_printing_that_cannot_be_is_told_and_not_set(day: str) -> None:
    one = understand(lines(FORWARDED.replace("2024年3月8日印发", f"{day}印发")))
    assert lost(one) == []
    assert one.notice.printed_on is None
    text = one.ledger.scan.text
    assert day in [text[span.start : span.end] for span in one.ledger.unplaced()]
    assert any("before the day" in doubt for doubt in one.ledger.doubts) == (day == "2024年3月1日")


def test_two_columns_of_one_head_are_two_attributes() -> None:
    head = "<p>某县关于做好工作的通知</p><p>各乡镇：</p><p>请对照落实。</p><p>某县人民政府</p><p>2024年3月1日</p><p>附件</p><p>任务分解表</p>"
    rows = (
        ("序号", "工作任务", "责任单位", "备注", "备注", "备注2"),
        ("1", "治理河道", "县水利局", "甲", "乙", "丙"),
    )
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    one = understand(scan(f"<html><body>{head}<table>{cells}</table></body></html>".encode(), "x.html"))
    assert one.tasks is not None
    assert one.tasks.tasks[0].attributes == {"备注": "甲", "备注2": "乙", "备注22": "丙"}
    assert [column.header for column in one.tasks.columns][-3:] == ["备注", "备注", "备注2"]


def test_what_a_list_covers_keeps_its_blanks() -> None:
    text = "某县人民政府关于做好工作的通知\n各乡镇：\n一、召集\n成员甲某某　乙某某参加。（县水利局负责）召开会议。（县财政局负责）\n某县人民政府\n2024年3月1日"
    (section,) = understand(lines(text)).notice.sections
    for one in section.assignments:
        assert one.covers is not None
        assert one.covers in flat(section.text)


def test_a_loss_is_seen() -> None:
    one = understand(lines(FORWARDED))
    shorter = replace(one, notice=one.notice.model_copy(update={"preamble": ()}))
    assert lost(shorter) == ["发给你们", "请认真贯彻落实"]
