"""A 标志 of any length stands out from the title and fits the frame; the count of lines knows its height."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.measure.report import Verdict
from hongtou.measure.ruler import measure
from tests.papers.shapes import paragraph, printed, recognised, shaped

MARKS = {
    "short": "某县",
    "usual": "某市人民政府办公室",
    "long": "某市全面深化改革加快建设法治政府示范创建工作领导小组办公室",
    "longest": "某市全面深化改革加快建设法治政府示范创建和数字政府建设统筹协调推进工作领导小组办公室",
}


@pytest.mark.slow
@pytest.mark.render
def test_every_length_measures_right(tmp_path: Path) -> None:
    papers = {
        f"{form}-{name}-{lines}": shaped(
            format=form, letterhead=mark + ("文件" if form == "general" else ""), preamble=[paragraph(lines)]
        )
        for form in ("general", "letter")
        for name, mark in MARKS.items()
        for lines in (4, 6, 8, 12)
    }
    for name, pdf in printed(papers, tmp_path).items():
        paper = recognised(pdf)
        assert min(line.size for line in paper.mark) > 24, name
        assert "".join(line.text for line in paper.mark).removesuffix("文件") == MARKS[name.split("-")[1]]
        assert [row.sentence for row in measure(pdf).rows if row.verdict is Verdict.FAIL] == [], name
        date = paper.signature.date
        assert date is not None
        assert date.page in {line.page for line in paper.text_lines}, name
        assert 1 in {line.page for line in paper.text_lines}, name
