"""``gen textconv``: what git shows in the place of a policy's YAML or a paper."""

from __future__ import annotations

from pathlib import Path

import click


@click.command(
    "textconv",
    help="Print a policy's YAML or a .docx (FILE) as lines that git compares well; git runs it after “gen git-setup”.",
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def command(file: Path) -> None:
    """Print the lines of the file in UTF-8, whatever the system's language."""
    from hongtou.versions.textconv import converted_file

    click.echo(converted_file(file), nl=False)
