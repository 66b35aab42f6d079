"""``gen measure``: the ruler on the command line."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.errors import ExitCode


@click.command("measure", help="Measure a paper in mm against GB/T 9704-2012. FILE is a DOCX or a PDF.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for people, or JSON for programs.",
)
@click.option("--all", "everything", is_flag=True, help="Show the rows that do not apply to this paper, too.")
@click.pass_context
def command(ctx: click.Context, file: Path, form: str, everything: bool) -> None:
    """Print the report; end with 1 when an assertion fails."""
    from hongtou.measure import measure

    report = measure(file)
    if form == "json":
        click.echo(report.to_json(everything=everything), nl=False)
    else:
        click.echo(report.to_text(everything=everything), nl=False)
    if report.failed:
        ctx.exit(ExitCode.FINDINGS)
