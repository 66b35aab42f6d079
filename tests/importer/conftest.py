"""Real notices to try things on; they lie beside the project, and what needs them is skipped, loudly, where they are not."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from hongtou.importer.read import read
from hongtou.importer.understand import Imported, understand
from hongtou.model.policy import Policy
from tests.conftest import ROOT
from tests.importer.scans import scan_of

SHARED = ROOT.parent / "shared"
SAMPLE = "the sample"


@pytest.fixture(scope="session")
def shared() -> Callable[[str], Path]:
    def find(pattern: str) -> Path:
        if pattern == SAMPLE:
            return ROOT / "tests" / "sample" / "source.txt"
        found = sorted(SHARED.glob(pattern))
        if not found:
            pytest.skip(f"the real notices are not beside the project: {pattern} is not in {SHARED}")
        return found[0]

    return find


@pytest.fixture(scope="session")
def imported(shared: Callable[[str], Path]) -> Callable[..., Imported]:
    made: dict[str, Imported] = {}

    def understood(pattern: str, issuer: str = "") -> Imported:
        if pattern not in made:
            path = shared(pattern)
            made[pattern] = understand(scan_of(path) if path.suffix == ".txt" else read(path), issuer=issuer)
        return made[pattern]

    return understood


def policy_of(one: Imported) -> Policy:
    return Policy("imported", one.notice, one.tasks, one.register)
