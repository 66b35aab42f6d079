"""A list of units is read, or told of as one that was not: never passed over in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from hongtou.importer.lists import lists, unread
from hongtou.importer.words import Words

CASES = YAML(typ="safe").load((Path(__file__).parent / "looks_like.yaml").read_text("utf8"))


def words(text: str) -> Words:
    return Words(text, range(len(text)))


@pytest.mark.parametrize("case", CASES["read"], ids=lambda case: case["text"][:20])
def test_it_is_read(case: dict[str, Any]) -> None:
    found = lists(words(case["text"]))
    assert [[str(c.role), c.units.text] for one in found for c in one.clauses] == case["found"]
    assert not [*unread(words(case["text"]), found)]


@pytest.mark.parametrize("text", CASES["told"])
def test_it_is_told(text: str) -> None:
    found = lists(words(text))
    assert found or [*unread(words(text), found)]


@pytest.mark.parametrize("text", CASES["neither"])
def test_what_is_no_list_is_left_alone(text: str) -> None:
    assert not lists(words(text))
    assert not [*unread(words(text), ())]
