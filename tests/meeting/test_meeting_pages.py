"""The papers of a meeting as pages: each measures right and is a valid package, whatever units wrote."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from hongtou.documents.meeting import Call
from hongtou.measure.elements import Kind, recognise
from hongtou.measure.pdf import read_pdf
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.meeting import MeetingPapers
from hongtou.model.policy import Policy
from hongtou.model.progress import Answer, State
from hongtou.papers import Papers
from hongtou.render.office import to_pdfs
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.meeting.conftest import CALL, answered, filled, meeting_of, requirements_of
from tests.papers.conftest import GENERAL, changed
from tests.papers.shapes import shaped
from tests.papers.test_papers import faults

TEXT_ONLY: Mapping[str, Any] = {
    "title": "某市人民政府办公室关于做好2026年度安全生产、防灾减灾救灾和应急管理重点工作的通知",
    "preamble": ["现就有关工作通知如下："],
    "sections": [
        {
            "id": f"s{number}",
            "heading": f"落实第{number}批事项",
            "text": ["要加强统筹协调，定期召开联席会议，压实各方责任。"],
            "assignments": [
                {"role": "lead", "units": ["市财政局"]},
                {"role": "responsible", "units": ["市民政局", "各镇街"]},
            ],
        }
        for number in range(1, 31)
    ],
}
NAMES = ("blank", "full", "copies", "text", "long", "nothing", "tiny")
KINDS = {"agenda": Kind.PLAIN, "sign-in": Kind.PLAIN, "minutes": Kind.MINUTES}


def made(name: str, sample: Policy) -> MeetingPapers:
    """Return the papers of a meeting of the shape ``name``."""
    policies = {"copies": changed(sample, GENERAL), "text": shaped(**TEXT_ONLY), "tiny": shaped(**TINY)}
    papers = Papers(Workspace(ROOT), policies.get(name, sample))
    requirements = requirements_of(papers)
    lines = [asked for asked, _role in requirements.of(requirements.units[0])]
    done = {a.key: Answer(state=State.DONE) for a in requirements.all.values()}
    match name:
        case "full" | "copies" | "text":
            return meeting_of(papers, filled(requirements, len(name)))
        case "long":
            said = Answer(state=State.DOING, problem="经费不足，" * 5000, next="争取支持。\n" * 300)
            return meeting_of(papers, answered(requirements.units[0], {lines[0].key: said}))
        case "nothing":
            return meeting_of(papers, answered("市残联", done), Call(time="15:00"), datetime.date(2023, 3, 8))
        case _:
            return meeting_of(papers, call=CALL if name == "tiny" else Call())


TINY: Mapping[str, Any] = {
    "title": "关于放假的通知",
    "sections": [{"id": "s", "text": ["做好值班。"], "assignments": [{"units": ["市财政局"]}]}],
}


@pytest.fixture(scope="module")
def written(sample: Policy, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("meeting")
    found = {}
    for name in NAMES:
        papers = made(name, sample)
        for kind, data in (
            ("agenda", papers.agenda()),
            ("sign-in", papers.sign_in()),
            ("minutes", papers.minutes()),
        ):
            found[f"{name}-{kind}"] = folder / f"{name}-{kind}.docx"
            found[f"{name}-{kind}"].write_bytes(data)
    return found


def _of(names: tuple[str, ...]) -> list[str]:
    return [f"{name}-{kind}" for name in names for kind in KINDS]


@pytest.mark.render
@pytest.mark.slow
@pytest.mark.parametrize("names", [NAMES], ids=["all"])
def test_every_paper_measures_right(names: tuple[str, ...], written: dict[str, Path]) -> None:
    paths = [written[one] for one in _of(names)]
    wrong = {}
    for path, conversion in zip(paths, to_pdfs(paths, paths[0].parent / "pdf"), strict=True):
        report = measure(conversion.pdf)
        assert sum(row.verdict is Verdict.PASS for row in report.rows) >= 13, path.stem
        assert recognise(read_pdf(conversion.pdf)).kind is KINDS[path.stem.partition("-")[2]]
        if report.failed:
            wrong[path.stem] = [row.sentence for row in report.failed]
        if path.stem.endswith("minutes"):
            assert report.row(76).verdict is Verdict.PASS
            assert report.row(77).verdict is Verdict.PASS
            assert report.row(59).verdict is Verdict.PASS, (
                "印发机关 and the blank date are the last line of the 版记"
            )
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", _of(NAMES))
def test_the_open_xml_sdk_finds_nothing(name: str, written: dict[str, Path]) -> None:
    assert faults(written[name]) == []


def test_the_same_input_gives_the_same_bytes(sample: Policy, written: dict[str, Path]) -> None:
    again = made("full", sample)
    assert again.agenda() == written["full-agenda"].read_bytes()
    assert again.sign_in() == written["full-sign-in"].read_bytes()
    assert again.minutes() == written["full-minutes"].read_bytes()
