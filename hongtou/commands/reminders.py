"""``gen reminders``: a letter to every unit that is late."""

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
    "reminders",
    help="Write a letter to every unit of POLICY that is late: only what is late, since when, what it answered last, and whom "
    "to answer by when.",
)
@click.argument("policy", required=False)
@as_of_option
@click.option(
    "--reply-by", type=DAY, metavar="DATE", help="The day to answer by; as soon as possible by default."
)
@click.option(
    "--date", type=DAY, metavar="DATE", help="Date of the letters; left to be filled in by default."
)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only to this unit or set; may be repeated."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-reminders of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    as_of: datetime.date | None,
    reply_by: datetime.date | None,
    date: datetime.date | None,
    units: tuple[str, ...],
    output: Path | None,
    force: bool,
) -> None:
    """Write the letters, print the path of every file, and say how many units are late."""
    from hongtou.followup.papers import FollowUps, open_book

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    day = day_of(as_of)
    followups = FollowUps(papers, open_book(papers), day, date, reply_by)
    late = [*followups.late(chosen)]
    folder = output or papers.workspace.root / "output" / f"{papers.policy.name}-reminders"
    count = len(chosen if chosen is not None else papers.portfolio.units)
    message = _("gen: {late} of {count} unit(s) are late on {day}.")
    click.echo(message.format(late=len(late), count=count, day=day.isoformat()), err=True)
    if count := followups.crossed_off(late):
        message = _(
            "gen: {count} of the late lines are done by the ledger; “gen progress” names them. Look before you send."
        )
        click.echo(message.format(count=count), err=True)
    outputs = followups.reminder_outputs(folder, late)
    if chosen is None:
        for path in followups.settled(folder, outputs):
            click.echo(_("gen: {path} is to a unit that is not late any more.").format(path=path), err=True)
    write_and_tell(ctx, outputs, force=force)
