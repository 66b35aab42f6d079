"""The bound volume: all letters in one file, each beginning on an odd page with its own page numbers."""

from __future__ import annotations

import io
from pathlib import Path

from docx import Document
from docx.enum.section import WD_SECTION

from hongtou.papers import Papers

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def test_every_letter_stands_in_it_as_it_is(papers: Papers, letters: dict[str, Path]) -> None:
    units = ("市财政局", "市残联", "小榄镇")
    volume = Document(io.BytesIO(papers.volume(units)))
    alone = [Document(str(letters[unit])) for unit in units]
    bound = [p.text for p in volume.paragraphs if p.text]
    assert bound == [p.text for document in alone for p in document.paragraphs if p.text]
    assert len(volume.tables) == sum(len(document.tables) for document in alone)


def test_each_begins_on_an_odd_page_and_counts_from_one(papers: Papers) -> None:
    volume = Document(io.BytesIO(papers.volume(("市财政局", "市妇联", "小榄镇"))))
    starts = [section._sectPr.find(f"{W}pgNumType") for section in volume.sections]
    assert len(starts) == 6
    assert [start is not None for start in starts] == [True, False] * 3
    assert all(start.get(f"{W}start") == "1" for start in starts if start is not None)
    assert [section.start_type for section in volume.sections][::2] == [WD_SECTION.ODD_PAGE] * 3


def test_one_letter_is_a_volume_too(papers: Papers) -> None:
    volume = Document(io.BytesIO(papers.volume(("市妇联",))))
    assert "市妇联：" in [p.text for p in volume.paragraphs]
