"""What stands on each paper of tracking, paragraph by paragraph; ``SAYS=1 pytest`` writes it anew: read the difference."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from hongtou.documents.plan import Plans
from hongtou.documents.vocabulary import VOCABULARY
from hongtou.followup.reminder import Reminders
from hongtou.followup.summary import Summaries
from hongtou.followup.unit_report import UnitReports
from hongtou.papers import Papers
from tests.followup.books import random_book
from tests.followup.conftest import followups

GOLDEN = Path(__file__).parent / "golden"
UNITS = ("市妇联", "市财政局", "市残联")
NAMES = ("plan", "report", "summary", "reminder")


def made(papers: Papers, name: str) -> bytes:
    given = followups(papers, random_book(papers, 7, UNITS))
    if name == "plan":
        return papers.plan("市妇联")
    if name == "report":
        return given.report(papers.policy.notice.reports[0], "市妇联")
    return given.summary("市残联") if name == "summary" else given.reminder("市财政局")


def lines(data: bytes) -> Iterator[str]:
    """Yield a line per paragraph: its style, its text, controls by their tags; rows and sections are told apart."""
    body = Document(io.BytesIO(data)).element.body
    for element in body.iter(qn("w:p"), qn("w:tr"), qn("w:sectPr")):
        if element.tag == qn("w:tr"):
            yield "----"
        elif element.tag == qn("w:sectPr"):
            size = element.find(qn("w:pgSz"))
            yield f"==== {size.get(qn('w:orient')) or 'portrait'}"
        else:
            style = element.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
            yield f"{'' if style is None else style.get(qn('w:val'))}: {''.join(_pieces(element))}"


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        if child.tag == qn("w:sdt"):
            tag = child.find(f"{qn('w:sdtPr')}/{qn('w:tag')}")
            assert tag is not None
            yield f"[{tag.get(qn('w:val'))}|{''.join(_pieces(child))}]"
        elif child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in (qn("w:tab"), qn("w:br")):
            yield "\t" if child.tag == qn("w:tab") else "\\n"
        elif child.tag != qn("w:pPr"):
            yield from _pieces(child)


@pytest.mark.parametrize("name", NAMES)
def test_the_paper_says_what_it_said(name: str, papers: Papers) -> None:
    path = GOLDEN / f"{name}.txt"
    text = "\n".join(lines(made(papers, name))) + "\n"
    if os.environ.get("SAYS"):
        GOLDEN.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf8")
    assert text == path.read_text(encoding="utf8")


def test_the_vocabulary_is_what_the_papers_offer(papers: Papers) -> None:
    standings = followups(papers, random_book(papers, 7, UNITS)).standings
    report = papers.policy.notice.reports[0]
    documents = {
        "plan": Plans(papers.policy, papers.portfolio, papers.checklists).document("市妇联"),
        "report": UnitReports(standings, papers.letters).report(report, "市妇联"),
        "summary": Summaries(standings, papers.letters).summary("市残联"),
        "reminder": Reminders(standings, papers.letters).reminder("市财政局"),
    }
    for name, document in documents.items():
        assert set(VOCABULARY[name]) == set(document.context), name
