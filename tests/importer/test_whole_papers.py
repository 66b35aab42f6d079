"""Invented papers of other shapes, read whole: a printed plan, a table of cells line by line, a letter from the web."""

from __future__ import annotations

import datetime
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hongtou.i18n import use_language
from hongtou.importer.report import is_whole, report
from hongtou.importer.save import plan
from hongtou.importer.understand import Imported, understand
from hongtou.model.duty import Assignment, Deadline, Target
from hongtou.model.notice import Paper
from hongtou.outline import outline
from tests.importer.conftest import policy_of
from tests.importer.printed import text_of
from tests.importer.scans import lines, scan_of

HERE = Path(__file__).parent / "papers"
NAMES = ("plan", "table", "letter")


@pytest.fixture(scope="module")
def read() -> dict[str, Imported]:
    use_language("en")  # a fixture of the module comes before the one that sets it for each test
    return {name: understand(scan_of(HERE / f"{name}.txt")) for name in NAMES}


def said(paper: Paper) -> Iterator[tuple[str, Assignment]]:
    for part in outline(paper):
        yield from ((part.label, assignment) for assignment in part.node.assignments)


def numbers(paper: Paper) -> tuple[list[Target], list[Deadline]]:
    holders = [h for part in outline(paper) for h in (part.node, *part.node.items)]
    return [t for h in holders for t in h.targets], [d for h in holders for d in h.deadlines]


def test_a_printed_plan(read: dict[str, Imported]) -> None:
    one = read["plan"]
    assert one.notice.document_number == "某府〔2023〕15号"
    assert one.notice.issuers == ("某市人民政府",)
    assert one.notice.contacts[0].phone == "0760-88881234"
    (attachment,) = one.notice.attachments
    assert attachment.listed
    assert attachment.document is not None
    assert [(label, str(a.role), a.units) for label, a in said(attachment.document)] == [
        ("1．", "lead", ("市市场监管局",)),
        ("1．", "responsible", ("市政务服务数据管理局", "市公安局", "市税务局", "人民银行某市支行")),
        ("2．", "lead", ("市市场监管局",)),
        ("2．", "support", ("各镇街",)),
        ("3．", "responsible", ("市工业和信息化局", "市商务局", "各镇街")),
        ("（1）", "unspecified", ("市税务局",)),
        ("（2）", "responsible", ("市税务局",)),
        ("（一）", "responsible", ("市发展改革局",)),
        ("（二）", "responsible", ("市财政局", "市税务局")),
    ]
    assert attachment.document.numbering.continuous == (3,)


def test_a_table_of_cells_line_by_line(read: dict[str, Imported]) -> None:
    one = read["table"]
    assert one.tasks is not None
    assert [[(str(a.role), a.units) for a in task.assignments] for task in one.tasks.tasks] == [
        [("lead", ("区住房建设局",)), ("responsible", ("区财政局", "区城管局", "各街道"))],
        [("lead", ("区民政局",)), ("responsible", ("区卫生健康局", "各街道"))],
        [
            ("lead", ("市生态环境局某分局",)),
            ("responsible", ("区城管局", "区住房建设局", "区交警大队", "各街道")),
        ],
    ]
    assert [[d.date for d in task.deadlines] for task in one.tasks.tasks] == [
        [datetime.date(2023, 11, 30)],
        [datetime.date(2023, 12, 31)],
        [None],
    ]
    assert one.notice.printed_on == datetime.date(2023, 3, 1)
    assert one.notice.copies_printed == "区委办、区人大办、区政协办，区法院、检察院"
    assert one.ledger.faults == ["the date is printed “二〇二三年三月一日”."]


def test_a_letter_from_the_web(read: dict[str, Imported]) -> None:
    one = read["letter"]
    assert str(one.notice.kind) == "函"
    assert one.notice.publication is not None
    assert one.notice.publication.published == datetime.date(2024, 3, 8)
    assert one.notice.basis[0].short == "条例"
    assert one.notice.closing == ("专此函达。",)
    found, due = numbers(one.notice)
    assert [(t.quantity, str(t.comparator), t.value, t.unit) for t in found] == [
        ("建成区域养老服务中心", "at_least", 1, "家"),
        ("护理型床位占比", "at_least", 55, "%"),
        ("培训养老护理员", "at_least", 1, "万人次"),
        ("省级培训", "at_least", 2000, "人次"),
    ]
    assert [(r.name, r.to, r.deadline.date) for r in one.notice.reports] == [
        ("半年工作总结", "某省民政厅", datetime.date(2024, 6, 30)),
        ("年度工作总结", "某省民政厅", datetime.date(2024, 12, 10)),
    ]
    assert [d.date for d in due][:1] == [datetime.date(2024, 9, 30)]
    assert [left.text for left in one.ledger.left_out] == ["来源：某省民政厅 附件下载"]


@pytest.mark.parametrize("name", NAMES)
def test_all_has_its_place_and_comes_back(name: str, read: dict[str, Imported], tmp_path: Path) -> None:
    one = read[name]
    assert is_whole(one), [*report(one)][-5:]
    plan(one, tmp_path / "policy" / name, f"{name}.txt")
    again = understand(lines(text_of(policy_of(one))))
    without = {
        "publication": None,
        "copies_to": (),
        "copies_printed": None,
        "printed_by": None,
        "printed_on": None,
    }
    assert again.notice.model_copy(update=without) == one.notice.model_copy(update=without)
    assert again.tasks == one.tasks


def test_time_grows_with_the_table(read: dict[str, Imported]) -> None:
    text = (HERE / "table.txt").read_text(encoding="utf8")
    head, _number, rows = text.partition("\n1\n")
    cells = ("\n" + _number.strip() + "\n" + rows).strip().split("\n")

    def seconds(count: int) -> float:
        many = [[str(n + 1), f"{cells[1]}{n}", *cells[2:6]] for n in range(count)]
        scan = lines(head + "\n" + "\n".join("\n".join(row) for row in many))
        start = time.perf_counter()
        one = understand(scan)
        assert one.tasks is not None
        assert len(one.tasks.tasks) == count
        return time.perf_counter() - start

    seconds(20)
    assert seconds(800) < 8 * seconds(200) + 0.2
