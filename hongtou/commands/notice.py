"""``gen notice``: the notice of a policy as an official paper."""

from __future__ import annotations

from pathlib import Path

import click

from hongtou.i18n import _


@click.command("notice", help="Write the notice of POLICY. POLICY may be left out where there is only one.")
@click.argument("policy", required=False)
@click.option(
    "--format",
    "kind",
    type=click.Choice(["docx", "pdf"]),
    default="docx",
    show_default=True,
    help="What to write; PDF goes through LibreOffice.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Folder to write to; output/ of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace a file that was changed by hand.")
@click.option(
    "--bare",
    is_flag=True,
    help="Only what the paper shows: without the policy itself, by which “gen import” reads it back exactly.",
)
def command(policy: str | None, kind: str, output: Path | None, force: bool, bare: bool) -> None:
    """Render the notice and print the path of every file written."""
    from hongtou.notice import write_notice
    from hongtou.workspace import find_workspace

    workspace = find_workspace(Path(policy) if policy and Path(policy).exists() else Path.cwd())
    folder = output or workspace.root / "output"
    written = write_notice(workspace, policy, folder, pdf=kind == "pdf", force=force, bare=bare)
    for substitution in written.substitutions:
        click.echo(
            _("gen: font “{wanted}” is not installed; the PDF shows “{used}” in its place.").format(
                wanted=substitution.wanted, used=substitution.used
            ),
            err=True,
        )
    if written.own_template is not None:
        click.echo(
            _(
                "gen: {path} is your own template; change fonts, margins and sizes there; sheet.yaml does not."
            ).format(path=written.own_template),
            err=True,
        )
    click.echo(str(written.path))
