"""``gen progress``: how everything stands on a day."""

from __future__ import annotations

import datetime
import json
import sys

import click

from hongtou.commands.as_of import as_of_option
from hongtou.commands.opening import tell_unresolved
from hongtou.commands.tracked import open_standings
from hongtou.errors import ExitCode
from hongtou.i18n import _


@click.command(
    "progress",
    help="Say how everything in POLICY stands by what came back: by unit, by task, by target. Exit code 1 when something is late.",
)
@click.argument("policy", required=False)
@as_of_option
@click.option("--unit", metavar="NAME", help="Only this unit, line by line.")
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to print.",
)
@click.pass_context
def command(
    ctx: click.Context, policy: str | None, as_of: datetime.date | None, unit: str | None, style: str
) -> None:
    """Print the summary; exit 1 where a line is late."""
    from hongtou.tracking import shown
    from hongtou.tracking.summary import summary
    from hongtou.tracking.unit_sheet import unit_data, unit_text

    papers, standings = open_standings(policy, as_of)
    tell_unresolved(papers)
    for stranger in standings.strangers:
        message = _("gen: progress.yaml knows “{unit}”, of whom nothing is asked.")
        click.echo(message.format(unit=stranger), err=True)
    if unit is not None:
        from hongtou import dispatch

        names = dispatch.choose(papers, [unit]) or []
        chosen = [standings.of(name) for name in names]
        late = any(one.late for one in chosen)
        data = [unit_data(one) for one in chosen]
        text = "\n".join(unit_text(one) for one in chosen)
    else:
        found = summary(standings)
        late = bool(found.late)
        data = [shown.as_data(found, standings.as_of)]
        text = shown.as_text(found, standings.as_of)
    if style == "json":
        json.dump(data[0] if unit is None else data, sys.stdout, ensure_ascii=False, indent=2)
        click.echo()
    else:
        click.echo(text, nl=False)
    if late:
        ctx.exit(ExitCode.FINDINGS)
