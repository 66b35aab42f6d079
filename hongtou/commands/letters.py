"""``gen letters``: one responsibility letter per unit."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell


@click.command(
    "letters", help="Write a letter to every responsible unit of POLICY: what it owes, and by when."
)
@click.argument("policy", required=False)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only to this unit or set; may be repeated."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-letters of the workspace by default.",
)
@click.option("--combined", is_flag=True, help="Bind all letters into one file for printing.")
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Workers; as many as are worth it by default."
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    units: tuple[str, ...],
    output: Path | None,
    combined: bool,
    jobs: int | None,
    force: bool,
) -> None:
    """Write the letters and print the path of every file."""
    from hongtou import dispatch

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    root = papers.workspace.root / "output"
    if combined:
        outputs = dispatch.combined(papers, output or root, chosen)
    else:
        folder = output or dispatch.letters_folder(papers, root)
        outputs = dispatch.letters(papers, folder, chosen)
    write_and_tell(ctx, outputs, force=force, jobs=jobs)
