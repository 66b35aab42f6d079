"""``gen chart``: the wall chart."""

from __future__ import annotations

import datetime
from functools import partial
from itertools import count, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from hongtou.commands.as_of import as_of_option, day_of
from hongtou.commands.opening import choose_units, open_papers
from hongtou.commands.report import write_and_tell
from hongtou.i18n import _

if TYPE_CHECKING:
    from hongtou.build.outputs import Settled

NAME = "挂图作战图"


@click.command(
    "chart",
    help="Draw the wall chart of POLICY: tasks × units, and how each stands by what came back (progress.yaml). "
    "POLICY may be left out where there is only one.",
)
@click.argument("policy", required=False)
@as_of_option
@click.option(
    "--format",
    "kind",
    type=click.Choice(["svg", "html", "pdf"]),
    default="svg",
    show_default=True,
    help="svg draws sheets to print; html a page to search, whole in itself; PDF goes through LibreOffice.",
)
@click.option(
    "--size",
    type=click.Choice(["A0", "A1", "A2", "A3", "A4"]),
    default="A3",
    show_default=True,
    help="Paper of a sheet, landscape; what does not fit in letters that can be read takes several.",
)
@click.option(
    "--unit", "units", multiple=True, metavar="NAME", help="Only this unit or set; may be repeated."
)
@click.option(
    "--task",
    "tasks",
    multiple=True,
    metavar="ID",
    help="Only this task, by its id or number; may be repeated.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="File to write; several sheets are numbered. In output/ of the workspace by default.",
)
@click.option("--force", is_flag=True, help="Replace a file that was changed by hand.")
@click.pass_context
def command(
    ctx: click.Context,
    policy: str | None,
    as_of: datetime.date | None,
    kind: str,
    size: str,
    units: tuple[str, ...],
    tasks: tuple[str, ...],
    output: Path | None,
    force: bool,
) -> None:
    """Write the chart and print the path of every file."""
    from hongtou.build.outputs import Output
    from hongtou.chart.files import ChartFiles

    papers = open_papers(policy)
    chosen = choose_units(papers, units)
    folder = papers.workspace.choose(policy)
    day = day_of(as_of)
    path = output or papers.workspace.root / "output" / f"{papers.policy.name}-{NAME}.{kind}"
    files = ChartFiles(papers, folder, day, chosen, tasks).make(kind, size)
    names = [path] if len(files) == 1 else [_sheet(path, n) for n in range(1, len(files) + 1)]
    outputs = [Output(str(name), partial(bytes, data)) for name, data in zip(names, files, strict=True)]
    write_and_tell(ctx, outputs, force=force, also=_left(path, 0 if len(files) == 1 else len(files)))


def _sheet(path: Path, number: int) -> Path:
    """Return the name of the sheet ``number`` (from 1) of several."""
    return path.with_stem(f"{path.stem}-{number}")


def _left(path: Path, last: int) -> list[Settled]:
    """Return the sheets behind the ``last`` that lie there from a chart that had more of them."""
    from hongtou.build.outputs import Settled, Verb

    sheets = takewhile(Path.exists, (_sheet(path, number) for number in count(last + 1)))
    return [Settled(str(sheet), Verb.LEFT, _("of an earlier chart that had more sheets")) for sheet in sheets]
