"""Data beside the words 指标、时限、联系人: told only where no change of words tells it already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from hongtou.diff.change import Change, Level, Match, Verb
from hongtou.diff.tokens import fold
from hongtou.diff.words import WORDS, called, shown
from hongtou.model.base import Model

_LEVELS = {
    "targets": Level.B,
    "deadlines": Level.B,
    "reports": Level.B,
    "declarations": Level.A,
    "columns": Level.F,
    "basis": Level.F,
}


def data_changes(match: Match, field: str, old: Any, new: Any) -> Iterator[Change]:
    """Yield a change for each entry that comes, goes or differs; entries are known by id, name or place."""
    ours, theirs = _entries(old), _entries(new)
    for key, was, now in _paired(ours, theirs):
        if was != now:
            verb = Verb.ADD if was is None else Verb.DELETE if now is None else Verb.CHANGE
            before, after = _differing(was, now)
            level = Level.F if _same(was, now) else _LEVELS.get(field, Level.C)
            yield Change(match, verb, level, f"{field}/{key}", before, after)
    if ours == theirs:
        yield Change(match, Verb.CHANGE, Level.F, field, "、".join(ours), "、".join(theirs))


def _paired(ours: dict[str, Any], theirs: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    """Yield the entries of both sides: those of one key, then those that print the same words, then the rest."""
    fresh = {key: entry for key, entry in theirs.items() if key not in ours}
    for key, was in ours.items():
        if key in theirs:
            yield key, was, theirs[key]
            continue
        twin = next((k for k, entry in fresh.items() if _printed(entry) == _printed(was)), None)
        yield twin or key, was, fresh.pop(twin) if twin is not None else None
    yield from ((key, None, now) for key, now in fresh.items())


def _same(old: Any, new: Any) -> bool:
    """Whether two entries differ in width, in their ids and in where they were read only."""
    if not isinstance(old, Model) or not isinstance(new, Model):
        return fold(shown(old) or "") == fold(shown(new) or "")
    bare = (
        entry.model_copy(update=dict.fromkeys({"id", "source"} & {*type(entry).model_fields}))
        for entry in (old, new)
    )
    one, other = (fold(shown(entry) or "") for entry in bare)
    return one == other


def _differing(old: Any, new: Any) -> tuple[str | None, str | None]:
    """Return both entries as a person reads them, only in what differs; an entry alone by the words it prints."""
    if isinstance(old, Model) and isinstance(new, Model):
        names = [n for n in type(new).model_fields if getattr(old, n) != getattr(new, n)]
        return tuple(
            "，".join(f"{called(n)}：{shown(getattr(e, n)) or '—'}" for n in names) for e in (old, new)
        )  # type: ignore[return-value]
    return tuple(getattr(entry, "printed", None) or shown(entry) for entry in (old, new))  # type: ignore[return-value]


def _entries(value: Any) -> dict[str, Any]:
    if isinstance(value, dict):
        return value
    found: dict[str, Any] = {}
    for number, entry in enumerate(value or ()):
        key = getattr(entry, "id", None) or getattr(entry, "header", None) or str(number)
        found[key if key not in found else f"{key}-{number}"] = entry
    return found


def covered(changes: Sequence[Change]) -> list[Change]:
    """Return ``changes`` without the data that a change of words tells; its path is noted with those words."""
    words = [change for change in changes if change.field in WORDS]
    took: dict[int, list[Change]] = {}
    kept: list[Change] = []
    for change in changes:
        host = _host(change, words) if "/" in change.field else None
        if host is None:
            kept.append(change)
        else:
            took.setdefault(id(host), []).append(change)
    return [_with(change, took[id(change)]) if id(change) in took else change for change in kept]


def _with(change: Change, data: Sequence[Change]) -> Change:
    paths = tuple(f"{one.match.part.key}/{one.field}" for one in data)
    level = min(change.level, *(one.level for one in data))
    return replace(change, covers=paths, level=level)


def _host(change: Change, words: Sequence[Change]) -> Change | None:
    """Return the change of words that prints what ``change`` was and is."""
    field, _slash, key = change.field.partition("/")
    was, now = (
        _entries(getattr(p.data, field)).get(key) if p else None for p in (change.match.old, change.match.new)
    )
    own = field in ("targets", "deadlines", "attributes")
    for host in words:
        near = not own or host.match is change.match or host.match.part.parent == change.match.part.key
        if near and _says(host.old, was) and _says(host.new, now):
            return host
    return None


def _says(text: str | None, entry: Any) -> bool:
    """Whether ``text`` prints ``entry``; nothing is printed everywhere."""
    if entry is None:
        return True
    said = [word for word in _printed(entry) if word]
    return bool(said) and text is not None and all(word in text for word in said)


def _printed(entry: Any) -> list[str | None]:
    if isinstance(entry, str):
        return [entry]
    if (deadline := getattr(entry, "deadline", None)) is not None:
        return [deadline.printed]
    words: str | None = getattr(entry, "printed", None)
    return [words] if words else [getattr(entry, name, None) for name in ("name", "phone", "email", "title")]
