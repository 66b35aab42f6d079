"""What commands that compare two versions begin with: both sides opened, the comparison, whom it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from hongtou.errors import GenError
from hongtou.i18n import N_, _

if TYPE_CHECKING:
    from hongtou.diff.change import PolicyDiff
    from hongtou.diff.impact import Impact
    from hongtou.revisions import Revision
    from hongtou.versions.open import Version
    from hongtou.workspace import Workspace


Function = TypeVar("Function", bound=Callable[..., object])


def two_versions(function: Function) -> Function:
    """Give a command the arguments OLD and NEW and the option for the policy."""
    policy = click.option("-p", "--policy", metavar="NAME", help=_POLICY)
    return click.argument("old", required=False)(click.argument("new", required=False)(policy(function)))


_POLICY = N_("Which policy, where the workspace has several.")


@dataclass(frozen=True)
class Compared:
    """Two versions of a policy; the workspace is None in a bare repository."""

    workspace: Workspace | None
    old: Version
    new: Version

    @cached_property
    def diff(self) -> PolicyDiff:
        """What changed."""
        from hongtou.diff.compare import compare

        return compare(self.old.loaded.policy, self.new.loaded.policy)

    @cached_property
    def impact(self) -> Impact:
        """Whom it concerns."""
        from hongtou.diff.impact import Impact

        return Impact(self.old.loaded.policy, self.new.loaded.policy, self.diff)

    @cached_property
    def revision(self) -> Revision:
        """The papers of the comparison; without a workspace with the shipped templates."""
        from hongtou.papers import Papers
        from hongtou.revisions import Revision
        from hongtou.workspace import Workspace

        papers = Papers(self.workspace or Workspace(Path()), self.new.loaded.policy)
        labels = (
            self.old.label if self.old.commit else "原稿",
            self.new.label if self.new.commit else "本稿",
        )
        return Revision(papers, self.impact, labels)

    @property
    def sides(self) -> tuple[str, str]:
        """What people call both versions."""
        return self.old.label, self.new.label

    def output(self, name: str, given: Path | None) -> Path:
        """Return where to write: as given, else ``name`` in the output folder of the workspace."""
        if given is not None:
            return given
        root = self.workspace.root if self.workspace is not None else Path()
        return root / "output" / name

    def units(self, names: Sequence[str]) -> frozenset[str]:
        """Return the single units that ``names`` mean in one of the versions. Raises GenError for a stranger."""
        found: set[str] = set()
        for name in names:
            members = [unit for version in (self.new, self.old) for unit in _members(version, name)]
            if not members:
                near = self.new.loaded.policy.register.suggest(name)
                hint = _("Did you mean “{name}”?").format(name=near) if near else _("Add it to units.yaml.")
                raise GenError(_("“{name}” is not in the register.").format(name=name), hint)
            found |= {*members}
        return frozenset(found)

    def parts_of(self, units: frozenset[str]) -> frozenset[str]:
        """Return the keys of the parts that ask something of ``units``, before or after."""
        cells = (cell for unit in units for cell in self.impact.by_unit.get(unit, ()))
        keys = {cell.pair.match.part.key for cell in cells}
        items = {m.part.key for m in self.diff.matches if m.part.parent in keys}
        return frozenset(keys | items)


def _members(version: Version, name: str) -> list[str]:
    register = version.loaded.policy.register
    entry = register.find(name)
    return [unit.name for unit in register.expand(entry.name)] if entry is not None else []


def compared(policy: str | None, old: str | None, new: str | None) -> Compared:
    """Return ``policy`` (None: the only one) at two versions.

    Without ``old`` it is the last tag that touched the policy, else HEAD; without ``new`` the working tree.
    """
    from hongtou.versions.open import open_version
    from hongtou.versions.tags import default_old

    workspace, folder = _where(policy, old, new)
    if old is None and workspace is not None and folder is not None:
        old = default_old(workspace, folder)
    return Compared(workspace, open_version(workspace, folder, old), open_version(workspace, folder, new))


def _where(policy: str | None, *sides: str | None) -> tuple[Workspace | None, Path | None]:
    """Return workspace and policy folder; neither where both sides say themselves where they are."""
    from hongtou.workspace import find_workspace

    told = all(side is not None and (":" in side or Path(side).exists()) for side in sides)
    try:
        workspace = find_workspace(Path(policy) if policy and Path(policy).exists() else Path.cwd())
        return workspace, (None if told and policy is None else workspace.choose(policy))
    except GenError:
        if told and policy is None:
            return None, None
        raise


def print_to(text: str, path: Path | None, *, force: bool) -> None:
    """Print ``text``, or write it to the file ``path`` and print that. Raises Refused for a file that is there."""
    if path is None:
        click.echo(text)
        return
    from hongtou.build.write import write

    write(path, f"{text}\n".encode(), force=force)
    click.echo(path)


def side(version: Version) -> dict[str, str | None]:
    """Return what a machine is told of a version."""
    notice = version.loaded.policy.notice
    return {
        "label": version.label,
        "commit": version.commit,
        "path": version.path,
        "renamed_from": version.renamed_from,
        "title": notice.title,
        "document_number": notice.document_number,
    }
