"""Which change is to blame when something is wrong after a trial: the one at whose words it stands.

A change may uncover a fault elsewhere that was there and could not be seen; that speaks for looking, not against the change.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.fix_plans import Plan, part_of, text_at
from hongtou.rules.hit import Span
from hongtou.rules.locate import Located
from hongtou.rules.script import Script, script_of
from hongtou.source.edit import Change, Changes, Scalar
from hongtou.source.load import Loaded

Key = tuple[str, int, str]
"""What makes a finding the same before and after: file, line, rule."""
Blame = dict[Plan, str]
"""Changes that cannot stay, with the reasons."""


@dataclass(frozen=True)
class State:
    """A policy with what is found in it."""

    loaded: Loaded
    found: list[Located]

    @cached_property
    def counts(self) -> Counter[Key]:
        """How often each rule has found something on each line."""
        return Counter(key_of(located) for located in self.found)

    @cached_property
    def script(self) -> Script:
        """The running text."""
        return script_of(self.loaded.policy)


def key_of(located: Located) -> Key:
    """Return what makes a finding the same.

    No change adds or takes away a line, so that lines stay; columns and the words shown move with the text. Two
    findings of a rule on one line are told apart by counting them, and by the words they stand at.
    """
    return located.finding.path, located.finding.line, located.finding.rule


def owners(plans: Sequence[Plan], scalar: Scalar) -> list[Plan]:
    """Return those of ``plans`` that change the text ``scalar``, or else those in the same part of the policy."""
    there = [plan for plan in plans if plan.scalar == scalar]
    return there or [plan for plan in plans if part_of(plan.scalar) == part_of(scalar)]


def blame(base: State, state: State, plans: Sequence[Plan], changes: Changes) -> Blame:
    """Return which of ``plans`` leave their finding there, or bring a fault about at the words they change."""
    wanted = base.counts - Counter(key_of(plan.located) for plan in plans)
    extra = [located for located in state.found if state.counts[key_of(located)] > wanted[key_of(located)]]
    reasons: Blame = {}
    if extra:
        marks = _Marks(plans, changes)
        for located in extra:
            for scalar, start, end in _reach(located, state):
                marks.tell(located, scalar, start, end, reasons)
    return reasons


class _Marks:
    """Where the words of each plan, and what it changes in them, stand after the changes."""

    def __init__(self, plans: Sequence[Plan], changes: Changes) -> None:
        self.plans = plans
        self.changes = changes
        self.by_scalar: dict[Scalar, list[Plan]] = defaultdict(list)
        self.by_text: dict[Scalar, list[Scalar]] = defaultdict(list)
        for plan in plans:
            self.by_scalar[plan.scalar].append(plan)
        for file, path in changes:
            self.by_text[file, path].append((file, path))
            # A finding may stand at a whole paragraph, or at all of a text.
            end = len(path)
            while end and isinstance(path[end - 1], int):
                end -= 1
                self.by_text[file, path[:end]].append((file, path))

    def tell(self, located: Located, scalar: Scalar, start: int, end: int, reasons: Blame) -> None:
        """Add to ``reasons`` the plans to blame for a finding at ``start`` to ``end`` of a text, or of a list of texts."""
        message = located.finding.message
        for text in self.by_text.get(scalar, ()):
            span = (start, end) if text == scalar else None
            for plan in self._still(text, key_of(located), span):
                reasons.setdefault(
                    plan, _("the finding would still be there: {message}").format(message=message)
                )
            if located.finding.severity is not Severity.INFO:
                for plan in self._makers(text, span):
                    reasons.setdefault(
                        plan, _("something else would be found: {message}").format(message=message)
                    )

    def _still(self, text: Scalar, key: Key, span: tuple[int, int] | None) -> Iterator[Plan]:
        """Yield the plans of a finding ``key`` whose words stand in ``span``."""
        for plan in self.by_scalar.get(text, ()):
            if key_of(plan.located) == key and self._meets(text, plan.start, plan.end, span):
                yield plan

    def _makers(self, text: Scalar, span: tuple[int, int] | None) -> Iterator[Plan]:
        """Yield the plans that change something in ``span``; a copy is changed by those that it is copied from."""
        there = self.by_scalar.get(text, [])
        for change in sorted(self.changes[text]):
            if self._meets(text, change.start, change.end, span):
                yield from [plan for plan in there if change in plan.changes] or owners(self.plans, text)

    def _meets(self, text: Scalar, first: int, last: int, span: tuple[int, int] | None) -> bool:
        """Whether what stood at ``first`` to ``last`` is now in ``span``, None for all of the text."""
        if span is None:
            return True
        first, last = _now(self.changes[text], first, last)
        start, end = span
        return (start <= first <= end) if first == last else (start < last and first < end)


def _now(changes: Iterable[Change], start: int, end: int) -> tuple[int, int]:
    """Return where characters stand after ``changes``, with what was put in at their edges."""
    first, last = start, end
    for change in changes:
        longer = len(change.new) - (change.end - change.start)
        if change.end <= start and change.start < start:
            first += longer
        if change.start <= end and (change.end <= end or change.start < end):
            last += longer
    return first, max(first, last)


def _reach(located: Located, state: State) -> Iterator[tuple[Scalar, int, int]]:
    """Yield the texts that a finding stands at, each with where it begins and ends in it."""
    if located.hit is None:
        return
    at = located.hit.at
    if isinstance(at, Span):
        for piece, start, end in state.script.parts(at):
            yield (piece.file, piece.path), start, end
        return
    text = text_at(state.loaded.sources, at.file, at.path)
    start = max(text.find(at.words), 0) if at.words else 0
    yield (at.file, at.path), start, start + len(at.words) if at.words in text and at.words else len(text)
