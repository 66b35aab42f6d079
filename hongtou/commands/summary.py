"""``gen summary``: the report of the collecting unit over all units."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from hongtou.commands.as_of import as_of_option, day_of
from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell
from hongtou.commands.values import DAY


@click.command(
    "summary",
    help="Write the summary of POLICY for the unit that collects the reports: all units, all tasks, targets reached against "
    "asked; one for each where several collect.",
)
@click.argument("policy", required=False)
@as_of_option
@click.option(
    "--date", type=DAY, help="Date of the summary; left to be filled in by default.", metavar="DATE"
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-summary of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    as_of: datetime.date | None,
    date: datetime.date | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the summary and print its path."""
    from hongtou.followup.papers import FollowUps, open_book

    papers = open_papers(policy)
    choose_units(papers, ())
    followups = FollowUps(papers, open_book(papers), day_of(as_of), date)
    folder = output or papers.workspace.root / "output" / f"{papers.policy.name}-summary"
    write_and_tell(ctx, followups.summary_outputs(folder), force=force)
