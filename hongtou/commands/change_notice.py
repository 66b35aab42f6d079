"""``gen change-notice``: a letter to every unit that a revision concerns."""

from __future__ import annotations

import datetime
import os
from functools import partial
from pathlib import Path

import click

from hongtou.commands.comparing import compared, two_versions
from hongtou.commands.report import write_and_tell
from hongtou.commands.values import DAY
from hongtou.i18n import _


@click.command(
    "change-notice",
    help="Write a letter to every unit that a revision from OLD to NEW concerns: what it gains, loses, which number or date "
    "moved, and which earlier letter it replaces. OLD and NEW are as in “gen diff”.",
)
@two_versions
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only to this unit or set; may be repeated."
)
@click.option(
    "--date",
    type=DAY,
    help="Date of the letters; left to whoever registers them by default.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/POLICY-changes of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace files that were changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    old: str | None,
    new: str | None,
    policy: str | None,
    units: tuple[str, ...],
    date: datetime.date | None,
    output: Path | None,
    force: bool,
) -> None:
    """Write the letters and print the path of every file."""
    from hongtou.build.names import file_names
    from hongtou.build.outputs import Output

    both = compared(policy, old, new)
    letters = both.revision.change_letters(date)
    concerned = letters.units()
    chosen = both.units(units) if units else None
    folder = both.output(f"{both.new.loaded.policy.name}-changes", output)
    make = partial(both.revision.change_letter, letters)
    outputs = [
        Output(f"{folder}{os.sep}{name}.docx", make, unit)
        for unit, name in zip(concerned, file_names(concerned), strict=True)
        if chosen is None or unit in chosen
    ]
    for name, heir in both.impact.heirs.items():
        if name in both.impact.by_unit and (chosen is None or name in chosen):
            message = _("gen: {name} is part of {heir} now, and told in the letter to it")
            click.echo(message.format(name=name, heir=heir), err=True)
    if not outputs:
        click.echo(_("gen: nothing of their own changed for anybody asked for."), err=True)
    write_and_tell(ctx, outputs, force=force)
