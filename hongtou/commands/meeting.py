"""``gen meeting``: the papers of a joint meeting."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import click

from hongtou.commands.as_of import as_of_option
from hongtou.commands.opening import tell_unresolved
from hongtou.commands.report import write_and_tell
from hongtou.commands.tracked import open_standings
from hongtou.commands.values import DAY
from hongtou.i18n import _


def _time(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return a time of the day as printed: 9:30."""
    if not value:
        return ""
    match = re.fullmatch(r"([01]?\d|2[0-3])[:：]([0-5]\d)", value.strip(), re.ASCII)
    if match is None:
        raise click.BadParameter(_("“{time}” is no time of the day; write it like 9:30.").format(time=value))
    return f"{int(match[1])}:{match[2]}"


def _text(_ctx: click.Context, _parameter: click.Parameter, value: str | None) -> str:
    """Return a text on one line."""
    from hongtou.documents.meeting import tidy

    return tidy(value).replace("\n", " ")


@click.command(
    "meeting",
    help="Write the papers of the joint meeting about POLICY: the agenda with every open problem that came back, "
    "a sign-in sheet, and minutes with places for what is decided. What is not said here is left to be filled in.",
)
@click.argument("policy", required=False)
@as_of_option
@click.option("--date", type=DAY, metavar="DATE", help="Day of the meeting.")
@click.option("--time", callback=_time, metavar="HH:MM", help="Time of the meeting.")
@click.option("--place", callback=_text, metavar="TEXT", help="Place of the meeting.")
@click.option(
    "--number",
    callback=_text,
    metavar="N",
    help="Number of the minutes: 3 is printed 第3期, anything else as it is.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-meeting of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    as_of: datetime.date | None,
    date: datetime.date | None,
    time: str,
    place: str,
    number: str,
    output: Path | None,
    force: bool,
) -> None:
    """Write the papers and print the path of every file."""
    from hongtou import dispatch
    from hongtou.documents.meeting import Call
    from hongtou.meeting import MeetingPapers, meeting_folder

    papers, standings = open_standings(policy, as_of)
    dispatch.require_units(papers)
    tell_unresolved(papers)
    call = Call(date, time, place, number)
    folder = output or meeting_folder(papers, papers.workspace.root / "output")
    write_and_tell(ctx, MeetingPapers(papers, standings, call).outputs(folder), force=force)
