"""Policies of other shapes: no table, no date, long names, joint issuers, another sheet; their papers measure right too."""

from __future__ import annotations

import datetime
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.followup.papers import FollowUps
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.model.house import HouseRules
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.papers import Papers
from hongtou.render.office import to_pdfs
from hongtou.tracking.book import HEAD, Book
from hongtou.workspace import Workspace
from tests.conftest import UNITS, swept
from tests.followup.books import random_book
from tests.papers.shapes import paragraph, shaped
from tests.papers.test_papers import faults

DAY = datetime.date(2026, 12, 20)
REPORT = {
    "id": "final",
    "name": "工作总结",
    "to": "市人力资源社会保障局",
    "deadline": {"kind": "date", "date": "2026-12-15", "printed": "2026年12月15日前"},
}
DEADLINE = {"kind": "date", "date": "2026-06-30", "printed": "2026年6月30日前"}
SECTION = {
    "id": "first",
    "heading": "明确任务",
    "text": ["于2026年6月30日前完成普查。", "现有做法如下："],
    "assignments": [{"units": ["市财政局", "东镇"]}],
    "deadlines": [DEADLINE],
}
LONG_UNIT = "某市人民政府农村工作领导小组办公室乡村建设评价与数字化治理促进中心"
MANY = {
    "schema": 1,
    "columns": [{"holds": "text", "header": "要求"}],
    "tasks": [
        {
            "id": f"t{n}",
            "name": f"第{n}项" if n % 2 else None,
            "text": [f"第{n}项要求" + "认真落实" * n + "。"],
            "assignments": [{"units": ["市财政局", "东镇"]}],
            "deadlines": [DEADLINE] if n % 3 else [],
        }
        for n in range(1, 30)
    ],
}


def policy(**keys: Any) -> Policy:
    return shaped(
        **{"reports": [REPORT], "sections": [SECTION], "preamble": [paragraph(2)], **keys},
    )


def register(**changes: Any) -> Register:
    data = YAML(typ="safe").load(UNITS)
    data["units"][1] |= changes
    return Register.model_validate(data)


SHAPES: dict[str, Policy] = {
    "text": policy(),
    "bare": policy(date=None, document_number=None, title="关于工作的通知", reports=[]),
    "long-name": replace(policy(), register=register(full_name=LONG_UNIT)),
    "joint": policy(issuers=["某市人民政府办公室", "市民政局"]),
    "to-issuer": policy(reports=[{**REPORT, "to": "某市人民政府办公室"}]),
    "many": policy(
        tasks=MANY, sections=[], attachments=[{"id": "table", "title": "任务分解表", "tasks": True}]
    ),
    "secret": policy(secrecy={"level": "秘密", "period": "1年"}, urgency="加急"),
    "glyph": policy(settings={"margins": "glyph"}),
    "told": replace(policy(), rules=HouseRules.model_validate({"letters": {"kinds": {"other": "通知"}}})),
    "post": policy(signature={"mode": "stamped", "post": "主任"}),
    "unsealed": policy(signature={"mode": "unsealed"}),
}


def made(shape: Policy, folder: Path) -> dict[str, bytes]:
    papers = Papers(Workspace(folder), shape)
    some = FollowUps(papers, random_book(papers, 3), DAY)
    none = FollowUps(papers, Book(HEAD, ""), DAY, DAY, DAY)
    found = {"plan": papers.plan("市财政局"), "reminder": none.reminder("市财政局")}
    for report in shape.notice.reports:
        found |= {"report": some.report(report, "市财政局"), "report-empty": none.report(report, "东镇")}
    for output in some.summary_outputs(folder):
        found["summary"] = output.made()
    return found


@pytest.mark.render
@pytest.mark.parametrize("name", swept(SHAPES, ()))
def test_the_papers_measure_right(name: str, tmp_path: Path) -> None:
    paths = []
    for kind, data in made(SHAPES[name], tmp_path).items():
        paths.append(tmp_path / f"{kind}.docx")
        paths[-1].write_bytes(data)
    wrong = {
        conversion.pdf.stem: found
        for conversion in to_pdfs(paths, tmp_path / "pdf")
        if (found := [r.sentence for r in measure(conversion.pdf).rows if r.verdict is Verdict.FAIL])
    }
    assert wrong == {}


@pytest.mark.parametrize("name", swept(SHAPES, ()))
def test_the_open_xml_sdk_finds_nothing(name: str, tmp_path: Path) -> None:
    for kind, data in made(SHAPES[name], tmp_path).items():
        (tmp_path / f"{kind}.docx").write_bytes(data)
        assert faults(tmp_path / f"{kind}.docx") == [], kind


def test_a_duty_that_asks_for_nothing_has_no_line(tmp_path: Path) -> None:
    """Where every sentence is background, the report has no table, and is a paper."""
    section = {**SECTION, "text": ["现有做法如下："], "deadlines": []}
    data = made(replace(policy(sections=[section])), tmp_path)
    assert data["report"].startswith(b"PK")
    (tmp_path / "report.docx").write_bytes(data["report"])
    assert faults(tmp_path / "report.docx") == []
