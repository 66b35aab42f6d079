"""One side of a comparison 版本: what people write for it, and the policy that it means."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hongtou.errors import GenError, SourceError
from hongtou.i18n import _
from hongtou.source.load import Loaded, load, shown_path
from hongtou.versions.renames import former_folder
from hongtou.versions.repository import Repository, find_repository, refuse_unusual
from hongtou.versions.tree import Tree
from hongtou.workspace import NOTICE, Workspace, find_workspace

_WITH_PATH = re.compile(r"((?:[^:{]|\{[^}]*\})*):(.*)")
"""Revision and path, as git writes them: v1:policy/demo, with the colons of HEAD^{/units: …} in braces."""
_FULL_ID = re.compile("[0-9a-f]{40,64}")
_SHORT = 10


@dataclass(frozen=True)
class Version:
    """A policy at a version: the policy with its sources, and what is known of where it comes from.

    ``label`` is for people: v1, 工作区, or a folder. ``commit``, ``author`` and ``date`` (by the clock of the place
    where the commit was written) are None for files on the disk. ``path`` is the policy's folder, below the
    repository's root for a commit, else as people would type it. ``renamed_from`` is that folder again where the
    policy had another one in this version.
    """

    loaded: Loaded
    label: str
    path: str
    commit: str | None = None
    author: str | None = None
    date: datetime | None = None
    renamed_from: str | None = None


def open_version(workspace: Workspace | None, folder: Path | None, side: str | None) -> Version:
    """Return the policy in ``folder`` at ``side``.

    ``side`` is nothing (the working tree), a folder with a notice.yaml or that file, the name of a policy in the
    workspace, a revision (v1, HEAD~2), or a revision with a path (v1:policy/demo). A folder or policy in the working
    tree wins over a revision of the same name only if it holds a notice.yaml. In a bare repository there is neither
    ``workspace`` nor ``folder``, and only a revision with a path can be given.

    Raises GenError where there is no such version, SourceError where it cannot be read as a policy.
    """
    if side is None:
        chosen = folder or (workspace or find_workspace(Path.cwd())).choose(None)
        return _on_disk(chosen, _("working tree"))
    if not side.strip() or any(char < " " or char == "\x7f" for char in side):
        refuse_unusual(side)
    if (given := _given_folder(workspace, side)) is not None:
        return _on_disk(given, side)
    if (match := _WITH_PATH.fullmatch(side)) and (match[2] or not match[1]):
        return _with_path(workspace, folder, match[1], match[2])
    return _at_revision(folder, side.removesuffix(":"))


def _on_disk(folder: Path, label: str) -> Version:
    return Version(load(folder), label, shown_path(folder))


def _given_folder(workspace: Workspace | None, side: str) -> Path | None:
    """Return the folder on the disk that ``side`` names, None where none with a notice.yaml does."""
    given = Path(side)
    given = given.parent if given.name == NOTICE else given
    named = [workspace.root / "policy" / side] if workspace and "/" not in side else []
    try:
        found = next((folder for folder in (*named, given) if (folder / NOTICE).is_file()), None)
        # “.” has no parent to look for the register in.
        return found.resolve() if found is not None and found.name in ("", "..") else found
    except OSError:
        return None


def _at_revision(folder: Path | None, revision: str) -> Version:
    """Return the policy that is in ``folder`` now, at ``revision``; a folder renamed since is followed."""
    repository = find_repository(folder or Path.cwd())
    if folder is None:
        example = f"{revision}:policy/NAME"
        raise _no_policy_there(revision) or GenError(
            _("it is not said which policy is meant."),
            _("Give it with the version: {side}").format(side=example),
        )
    try:
        tree = _tree(repository, revision)
    except GenError as error:
        raise _no_policy_there(revision) or error from error
    path = repository.prefix.rstrip("/")
    if tree.holds(path):
        return _loaded(tree, path)
    if (former := former_folder(tree, path)) is not None:
        return _loaded(tree, former, renamed_from=former)
    raise _absent(tree, path)


def _no_policy_there(side: str) -> GenError | None:
    """Return the error for a ``side`` that is a folder without a notice.yaml, None for anything else."""
    try:
        if not Path(side).is_dir():
            return None
    except OSError:
        return None
    message = _("{path} is neither a version nor a policy: it has no {file}.")
    return GenError(message.format(path=side, file=NOTICE), _("Give a version, or a folder with that file."))


def _tree(repository: Repository, revision: str) -> Tree:
    label = revision[:_SHORT] if _FULL_ID.fullmatch(revision) else revision
    return Tree(repository, repository.commit(revision), label)


def _with_path(workspace: Workspace | None, folder: Path | None, revision: str, path: str) -> Version:
    """Return the policy at ``path`` of ``revision``, seen from the root of the repository, or, with ./, from here."""
    repository = find_repository(Path.cwd() if folder is None else folder)
    if not revision:
        message = _("the version before the colon is missing: “{side}”.").format(side=f":{path}")
        raise GenError(message, _("Write it like v1:policy/NAME."))
    tree = _tree(repository, revision)
    places = [_policy_folder(place) for place in _places(repository, workspace, path)]
    for place in places:
        if tree.holds(place):
            return _loaded(tree, place)
    raise _absent(tree, places[0] if tree.blocked(places[0]) else path)


def _places(repository: Repository, workspace: Workspace | None, path: str) -> list[str]:
    """Return what ``path`` may mean, below the root: as git takes it; seen from the workspace; as a policy's name."""
    if path.startswith(("./", "../")) or path in (".", ".."):
        return [repository.within(path, find_repository(Path.cwd()).prefix)]
    places = [repository.within(path)]
    if workspace is not None and not repository.bare:
        base = find_repository(workspace.root).prefix
        places += [repository.within(place, base) for place in (path, f"policy/{path}")]
    return places


def _policy_folder(path: str) -> str:
    return posixpath.dirname(path) if path.endswith(".yaml") else path


def _loaded(tree: Tree, path: str, renamed_from: str | None = None) -> Version:
    commit = tree.commit
    try:
        loaded = load(tree.repository.root / path, tree.read, tree)
    except SourceError as error:
        raise Unreadable(tree, error) from error
    return Version(loaded, tree.label, path, commit.id, commit.author, commit.date, renamed_from)


def _absent(tree: Tree, path: str) -> GenError:
    """Return the error for a policy that is not in a version, naming those that are."""
    if blocked := tree.blocked(path):
        place, entry = blocked
        return GenError(f"{tree.label}:{place}: {tree.fault(entry)}", tree.way_out())
    message = _("there is no policy {path} in the version {version}.").format(path=path, version=tree.label)
    names = ", ".join(f"{tree.label}:{name}" for name in tree.policies)
    if not names:
        return GenError(message, _("There is no policy at all in it; take a newer version."))
    return GenError(message, _("Policies in it: {names}").format(names=names))


class Unreadable(SourceError):
    """A version that cannot be read as a policy: every finding, headed by which version it is, and a way out."""

    def __init__(self, tree: Tree, error: SourceError) -> None:
        super().__init__(error.findings)
        when = f", {tree.commit.date:%Y-%m-%d}" if tree.commit.date else ""
        head = _("the version {version} ({commit}) cannot be read as a policy:").format(
            version=tree.label, commit=f"{tree.commit.id[:_SHORT]}{when}"
        )
        self.hint = tree.way_out()
        hint = "" if self.hint in self.message else f"\n    → {self.hint}"
        self.message = f"{head}\n{self.message}{hint}"


__all__ = ["Unreadable", "Version", "open_version"]
