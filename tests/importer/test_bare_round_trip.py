"""What gen prints without the policy in it, gen reads: made-up policies come back, and imported ones stay as they are."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from hongtou.i18n import use_language
from hongtou.importer.read import scan
from hongtou.importer.report import is_whole, open_matters
from hongtou.importer.understand import Imported, understand
from hongtou.model.policy import Policy
from hongtou.papers import Papers
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.importer import made_up
from tests.importer.conftest import policy_of
from tests.importer.scans import lines
from tests.importer.test_round_trip import NOTICES
from tests.importer.test_sample_import import differences, plain
from tests.importer.test_units_by_hand import ISSUER

TEXTS = YAML(typ="safe").load((Path(__file__).parent / "round_trips.yaml").read_text("utf8"))


def printed_and_read(policy: Policy, *, known: bool = True) -> Imported:
    data = Papers(Workspace(ROOT), policy).notice(bare=True)
    return understand(scan(data, "notice.docx"), policy.register if known else None)


def differing(policy: Policy, one: Imported) -> list[str]:
    tables = [plain(table) if table is not None else {} for table in (policy.tasks, one.tasks)]
    return [*differences(plain(policy.notice), plain(one.notice)), *differences(*tables)]


@example(989, False)  # Nine issuers, whose names in red and in the title take fifteen lines.
@given(st.integers(0, 1_000_000), st.booleans())
def test_a_made_up_policy_comes_back(seed: int, known: bool) -> None:
    use_language("en")
    policy = made_up.policy(seed)
    one = printed_and_read(policy, known=known)
    assert differing(policy, one) == []
    assert [*open_matters(one)] == []


@pytest.mark.parametrize("case", TEXTS, ids=lambda case: case["name"])
def test_an_imported_policy_stays_as_it_is(case: dict[str, Any]) -> None:
    first = understand(lines(case["text"]))
    assert is_whole(first), [*open_matters(first)]
    for path, value in case["says"].items():
        assert at(plain(first.notice), path) == value
    again = printed_and_read(policy_of(first))
    assert (again.notice, again.tasks) == (first.notice, first.tasks)
    assert is_whole(again)


def at(data: Any, path: str) -> Any:
    for step in path.split("."):
        data = data[int(step)] if step.isdigit() else data[step]
    return data


@pytest.mark.parametrize("name", [*NOTICES, "notices/11*.html", "notices/24*.html", "notices/25*.txt"])
def test_a_real_notice_stays_as_it_is(name: str, imported: Callable[..., Imported]) -> None:
    first = imported(name, ISSUER if "/24" in name else "")
    again = printed_and_read(policy_of(first))
    assert again.notice == first.notice.model_copy(update={"publication": None})
    assert again.tasks == first.tasks
