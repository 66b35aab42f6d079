"""The amending sentences: where, from what, to what, so that a reader of the old paper can follow them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from hongtou.diff.as_data import plain
from hongtou.diff.compare import compare
from hongtou.diff.forms.amend import amending
from hongtou.diff.forms.clauses import alone, before, quoted
from hongtou.diff.text import hunks
from tests.conftest import examples
from tests.diff.edits import Data, edited, policy_of
from tests.diff.test_compare import V1

Edit = Callable[[Data], object]


def row(data: Data, number: int) -> Data:
    found: Data = data["tasks"]["tasks"][number - 1]
    return found


def sections(data: Data) -> list[Data]:
    found: list[Data] = data["notice"]["sections"]
    return found


def said(edit: Edit) -> list[str]:
    data = plain(V1)
    edit(data)
    diff = compare(V1, policy_of(data))
    return [re.sub(r"^[一二三四五六七八九十]+、", "", line) for line in amending(diff, diff.changes)[1:]]


def item(data: Data) -> Data:
    found: Data = sections(data)[1]["measures"][1]["items"][2]
    return found


CASES: list[tuple[str, Edit, list[str]]] = [
    (
        "a sentence behind another",
        lambda d: row(d, 2)["text"].insert(1, "国有企业每年接收残疾人见习不少于5人。"),
        ["在任务分解表第2项“国有企业应当将按比例安排残疾人就业情况纳入企业社会责任报告。”后增加“国有企业每年接收残疾人见习不少于5人。”"],
    ),
    (
        "a sentence in front",
        lambda d: row(d, 2)["text"].insert(0, "国有企业每年接收残疾人见习不少于5人。"),
        ["在任务分解表第2项开头增加“国有企业每年接收残疾人见习不少于5人。”"],
    ),
    (
        "a unit behind another",
        lambda d: row(d, 2)["assignments"][0]["units"].insert(3, "市妇联"),
        ["在任务分解表第2项责任单位“市残联”后增加“市妇联”。"],
    ),
    (
        "a unit in front",
        lambda d: row(d, 2)["assignments"][0]["units"].insert(0, "市妇联"),
        ["在任务分解表第2项责任单位首位增加“市妇联”。"],
    ),
    (
        "quotation marks",
        lambda d: row(d, 10).update(name="实施“巧手工坊”残疾妇女就业增收服务行动。"),
        ["将任务分解表第10项名称“实施‘美丽工坊’残疾妇女就业增收服务行动”修改为“实施‘巧手工坊’残疾妇女就业增收服务行动”。"],
    ),
    ("data beside the words", lambda d: row(d, 1)["targets"][1].update(value=18), []),
    (
        "an item moved",
        lambda d: sections(d)[1]["measures"][2]["items"].append(sections(d)[1]["measures"][1]["items"].pop(0)),
        ["将正文“二、（二）一是”部分移至正文“二、（三）五是”部分后，作为修改后的正文“二、（三）六是”部分。", "有关序号按照本次修改作相应调整。"],
    ),
    (
        "a measure moved in front",
        lambda d: sections(d)[2].setdefault("measures", []).append(sections(d)[1]["measures"].pop(0)),
        ["将正文“二、（一）”部分移至正文“三、”部分的各项之前，作为修改后的正文“三、（一）”部分。", "有关序号按照本次修改作相应调整。"],
    ),
    (
        "an item is gone",
        lambda d: sections(d)[1]["measures"][1]["items"].pop(2),
        ["删去正文“二、（二）三是”部分“开发残疾人公益性岗位”。", "有关序号按照本次修改作相应调整。"],
    ),
    (
        "the table is gone",
        lambda d: (d.pop("tasks"), d["notice"].update(attachments=[])),
        ["删去附件1“{title}”。", "删去任务分解表。", "有关序号按照本次修改作相应调整。"],
    ),
    (
        "a section with measures",
        lambda d: sections(d).append(
            {"id": "more", "heading": "加强监督", "measures": [{"id": "watch", "heading": "按月督查", "text": ["每月一次。"]}]}
        ),
        ["在正文“三、”部分后增加一部分，作为修改后的正文“四、”部分：“加强监督（一）按月督查。每月一次。”", "有关序号按照本次修改作相应调整。"],
    ),
    ("the register", lambda d: d["units"]["sets"][0]["members"].pop(), []),
    (
        "a paragraph split, with a word",
        lambda d: sections(d)[0].update(text=[[s.replace("全面把握", "准确把握")] for s in sections(d)[0]["text"]]),
        ["将正文“一、”部分中的“全面把握《行动方案》提出的目标任务”修改为“准确把握《行动方案》提出的目标任务”。"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "wanted"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_sentence_says_where_and_what(edit: Edit, wanted: list[str]) -> None:
    title = V1.notice.attachments[0].title
    assert said(edit) == [line.format(title=title) for line in wanted]


def test_nothing_of_the_paper_changed() -> None:
    assert amending(compare(V1, V1), ()) == []


def test_what_stands_twice_is_told_with_what_stands_before_it() -> None:
    old, new = "加强领导，按时报送。落实责任，按时报送。", "加强领导，按时报送。落实责任，按期报送。"
    assert [h.a0 for h in hunks(old, new)] == [16]
    assert alone(old, "按时报送", 15) == "落实责任，"
    assert alone(old, "落实责任", 10) == ""
    assert before(old, 20) == "落实责任，按时报送。"


def test_quotation_marks_inside_are_single() -> None:
    assert quoted("实施“美丽‘工坊’”行动") == "“实施‘美丽“工坊”’行动”"


@pytest.mark.parametrize("seed", range(examples(40)))
def test_every_sentence_can_be_read(seed: int) -> None:
    diff = compare(V1, edited(V1, seed, 6))
    for line in amending(diff, diff.changes):
        assert line.endswith(("。", "。”", "："))
        assert "。”。" not in line
        assert "“”" not in line
        assert "“”" not in line.replace("‘’", "“”")
        assert not re.search(r"“[^”]*“", line), line
        assert not re.search(r"[a-z_]{3,}：", line)
