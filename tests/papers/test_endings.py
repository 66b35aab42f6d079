"""No page bears name and date without a line of text, whatever the length of the text (clause 7.3.5.5)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hongtou.notice import render_notice
from hongtou.package import Package
from hongtou.workspace import Workspace
from tests.papers.shapes import paragraph, printed, recognised, shaped
from tests.papers.test_papers import faults

LENGTHS = {"general": (1, 3, 4, 5, 6, 7, 8, 9), "letter": (6, 7, 8, 10, 12, 13, 14, 15)}
COPIES = {"copies_to": ["各镇街"], "printed_by": "某市人民政府办公室", "printed_on": "2026-01-06"}
MODES: dict[str, dict[str, Any]] = {
    "unsealed": {"signature": {"mode": "unsealed"}},
    "stamped": {"signature": {"mode": "stamped", "post": "市长"}},
    "marked": {"secrecy": {"level": "秘密"}, "urgency": "特急"},
}


def listed(count: int) -> list[dict[str, Any]]:
    return [{"id": f"a{i}", "title": f"某市工作方案{i}", "absent": True} for i in range(count)]


def shapes() -> dict[str, dict[str, Any]]:
    made = {
        f"{form}-{count}-{lines}": {
            "format": form,
            "attachments": listed(count),
            "preamble": [paragraph(lines)],
            **(COPIES if form == "general" and count == 1 else {}),
        }
        for form, lengths in LENGTHS.items()
        for count in (0, 1, 3)
        for lines in lengths
    }
    for form, lengths in LENGTHS.items():
        for name, keys in MODES.items():
            for lines in lengths[2:7:2]:
                made[f"{form}-{name}-{lines}"] = {"format": form, "preamble": [paragraph(lines)], **keys}
    return made


@pytest.mark.slow
@pytest.mark.render
def test_text_stands_above_every_signature(tmp_path: Path) -> None:
    shaped_papers = {name: shaped(**keys) for name, keys in shapes().items()}
    wrong = []
    for name, pdf in printed(shaped_papers, tmp_path).items():
        paper = recognised(pdf)
        date = paper.signature.date
        assert date is not None, name
        pages = [line.page for line in paper.text_lines]
        if 1 not in pages or date.page not in pages:
            wrong.append(name)
    assert wrong == []


@pytest.mark.slow
@pytest.mark.render
def test_of_many_attachments_the_last_two_stand_with_the_signature(tmp_path: Path) -> None:
    papers = {
        f"{count}": shaped(format="general", preamble=[paragraph(3)], attachments=listed(count))
        for count in (8, 11)
    }
    for pdf in printed(papers, tmp_path).values():
        paper = recognised(pdf)
        pages = [line.page for line in paper.note]
        assert paper.signature.date is not None
        assert pages[0] == 1, "no white above the list"
        assert pages[-2:] == [paper.signature.date.page] * 2


@pytest.mark.slow
def test_the_open_xml_sdk_finds_nothing_where_the_foot_is_white(tmp_path: Path) -> None:
    paper = tmp_path / "paper.docx"
    policy = shaped(format="general", preamble=[paragraph(6)], signers=["某甲", "某乙", "某丙"])
    paper.write_bytes(render_notice(Workspace(tmp_path), policy))
    assert b'w:val="PageFoot"' in Package.read(paper.read_bytes(), "").parts["word/document.xml"]
    assert faults(paper) == []
