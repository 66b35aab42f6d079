"""``gen plans``: a plan per unit, to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell


@click.command(
    "plans",
    help="Write a plan for every responsible unit of POLICY: its tasks line by line, to be filled in with what it does, "
    "who does it, and from when to when.",
)
@click.argument("policy", required=False)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only of this unit or set; may be repeated."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-plans of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context, policy: str | None, units: tuple[str, ...], output: Path | None, force: bool
) -> None:
    """Write the plans and print the path of every file."""
    from hongtou import dispatch

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    folder = output or papers.workspace.root / "output" / f"{papers.policy.name}-plans"
    write_and_tell(ctx, dispatch.plans(papers, folder, chosen), force=force)
