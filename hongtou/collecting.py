"""Collecting returns 收集: each file to the policy it belongs to, and every progress.yaml written once, whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from hongtou.build.write import write
from hongtou.errors import GenError
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.model.progress import PaperKind
from hongtou.model.register import Unit
from hongtou.papers import Papers
from hongtou.render.about import about
from hongtou.source.load import load_policy
from hongtou.tracking.asked import Requirements
from hongtou.tracking.book import FILE, Book
from hongtou.tracking.collect import Collected, Collector
from hongtou.tracking.find_returns import MAX_BYTES
from hongtou.workspace import Workspace, find_workspace


def collect(
    files: Sequence[Path], policy: str | None, unit: str | None = None, *, dry_run: bool = False
) -> tuple[list[Collected], dict[Path, bool]]:
    """Collect ``files``; return what became of each, and for each progress.yaml whether it changed.

    ``policy`` None means the only policy of the workspace, or the one that a file names itself.
    """
    workspace = find_workspace(Path(policy) if policy and Path(policy).exists() else Path.cwd())
    done: list[Collected] = []
    written: dict[Path, bool] = {}
    for folder, some in _by_policy(workspace, files, policy, done).items():
        book, found = _collected(workspace, folder, some, unit)
        done += found
        path = folder / FILE
        written[path] = book.changed
        if book.changed and not dry_run:
            write(path, book.text.encode(), force=True)
    order = {path.as_posix(): number for number, path in enumerate(files)}
    return sorted(done, key=lambda one: order[one.path]), written


def _by_policy(
    workspace: Workspace, files: Sequence[Path], policy: str | None, done: list[Collected]
) -> dict[Path, list[Path]]:
    """Return ``files`` by the folder of their policy; add those of nobody to ``done``."""
    if policy is not None or len(workspace.policies) <= 1:
        return {workspace.choose(policy): [*files]}
    by_name = {folder.name: folder for folder in workspace.policies}
    found: dict[Path, list[Path]] = {}
    for path in files:
        folder = by_name.get(_policy_of(path))
        if folder is not None:
            found.setdefault(folder, []).append(path)
            continue
        message = _("it cannot be told which policy {name} belongs to.").format(name=path.name)
        hint = _("Collect it with --policy NAME; there are: {names}").format(names=", ".join(by_name))
        done.append(
            Collected(path.as_posix(), findings=[Finding(path.as_posix(), 0, 0, message, hint)], failed=True)
        )
    return found


def _policy_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return about(stream.read(MAX_BYTES)).get("gen.policy", "")
    except OSError:
        return ""


def _collected(
    workspace: Workspace, folder: Path, files: Sequence[Path], unit: str | None
) -> tuple[Book, list[Collected]]:
    papers = Papers(workspace, load_policy(folder))
    if unit is not None and not isinstance(papers.policy.register.find(unit), Unit):
        near = papers.policy.register.suggest(unit)
        is_set = papers.policy.register.find(unit) is not None
        raise GenError(
            _("“{name}” is a set of units; a return is of one.").format(name=unit)
            if is_set
            else _("“{name}” is not in the register of units.").format(name=unit),
            _("Did you mean “{name}”?").format(name=near) if near and not is_set else "",
        )
    book = Book.open(folder / FILE)

    def print_(paper: PaperKind, name: str) -> bytes:
        if paper is PaperKind.LEDGER:
            return papers.ledger_docx()
        return papers.letter(name) if paper is PaperKind.LETTER else papers.checklist(name)

    collector = Collector(Requirements(papers.policy, papers.portfolio), book, print_)
    return book, list(collector.collect(files, unit))
