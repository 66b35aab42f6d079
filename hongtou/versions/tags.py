"""Which version a policy is compared with where none is given: the last tag 标签 that touched it."""

from __future__ import annotations

import posixpath
from pathlib import Path

from hongtou.versions.renames import former_folder
from hongtou.versions.repository import Repository, find_repository
from hongtou.versions.tree import Tree
from hongtou.workspace import Workspace

HEAD = "HEAD"
_BESIDE = ("units.yaml", "sheet.yaml", "rules.yaml")
"""The files beside a policy's folder that it reads."""


def default_old(workspace: Workspace, folder: Path) -> str:
    """Return the last tag, by ancestry from HEAD, that touched the policy in ``folder`` or a file it reads; else HEAD.

    A later tag that changed only other policies is passed over: it would give the same comparison another name.
    """
    repository = find_repository(folder if folder.is_dir() else workspace.root)
    head = repository.commit(HEAD).id
    tags = _tags(repository, head)
    newest = next(iter(tags.values()), None)
    if newest is None:
        return HEAD
    path = _folder_at(repository, newest, repository.prefix.rstrip("/"))
    paths = [path, *(posixpath.join(posixpath.dirname(path), name) for name in _BESIDE)] if path else []
    last = repository.git.tell("rev-list", "--max-count=1", newest, "--", *paths).text if paths else ""
    if not last:
        return HEAD
    holding = set(_refs(repository, f"--contains={last}", f"--merged={newest}").values())
    return next((tag for tag in reversed(tags.values()) if tag in holding), HEAD)


def _tags(repository: Repository, head: str) -> dict[str, str]:
    """Return one tag for every tagged commit behind ``head``, newest first, by commit."""
    tags = _refs(repository, f"--merged={head}")
    if not tags:
        return {}
    order = repository.git.tell(
        "rev-list", "--topo-order", "--simplify-by-decoration", head, "--"
    ).text.split()
    return {commit: tags[commit] for commit in order if commit in tags}


def _refs(repository: Repository, *chosen: str) -> dict[str, str]:
    """Return the ``chosen`` tags by the commit they stand for; of several on one commit, the last by version."""
    form = "--format=%(objectname) %(*objectname) %(refname:short)"
    said = repository.git.tell("for-each-ref", "--sort=version:refname", form, *chosen, "refs/tags").text
    found = {}
    for line in said.splitlines():
        own, peeled, name = line.split(" ", 2)
        found[peeled or own] = name
    return found


def _folder_at(repository: Repository, tag: str, path: str) -> str | None:
    """Return the policy's folder at ``tag``, by the name it had there; None where it was not there."""
    tree = Tree(repository, repository.commit(tag), tag)
    return path if tree.holds(path) else former_folder(tree, path)
