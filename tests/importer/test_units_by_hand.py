"""Assignments of real notices against a list read by hand; and no unit ever gets a prefix that is not its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from ruamel.yaml import YAML

from hongtou.duties import duties_of
from hongtou.importer.understand import Imported
from hongtou.model.base import unit_names
from hongtou.model.duty import LeadBy, Role
from hongtou.model.notice import DeclarationKind
from hongtou.outline import outline
from tests.importer.conftest import policy_of

BY_HAND: dict[str, list[list[Any]]] = YAML(typ="safe").load(
    (Path(__file__).parent / "units.yaml").read_text(encoding="utf8")
)
LISTS = {"03": 18, "05": 30, "06": 15, "08": 39, "27": 25}
"""Lists of each paper. 08 holds 37 in full-width brackets and 2 in half-width ones."""
TABLES = ("11*.html", "11*.txt", "24*.html", "24*.txt")
"""Each table as the web page has it, and with its cells lost, one per line."""
PAPERS = (*(f"{name}*.txt" for name in LISTS), *TABLES)
ENOUGH = 0.97
ISSUER = "石城县河长制办公室"
"""Of 24, which does not say who issues it."""


class Owed(NamedTuple):
    """What is counted: a unit in a list, with the role it has there."""

    place: str
    role: str
    open: bool
    name: str


Imports = Callable[..., Imported]


def read(imported: Imports, pattern: str) -> Imported:
    return imported(f"notices/{pattern}", ISSUER if pattern.startswith("24") else "")


def owed(one: Imported) -> list[Owed]:
    """Return what the importer says, in the order of the paper."""
    return [*_in_text(one), *_in_table(one)]


def _in_text(one: Imported) -> Iterator[Owed]:
    for paper in (one.notice, *(a.document for a in one.notice.attachments if a.document is not None)):
        above: dict[int, str] = {}
        for part in outline(paper):
            above = {level: label for level, label in above.items() if level < part.level}
            above[part.level] = part.label
            for a in part.node.assignments:
                for name in unit_names(a.units):
                    yield Owed("".join(above.values()), str(a.role), a.open, name)


def _in_table(one: Imported) -> Iterator[Owed]:
    naming = [task for task in one.tasks.tasks if task.assignments] if one.tasks is not None else []
    for number, task in enumerate(naming, 1):
        for a in task.assignments:
            for name in unit_names(a.units):
                yield Owed(str(number), str(a.role), a.open, name)


def by_hand(pattern: str) -> list[Owed]:
    """Return what a person read, the same way; ``{printed: meant}`` is the unit that is meant."""
    return [
        Owed(str(place), role, "open" in marks, next(iter(name.values())) if isinstance(name, dict) else name)
        for place, role, *marks, names in BY_HAND[pattern[:2]]
        for name in names
    ]


def left_out(pattern: str) -> dict[str, str]:
    """Return the names that the paper prints without their owner, with the units that are meant."""
    names = [name for *_entry, names in BY_HAND[pattern[:2]] for name in names]
    return {printed: meant for name in names if isinstance(name, dict) for printed, meant in name.items()}


def agreed(right: Iterable[Owed], found: Iterable[Owed]) -> int:
    """Return how many are the same, each counted once and in the order of the paper."""
    blocks = SequenceMatcher(None, [*right], [*found], autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks)


@pytest.mark.parametrize("pattern", PAPERS)
def test_who_owes_what(pattern: str, imported: Imports) -> None:
    right, found = by_hand(pattern), owed(read(imported, pattern))
    same = agreed(right, found)
    assert same >= ENOUGH * len(right), [one for one in right if one not in found]
    assert same >= ENOUGH * len(found), [one for one in found if one not in right]


@pytest.mark.parametrize("name", LISTS)
def test_every_list_is_found(name: str, imported: Imports) -> None:
    assert imported(f"notices/{name}*.txt").lists == LISTS[name]


@pytest.mark.parametrize("pattern", PAPERS)
def test_no_unit_gets_a_prefix_that_is_not_its_own(pattern: str, imported: Imports) -> None:
    one = read(imported, pattern)
    by_place = {(o.place, o.role, o.name) for o in by_hand(pattern)}
    for place, role, _open, name in owed(one):
        shorter = [n for p, r, n in by_place if (p, r) == (place, role) and n != name and name.endswith(n)]
        assert (place, role, name) in by_place or not shorter
    text = one.ledger.scan.text.replace(",", "，")
    for entry in one.proposed:
        assert entry.name in text or entry.name in left_out(pattern).values() or entry.name == ISSUER


@pytest.mark.parametrize("pattern", PAPERS)
def test_an_owner_that_is_put_back_is_told(pattern: str, imported: Imports) -> None:
    told = " ".join(read(imported, pattern).ledger.guesses)
    assert told.count("in a list is read as") == len(left_out(pattern))
    assert all(
        f"“{printed}” in a list is read as “{meant}”" in told for printed, meant in left_out(pattern).items()
    )


def test_a_table_with_its_cells_lost_says_the_same_as_the_page(imported: Imports) -> None:
    for name in ("11", "24"):
        page, lines = read(imported, f"{name}*.html").tasks, read(imported, f"{name}*.txt").tasks
        assert page is not None
        assert lines is not None
        assert [(t.group, t.name) for t in lines.tasks] == [(t.group, t.name) for t in page.tasks]


def test_rules_are_declared_where_they_begin(imported: Imports) -> None:
    for name in ("03", "06"):
        (rule,) = imported(f"notices/{name}*.txt").notice.declarations
        assert rule.kind is DeclarationKind.FIRST_LEADS
    (attachment,) = imported("notices/08*.txt").notice.attachments
    assert attachment.document is not None
    (rule,) = attachment.document.declarations
    assert (rule.kind, rule.units, str(rule.role)) == ("adds_units", ("试点城市政府",), "implement")


@pytest.mark.parametrize("name", ["03", "06"])
def test_the_first_of_each_list_leads_where_the_paper_says_so(name: str, imported: Imports) -> None:
    led = {
        (duty.label, unit)
        for duty in duties_of(policy_of(imported(f"notices/{name}*.txt")))
        for a in duty.assignments
        if a.role is Role.LEAD and a.lead_by is LeadBy.RULE
        for unit in unit_names(a.units)
    }
    lists = [entry for entry in BY_HAND[name] if entry[1] != "lead" and "sentence" not in entry]
    assert led == {(place, names[0]) for place, *_entry, names in lists}


def test_lists_in_mid_paragraph_cover_the_words_before_them(imported: Imports) -> None:
    (attachment,) = imported("notices/08*.txt").notice.attachments
    assert attachment.document is not None
    covered = [a.covers for part in outline(attachment.document) for a in part.node.assignments]
    assert all(covered)
    assert not any("指导）" in words for words in covered if words)


def test_a_table_without_its_cells_is_told_and_not_guessed(imported: Imports) -> None:
    one = imported("notices/25*.txt")
    assert one.lists == 0
    assert any("lost its cells" in doubt for doubt in one.ledger.doubts)
    assert {entry.name for entry in one.proposed} == {
        "平潭综合实验区管委会办公室", "各片区管理局", "区直各单位", "各区属事业单位", "各区属国企",
    }  # fmt: skip
