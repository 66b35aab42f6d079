"""The letters of the sample policy, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hongtou.model.policy import Policy
from hongtou.papers import Papers
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT


@pytest.fixture(scope="session")
def sample() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="session")
def papers(sample: Policy) -> Papers:
    return Papers(Workspace(ROOT), sample)


@pytest.fixture(scope="session")
def letters(papers: Papers, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return the letter of every unit as a file."""
    folder = tmp_path_factory.mktemp("letters")
    made = {}
    for unit in papers.portfolio.units:
        made[unit] = folder / f"{unit}.docx"
        made[unit].write_bytes(papers.letter(unit))
    return made
