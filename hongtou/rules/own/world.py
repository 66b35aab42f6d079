"""What a rule can ask for: the things of a policy, or those of a case; and what a rule has found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from hongtou.i18n import _
from hongtou.model.own_rule import AnyRule
from hongtou.rules.facts import Facts
from hongtou.rules.own import budget
from hongtou.rules.own.budget import Budget
from hongtou.rules.own.fields import FIELDS, Record, value_of
from hongtou.rules.own.records import gather
from hongtou.rules.own.sandbox import Expression
from hongtou.rules.own.thing import Thing
from hongtou.rules.script import CONTEXT

SHOWN = 30
"""Characters of a value that a message shows."""
_NAMED = ("node", "task", "target", "deadline")
"""Things that have an id."""


class World:
    """Things by what they are, gathered when first asked for."""

    def __init__(self, gather: Callable[[str], Iterable[Thing]]) -> None:
        self._gather = gather
        self._total = Budget(budget.TOTAL)
        self._known: dict[str, tuple[Thing, ...]] = {}

    def things(self, on: str) -> tuple[Thing, ...]:
        """Return the things ``on``, in their order."""
        if on not in self._known:
            self._known[on] = tuple(self._gather(on))
        return self._known[on]

    def budget(self) -> Budget:
        """Return the time for one pattern or expression, of that for all."""
        return Budget(within=self._total)

    @property
    def policy(self) -> Record:
        """The fields of the notice."""
        return next((thing.record for thing in self.things("notice")), FIELDS["notice"])

    def names(self, among: str) -> set[Any]:
        """Return the units of the register, its sets, or the ids of the policy."""
        if among == "ids":
            return {thing.record["id"] for on in _NAMED for thing in self.things(on)} - {""}
        entries = (thing.record for thing in self.things("unit"))
        return {entry["name"] for entry in entries if entry["set"] == (among == "units.sets")}

    def chosen(self, rule: AnyRule) -> tuple[Thing, ...]:
        """Return the things that ``rule`` looks at."""
        things = self.things(rule.on)
        if rule.where is None:
            return things
        where = Expression(rule.where, FIELDS[rule.on], ("where",), self.budget())
        return tuple(thing for thing in things if where.holds(thing.record, self.policy))


@lru_cache(maxsize=1)
def world_of(facts: Facts) -> World:
    """Return the things of a policy, the same ones for all rules."""
    return World(lambda on: gather(facts, on))


@dataclass(frozen=True)
class Found:
    """Something found by a rule: entry ``index`` of a field, or ``words`` in it that begin at ``start``.

    ``what`` is said where the rule has no message of its own; ``shown`` is what the message shows,
    ``fix`` what to write in place of the words.
    """

    thing: Thing
    what: str
    field: str = ""
    index: int = 0
    words: str = ""
    start: int = 0
    shown: str = ""
    hint: str = ""
    fix: str | None = None

    def within(self, text: str, start: int, words: str) -> Found:
        """Return it for ``words`` that begin at ``start`` of ``text``."""
        before, after = text[max(start - CONTEXT, 0) : start], text[start + len(words) :][:CONTEXT]
        hint = "" if self.fix is None else _("Write “{words}”.").format(words=f"{before}{self.fix}{after}")
        return replace(self, words=words, start=start, shown=f"{before}{words}{after}", hint=hint)


def entries(things: Sequence[Thing], name: str) -> Iterator[tuple[Thing, int, Any]]:
    """Yield every value of the field ``name``, each entry of a list by its number; none that is not there."""
    for thing in things:
        value = value_of(thing.record, name)
        if isinstance(value, list | dict):
            values = value.values() if isinstance(value, dict) else value
            yield from ((thing, number, entry) for number, entry in enumerate(values))
        elif value is not None and value != "":
            yield thing, 0, value


def plain(value: Any) -> str:
    """Return a value as it is written, shortened."""
    if isinstance(value, list):
        text = "、".join(map(str, value))
    else:
        text = f"{value:.15g}" if isinstance(value, float) else str(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
