"""The source of the sample policy, imported, is the policy that people wrote by hand, field by field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from hongtou.importer.report import is_whole
from hongtou.importer.understand import Imported, understand
from hongtou.model.notice import Node
from hongtou.model.policy import Policy
from hongtou.source.load import load_policy
from tests.conftest import ROOT
from tests.importer.scans import scan_of

BY_HAND = {
    "letters": "what the letters are called is decided by the office",
    "tasks[0].targets[0].printed": "the words twice in the row are told apart by hand",
    "tasks[0].targets[2].printed": "the words twice in the row are told apart by hand",
    "tasks[0].targets[1].applies_to": "市级残联机关 is what the sentence is about, in other words",
    "tasks[6].targets[0].applies_to": "农村困难残疾人 is what the sentence is about, in other words",
}
"""What differs, and why no import can have it."""
UNLINKED = {0, 1, 2, 3, 6}
"""Rows whose measure a person has found by their sense; their names say nothing of it."""


@pytest.fixture(scope="module")
def sample() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="module", params=["with the register", "without a register"])
def read(request: pytest.FixtureRequest, sample: Policy) -> Imported:
    register = sample.register if request.param == "with the register" else None
    return understand(scan_of(ROOT / "tests" / "sample" / "source.txt"), register)


def plain(model: Any) -> Any:
    return model.model_dump(mode="json", exclude_defaults=True, by_alias=True)


def differences(one: Any, other: Any, at: str = "") -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        for key in {**one, **other}.keys() - {"id", "measure"}:
            yield from differences(one.get(key), other.get(key), f"{at}.{key}".lstrip("."))
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for number, (left, right) in enumerate(zip(one, other, strict=True)):
            yield from differences(left, right, f"{at}[{number}]")
    elif one != other:
        yield at


def test_all_but_what_is_known_by_hand_is_equal(sample: Policy, read: Imported) -> None:
    found = {*differences(plain(sample.notice), plain(read.notice))}
    found |= {*differences(plain(sample.tasks), plain(read.tasks))}
    assert found == set(BY_HAND)


def test_every_row_that_bears_the_name_of_a_measure_is_linked_to_it(sample: Policy, read: Imported) -> None:
    assert sample.tasks is not None
    assert read.tasks is not None
    called = dict(zip(_ids(read.notice.sections), _ids(sample.notice.sections), strict=True))
    for number, (right, row) in enumerate(zip(sample.tasks.tasks, read.tasks.tasks, strict=True)):
        assert called.get(row.measure or "") == (None if number in UNLINKED else right.measure), number


def _ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield node.id
        yield from (item.id for item in node.items)
        yield from _ids(node.measures)


def test_the_register_proposed_has_the_names_and_prefixes_of_the_sample(
    sample: Policy, read: Imported
) -> None:
    for entry in read.proposed:
        known = sample.register.by_name[entry.name]
        assert (entry.name, entry.prefix) == (known.name, known.prefix)


def test_everything_has_its_place(read: Imported) -> None:
    assert is_whole(read)
    assert [one.text for one in read.ledger.left_out] == []
    assert len(read.widened) > 250
