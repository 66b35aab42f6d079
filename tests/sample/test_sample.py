"""The sample policy is the notice 中府办函〔2023〕19号, whole, character by character."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from docx import Document
from lxml import etree

from hongtou.model.policy import Policy
from hongtou.notice import render_notice
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT

SOURCE = Path(__file__).parent / "source.txt"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def folded(text: str) -> str:
    """Fold width and drop blanks: what the web has done to the text."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def source_text() -> str:
    """Return the notice without the web page's lines: its title stands above the number there."""
    lines = [line.strip() for line in SOURCE.read_text(encoding="utf8").splitlines() if line.strip()]
    title = next(i for i, line in enumerate(lines) if line.startswith("中山市人民政府办公室关于"))
    number = lines[title + 1].removeprefix("文号:")
    body = lines[title + 3 :]
    label = next(i for i, line in enumerate(body) if line == "2023年3月7日") + 1
    return folded("".join([number, lines[title], *body[:label], "附件", *body[label:]]))


@pytest.fixture(scope="module")
def policy() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="module")
def paper(policy: Policy) -> bytes:
    return render_notice(Workspace(ROOT), policy)


def paper_text(paper: bytes) -> str:
    """Return every text of the body of the paper, in order, without the 标志."""
    root = Document(io.BytesIO(paper)).element
    styles = {
        p: p.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for p in root.iter(f"{W}p")
        if p.find(f"{W}pPr/{W}pStyle") is not None
    }
    return folded(
        "".join(
            "".join(t.text or "" for t in p.iter(f"{W}t")) for p in styles if styles[p] != "LetterheadLetter"
        )
    )


def test_the_paper_has_the_text_of_the_notice(paper: bytes) -> None:
    assert paper_text(paper) == source_text()


def test_counts(policy: Policy) -> None:
    notice, tasks = policy.notice, policy.tasks
    assert tasks is not None
    assert len(tasks.tasks) == 15
    assert [len(section.measures) for section in notice.sections] == [0, 3, 0]
    assert [len(measure.items) for measure in notice.sections[1].measures] == [0, 6, 5]
    named = {name for task in tasks.tasks for a in task.assignments for name in a.units}
    assert len(named - {"各镇街"}) == 24
    assert len(policy.register.expand("各镇街")) == 25


def test_every_task_carries_out_a_measure_and_nobody_leads(policy: Policy) -> None:
    assert policy.tasks is not None
    assert all(task.measure for task in policy.tasks.tasks)
    assert {a.role for task in policy.tasks.tasks for a in task.assignments} == {"responsible"}


def test_a_real_inconsistency_stays_as_printed(paper: bytes) -> None:
    text = paper_text(paper)
    assert "编制50人(含)以上的地市级机关" in text, "the body"
    assert "编制50人(含)以上的市级机关" in text, "the table"


def test_punctuation_is_full_width(policy: Policy) -> None:
    root = etree.tostring(
        Document(io.BytesIO(render_notice(Workspace(ROOT), policy))).element, encoding="unicode"
    )
    text = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", root))
    assert not re.search(r"[\u4e00-\u9fff][,;:()]|[,;:()][\u4e00-\u9fff]", text)
