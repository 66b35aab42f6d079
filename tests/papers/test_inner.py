"""A paper inside an attachment is printed whole, its own attachments after it, or the source says what is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hongtou.measure.lines import Line
from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from hongtou.model.policy import Policy
from hongtou.notice import render_notice
from hongtou.workspace import Workspace
from tests.papers.shapes import paragraph, printed, recognised, shaped
from tests.papers.test_papers import faults

GRID = {"rows": [["甲", "乙"], ["丙", "丁"]]}
INNER: dict[str, Any] = {
    "title": "某省关于做好工作的通知",
    "document_number": "某省办〔2025〕99号",
    "recipients": ["各镇街"],
    "issuers": ["某市人民政府办公室"],
    "preamble": [paragraph(3), paragraph(2)],
    "date": "2025-12-01",
    "note": "此件内附注",
    "attachments": [
        {"id": "wide", "title": "内附表", "grid": GRID, "orientation": "landscape"},
        {"id": "plan", "title": "内附方案", "document": {"title": "内附方案", "preamble": [paragraph(2)]}},
    ],
}


def forwarding(mode: str) -> Policy:
    inner = {"id": "inner", "title": INNER["title"], "document": {**INNER, "signature": {"mode": mode}}}
    last = {"id": "last", "title": "联系表", "grid": GRID}
    gone = {"id": "gone", "title": "略", "absent": True}
    return shaped(format="letter", preamble=[paragraph(2)], attachments=[inner, last, gone][:2])


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    papers = {mode: forwarding(mode) for mode in ("sealed", "unsealed")}
    return printed(papers, tmp_path_factory.mktemp("inner"))


def signed(pdf: Path) -> tuple[Line, Line, Line]:
    """Return the line above the inner name, the name, and the date under it."""
    lines = recognised(pdf).attachments[0].rest
    at = next(i for i, line in enumerate(lines) if line.text == "2025年12月1日")
    return lines[at - 2], lines[at - 1], lines[at]


@pytest.mark.slow
@pytest.mark.render
@pytest.mark.parametrize("mode", ["sealed", "unsealed"])
def test_it_measures_right_with_its_attachments_after_it(mode: str, pages: dict[str, Path]) -> None:
    paper = recognised(pages[mode])
    found = [(one.label.text, "".join(line.text for line in one.title)) for one in paper.attachments]
    titles = [("附件1", INNER["title"]), ("附件1", "内附表"), ("附件2", "内附方案"), ("附件2", "联系表")]
    assert found == titles
    assert [row.sentence for row in measure(pages[mode]).rows if row.verdict is Verdict.FAIL] == []
    assert "（此件内附注）" in [line.text for line in paper.attachments[0].rest]


@pytest.mark.slow
@pytest.mark.render
def test_the_inner_name_stands_as_it_is_signed(pages: dict[str, Path]) -> None:
    above, name, date = signed(pages["sealed"])
    assert name.box.centre == pytest.approx(date.box.centre, abs=0.8)
    assert date.box.x1 == pytest.approx(161.7, abs=0.8)
    assert name.baseline - above.baseline > 20
    _above, name, date = signed(pages["unsealed"])
    assert name.box.x1 == pytest.approx(172.9, abs=0.8)
    assert date.box.x0 - name.box.x0 == pytest.approx(11.1, abs=0.8)


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    paper.write_bytes(render_notice(Workspace(tmp_path), forwarding("sealed")))
    assert faults(paper) == []
