"""A policy whose folder was renamed since a version: under which name it stands there."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hongtou.source.files import read_bytes
from hongtou.versions.tree import Tree
from hongtou.workspace import NOTICE

_FILES = (NOTICE, "tasks.yaml")
_LIKE = 0.5
"""The share of equal lines from which on two policies are taken for one; git's own measure for renames."""


def former_folder(tree: Tree, folder: str) -> str | None:
    """Return the folder, in the commit of ``tree``, of the policy that is now in ``folder``; None where it cannot be told."""
    for scope in ((posixpath.dirname(folder),), ()):
        votes = Counter(posixpath.dirname(old) for old, new in _renames(tree, scope) if _belongs(new, folder))
        for candidate, _count in votes.most_common():
            if tree.holds(candidate):
                return candidate
    return _alike(tree, folder)


def _belongs(path: str, folder: str) -> bool:
    return posixpath.dirname(path) == folder and posixpath.basename(path) in _FILES


def _renames(tree: Tree, scope: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Yield old and new path of every file that git takes for renamed between the commit and what is staged, or HEAD."""
    git, commit = tree.repository.git, tree.commit.id
    shape = ("-M", "-z", "--name-status", "--diff-filter=R")
    paths = [path for path in scope if path]
    if tree.repository.bare:
        answer = git.ask("diff-tree", "-r", *shape, commit, "HEAD", "--", *paths)
    else:
        answer = git.ask("diff-index", "--cached", *shape, commit, "--", *paths)
    parts = [] if answer.code else answer.text.split("\0")[:-1]
    yield from zip(parts[1::3], parts[2::3], strict=False)


def _alike(tree: Tree, folder: str) -> str | None:
    """Return the policy of the commit that is gone from the working tree and is like the one in ``folder``.

    A folder that was renamed without telling git is found so.
    """
    root = tree.repository.root
    now = _lines(root / folder)
    likeness = {
        old: _share(now, _lines(root / old, tree))
        for old in tree.policies
        if not (root / old / NOTICE).exists()
    }
    best = max(likeness, key=lambda old: likeness[old], default=None)
    return best if best is not None and likeness[best] >= _LIKE else None


def _lines(folder: Path, tree: Tree | None = None) -> set[bytes]:
    read = tree.read if tree else read_bytes
    contents = (read(folder / name, name) for name in _FILES)
    texts = (content for content in contents if isinstance(content, bytes))
    return {line.strip() for text in texts for line in text.splitlines() if line.strip()}


def _share(one: set[bytes], other: set[bytes]) -> float:
    return len(one & other) / max(len(one), len(other), 1)
