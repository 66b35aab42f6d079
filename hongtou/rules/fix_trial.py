"""Trying changes: written into the texts of the files, read again and held against all rules."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path as FilePath

from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from hongtou.errors import SourceError
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.rules.fix_blame import Blame, State, blame, owners
from hongtou.rules.fix_files import Files
from hongtou.rules.fix_plans import Plan, merged
from hongtou.rules.hit import Path
from hongtou.rules.locate import Located
from hongtou.source.edit import (
    Change,
    Changes,
    Copies,
    Scalar,
    edit,
    path_at,
    replaced,
    scalar_at,
    with_values,
)
from hongtou.source.load import Loaded, load

Chosen = Callable[[Loaded], list[Located]]
"""What is to be corrected, and what counts as found."""


@dataclass(frozen=True)
class Right:
    """Changes that are right together: the texts of the files, and the policy."""

    texts: dict[FilePath, str]
    state: State


@dataclass(frozen=True)
class Wrong:
    """Changes that are not: who is to blame, and why; ``reason`` is said where nobody can be blamed by the place."""

    reasons: Blame
    reason: str = ""


def state_of(loaded: Loaded, chosen: Chosen) -> State:
    """Return a policy with what is found in it."""
    return State(loaded, sorted(chosen(loaded), key=lambda located: located.finding))


class Trials:
    """Changes of one state of the policy, tried."""

    def __init__(self, files: Files, base: State, chosen: Chosen) -> None:
        self.files = files
        self.base = base
        self.chosen = chosen
        self.sources = base.loaded.sources
        self.copies = Copies({name: source.data for name, source in self.sources.items()})

    @cached_property
    def twins(self) -> dict[Scalar, list[Scalar]]:
        """The texts that are one in the file with others (``*a``), by each of them."""
        found: dict[Scalar, list[Scalar]] = {}
        for name, source in self.sources.items():
            if "*" in source.text:
                for paths in _paths(source.root).values():
                    found.update({(name, path): [(name, other) for other in paths] for path in paths})
        return found

    def run(self, plans: Sequence[Plan]) -> Right | Wrong:
        """Return what comes of ``plans``, all made together."""
        changes = merged(plans)
        self.copies.follow(changes)
        written, refused = self._written(changes)
        if refused:
            return _wrong(plans, refused)
        texts = {**self.files.texts, **written}
        try:
            loaded = self._loaded(texts)
        except SourceError as error:
            return self._unreadable(plans, error)
        if not self._as_wanted(loaded, changes):
            return Wrong({}, _("another text of the file would change with it."))
        state = state_of(loaded, self.chosen)
        reasons = blame(self.base, state, plans, changes)
        return Wrong(reasons) if reasons else Right(texts, state)

    def _written(self, changes: Changes) -> tuple[dict[FilePath, str], list[tuple[Scalar, str]]]:
        """Return the new texts of the files, and what cannot be changed in place."""
        edits: dict[str, set[Change]] = defaultdict(set)
        refused = []
        for scalar, wanted in changes.items():
            made = self._edit(scalar, wanted, changes)
            if isinstance(made, str):
                refused.append((scalar, made))
            else:
                edits[scalar[0]].add(made)
        if refused:
            return {}, refused
        return {
            self.files.path(name): self.files.whole(name, replaced(self.sources[name].text, made))
            for name, made in edits.items()
        }, []

    def _edit(self, scalar: Scalar, wanted: set[Change], changes: Changes) -> Change | str:
        """Return the change of the file that makes those ``wanted`` of one text, or why there is none."""
        if any(changes.get(twin) != wanted for twin in self.twins.get(scalar, ())):
            return _("another text of the file would change with it.")
        source = self.sources[scalar[0]]
        node = scalar_at(source.root, scalar[1])
        made = edit(source.text, node, sorted(wanted)) if node is not None else None
        if made is not None:
            return made
        reason = _("the text on line {line} is not written on one line as it is read; correct it by hand.")
        return reason.format(line=node.start_mark.line + 1 if node is not None else 0)

    def _loaded(self, texts: dict[FilePath, str]) -> Loaded:
        before, self.files.texts = self.files.texts, texts
        try:
            return load(self.files.folder, self.files)
        finally:
            self.files.texts = before

    def _unreadable(self, plans: Sequence[Plan], error: SourceError) -> Wrong:
        reason = _("the policy could not be read any more: {message}")
        told = [(self._scalar(finding), reason.format(message=finding.message)) for finding in error.findings]
        return _wrong(plans, told)

    def _scalar(self, finding: Finding) -> Scalar:
        """Return the text that a finding of reading is told at."""
        for name, source in self.sources.items():
            if source.path == finding.path:
                return name, path_at(source.root, finding.line - 1)
        return "", ()

    def _as_wanted(self, loaded: Loaded, changes: Changes) -> bool:
        """Whether the files hold what they held but for ``changes``."""
        values: dict[str, dict[Path, str]] = defaultdict(dict)
        for (name, path), wanted in changes.items():
            values[name][path] = replaced(self.copies.text((name, path)), wanted)
        return all(
            loaded.sources[name].data == with_values(source.data, values[name])
            for name, source in self.sources.items()
        )


def _wrong(plans: Sequence[Plan], told: Sequence[tuple[Scalar, str]]) -> Wrong:
    reasons: Blame = {}
    for scalar, reason in told:
        for plan in owners(plans, scalar):
            reasons.setdefault(plan, reason)
    return Wrong(reasons, told[0][1])


def _paths(root: Node | None) -> dict[int, list[Path]]:
    """Return the paths to each node that more than one leads to, by identity."""
    found: dict[int, list[Path]] = defaultdict(list)
    waiting: list[tuple[Node, Path]] = [(root, ())] if root is not None else []
    while waiting:
        node, path = waiting.pop()
        if isinstance(node, SequenceNode):
            waiting += ((child, (*path, number)) for number, child in enumerate(node.value))
        elif isinstance(node, MappingNode):
            waiting += ((child, (*path, key.value)) for key, child in node.value)
        else:
            found[id(node)].append(path)
    return {key: paths for key, paths in found.items() if len(paths) > 1}
