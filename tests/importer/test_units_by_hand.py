"""Assignments of real notices against a list read by hand; and no unit ever gets a prefix that is not its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ruamel.yaml import YAML

from hongtou.importer.understand import Imported
from hongtou.model.base import unit_names
from hongtou.model.notice import DeclarationKind
from hongtou.outline import outline

BY_HAND = YAML(typ="safe").load((Path(__file__).parent / "units.yaml").read_text(encoding="utf8"))
LISTS = {"03": 18, "05": 30, "06": 15, "08": 39, "27": 25}
"""Lists of each paper. 08 holds 37 in full-width brackets and 2 in half-width ones."""
ENOUGH = 0.97
Row = tuple[str, str, bool, tuple[str, ...]]


def rows(one: Imported) -> list[Row]:
    found: list[Row] = []
    for paper in (one.notice, *(a.document for a in one.notice.attachments if a.document is not None)):
        above: dict[int, str] = {}
        for part in outline(paper):
            above = {level: label for level, label in above.items() if level < part.level}
            above[part.level] = part.label
            place = "".join(above.values())
            found += [(place, str(a.role), a.open, tuple(unit_names(a.units))) for a in part.node.assignments]
    return found


def by_hand(name: str) -> list[Row]:
    return [(place, role, "open" in rest, tuple(rest[-1])) for place, role, *rest in BY_HAND[name]]


@pytest.mark.parametrize("name", LISTS)
def test_assignments(name: str, imported: Callable[[str], Imported]) -> None:
    one = imported(f"notices/{name}*.txt")
    right, read = by_hand(name), rows(one)
    assert one.lists == LISTS[name]
    assert sum(row in read for row in right) >= ENOUGH * len(right)
    assert sum(row in right for row in read) >= ENOUGH * len(read)


@pytest.mark.parametrize("name", LISTS)
def test_no_name_is_longer_than_printed(name: str, imported: Callable[[str], Imported]) -> None:
    one = imported(f"notices/{name}*.txt")
    known = {name for row in by_hand(name) for name in row[3]}
    text = one.ledger.scan.text.replace(",", "，")
    for entry in one.proposed:
        assert entry.name in known or entry.name in text


def test_rules_are_declared_where_they_begin(imported: Callable[[str], Imported]) -> None:
    for name in ("03", "06"):
        (rule,) = imported(f"notices/{name}*.txt").notice.declarations
        assert rule.kind is DeclarationKind.FIRST_LEADS
    (attachment,) = imported("notices/08*.txt").notice.attachments
    assert attachment.document is not None
    (rule,) = attachment.document.declarations
    assert (rule.kind, rule.units, str(rule.role)) == ("adds_units", ("试点城市政府",), "implement")


def test_lists_in_mid_paragraph_cover_the_words_before_them(imported: Callable[[str], Imported]) -> None:
    (attachment,) = imported("notices/08*.txt").notice.attachments
    assert attachment.document is not None
    covered = [a.covers for part in outline(attachment.document) for a in part.node.assignments]
    assert all(covered)
    assert not any("指导）" in words for words in covered if words)


def test_a_table_without_its_cells_is_told_and_not_guessed(imported: Callable[[str], Imported]) -> None:
    one = imported("notices/25*.txt")
    assert one.lists == 0
    assert any("lost its cells" in doubt for doubt in one.ledger.doubts)
    assert {entry.name for entry in one.proposed} == {
        "平潭综合实验区管委会办公室", "各片区管理局", "区直各单位", "各区属事业单位", "各区属国企",
    }  # fmt: skip
