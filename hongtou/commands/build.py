"""``gen build``: the whole package of a policy, of which only what changed is written."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.build.state import forget, inputs_key, is_fresh, record_path, remember
from hongtou.commands.values import Whole
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.papers import Papers


@click.command(
    "build", help="Write the whole package of POLICY: notice, letters, checklists, ledger; only what changed."
)
@click.argument("policy", required=False)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/ of the workspace by default.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would become of every file, and why.")
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.option("--prune", is_flag=True, help="Remove the files of units that owe nothing any more.")
@click.option("--jobs", type=Whole(min=1), help="Workers; as many as are worth it by default.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    output: Path | None,
    dry_run: bool,
    force: bool,
    prune: bool,
    jobs: int | None,
) -> None:
    """Write the package, unless the record of the last build says that there is nothing to do."""
    from hongtou.workspace import find_workspace

    workspace = find_workspace(Path(policy) if policy and Path(policy).exists() else Path.cwd())
    folder = workspace.choose(policy)
    root = output or workspace.root / "output"
    record, key = record_path(root, folder.resolve().name), inputs_key(workspace.root, folder)
    count = None if dry_run else is_fresh(record, key)
    if count is not None:
        click.echo(_("{count} files: nothing has changed.").format(count=count), err=True)
        return
    from hongtou.papers import Papers
    from hongtou.source.load import load_policy

    forget_unless(record, dry_run)
    papers = Papers(workspace, load_policy(folder))
    paths = _build(ctx, papers, root, dry_run=dry_run, force=force, prune=prune, jobs=jobs)
    if paths is not None:
        remember(record, key, paths)


def forget_unless(record: Path, dry_run: bool) -> None:
    """Take the record away before anything is written: a build that is killed leaves none."""
    if not dry_run:
        forget(record)


def _build(
    ctx: click.Context,
    papers: Papers,
    root: Path,
    *,
    dry_run: bool,
    force: bool,
    prune: bool,
    jobs: int | None,
) -> list[Path] | None:
    """Write the package; return its paths where all is as it should be and the record may say so."""
    from hongtou import dispatch
    from hongtou.build.outputs import Verb
    from hongtou.commands.opening import tell_unresolved
    from hongtou.commands.report import write_and_tell

    outputs = dispatch.package(papers, root)
    tell_unresolved(papers)
    left = dispatch.leftovers(papers, outputs)
    if prune:
        left = dispatch.prune(left, force=force, dry_run=dry_run)
    write_and_tell(ctx, outputs, force=force, jobs=jobs, dry_run=dry_run, also=left, changed_only=True)
    if dry_run or any(one.verb is Verb.LEFT for one in left):
        return None
    return [output.path for output in outputs]
