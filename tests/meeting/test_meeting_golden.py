"""The papers of a small meeting, paragraph by paragraph with their styles, as they were when somebody last read them.

``SAYS=1 pytest tests/meeting/test_meeting_golden.py`` writes them anew; read the difference.
"""

from __future__ import annotations

import datetime
import io
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from hongtou.documents.meeting import Call
from hongtou.meeting import MeetingPapers
from hongtou.model.progress import Answer, State, UnitProgress
from hongtou.papers import Papers
from hongtou.tracking.book import HEAD, Book
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.meeting.conftest import CALL, meeting_of, requirements_of
from tests.papers.shapes import shaped

SECTIONS = [
    {
        "id": "money",
        "heading": "落实经费",
        "text": ["于2026年3月31日前安排专项资金。", "建立定期调度机制，由市民政局召集联席会议。"],
        "assignments": [
            {"role": "lead", "units": ["市财政局"]},
            {
                "role": "coordinate",
                "units": ["市民政局"],
                "covers": "建立定期调度机制，由市民政局召集联席会议。",
            },
            {"role": "support", "units": ["各镇街"]},
        ],
        "deadlines": [{"kind": "date", "date": "2026-03-31", "printed": "2026年3月31日前"}],
    },
    {"id": "places", "text": ["各镇街要建立工作台账。"], "assignments": [{"units": ["各镇街"]}]},
]
HERE = Path(__file__).parent / "golden"
PAPERS = ("agenda", "sign_in", "minutes")


def made(call: Call) -> MeetingPapers:
    papers = Papers(
        Workspace(ROOT), shaped(sections=SECTIONS, copies_to=["市财政局"], printed_by="某市人民政府办公室")
    )
    requirements = requirements_of(papers)
    book = Book(HEAD, "x")
    answers = [
        Answer(state=State.DOING, problem="上级资金未到位。\n请市财政局协调。", next="4月底前拨付。"),
        Answer(state=State.DONE, asked="q-00000000"),
        Answer(state=State.DOING, problem="无", next="完善台账。"),
    ]
    for unit in requirements.units[:2]:
        tasks: dict[str, dict[str, Answer]] = {}
        for (asked, _role), answer in zip(requirements.of(unit), answers, strict=False):
            tasks.setdefault(asked.task, {})[asked.line.id] = answer
        book.put(unit, UnitProgress(tasks=tasks))
    last = requirements.all[next(key for key in requirements.all if key[0] == "places")]
    book.put("东镇", UnitProgress(tasks={"places": {last.line.id: answers[2]}}))
    return meeting_of(papers, book, call, datetime.date(2026, 4, 1))


def lines(data: bytes) -> Iterator[str]:
    """Yield every paragraph with its style, those of cells and of text boxes in their places."""
    for paragraph in Document(io.BytesIO(data)).element.body.iter(qn("w:p")):
        style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        every = paragraph.iter(qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:tag"))
        own = (e for e in every if next(e.iterancestors(qn("w:p"))) is paragraph)
        text = "".join(_word(e) for e in own)
        yield f"{style.get(qn('w:val')) if style is not None else '-'}: {text}".rstrip()


def _word(element: Any) -> str:
    tag = element.tag.rsplit("}")[-1]
    if tag == "tag":
        return f"[{element.get(qn('w:val'))}]"
    return {"tab": "→", "br": "↵"}.get(tag) or element.text or ""


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(("name", "call"), [("called", CALL), ("blank", Call())])
def test_a_paper_is_as_it_was_read(paper: str, name: str, call: Call) -> None:
    path = HERE / f"{name}-{paper}.txt"
    found = "\n".join(lines(getattr(made(call), paper)())) + "\n"
    if os.environ.get("SAYS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(found, encoding="utf8")
    assert found == path.read_text(encoding="utf8")
