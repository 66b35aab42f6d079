"""``gen checklists``: a checklist per unit, and the ledger of the policy."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell


@click.command(
    "checklists",
    help="Write a checklist for every responsible unit of POLICY, and the ledger as DOCX and XLSX.",
)
@click.argument("policy", required=False)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="NAME",
    help="Only of this unit or set, without the ledger; may be repeated.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-checklists of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context, policy: str | None, units: tuple[str, ...], output: Path | None, force: bool
) -> None:
    """Write the checklists and print the path of every file."""
    from hongtou import dispatch

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    folder = output or dispatch.checklists_folder(papers, papers.workspace.root / "output")
    write_and_tell(ctx, dispatch.checklists(papers, folder, chosen), force=force)
