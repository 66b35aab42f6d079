"""``gen impact``: whom a revision concerns."""

from __future__ import annotations

import json
from pathlib import Path

import click

from hongtou.commands.comparing import compared, print_to, side, two_versions
from hongtou.diff.impact import Action
from hongtou.errors import ExitCode


@click.command(
    "impact",
    help="Say whom a revision from OLD to NEW concerns: units and tasks, which letters to send again, where a note will do. "
    "OLD and NEW are as in “gen diff”.",
)
@two_versions
@click.option(
    "--format",
    "style",
    type=click.Choice(("text", "json", "docx")),
    default="text",
    show_default=True,
    help="docx writes a page for the file.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write to; by default a page goes to output/ and all else is printed.",
)
@click.option("--force", is_flag=True, help="Replace a file that was changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    old: str | None,
    new: str | None,
    policy: str | None,
    style: str,
    output: Path | None,
    force: bool,
) -> None:
    """Print the matrix or write the page; exit 1 where a unit is concerned."""
    from hongtou.build.write import write
    from hongtou.diff.forms.impact import as_data, as_text

    both = compared(policy, old, new)
    if style == "docx":
        path = both.output(f"{both.new.loaded.policy.name}-修订影响一览表.docx", output)
        write(path, both.revision.impact_page(), force=force)
        click.echo(path)
    elif style == "json":
        data = as_data(both.impact, {"from": side(both.old), "to": side(both.new)})
        print_to(json.dumps(data, ensure_ascii=False, indent=2), output, force=force)
    else:
        print_to(as_text(both.impact, both.sides), output, force=force)
    if both.impact.general or any(c.sent is not Action.NOTHING for c in both.impact.concerns):
        ctx.exit(ExitCode.FINDINGS)
