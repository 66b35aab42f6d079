"""``gen schema``: JSON Schemas for editors."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("schema", help="Write the JSON Schemas of the YAML files into .gen/ of the workspace.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to in place of .gen/.",
)
def command(output: Path | None) -> None:
    """Write the schemas and print the path of every file."""
    from hongtou.build.write import write
    from hongtou.source.schema import FOLDER, schema_files
    from hongtou.workspace import find_workspace

    folder = output or find_workspace(Path.cwd()).root / FOLDER
    for name, text in schema_files().items():
        write(folder / name, text.encode(), force=True)
        click.echo(str(folder / name))
