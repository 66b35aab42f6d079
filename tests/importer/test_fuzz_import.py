"""A short run of the fuzzer; ``python bench/fuzz_import.py`` is the long one."""

from __future__ import annotations

import pytest

from bench.fuzz_import import fuzz


@pytest.mark.slow
def test_damaged_files_are_read_or_refused() -> None:
    outcome = fuzz(2_000, seed=2)
    assert [problem for problem, _data in outcome.faults] == []
    assert outcome.policies > 100
    assert set(outcome.kinds) == {"text", "html", "docx"}
