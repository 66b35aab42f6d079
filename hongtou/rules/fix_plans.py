"""What is to be changed for each finding that can be corrected, and which changes can be made together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from hongtou.i18n import _
from hongtou.rules.hit import Hit, Path, Span
from hongtou.rules.locate import Located
from hongtou.rules.script import Script
from hongtou.source.edit import Change, Changes, Scalar, differences, value_at
from hongtou.source.nodes import Source

LAYERS = 4
"""In so many layers are changes parted that stand in one part of the policy and are not right together."""
_PARTS = frozenset({"tasks", "sections", "measures", "items", "attachments"})


@dataclass(frozen=True)
class Plan:
    """What is to be changed for a finding: the words ``start`` to ``end`` of a text."""

    located: Located
    scalar: Scalar
    start: int
    end: int
    changes: tuple[Change, ...]


def part_of(scalar: Scalar) -> Scalar:
    """Return the row, node or attachment that a text belongs to; of other texts the paragraph."""
    file, path = scalar
    for end in range(len(path), 1, -1):
        if path[end - 2] in _PARTS and isinstance(path[end - 1], int):
            return file, path[:end]
    return file, path[:2]


def planned(located: Located, hit: Hit, script: Script, sources: Mapping[str, Source]) -> Plan | str:
    """Return the plan for a finding that can be corrected, or why it cannot."""
    at = hit.at
    place, start, inside = script.place(at) if isinstance(at, Span) else (at, -1, True)
    if not inside:
        return _("it goes over two sentences; correct it by hand.")
    text = text_at(sources, place.file, place.path)
    words = place.words or text
    start = start if start >= 0 else text.find(words)
    if not words or text[start : start + len(words)] != words:
        return _("these words do not stand in the file as they are printed.")
    changes = tuple(
        Change(start + change.start, start + change.end, change.new)
        for change in differences(words, hit.fix or "")
    )
    return Plan(located, (place.file, place.path), start, start + len(words), changes)


def text_at(sources: Mapping[str, Source], file: str, path: Path) -> str:
    """Return the text that ``path`` leads to, nothing where there is none."""
    value = value_at(sources[file].data, path) if file in sources else None
    return value if isinstance(value, str) else ""


def merged(plans: Iterable[Plan]) -> Changes:
    """Return all changes of ``plans``, by text."""
    changes: Changes = defaultdict(set)
    for plan in plans:
        changes[plan.scalar].update(plan.changes)
    return changes


def apart(plans: Iterable[Plan], kept: Iterable[Plan]) -> tuple[list[Plan], list[Plan]]:
    """Return those of ``plans`` that can be made together, and beside ``kept``, and the others."""
    taken = merged(kept)
    group: list[Plan] = []
    waiting: list[Plan] = []
    for plan in plans:
        there = taken[plan.scalar]
        if any(change.meets(other) for change in plan.changes for other in there):
            waiting.append(plan)
        else:
            group.append(plan)
            there.update(plan.changes)
    return group, waiting


def layered(plans: Iterable[Plan]) -> tuple[list[Plan], list[list[Plan]]]:
    """Return those of ``plans`` that are alone in their part, and the others in layers with fewer of each part."""
    by_part: dict[Scalar, list[Plan]] = defaultdict(list)
    for plan in plans:
        by_part[part_of(plan.scalar)].append(plan)
    single = [plan for there in by_part.values() if len(there) == 1 for plan in there]
    crowded = [there for there in by_part.values() if len(there) > 1]
    layers = [[plan for there in crowded for plan in there[n::LAYERS]] for n in range(LAYERS)]
    return single, [layer for layer in layers if layer]
