"""``gen calendar``: the dates of a policy as a file for Outlook, Apple and Google calendars."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.commands.values import MOMENT, Whole
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.calendar import Agenda, Since
    from hongtou.papers import Papers

_NAMED = 5
"""How many time limits are named in a message; of the others only the number is said."""


@click.command(
    "calendar",
    help="Write the dates of POLICY as a calendar file (.ics): an entry per time limit of a task and per report. "
    "Read in again after a revision, entries move and do not double.",
)
@click.argument("policy", required=False)
@click.option(
    "--unit",
    "units",
    multiple=True,
    metavar="NAME",
    help="Only what this unit or set owes, hands in or collects; may be repeated.",
)
@click.option(
    "--remind",
    type=Whole(0, 366),
    default=7,
    show_default=True,
    metavar="DAYS",
    help="Remind so many days before; 0 for no reminder.",
)
@click.option(
    "--revised",
    type=MOMENT,
    help="When this version was made, if later than the dates of the notice: calendars take the later version.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write to; output/POLICY-calendar.ics of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace a file that was changed by hand.")
def command(
    policy: str | None,
    units: tuple[str, ...],
    remind: int,
    revised: datetime.datetime | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the calendar, say what is not in it, and print its path."""
    from hongtou.build.write import write
    from hongtou.calendar import agenda, calendar_bytes, version_of
    from hongtou.commands.opening import open_papers

    papers = open_papers(policy)
    chosen = _chosen(papers, units)
    names = [entry.name for name in units if (entry := papers.policy.register.find(name)) is not None]
    found = agenda(papers.policy, papers.portfolio, chosen)
    tell_left_out(found)
    require_entries(found)
    version = version_of(papers.policy, revised)
    data = calendar_bytes(papers.policy, found.entries, version=version, remind=remind, units=names)
    path = output or papers.workspace.root / "output" / file_name(papers.policy.name, names)
    since = _since(path, data)
    write(path, data, force=force)
    tell_unseen(since)
    click.echo(str(path))


def _chosen(papers: Papers, units: Sequence[str]) -> list[str] | None:
    """Return the units that ``units`` mean, None for all; also those that owe nothing but a report."""
    from hongtou import dispatch
    from hongtou.documents.reporting import Reporting

    chosen = dispatch.choose(papers, units, Reporting(papers.policy).named)
    return chosen if units else None


def file_name(policy: str, units: Sequence[str]) -> str:
    """Return the name of the calendar of ``units``, of all where there are none."""
    from hongtou.build.names import safe_name

    whose = f"-{safe_name('、'.join(dict.fromkeys(units)))}" if units else ""
    return f"{policy}-calendar{whose}.ics"


def tell_left_out(found: Agenda) -> None:
    """Say which time limits are not in the calendar, and why."""
    if found.undated:
        message = _("gen: not in the calendar, for they name no day ({count}): {words}.")
        click.echo(message.format(count=len(found.undated), words=_some(found.undated)), err=True)
    if found.unowned:
        message = _("gen: not in the calendar, for their parts name no unit ({count}): {words}.")
        click.echo(message.format(count=len(found.unowned), words=_some(found.unowned)), err=True)
        click.echo("    → " + _("Give these parts their assignments, or the deadline to the task."), err=True)


def _some(words: Sequence[str]) -> str:
    different = list(dict.fromkeys(words))
    return "、".join(different[:_NAMED]) + ("……" if len(different) > _NAMED else "")


def require_entries(found: Agenda) -> None:
    """Raise GenError where the calendar would be empty."""
    from hongtou.errors import GenError

    if not found.entries:
        raise GenError(
            _("no time limit here names a day: the calendar would be empty."),
            _("Give deadlines in tasks.yaml and notice.yaml their date."),
        )


def _since(path: Path, data: bytes) -> Since:
    from hongtou.calendar import Since, unseen

    try:
        return unseen(path.read_bytes(), data)
    except OSError:
        return Since()  # Not there yet; what else is wrong with it is told when it is written.


def tell_unseen(since: Since) -> None:
    """Say what calendars that have the file already will keep: old days, and entries that are gone."""
    if since.moved:
        message = _(
            "gen: {count} entries moved, but the dates of the notice did not; calendars may keep the old day."
        )
        click.echo(message.format(count=since.moved), err=True)
        click.echo("    → " + _("Say when this version was made: --revised 2026-01-31."), err=True)
    if since.gone:
        message = _("gen: {count} entries of the last file are gone: {words}.")
        click.echo(message.format(count=len(since.gone), words=_some(since.gone)), err=True)
        click.echo(
            "    → " + _("Who read that file in deletes them by hand; reading in takes nothing away."),
            err=True,
        )
