"""What a comparison means for a unit 影响: its part in each duty before and after, and what has to be sent to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from hongtou.diff.change import Change, Level, Match, Verb
from hongtou.diff.tokens import fold
from hongtou.duties import Duty
from hongtou.model.duty import Role


class Mark(StrEnum):
    """What happened to a unit's part in a duty."""

    GAINED = "+"
    LOST = "-"
    ROLE = "~"
    CHANGED = "Δ"
    MERGED = "→"
    SPLIT = "←"
    PARTNERS = "◇"
    NUMBER = "№"
    SAME = "·"


class Action(StrEnum):
    """What is to be sent to a unit.

    A new letter 重发责任函; a note 简函告知; a note on what is asked of all 告知共同要求; nothing to a unit that is no more,
    its successor is told 并入; nothing 不发.
    """

    LETTER = "letter"
    NOTE = "note"
    COMMON = "common"
    SUCCEEDED = "succeeded"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Pair:
    """A duty before and after; None where it is not on that side."""

    match: Match
    old: Duty | None
    new: Duty | None
    changes: tuple[Change, ...]

    @cached_property
    def telling(self) -> tuple[Change, ...]:
        """The changes of its words and numbers, and those of who has it; none where only words beside its own changed."""
        same = self.old is not None and self.new is not None and _said(self.old) == _said(self.new)
        return tuple(change for change in self.changes if not (same and change.field in ("text", "closing")))

    @cached_property
    def turned(self) -> Change | None:
        """The change that says that it was split off another duty 拆分, or merged into one 合并."""
        verbs = (Verb.SPLIT, Verb.MERGE)
        own = (c for c in self.changes if c.match is self.match and not c.field and c.others)
        return next((change for change in own if change.verb in verbs), None)

    @property
    def duty(self) -> Duty:
        """The duty as it is, or was last."""
        found = self.new or self.old
        assert found is not None
        return found


@dataclass(frozen=True)
class Cell:
    """A unit's part in a duty, before and after."""

    pair: Pair
    mark: Mark
    level: Level | None
    old: Role | None
    new: Role | None

    @property
    def what(self) -> tuple[int, Mark, Level | None, Role | None, Role | None]:
        """All that it says, to be held against another."""
        return id(self.pair), self.mark, self.level, self.old, self.new


@dataclass(frozen=True)
class Concern:
    """What a comparison means for a unit, or a set of units that the policy names as one.

    ``members`` are the units behind the name. ``cells`` are only those duties in which it has or had a part.
    ``heir`` is who took it over, where it is no more; ``common`` whether something changed that is asked of all,
    ``takes`` whether it took over another that had duties.
    """

    unit: str
    members: tuple[str, ...]
    cells: tuple[Cell, ...]
    heir: str = ""
    common: bool = False
    takes: bool = False

    @property
    def level(self) -> Level | None:
        """The gravest level, None where nothing changed for it."""
        return min((cell.level for cell in self.cells if cell.level is not None), default=None)

    @property
    def action(self) -> Action:
        """What is to be sent for its own duties."""
        if self.heir:
            return Action.SUCCEEDED
        if self.level is None or self.level is Level.F:
            return Action.NOTE if self.takes else Action.NOTHING
        return Action.LETTER if self.level <= Level.C else Action.NOTE

    @property
    def sent(self) -> Action:
        """What is to be sent in all: a note also where only what is asked of all changed."""
        return Action.COMMON if self.common and self.action is Action.NOTHING else self.action


def _said(duty: Duty) -> str:
    return fold("".join(duty.sentences))
