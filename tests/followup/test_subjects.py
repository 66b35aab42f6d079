"""What reminders, reports and summaries call the policy: by the words of its own title, whatever the letters are about."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from hongtou.documents.wording import matter, short
from hongtou.followup.papers import FollowUps
from hongtou.model.notice import Notice
from hongtou.papers import Papers
from hongtou.tracking.book import Book

ISSUERS = ("某市人民政府", "某市人民政府办公室")
CASES = {
    "某市人民政府办公室关于印发某市贯彻落实某省行动方案（2022-2024年）的通知": "某市贯彻落实某省行动方案（2022-2024年）",
    "某市人民政府办公室关于印发《某市停车管理办法》的通知": "《某市停车管理办法》",
    "某市人民政府关于印发某市防汛预案和抗旱预案的通知": "某市防汛预案和抗旱预案",
    "某市人民政府办公室关于做好冬春季传染病防控工作的通知": "冬春季传染病防控工作",
    "关于加强冬季消防安全工作的紧急通知": "加强冬季消防安全工作",
    "某市人民政府办公室关于转发市财政局《关于加强资金管理的意见》的通知": "市财政局《关于加强资金管理的意见》",
    "某市人民政府办公室转发市财政局关于加强资金管理意见的通知": "市财政局关于加强资金管理意见",
    "某市人民政府关于2026年政务公开工作的通知": "2026年政务公开工作",
    "某市人民政府关于做好当前促进就业工作的若干意见": "当前促进就业工作",
    "某市人民政府关于加快发展养老服务的实施意见": "加快发展养老服务",
}


def notice_of(title: str, given: Notice) -> Notice:
    kind = "意见" if title.endswith("意见") else "通知"
    return given.model_copy(update={"title": title, "issuers": ISSUERS[1:], "kind": kind})


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("关于做好就业工作的通知", "《通知》"),
        ("某县乡镇河长制工作考核细则（试行）", "《细则》"),
        ("某市停车管理办法", "《办法》"),
        ("某市来信", "《通知》"),
    ],
)
def test_its_short_name(title: str, says: str, papers: Papers) -> None:
    assert short(notice_of(title, papers.policy.notice)) == says


@pytest.mark.parametrize(("title", "says"), CASES.items())
def test_the_words_of_its_own_title(title: str, says: str, papers: Papers) -> None:
    assert matter(notice_of(title, papers.policy.notice), ISSUERS) == says


def test_every_paper_names_it_so(papers: Papers, tmp_path: Path) -> None:
    """The sample's letters are about the province's plan; what is owed, reported and summed up is the city's."""
    given = FollowUps(papers, Book.open(tmp_path / "none.yaml"), datetime.date(2024, 1, 10))
    name = "中山市贯彻落实广东省促进残疾人就业三年行动方案（2022-2024年）"
    report = papers.policy.notice.reports[0]
    titles = (
        given._reminders.reminder("市财政局").title,
        given._reports.report(report, "市财政局").title,
        given._summaries.summary("市残联").title,
    )
    assert [title for title in titles if name not in title] == []
