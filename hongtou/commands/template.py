"""``gen template``: Word templates of the user, checked before they are used."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.errors import ExitCode, GenError
from hongtou.i18n import _

PAPERS = (
    *("notice", "letter", "checklist", "ledger", "change", "comparison", "impact"),
    *("agenda", "sign-in", "minutes"),
    *("plan", "report", "summary", "reminder"),
)


@click.group("template", help="Check Word templates before they are used.")
def command() -> None:
    """Hold the commands about templates."""


@command.command(
    "check", help="List every tag of FILE and what it may use; name every error at once, with its place."
)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--for", "paper", type=click.Choice(PAPERS), help="The paper it is for; read from its name by default."
)
@click.pass_context
def check(ctx: click.Context, file: Path, paper: str | None) -> None:
    """Print tags and names; end with 1 when something is wrong."""
    from hongtou.documents.vocabulary import VOCABULARY
    from hongtou.findings import Severity
    from hongtou.render.inspect import inspect
    from hongtou.render.template import read_template

    kind = paper or _paper(file)
    template = read_template(file)
    for tag in template.tags:
        click.echo(f"{template.place(tag):16}  {tag.text}")
    click.echo(_("names that {paper} may use:").format(paper=kind))
    for name, what in VOCABULARY[kind].items():
        shape = "{{p }}" if what.shape == "blocks" else what.shape
        click.echo(f"  {name:20}{shape:9}{what.says}")
        for inner, part in (what.inside or {}).items() if what.shape == "list" else ():
            click.echo(f"    .{inner:17}{part.shape:9}{part.says}")
    findings = inspect(template, kind)
    for finding in findings:
        click.echo(str(finding), err=True)
    if any(finding.severity is Severity.ERROR for finding in findings):
        ctx.exit(ExitCode.FINDINGS)


def _paper(file: Path) -> str:
    """Return the paper that the name of ``file`` says it is for."""
    stem = file.name.split(".")[0]
    if stem in PAPERS:
        return stem
    raise GenError(
        _("{path}: its name does not say which paper it is for.").format(path=file),
        _("Say it with --for: {papers}").format(papers=", ".join(PAPERS)),
    )
