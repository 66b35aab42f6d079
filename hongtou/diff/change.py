"""What a comparison says: changes, how much they matter, and what was found beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from hongtou.diff.parts import Part
from hongtou.diff.text import Hunk
from hongtou.i18n import N_
from hongtou.model.duty import Role


class Verb(StrEnum):
    """What happened."""

    ADD = "add"
    DELETE = "delete"
    CHANGE = "change"
    MOVE = "move"
    RENUMBER = "renumber"
    SPLIT = "split"
    MERGE = "merge"


class Level(StrEnum):
    """How much a change matters to those it concerns; A the most."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


LEVELS = {
    Level.A: N_("who owes what"),
    Level.B: N_("numbers and dates"),
    Level.C: N_("what is asked"),
    Level.D: N_("partners"),
    Level.E: N_("place and number"),
    Level.F: N_("form only"),
}
"""职责增减、指标期限、要求变化、协同单位、位置编号、形式调整。"""


@dataclass(frozen=True)
class Match:
    """A part of the old version and what became of it; None where there is none on that side.

    ``confidence`` is 0 to 1; ``evidence`` is ``id``, ``declared``, ``similarity``, or empty where there is no pair.
    """

    old: Part | None
    new: Part | None
    evidence: str = "id"
    confidence: float = 1.0

    @property
    def part(self) -> Part:
        """The part as it is now, or was last."""
        found = self.new or self.old
        assert found is not None
        return found

    @property
    def before(self) -> Part:
        """The part as it was, or first is."""
        found = self.old or self.new
        assert found is not None
        return found


@dataclass(frozen=True)
class UnitShift:
    """A unit that comes, goes, or plays another part; a role of None: it has none on that side."""

    unit: str
    old: Role | None
    new: Role | None


@dataclass(frozen=True)
class Change:
    """One elementary change.

    ``field`` is the key in the data (``text``, ``assignments``), empty for a part as a whole. ``old`` and ``new`` are printed
    words; ``hunks`` say which of their characters differ. ``paragraphs`` are the places in the field, from 0.
    ``covers`` are paths of data that changed with these words.
    """

    match: Match
    verb: Verb
    level: Level
    field: str = ""
    old: str | None = None
    new: str | None = None
    hunks: tuple[Hunk, ...] = ()
    paragraphs: tuple[int | None, int | None] = (None, None)
    shift: UnitShift | None = None
    covers: tuple[str, ...] = ()
    others: tuple[Part, ...] = ()
    """The parts this one was split from or merged of."""
    behind: int = 0
    """How many paragraphs of the old field stand before it."""
    term: tuple[str, str] | None = None
    """The term whose replacement everywhere is all that changed."""
    number: int = 0

    @property
    def id(self) -> str:
        """Its name in this comparison, ``c07``."""
        return f"c{self.number:02d}"

    @property
    def formal(self) -> bool:
        """Whether only numbering, punctuation, width or unprinted data changed 形式调整."""
        return self.level is Level.F or self.verb is Verb.RENUMBER


@dataclass(frozen=True)
class Term:
    """A word that was replaced by another in several parts 统一修改."""

    old: str
    new: str
    count: int
    """How often it was replaced."""
    parts: tuple[str, ...] = ()
    """Keys of the parts it was replaced in."""


@dataclass(frozen=True)
class Doubt:
    """What a person should look at: two parts that may be one, or an id that seems to be used for another thing."""

    old: Part
    new: Part
    confidence: float
    reused: bool = False


@dataclass(frozen=True)
class PolicyDiff:
    """The difference of two versions of a policy."""

    changes: tuple[Change, ...]
    matches: tuple[Match, ...]
    terms: tuple[Term, ...] = ()
    doubts: tuple[Doubt, ...] = field(default=())

    @property
    def substantive(self) -> tuple[Change, ...]:
        """The changes that are more than formal 实质修改."""
        return tuple(change for change in self.changes if not change.formal)

    @property
    def formal(self) -> tuple[Change, ...]:
        """The others 形式调整."""
        return tuple(change for change in self.changes if change.formal)
