"""Who issues a paper, read from its head and its end: one by one, however they stand beside or below each other."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.report import is_whole
from hongtou.importer.understand import Imported, understand
from hongtou.model.base import paragraphs
from tests.importer.scans import lines

CASES = YAML(typ="safe").load((Path(__file__).parent / "issuers.yaml").read_text("utf8"))
UNDER = YAML(typ="safe").load((Path(__file__).parent / "under_title.yaml").read_text("utf8"))
TEXT = ["各县教育局：", "现将有关事项通知如下。", "一、明确任务", "发放助学金。（市教育局负责）"]


def read(case: dict[str, Any]) -> Imported:
    return understand(lines("\n".join([*case["above"], *TEXT, *case["below"]])))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_who_issues_it(case: dict[str, Any]) -> None:
    one = read(case)
    notice = one.notice
    assert list(notice.issuers) == case["issuers"]
    assert notice.title == case.get("title", notice.title)
    assert notice.letterhead == case.get("letterhead")
    assert list(notice.signature.names) == case.get("signature", [])
    assert notice.document_number == case.get("number", notice.document_number)
    assert list(notice.signers) == case.get("signers", [])
    assert [section.heading for section in notice.sections] == ["明确任务"]
    assert is_whole(one) == ("open" not in case)
    assert case.get("open", "") in "".join(one.ledger.doubts)
    assert one.register.issuer == case["issuers"][0]


def test_a_date_under_the_title_is_told() -> None:
    text = "某区人民政府关于做好助学工作的意见\n（2024年2月20日）\n现提出如下意见。\n一、发放助学金。\n二、抓好落实。"
    one = understand(lines(text))
    assert one.notice.date is None
    assert any("2024年2月20日" in doubt for doubt in one.ledger.doubts)


def test_the_word_attachment_above_a_table_alone_is_no_title() -> None:
    one = understand(
        lines(
            "附件1\n2024年任务分工表\n序号\t任务\t责任单位\n1\t新建养老院\t县民政局\n2\t发放助学金\t县教育局"
        ),
        None,
        "某县人民政府",
    )
    assert one.notice.title == "2024年任务分工表"


@pytest.mark.parametrize(
    ("title", "number"),
    [
        ("某市自然资源局公告", "2024年第3号"),
        ("某市人民政府令", "第12号"),
        ("某县人民政府关于禁渔的通告", "第5号"),
    ],
)
def test_orders_are_numbered_without_a_word_for_the_office(title: str, number: str) -> None:
    one = understand(
        lines(f"{title}\n{number}\n现将有关事项公告如下：\n一、范围。全市。\n某市人民政府\n2024年5月20日")
    )
    assert (one.notice.title, one.notice.document_number) == (title, number)
    assert not [*one.ledger.unplaced()]


def test_a_number_in_brackets_behind_the_title_is_the_papers() -> None:
    one = understand(
        lines(
            "石城县教育局关于做好入学工作的通知（石教〔2024〕7号）\n各学校：\n现通知如下。\n一、招生。按片区招生。（县教育局负责）\n石城县教育局\n2024年5月20日"
        )
    )
    assert (one.notice.title, one.notice.document_number) == (
        "石城县教育局关于做好入学工作的通知",
        "石教〔2024〕7号",
    )
    assert not [*one.ledger.unplaced()]
    assert any("“县教育局” may be “石城县教育局”" in guess for guess in one.ledger.guesses)


@pytest.mark.parametrize("title", ["关于加快发展养老服务的实施意见", "某市养老服务若干政策"])
@pytest.mark.parametrize("case", UNDER, ids=lambda case: "".join(case["below"]))
def test_who_signs_a_printed_paper_under_its_title(case: dict[str, Any], title: str) -> None:
    head = f"某市人民政府办公室关于转发《{title}》的通知\n各县人民政府：\n现转发给你们，请认真执行。\n某市人民政府办公室\n2024年3月15日\n"
    text = "为加快发展，提出如下意见。\n一、扩大供给。（市民政局负责）\n二、抓好落实。"
    one = understand(lines("\n".join([head + title, *case["below"], text, *case.get("end", ())])))
    (attachment,) = one.notice.attachments
    inner = attachment.document
    assert inner is not None
    assert inner.title == title
    assert [*inner.issuers] == case["issuers"]
    assert inner.date == case.get("date")
    assert [*paragraphs(inner.preamble)] == [*case.get("text", ()), "为加快发展，提出如下意见。"]
    assert not [*one.ledger.unplaced()]


@pytest.mark.parametrize("mark", ["《{}》", "{}"])
def test_the_title_of_a_printed_paper_ends_where_the_cover_says(mark: str) -> None:
    title = "某市养老服务三年行动方案（2024—2026年）"
    head = f"某市人民政府办公室关于印发{mark.format(title)}的通知\n各县人民政府：\n请认真执行。\n某市人民政府办公室\n2024年3月15日\n"
    one = understand(
        lines(f"{head}某市养老服务三年行动方案\n（2024—2026年）\n一、扩大供给。\n二、抓好落实。")
    )
    (attachment,) = one.notice.attachments
    assert attachment.title == title
    assert attachment.document is not None
    assert not attachment.document.preamble


@pytest.mark.parametrize("between", [" ", "", "（", "\n（", "\u3000\u3000"])
def test_a_number_behind_the_title_is_the_papers(between: str) -> None:
    number = "石教〔2024〕7号" + "）" * between.endswith("（")
    one = understand(
        lines(
            f"石城县教育局关于做好入学工作的通知{between}{number}\n各学校：\n现通知如下。\n一、招生。按片区招生。\n石城县教育局\n2024年5月20日"
        )
    )
    assert one.notice.title == "石城县教育局关于做好入学工作的通知"
    assert one.notice.document_number == "石教〔2024〕7号"
    assert is_whole(one)


def test_the_years_of_a_plan_are_of_its_title() -> None:
    head = "某市人民政府办公室关于印发《某市养老服务行动方案》的通知\n各县人民政府：\n请认真执行。\n某市人民政府办公室\n2024年3月15日\n"
    one = understand(lines(f"{head}某市养老服务行动方案\n（2024—2026年）\n一、扩大供给。\n二、抓好落实。"))
    assert one.notice.attachments[0].title == "某市养老服务行动方案（2024—2026年）"


@pytest.mark.parametrize("mark", ["附件{}：", "附件{}. ", "附件 {}、"])
def test_a_list_of_attachments_that_says_the_word_on_each_line(mark: str) -> None:
    named = "\n".join(mark.format(n) + title for n, title in enumerate(["项目计划表", "绩效目标表"], 1))
    text = f"某县教育局关于下达计划的通知\n各学校：\n现通知如下。\n一、安排。\n二、严格执行制度。\n{named}\n某县教育局\n2024年3月1日\n"
    one = understand(lines(f"{text}附件1\n项目计划表\n一、工程。\n附件2\n绩效目标表\n一、效益。"))
    assert [(a.title, a.listed) for a in one.notice.attachments] == [
        ("项目计划表", True),
        ("绩效目标表", True),
    ]
    assert [section.heading or section.text for section in one.notice.sections][-1] == ("严格执行制度。",)
    assert is_whole(one)
