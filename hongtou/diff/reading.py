"""What both versions say once and every part relies on: names, names of the past, and where the first unit leads 首位牵头."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hongtou.diff.change import Match
from hongtou.diff.parts import Kind, Part
from hongtou.model.notice import DeclarationKind, Paper

_REGISTERED = (Kind.UNIT, Kind.SET)


@dataclass(frozen=True)
class Reading:
    """How parts are read: ``names`` are never torn, ``renamed`` gives the name of today for one of the past.

    ``leading`` are the keys, old and new, of the parts whose first unit leads.
    """

    names: tuple[str, ...] = ()
    renamed: Mapping[str, str] = field(default_factory=dict)
    leading: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())

    def leads(self, match: Match) -> bool:
        """Return whether the first unit leads in both versions; where only one says so, that is a change of its own."""
        pairs = zip((match.old, match.new), self.leading, strict=True)
        return all(part is not None and part.key in keys for part, keys in pairs)


def reading(olds: Sequence[Part], news: Sequence[Part], matches: Sequence[Match]) -> Reading:
    """Return how the parts of two versions are read."""
    registered = [p for p in (*olds, *news) if p.kind in _REGISTERED]
    renamed = {
        m.old.name: m.new.name
        for m in matches
        if m.old is not None and m.new is not None and m.part.kind in _REGISTERED and m.old.name != m.new.name
    }
    leading = frozenset(_leading(olds)), frozenset(_leading(news))
    return Reading((*dict.fromkeys(p.name for p in registered),), renamed, leading)


def _leading(parts: Sequence[Part]) -> Iterator[str]:
    """Yield the keys of the parts where a rule of the paper lets the first unit lead, from the node it names on."""
    waiting: set[str] = set()
    holds = passed = False
    for part in parts:
        if part.kind is not Kind.ITEM:
            holds |= passed
        for declaration in part.data.declarations if isinstance(part.data, Paper) else ():
            if declaration.kind is DeclarationKind.FIRST_LEADS:
                holds |= declaration.after is None
                waiting |= {declaration.after} if declaration.after else set()
        passed |= part.kind in (Kind.SECTION, Kind.MEASURE) and part.id in waiting
        if holds:
            yield part.key
