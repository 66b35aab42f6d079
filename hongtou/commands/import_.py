"""``gen import``: a notice that exists as DOCX, web page or text becomes a policy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.errors import ExitCode
from hongtou.i18n import _
from hongtou.memory import uncollected

if TYPE_CHECKING:
    from hongtou.model.register import Register
    from hongtou.workspace import Workspace


@click.command(
    "import",
    help="Read notices (DOCX, saved web page, plain text) and write each as a policy: text, table, units, numbers, days. "
    "What the register does not have is proposed in it. What could not be placed is told, and ends with exit code 1.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="The folder of the policy, such as policy/NAME."
)
@click.option(
    "--register",
    type=click.Path(path_type=Path),
    help="The units.yaml to read units with; that of the workspace by default.",
)
@click.option("--issuer", default="", help="Who issues the paper, where it does not say so itself.")
@click.option(
    "--report",
    "detailed",
    is_flag=True,
    help="Print where every value was read, and what was left out, changed and inferred.",
)
@click.option("--dry-run", is_flag=True, help="Read and tell, and write nothing.")
@click.option("--force", is_flag=True, help="Replace a policy that is there.")
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    output: Path | None,
    register: Path | None,
    issuer: str,
    detailed: bool,
    dry_run: bool,
    force: bool,
) -> None:
    """Import every file; print the files written, and on stderr what was read."""
    if output is not None and len(files) > 1:
        raise click.UsageError(_("-o names one folder; import the files one by one."), ctx=ctx)
    whole = True
    for file in files:
        folder = output if output is not None else _folder(file)
        whole &= _import(file, folder, register, issuer, detailed=detailed, dry_run=dry_run, force=force)
    if not whole:
        ctx.exit(ExitCode.FINDINGS)


@uncollected()
def _import(
    file: Path,
    folder: Path,
    register: Path | None,
    issuer: str,
    *,
    detailed: bool,
    dry_run: bool,
    force: bool,
) -> bool:
    """Import one file; return whether everything in it found its place."""
    from hongtou.importer.report import is_whole, open_matters, report, summary
    from hongtou.importer.save import carry_out, plan
    from hongtou.own_paper import read_paper

    imported = read_paper(file, _register(folder, register), issuer, _workspace(folder))
    for line in summary(imported):
        click.echo(line, err=True)
    if detailed:
        for line in report(imported):
            click.echo(line)
    made = plan(imported, folder, file.name, force=force or dry_run)
    if not dry_run:
        for path in carry_out(made):
            click.echo(path.as_posix())
    for line in () if detailed else open_matters(imported):
        click.echo(_("look at this: {matter}").format(matter=line), err=True)
    return is_whole(imported)


def _workspace(folder: Path) -> Workspace:
    """Return the workspace that ``folder`` is to lie in; for its templates, the shipped ones where there is none yet."""
    from hongtou.errors import GenError
    from hongtou.workspace import Workspace, find_workspace, shipped

    try:
        return find_workspace(folder.parent.parent)
    except GenError:
        return Workspace(shipped())


def _folder(file: Path) -> Path:
    """Return where a policy goes by default: policy/ of the workspace, named like the file."""
    from hongtou.errors import GenError
    from hongtou.workspace import find_workspace

    try:
        root = find_workspace(Path.cwd()).root
    except GenError as error:
        raise GenError(error.message, _("Say where it goes: -o policy/NAME.")) from error
    return root / "policy" / file.stem.replace(" ", "-").lstrip("._")


def _register(folder: Path, given: Path | None) -> Register | None:
    """Return the register that units are read with, None where there is none yet."""
    from hongtou.errors import GenError, SourceError
    from hongtou.model.register import Register
    from hongtou.source.load import load_file

    own = folder.parent / "units.yaml"
    if given is not None and own.exists() and own.resolve() != given.resolve():
        raise GenError(
            _("{own} is the register there, and --register names another one.").format(own=own),
            _("Leave --register away, or write to another workspace (-o)."),
        )
    path = given if given is not None else own
    if given is None and not own.exists():
        return None
    source, found = load_file(path, Register)
    if source.findings or found is None:
        raise SourceError(source.findings)
    return found
