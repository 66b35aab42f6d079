"""A workspace with the sample, its checklists, and collecting into it."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from hongtou.collecting import collect
from hongtou.model.progress import UnitProgress
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import FILE, Book
from hongtou.tracking.collect import Collected
from hongtou.tracking.standing import Standings, UnitStanding
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.diff.revision import first, revise

UNIT = "三乡镇"


@dataclass
class Desk:
    """The desk of the unit that collects: a workspace, and what comes back to it."""

    root: Path
    policy: Path

    def papers(self) -> Papers:
        return Papers(Workspace(ROOT), load_policy(self.policy))

    def collect(self, *files: tuple[str, bytes], unit: str | None = None) -> list[Collected]:
        folder = self.root / "back"
        folder.mkdir(exist_ok=True)
        paths = []
        for name, data in files:
            paths.append(folder / name)
            paths[-1].write_bytes(data)
        return collect(paths, str(self.policy), unit)[0]

    def book(self) -> Book:
        return Book.open(self.policy / FILE)

    @property
    def text(self) -> str:
        return (self.policy / FILE).read_text("utf8")

    def of(self, unit: str = UNIT) -> UnitProgress:
        return self.book().of(unit)

    def standing(self, unit: str = UNIT, as_of: str = "2024-01-01") -> UnitStanding:
        papers = self.papers()
        standings = Standings(
            Requirements(papers.policy, papers.portfolio), self.book(), datetime.date.fromisoformat(as_of)
        )
        return standings.of(unit) if unit else standings.overall

    def revise(self) -> None:
        revise(self.policy.parent)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, first(tmp_path))


@pytest.fixture(scope="session")
def checklists() -> dict[str, bytes]:
    """The checklists of the sample by unit, as they go out."""
    papers = Papers(Workspace(ROOT), load_policy(ROOT / "policy" / "disability-employment"))
    return {unit: papers.checklist(unit) for unit in papers.portfolio.units}


@pytest.fixture(scope="session")
def checklist(checklists: dict[str, bytes]) -> bytes:
    return checklists[UNIT]


def told(done: Sequence[Collected]) -> list[str]:
    """Return the rules of everything that was told."""
    return [finding.rule for one in done for finding in one.findings]


def ledger(desk: Desk, edit: Callable[[Any, list[str]], None]) -> bytes:
    """Return the ledger as a workbook that was edited; ``edit`` is given the book and its heads."""
    book = openpyxl.load_workbook(io.BytesIO(desk.papers().ledger_xlsx()))
    edit(book, [cell.value for cell in book.worksheets[0][2]])
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()
