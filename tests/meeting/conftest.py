"""Books of progress for meetings: filled at random, or by hand."""

from __future__ import annotations

import datetime
import random
from collections.abc import Mapping, Sequence

import pytest

from hongtou.documents.meeting import Call
from hongtou.meeting import MeetingPapers
from hongtou.model.policy import Policy
from hongtou.model.progress import Answer, State, UnitProgress
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import HEAD, Book
from hongtou.tracking.standing import Standings
from hongtou.workspace import Workspace
from tests.conftest import ROOT

DAY = datetime.date(2024, 1, 1)
CALL = Call(datetime.date(2024, 1, 10), "9:30", "市政府第一会议室", "3")
PROBLEMS = (
    "专项资金尚未下达，培训场地不足。",
    "无。",
    "部分企业反映岗位适配困难，安置残疾人就业的积极性不高。\n1.经费缺口约30万元；\n2.平台数据接口未开放",
    "数据共享不畅,需要协调(含历年数据),2024年03月05日已函〔2024]1号",
    "{{ title }}{% if x %} <b>&amp;</b>\u200b反转\t]]> \U0001f6a7",
    "一、长" * 500,
    "https://example.org/" + "a" * 300,
)
NEXT = ("下月完成资金申请。", "继续推进。", "无", "与市残联对接,3月底前完成摸底")


def filled(requirements: Requirements, seed: int, problems: Sequence[str] = PROBLEMS) -> Book:
    """Return a book in which most units answered most lines, some with problems, next steps, or to other words."""
    rng = random.Random(seed)
    book = Book(HEAD, "progress.yaml")
    for unit in requirements.units:
        if rng.random() < 0.2:
            continue
        tasks: dict[str, dict[str, Answer]] = {}
        for asked, _role in requirements.of(unit):
            if rng.random() < 0.8:
                tasks.setdefault(asked.task, {})[asked.line.id] = Answer(
                    state=rng.choice([*State, None]),
                    asked=rng.choice([asked.hash] * 30 + ["q-00000000", None]),
                    problem=rng.choice(problems) if rng.random() < 0.1 else None,
                    next=rng.choice(NEXT) if rng.random() < 0.1 else None,
                )
        book.put(unit, UnitProgress(tasks=tasks))
    return book


def meeting_of(
    papers: Papers, book: Book | None = None, call: Call = CALL, day: datetime.date = DAY
) -> MeetingPapers:
    """Return the papers of a meeting about ``book``, an empty one by default."""
    requirements = Requirements(papers.policy, papers.portfolio)
    return MeetingPapers(papers, Standings(requirements, book or Book(HEAD, "x"), day), call)


def requirements_of(papers: Papers) -> Requirements:
    """Return what the policy of ``papers`` asks."""
    return Requirements(papers.policy, papers.portfolio)


def answered(unit: str, lines: Mapping[tuple[str, str], Answer]) -> Book:
    """Return a book in which ``unit`` alone answered ``lines``."""
    tasks: dict[str, dict[str, Answer]] = {}
    for (task, line), answer in lines.items():
        tasks.setdefault(task, {})[line] = answer
    book = Book(HEAD, "x")
    book.put(unit, UnitProgress(tasks=tasks))
    return book


@pytest.fixture(scope="session")
def sample() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="session")
def papers(sample: Policy) -> Papers:
    return Papers(Workspace(ROOT), sample)
