"""Text made clean: width, web furniture, lost line breaks, sentences; every character accounted for."""

from __future__ import annotations

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hongtou.errors import GenError
from hongtou.importer import read
from hongtou.importer.ledger import Ledger
from hongtou.importer.lines import clean
from hongtou.importer.sentences import sentences
from hongtou.importer.understand import understand
from hongtou.importer.width import widened
from tests.importer.docxs import docx, p, run
from tests.importer.scans import lines
from tests.importer.test_unit_lists import words


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("现结合实际,提出意见如下:", "现结合实际，提出意见如下："),
        ("方案(2022-2024年)的通知", "方案（2022-2024年）的通知"),
        ("（“68”小镇)", "（“68”小镇）"),
        ("电话:88879299;邮箱", "电话：88879299；邮箱"),
        ("1,000元,18:00前", "1,000元，18:00前"),
        ("见https://www.example.gov.cn/a?b=c(d)", "见https://www.example.gov.cn/a?b=c(d)"),
        ("社会资本合作(PPP)模式", "社会资本合作（PPP）模式"),
        ("f(x), g(y)", "f(x), g(y)"),
    ],
)
def test_width(text: str, wide: str) -> None:
    made, changed = widened(text)
    assert made == wide
    assert [*changed] == [n for n, (a, b) in enumerate(zip(text, made, strict=True)) if a != b]


@given(st.text(alphabet="中国,;:()（），1a \n.。", max_size=60))
def test_width_keeps_every_place_and_is_done_once(text: str) -> None:
    made, _changed = widened(text)
    assert len(made) == len(text)
    assert re.sub("[,;:()（），；：.。]", "", made) == re.sub("[,;:()（），；：.。]", "", text)


def test_sentences_end_outside_brackets_and_quotations() -> None:
    text = "一句。“引文。还有。”另一句。（甲负责。列第一位者为牵头单位，下同）最后"
    found = [part.text for part in sentences(words(text))]
    assert found == ["一句。", "“引文。还有。”另一句。", "（甲负责。列第一位者为牵头单位，下同）最后"]


def test_furniture_is_left_out_with_its_reason_and_metadata_is_kept() -> None:
    scan = lines(
        "当前位置：首页 > 文件\n标题: 某市关于工作的通知\n发布时间: 2021-03-30 15:43\n==== 正文 ====\n某市关于工作的通知\n附件下载"
    )
    ledger = Ledger(scan)
    found = clean(scan, ledger)
    assert [piece.text for piece in found.pieces] == ["某市关于工作的通知"]
    assert found.published.text("发布时间") == "2021-03-30 15:43"
    assert [one.text for one in ledger.left_out] == ["==== 正文 ====", "附件下载"]
    assert all(one.reason for one in ledger.left_out)


LETTERS = "某市人民政府办公室关于做好工作的通知\n各镇街：\n{body}\n某市人民政府办公室\n2022年3月7日"


@given(
    st.lists(
        st.text(alphabet="一二（）、。，：1.是责任单位负责市财政局各镇街年月日前2025“”《》 ", max_size=40),
        max_size=8,
    )
)
def test_every_character_is_in_the_policy_or_told(body: list[str]) -> None:
    scan = lines(LETTERS.format(body="\n".join(body)))
    try:
        one = understand(scan)
    except GenError:
        return
    placed = {
        place
        for value in one.ledger.values
        if value.span
        for place in range(value.span.start, value.span.end)
    }
    told = {place for span in one.ledger.unplaced() for place in range(span.start, span.end)}
    assert not told & placed
    assert one.notice.title == "某市人民政府办公室关于做好工作的通知"


@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(text: str) -> None:
    scan = lines(text.replace("\r", " ").replace("\x0b", " "))
    with suppress(GenError):
        understand(scan)


def test_a_footnote_is_no_paragraph_and_is_told() -> None:
    refers = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes><w:footnote w:id="2">{p("指常住人口。")}</w:footnote></w:footnotes>'
    body = (
        p("某市关于做好工作的通知")
        + p("各镇街：")
        + p(run("一、覆盖全部人口") + refers + run("。"))
        + p("二、抓好落实。")
    )
    found = understand(read.scan(docx(body, footnotes=notes), "x"), None, "某市人民政府")
    assert [section.text for section in found.notice.sections] == [("覆盖全部人口。",), ("抓好落实。",)]
    assert [one.text for one in found.ledger.left_out if one.reason == "a footnote of the paper"] == [
        "指常住人口。"
    ]
    assert found.ledger.doubts == ["a footnote has no place in the policy: “指常住人口。”"]
