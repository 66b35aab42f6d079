"""``gen reports``: the report of every unit, prefilled with what was collected."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from hongtou.commands.as_of import as_of_option, day_of
from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell
from hongtou.commands.values import DAY
from hongtou.i18n import _


@click.command(
    "reports",
    help="Write the reports that units owe under POLICY, with what “gen collect” read in its place: numbers, targets, "
    "progress, problems; what was not collected is left to be filled in.",
)
@click.argument("policy", required=False)
@click.option(
    "--report", "names", multiple=True, metavar="ID", help="Only this report of notice.yaml; may be repeated."
)
@as_of_option
@click.option(
    "--date", type=DAY, help="Date of the reports; left to be filled in by default.", metavar="DATE"
)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only of this unit or set; may be repeated."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-reports of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    names: tuple[str, ...],
    as_of: datetime.date | None,
    date: datetime.date | None,
    units: tuple[str, ...],
    output: Path | None,
    force: bool,
) -> None:
    """Write the reports and print the path of every file."""
    from hongtou.followup.papers import FollowUps, choose_reports, open_book

    papers = open_papers(policy)
    reports = choose_reports(papers, names)
    chosen = choose_units(papers, units)
    followups = FollowUps(papers, open_book(papers), day_of(as_of), date)
    folder = output or papers.workspace.root / "output" / f"{papers.policy.name}-reports"
    outputs = followups.report_outputs(folder, reports, chosen)
    if not outputs:
        click.echo(_("gen: nobody asked for owes such a report."), err=True)
    write_and_tell(ctx, outputs, force=force)
