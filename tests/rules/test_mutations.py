"""Faults of many kinds, planted in the sample by a seeded chance, are found on their lines."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from hongtou.errors import SourceError
from hongtou.rules.suppress import review
from hongtou.source.files import read_bytes
from hongtou.source.load import load
from tests.conftest import THOROUGH
from tests.rules.mutations import KINDS, SAMPLE, Files, Planted, sample

EACH = 15 if THOROUGH else 2
"""Faults of a kind: 500 and more in CI."""
Found = Counter[tuple[str, int, str]]


def found(files: Files) -> Found:
    """Return how often each rule finds something on each line."""
    texts = {f"{name}.yaml": "\n".join(files.lines(name)) + "\n" for name in ("notice", "tasks")}

    def reader(path: Path, shown: str) -> object:
        return texts[path.name].encode() if path.name in texts else read_bytes(path, shown)

    try:
        findings = [one.finding for one in review(load(SAMPLE, reader)).found]  # type: ignore[arg-type]
    except SourceError as error:
        findings = [*error.findings]
    return Counter((Path(one.path).stem, one.line, one.rule) for one in findings)


@cache
def before() -> Found:
    return found(sample())


def test_there_are_at_least_25_kinds() -> None:
    assert len(KINDS) >= 25


@pytest.mark.parametrize("name", KINDS)
def test_planted_faults_are_found_on_their_lines(name: str) -> None:
    missed = []
    for seed in range(EACH):
        files = sample()
        planted = KINDS[name](files, random.Random(f"{name}-{seed}"))
        assert isinstance(planted, Planted)
        changes = {
            (n, i)
            for n in ("notice", "tasks")
            for i, pair in enumerate(zip(files.lines(n), sample().lines(n), strict=True))
            if len(set(pair)) > 1
        }
        assert changes
        new = found(files) - before()
        if not any((file, line) == (planted.file, planted.line) for file, line, _rule in new):
            missed.append((seed, planted, sorted(new)))
    assert len(missed) <= EACH * 0.02, missed
