"""Correcting the files of a policy: what rules know how to write is written where it stands, and held against all rules.

A change is kept only where its finding goes away and none comes. Many are tried at once, and only where something comes
up are those beside it tried apart. Nothing is written to disk here.
"""

from __future__ import annotations

import codecs
import difflib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from hongtou.errors import SourceError
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.model.task import Task
from hongtou.rules.check import check_policy
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Path, Span
from hongtou.rules.locate import Located
from hongtou.source.edit import (
    Change,
    Changes,
    Copies,
    Scalar,
    differences,
    edit,
    path_at,
    replaced,
    scalar_at,
    value_at,
    with_values,
)
from hongtou.source.files import read_bytes
from hongtou.source.load import Loaded, Reader, load
from hongtou.source.nodes import Source

ALONE = 4
"""As many changes are tried one by one where each has trouble beside it; of more, all are left out at once."""

Key = tuple[str, int, str]
"""What makes a finding the same before and after: file, line, rule."""

NOWHERE: Scalar = "", ()
"""The part of a finding that is in none of the files."""
_PARTS = frozenset({"tasks", "sections", "measures", "items", "attachments"})


@dataclass(frozen=True)
class Fixes:
    """What has been corrected, and what has not.

    ``texts`` are the new texts of the files that change, ``before`` the old ones, each to the last byte once encoded as
    UTF-8. ``refused`` are findings that could have been corrected, with the reason why they were not; they are
    in ``remaining`` too, which are all findings that are left.
    """

    texts: dict[FilePath, str]
    before: dict[FilePath, str]
    applied: list[Located]
    refused: list[tuple[Located, str]]
    remaining: list[Located]


def fix(
    folder: FilePath,
    reader: Reader = read_bytes,
    chosen: Callable[[Loaded], list[Located]] = check_policy,
) -> Fixes:
    """Return the policy in ``folder`` with every finding of ``chosen`` corrected that can be.

    ``chosen`` says what is corrected and also what counts as a new finding. Raises SourceError as loading does.
    """
    files = _Files(folder, reader)
    state = _state(load(folder, files), chosen)
    applied: list[Located] = []
    while True:
        round_ = _Round(files, state, chosen)
        round_.run()
        if not round_.kept:
            break
        applied += (plan.located for plan in round_.kept)
        files.texts, state = round_.texts, round_.latest
    before = {path: files.read[path].decode() for path in files.texts}
    refused = sorted(round_.refused, key=lambda pair: pair[0].finding)
    return Fixes(files.texts, before, applied, refused, state.found)


def diff(old: str, new: str, shown: str) -> str:
    """Return the lines that change, as git prints them; ``shown`` is the name of the file."""
    name = shown.lstrip("/")
    lines = difflib.unified_diff(_lines(old), _lines(new), f"a/{name}", f"b/{name}")
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def _lines(text: str) -> list[str]:
    """Return the lines of ``text`` as git counts them; other line ends than LF are part of the line."""
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]


class _Files:
    """The files of a policy with new ``texts`` laid over them; what was read once is not read again."""

    def __init__(self, folder: FilePath, reader: Reader) -> None:
        self.folder = folder
        self.reader = reader
        self.read: dict[FilePath, bytes] = {}
        self.texts: dict[FilePath, str] = {}

    def __call__(self, path: FilePath, shown: str) -> bytes | Finding:
        if path in self.texts:
            return self.texts[path].encode()
        if path not in self.read:
            data = self.reader(path, shown)
            if isinstance(data, Finding):
                return data
            self.read[path] = data
        return self.read[path]

    def path(self, name: str) -> FilePath:
        """Return where the file called ``name`` lies."""
        return (self.folder if name in ("notice", "tasks") else self.folder.parent) / f"{name}.yaml"

    def whole(self, name: str, text: str) -> str:
        """Return ``text`` with the byte order mark that the file begins with."""
        marked = self.read[self.path(name)].startswith(codecs.BOM_UTF8)
        return f"\ufeff{text}" if marked else text


@dataclass(frozen=True)
class _State:
    """A policy with what is found in it."""

    loaded: Loaded
    found: list[Located]

    @cached_property
    def counts(self) -> Counter[Key]:
        """How often each rule has found something on each line."""
        return Counter(_key(located) for located in self.found)

    @cached_property
    def files(self) -> dict[str, str]:
        """The names of the files by the paths that are shown."""
        return {source.path: name for name, source in self.loaded.sources.items()}


def _state(loaded: Loaded, chosen: Callable[[Loaded], list[Located]]) -> _State:
    return _State(loaded, sorted(chosen(loaded), key=lambda located: located.finding))


def _key(located: Located) -> Key:
    """Return what makes a finding the same.

    No change adds or takes away a line, so that lines stay; columns and the words shown move with the text. Two
    findings of a rule on one line are told apart by counting them.
    """
    return located.finding.path, located.finding.line, located.finding.rule


def _part(file: str, path: Path) -> Scalar:
    """Return the row, node or attachment that ``path`` leads into."""
    for end in range(len(path), 1, -1):
        if path[end - 2] in _PARTS and isinstance(path[end - 1], int):
            return file, path[:end]
    return file, ()


def _measures(facts: Facts) -> dict[Scalar, Scalar]:
    """Return the measure that each row of the table is for."""
    return {
        ("tasks", row.path): ("notice", facts.part[row.duties.measure].path)
        for row in facts.rows
        if isinstance(row.duties, Task) and row.duties.measure in facts.part
    }


@dataclass(frozen=True)
class _Plan:
    """What is to be changed for a finding; ``part`` is what it belongs to."""

    located: Located
    scalar: Scalar
    changes: tuple[Change, ...]
    part: Scalar


def _planned(located: Located, hit: Hit, facts: Facts, sources: Mapping[str, Source]) -> _Plan | str:
    """Return the plan for a finding that can be corrected, or why it cannot."""
    at = hit.at
    place, start, inside = facts.script.place(at) if isinstance(at, Span) else (at, -1, True)
    if not inside:
        return _("it goes over two sentences; correct it by hand.")
    value = value_at(sources[place.file].data, place.path) if place.file in sources else None
    text = value if isinstance(value, str) else ""
    words = place.words or text
    start = start if start >= 0 else text.find(words)
    if not words or text[start : start + len(words)] != words:
        return _("these words do not stand in the file as they are printed.")
    changes = tuple(
        Change(start + change.start, start + change.end, change.new)
        for change in differences(words, hit.fix or "")
    )
    return _Plan(located, (place.file, place.path), changes, _part(place.file, place.path))


@dataclass(frozen=True)
class _Trouble:
    """What came up when changes were tried: why they cannot stay, and in which part of the policy."""

    reason: str
    part: Scalar = NOWHERE


class _Round:
    """Changes to one state of the policy, tried in groups; ``kept`` are those that are all right together."""

    def __init__(self, files: _Files, base: _State, chosen: Callable[[Loaded], list[Located]]) -> None:
        self.files = files
        self.base = base
        self.chosen = chosen
        self.kept: list[_Plan] = []
        self.texts = files.texts
        self.latest = base
        self.refused: list[tuple[Located, str]] = []
        facts = Facts(base.loaded.policy)
        self.measure = _measures(facts)
        self.plans = [*self._plans(facts)]
        self.copies = Copies({name: source.data for name, source in base.loaded.sources.items()})

    def _plans(self, facts: Facts) -> Iterator[_Plan]:
        for located in self.base.found:
            hit = located.hit
            if hit is not None and hit.fix is not None:
                plan = _planned(located, hit, facts, self.base.loaded.sources)
                if isinstance(plan, str):
                    self.refused.append((located, plan))
                else:
                    yield plan

    def run(self) -> None:
        """Try every plan; those that meet one that is kept wait for the next round."""
        waiting = self.plans
        while waiting:
            group, waiting = _apart(waiting, self.kept)
            if not group:
                return
            self._settle(group)

    def _settle(self, group: list[_Plan]) -> None:
        """Keep of ``group`` what can be kept."""
        troubles = self._keep(group)
        if not troubles:
            return
        parts = self._split(group, troubles)
        if not parts:
            self._refuse(group, troubles)
        for part in parts:
            self._settle(part)

    def _split(self, group: list[_Plan], troubles: list[_Trouble]) -> Sequence[list[_Plan]]:
        """Return what of ``group`` is to be tried apart; nothing where each is to blame for trouble of its own."""
        for measure in ({}, self.measure):
            by_part: dict[Scalar, list[_Plan]] = defaultdict(list)
            for plan in group:
                by_part[measure.get(plan.part, plan.part)].append(plan)
            blamed = {measure.get(trouble.part, trouble.part) for trouble in troubles}
            beside = blamed & by_part.keys()
            if beside and len(group) > 1:
                return _shares(by_part, beside)
        return _halves(group) if len(group) > 1 else ()

    def _refuse(self, group: list[_Plan], troubles: list[_Trouble]) -> None:
        reasons = {trouble.part: trouble.reason for trouble in reversed(troubles)}
        self.refused += ((plan.located, reasons.get(plan.part, troubles[0].reason)) for plan in group)

    def _keep(self, group: list[_Plan]) -> list[_Trouble]:
        """Keep ``group`` if nothing speaks against it, else return what does."""
        plans = [*self.kept, *group]
        changes: Changes = defaultdict(set)
        for plan in plans:
            changes[plan.scalar].update(plan.changes)
        self.copies.follow(changes)
        written, troubles = self._written(changes)
        if troubles:
            return troubles
        texts = {**self.files.texts, **written}
        state = self._tried(texts, changes)
        if isinstance(state, list):
            return state
        troubles = self._new(state, plans)
        if not troubles:
            self.kept, self.texts, self.latest = plans, texts, state
        return troubles

    def _written(self, changes: Changes) -> tuple[dict[FilePath, str], list[_Trouble]]:
        """Return the new texts of the files, and what cannot be changed in place."""
        edits: dict[str, set[Change]] = defaultdict(set)
        troubles = []
        for (name, path), wanted in changes.items():
            source = self.base.loaded.sources[name]
            node = scalar_at(source.root, path)
            made = edit(source.text, node, sorted(wanted)) if node is not None else None
            if made is None:
                reason = _(
                    "the text on line {line} is not written on one line as it is read; correct it by hand."
                )
                line = node.start_mark.line + 1 if node is not None else 0
                troubles.append(_Trouble(reason.format(line=line), _part(name, path)))
            else:
                edits[name].add(made)
        sources = self.base.loaded.sources
        return {
            self.files.path(name): self.files.whole(name, replaced(sources[name].text, made))
            for name, made in edits.items()
        }, troubles

    def _tried(self, texts: dict[FilePath, str], changes: Changes) -> _State | list[_Trouble]:
        """Return the policy of ``texts``, or why it cannot be read as the one with ``changes``."""
        before, self.files.texts = self.files.texts, texts
        try:
            loaded = load(self.files.folder, self.files)
        except SourceError as error:
            reason = _("the policy could not be read any more: {message}")
            return [
                _Trouble(reason.format(message=finding.message), self._part_of(finding))
                for finding in error.findings
            ]
        finally:
            self.files.texts = before
        if not self._as_wanted(loaded, changes):
            return [_Trouble(_("another text of the file would change with it."))]
        return _state(loaded, self.chosen)

    def _as_wanted(self, loaded: Loaded, changes: Changes) -> bool:
        """Whether the files hold what they held but for ``changes``."""
        values: dict[str, dict[Path, str]] = defaultdict(dict)
        for (name, path), wanted in changes.items():
            values[name][path] = replaced(self.copies.text((name, path)), wanted)
        return all(
            loaded.sources[name].data == with_values(source.data, values[name])
            for name, source in self.base.loaded.sources.items()
        )

    def _new(self, state: _State, plans: list[_Plan]) -> list[_Trouble]:
        """Return the findings of ``state`` that should not be there after ``plans``."""
        wanted = self.base.counts - Counter(_key(plan.located) for plan in plans)
        troubles = []
        for located in state.found:
            key = _key(located)
            if state.counts[key] > wanted[key]:
                reason = (
                    _("the finding would still be there: {message}")
                    if state.counts[key] <= self.base.counts[key]
                    else _("something else would be found: {message}")
                )
                message = located.finding.message
                troubles.append(_Trouble(reason.format(message=message), self._part_of(located.finding)))
        return troubles

    def _part_of(self, finding: Finding) -> Scalar:
        """Return the part of the file that ``finding`` is in."""
        name = self.base.files.get(finding.path)
        if name is None:
            return NOWHERE
        return _part(name, path_at(self.base.loaded.sources[name].root, finding.line - 1))


def _apart(plans: Iterable[_Plan], kept: Iterable[_Plan]) -> tuple[list[_Plan], list[_Plan]]:
    """Return those of ``plans`` that can be made together, and beside ``kept``, and the others."""
    taken: Changes = defaultdict(set)
    for plan in kept:
        taken[plan.scalar].update(plan.changes)
    group: list[_Plan] = []
    waiting: list[_Plan] = []
    for plan in plans:
        there = taken[plan.scalar]
        if any(change.meets(other) for change in plan.changes for other in there):
            waiting.append(plan)
        else:
            group.append(plan)
            there.update(plan.changes)
    return group, waiting


def _shares(by_part: Mapping[Scalar, list[_Plan]], beside: AbstractSet[Scalar]) -> Sequence[list[_Plan]]:
    """Return the plans without trouble ``beside`` them, and those with; where all have, half of the plans of each part."""
    groups: tuple[list[_Plan], list[_Plan]] = [], []
    for part, plans in by_part.items():
        if len(beside) < len(by_part):
            groups[part in beside].extend(plans)
        else:
            for share, half in zip(groups, _halves(plans), strict=True):
                share.extend(half)
    if all(groups):
        return groups
    plans = [plan for group in groups for plan in group]
    return [[plan] for plan in plans] if len(plans) <= ALONE else ()


def _halves(plans: list[_Plan]) -> tuple[list[_Plan], list[_Plan]]:
    middle = (len(plans) + 1) // 2
    return plans[:middle], plans[middle:]
