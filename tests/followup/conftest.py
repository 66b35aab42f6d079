"""The sample policy and its papers, for the papers of tracking."""

from __future__ import annotations

import datetime

import pytest

from hongtou.documents.blocks import Block, Document, Paragraph, SharedRows, Table
from hongtou.followup.papers import FollowUps
from hongtou.model.policy import Policy
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.tracking.book import Book
from hongtou.workspace import Workspace
from tests.conftest import ROOT

DAY = datetime.date(2024, 1, 10)


@pytest.fixture(scope="session")
def sample() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="session")
def papers(sample: Policy) -> Papers:
    return Papers(Workspace(ROOT), sample)


def followups(
    papers: Papers, book: Book, day: datetime.date = DAY, reply_by: datetime.date | None = None
) -> FollowUps:
    return FollowUps(papers, book, day, None, reply_by)


def rows(block: Block) -> list[tuple[str, ...]]:
    """Return the texts of a table's cells, row by row, paragraphs by line feeds."""
    assert isinstance(block, Table)
    found = []
    for row in block.rows:
        for one in row.rows if isinstance(row, SharedRows) else (row,):
            found.append(tuple("\n".join(p.text for p in cell.paragraphs) for cell in one.cells))
    return found


def blocks_of(document: Document) -> list[Block]:
    """Return the body of a paper, and the blocks of its attachments."""
    found = [*document.context["body"]]  # type: ignore[misc]
    for attachment in document.context.get("attachments", []):  # type: ignore[attr-defined]
        found += attachment["body"]
    return found


def text_of(document: Document) -> str:
    """Return the paragraphs of a paper's body."""
    return "\n".join(b.text for b in blocks_of(document) if isinstance(b, Paragraph))
