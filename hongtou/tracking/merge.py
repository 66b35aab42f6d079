"""One return into what is known already 并入: newer before older, current words before earlier ones, nothing dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from hongtou.model.progress import Answer, PaperKind, Remark, Return, Said, UnitProgress
from hongtou.tracking.match import Placed
from hongtou.tracking.returned import moment

_ONLY_IN = {
    PaperKind.LEDGER: frozenset({"person", "evidence", "note"}),
    PaperKind.CHECKLIST: frozenset({"progress", "problem", "next"}),
    PaperKind.LETTER: frozenset({"progress", "problem", "next"}),
}
"""The fields that a kind of paper does not ask for: what another paper said of them stays."""
_ASIDE = {"via", "earlier", "disputed"}


class Outcome(StrEnum):
    """What became of one answer."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    OLDER = "older"
    DISPUTED = "disputed"


@dataclass
class Merged:
    """A unit's chapter with a return merged in; what became of each answer, in the order of the rows."""

    progress: UnitProgress
    outcomes: list[tuple[Placed, Outcome]] = field(default_factory=list)


def merge(
    known: UnitProgress, id_: str, record: Return, placed: Iterable[Placed], remarks: Iterable[Remark]
) -> Merged:
    """Return ``known`` with the rows of the return ``id_`` merged in."""
    returns = {**known.returns, id_: record}
    tasks: dict[str, dict[str, Answer]] = {task: dict(lines) for task, lines in known.tasks.items()}
    outcomes = []
    for entry in placed:
        if entry.said is None:
            continue
        task, line = entry.key
        old = tasks.get(task, {}).get(line)
        said = entry.said.model_copy(update={"via": id_})
        answer, outcome = _answer(old, said, entry, returns)
        if answer is not old:
            tasks.setdefault(task, {})[line] = answer
        outcomes.append((entry, outcome))
    noted = (*known.remarks, *(remark for remark in remarks if remark not in known.remarks))
    return Merged(UnitProgress(returns=returns, tasks=tasks, remarks=noted), outcomes)


def _answer(
    old: Answer | None, said: Said, entry: Placed, returns: Mapping[str, Return]
) -> tuple[Answer, Outcome]:
    """Return what holds after ``said``, and what became of it."""
    if old is None:
        if _is_unclear(entry):
            return Answer(disputed=(said,), asked=said.asked), Outcome.DISPUTED
        return Answer.model_validate(said.model_dump()), Outcome.NEW
    said = _completed(said, old, returns)
    if _content(said) == _content(old):
        return old, Outcome.SAME
    newer = None if _is_unclear(entry) else _is_newer(said, old, entry, returns)
    if newer:
        return _replaced(said, old), Outcome.CHANGED
    if any(_content(said) == _content(other) for other in (*old.earlier, *old.disputed)):
        return old, Outcome.SAME
    if newer is None:
        return old.model_copy(update={"disputed": (*old.disputed, said)}), Outcome.DISPUTED
    return old.model_copy(update={"earlier": _in_order((*old.earlier, said), returns)}), Outcome.OLDER


def _replaced(said: Said, old: Answer) -> Answer:
    """Return ``said`` as what holds, in front of ``old``; where nothing held, it settles what was disputed."""
    before = Said.model_validate(old.model_dump(exclude={"earlier", "disputed"}))
    earlier = (before, *old.earlier) if _holds(old) else (*old.disputed, *old.earlier)
    disputed = old.disputed if _holds(old) else ()
    return Answer.model_validate({**said.model_dump(), "earlier": earlier, "disputed": disputed})


def _holds(old: Answer) -> bool:
    """Whether anything holds, and is not only disputed."""
    return any(name != "asked" for name, _value in _content(old))


def _is_unclear(entry: Placed) -> bool:
    """Whether two states are ticked, so that nobody can tell what holds."""
    return len(entry.row.states) > 1


def _is_newer(said: Said, old: Answer, entry: Placed, returns: Mapping[str, Return]) -> bool | None:
    """Return whether ``said`` comes after what is known; None where that cannot be told."""
    if entry.asked is not None and said.asked != old.asked:
        current = entry.asked.hash
        if current in (said.asked, old.asked):
            return said.asked == current
    known = (old,) if _holds(old) else old.disputed
    mine, theirs = _saved(said, returns), [_saved(one, returns) for one in known]
    if mine is None or None in theirs or mine in theirs:
        return None
    return all(mine > str(time) for time in theirs)


def _saved(said: Said, returns: Mapping[str, Return]) -> str | None:
    record = returns.get(said.via or "")
    return moment(record.saved) if record is not None else None


def _in_order(earlier: Iterable[Said], returns: Mapping[str, Return]) -> tuple[Said, ...]:
    return tuple(sorted(earlier, key=lambda said: _saved(said, returns) or "", reverse=True))


def _completed(said: Said, old: Answer, returns: Mapping[str, Return]) -> Said:
    """Return ``said`` with what its paper does not ask for and another paper told."""
    record, before = returns[said.via or ""], returns.get(old.via or "")
    if before is None or _ONLY_IN[before.paper] == _ONLY_IN[record.paper]:
        return said
    kept = {name: getattr(old, name) for name in _ONLY_IN[record.paper] if getattr(said, name) is None}
    return said.model_copy(update=kept)


def _content(said: Said) -> frozenset[tuple[str, object]]:
    """Return what ``said`` says, without where it came from."""
    values = said.model_dump(exclude=_ASIDE)
    return frozenset((key, value) for key, value in values.items() if value is not None)
