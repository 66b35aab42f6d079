"""``gen textconv``: what git shows in the place of a policy's YAML or a paper."""

from __future__ import annotations

import click


@click.command(
    "textconv",
    help="Print a policy's YAML or a .docx (FILE) as lines that git compares well; git runs it after “gen git-setup”.",
)
@click.argument("file", type=click.Path())
@click.pass_context
def command(ctx: click.Context, file: str) -> None:
    """Print the lines of the file in UTF-8."""
    from hongtou.versions.textconv import main

    ctx.exit(main(file))
