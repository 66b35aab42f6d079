"""``gen status``: which letters and checklists that went out do not hold any more."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.commands.opening import open_papers
from hongtou.errors import ExitCode


@click.command(
    "status",
    help="Say which letters and checklists do not hold any more, compared by content with POLICY as it is now.",
)
@click.argument("policy", required=False)
@click.option(
    "--sent",
    "paths",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="File or folder of what was sent; the output folder by default. May be repeated.",
)
@click.pass_context
def command(ctx: click.Context, policy: str | None, paths: tuple[Path, ...]) -> None:
    """Print a line per paper; end with 1 when one is stale."""
    from hongtou import dispatch
    from hongtou.status import standing

    papers = open_papers(policy)
    root = papers.workspace.root / "output"
    places = paths or tuple(
        folder
        for folder in (dispatch.letters_folder(papers, root), dispatch.checklists_folder(papers, root))
        if folder.is_dir()
    )
    found = standing(papers, places)
    for one in found:
        click.echo(str(one))
    if any(one.is_stale for one in found):
        ctx.exit(ExitCode.FINDINGS)
