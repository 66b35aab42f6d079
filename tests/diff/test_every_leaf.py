"""Whatever differs is told: every leaf of policies of many shapes is changed, every entry of a list taken out and put in."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from hongtou.diff.as_data import as_data, plain
from hongtou.diff.compare import compare
from hongtou.diff.forms.amend import amending
from hongtou.diff.forms.text import as_text
from hongtou.diff.impact import Impact
from hongtou.diff.patch import Operation, apply
from hongtou.model.policy import Policy
from tests.diff.edits import Data, policy_of
from tests.diff.test_compare import V1
from tests.documents.test_variety import NAMES
from tests.documents.test_variety import policy as variety

SAMPLE = pytest.param("sample", marks=pytest.mark.slow)
Path = tuple[str | int, ...]


def policy(name: str) -> Policy:
    return V1 if name == "sample" else variety(name)


def walk(data: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    yield path, data
    pairs = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for key, value in pairs:
        yield from walk(value, (*path, key))


def at(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def other(value: Any, key: str | int) -> Any:
    """Return another value of the same kind."""
    if isinstance(value, bool):
        return not value
    return f"{value}x" if key == "id" else f"{value}改" if isinstance(value, str) else value + 1


def versions(data: Data) -> Iterator[tuple[Path, Data]]:
    """Yield versions that differ in one leaf, or in one entry of a list, with where."""
    for path, value in [*walk(data)]:
        if isinstance(value, list):
            for number in range(len(value)):
                new = copy.deepcopy(data)
                at(new, path).pop(number)
                yield (*path, number), new
        elif not isinstance(value, dict) and path[-1] != "schema":
            new = copy.deepcopy(data)
            at(new, path[:-1])[path[-1]] = other(value, path[-1])
            yield path, new


def told(old: Policy, new: Policy) -> bool:
    """Whether a difference is told, shown in every form, and made by the patch."""
    diff = compare(old, new)
    assert Impact(old, new, diff).concerns is not None
    as_text(diff, diff.changes, ("old", "new"), colour=False)
    amending(diff, diff.changes)
    steps = as_data(diff, old, new, {}, diff.changes)["patch"]
    done = apply(plain(old), [Operation(s["op"], tuple(s["path"]), s["old"], s["new"]) for s in steps])
    return bool(diff.changes) and done == plain(new)


@pytest.mark.parametrize("name", [*NAMES, SAMPLE])
def test_every_difference_is_told_both_ways(name: str) -> None:
    old, count = policy(name), 0
    assert compare(old, old).changes == ()
    for path, data in versions(plain(old)):
        try:
            new = policy_of(data, name)
        except ValidationError:
            continue
        if plain(new) != plain(old):
            count += 1
            assert told(old, new), path
            assert told(new, old), path
    assert count > 10
