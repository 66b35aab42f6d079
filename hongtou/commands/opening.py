"""What commands about the papers of a policy begin with: the workspace, the policy, who is written to."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.papers import Papers


def open_papers(policy: str | None) -> Papers:
    """Return the papers of ``policy``, given by name or path; None means the only one of the workspace."""
    from hongtou.papers import Papers
    from hongtou.source.load import load_policy
    from hongtou.workspace import find_workspace

    workspace = find_workspace(Path(policy) if policy and Path(policy).exists() else Path.cwd())
    return Papers(workspace, load_policy(workspace.choose(policy)))


def choose_units(papers: Papers, names: Iterable[str]) -> list[str] | None:
    """Return the units that ``names`` mean, None for all; say which sets nobody can be written to for."""
    from hongtou import dispatch

    chosen = dispatch.choose(papers, names)
    dispatch.require_units(papers)
    if chosen is None:
        tell_unresolved(papers)
    return chosen


def tell_unresolved(papers: Papers) -> None:
    """Say which sets of units have no members that could be written to."""
    for name in papers.portfolio.unresolved:
        message = _("gen: nobody can be written to for “{name}”: its members are not in the register.")
        click.echo(message.format(name=name), err=True)
