"""``gen init``: a workspace to start from."""

from __future__ import annotations

import shlex
from pathlib import Path

import click

from hongtou.i18n import _


@click.command(
    "init",
    help="Lay out a workspace in DIR (this folder by default): a small policy, the register, editor settings.",
)
@click.argument("dir", type=click.Path(path_type=Path), default=Path())
@click.option(
    "--templates",
    is_flag=True,
    help="Copy the Word templates too, to change them; where there is a workspace, only them.",
)
@click.option("--sample", is_flag=True, help="Take a real notice as the policy, in place of a small one.")
def command(dir: Path, templates: bool, sample: bool) -> None:
    """Lay out a workspace and print the path of every file written."""
    from hongtou.initialise import initialise

    written = initialise(dir, templates=templates, sample=sample)
    for path in written:
        click.echo(str(path))
    command = "gen notice" if dir.resolve() == Path.cwd() else f"cd {shlex.quote(str(dir))} && gen notice"
    click.echo(_("next: {command}").format(command=command), err=True)
