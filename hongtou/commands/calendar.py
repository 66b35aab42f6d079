"""``gen calendar``: the dates of a policy as a file for Outlook, Apple and Google calendars."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.commands.values import MOMENT, Whole
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.calendar import Agenda
    from hongtou.papers import Papers

_NAMED = 5
"""How many time limits are named in a message; of the others only the number is said."""


@click.command(
    "calendar",
    help="Write the dates of POLICY as a calendar file (.ics): an entry per time limit of a task and per report. "
    "Read in again after a revision, entries move and do not double: what changed counts on from the file that is replaced.",
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
    help="When this version was made, where the file it replaces is lost: calendars take the later version.",
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
    from hongtou.calendar import agenda, calendar_bytes, gone, version_of, versions
    from hongtou.commands.opening import open_papers

    papers = open_papers(policy)
    chosen = _chosen(papers, units)
    names = [entry.name for name in units if (entry := papers.policy.register.find(name)) is not None]
    found = agenda(papers.policy, papers.portfolio, chosen)
    require_entries(found)
    tell_left_out(found)
    version = version_of(papers.policy, revised)
    path = output or papers.workspace.root / "output" / file_name(papers.policy.name, names)
    present = _present(path)
    make = partial(calendar_bytes, papers.policy, found.entries, version=version, remind=remind, units=names)
    data = make(versions=versions(present, make(), version, version if revised else None))
    write(path, data, force=force)
    tell_gone(gone(present, data))
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

    if not found.entries and found.unowned:
        raise GenError(
            _(
                "the time limits here stand in parts that name no unit ({words}): the calendar would be empty."
            ).format(words=_some(found.unowned)),
            _(
                "Write what is to be handed in under “reports” of notice.yaml, or give these parts their assignments."
            ),
        )
    if not found.entries:
        raise GenError(
            _("no time limit here names a day: the calendar would be empty."),
            _("Give deadlines in tasks.yaml and notice.yaml their date."),
        )


def _present(path: Path) -> bytes:
    """Return the file that is to be replaced, empty where it is not there; what else is wrong is told when it is written."""
    try:
        return path.read_bytes()
    except OSError:
        return b""


def tell_gone(left: Sequence[str]) -> None:
    """Say which entries calendars keep that have read the last file in already."""
    if left:
        message = _("gen: {count} entries of the last file are gone: {words}.")
        click.echo(message.format(count=len(left), words=_some(left)), err=True)
        click.echo(
            "    → " + _("Who read that file in deletes them by hand; reading in takes nothing away."),
            err=True,
        )
