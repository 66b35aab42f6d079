"""Writing the notice of a policy: load, lay out, render, write."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from hongtou.build.write import write
from hongtou.model.policy import Policy
from hongtou.model.settings import SheetSettings
from hongtou.papers import Papers
from hongtou.render.fingerprint import mark_pdf
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace

if TYPE_CHECKING:
    from hongtou.render.fonts import Substitution


@dataclass(frozen=True)
class Written:
    """The file that was written, and the fonts a PDF shows in place of others.

    ``own_template`` is the user's template that ``policy/sheet.yaml`` was not applied to, None where it was.
    """

    path: Path
    substitutions: tuple[Substitution, ...] = ()
    own_template: Path | None = None


def write_notice(
    workspace: Workspace,
    name: str | None,
    folder: Path,
    *,
    pdf: bool = False,
    force: bool = False,
    bare: bool = False,
) -> Written:
    """Write the notice of the policy ``name`` (None: the only one) into ``folder``; return what was written.

    ``bare`` leaves the policy itself, which the file carries as data, out.

    Raises SourceError, TemplateError, ToolMissing, Refused or GenError; then nothing is written.
    """
    policy = load_policy(workspace.choose(name))
    data = Papers(workspace, policy).notice(bare=bare)
    target = folder / f"{policy.name}-notice.docx"
    if not pdf:
        write(target, data, force=force)
        return Written(target, own_template=own_template(workspace, policy))
    target = target.with_suffix(".pdf")
    converted, substitutions = _as_pdf(data)
    write(target, converted, force=force)
    return Written(target, substitutions, own_template(workspace, policy))


_DRAWN = {"fonts", "bold", "margins", "table_size", "page_number_spaces"}
"""The settings that stand in a template; the others are applied to any."""


def own_template(workspace: Workspace, policy: Policy) -> Path | None:
    """Return the user's own template, where it keeps settings of ``policy/sheet.yaml`` from showing."""
    path = workspace.template(f"notice.{policy.notice.format}.docx")
    given, usual = (one.model_dump(include=_DRAWN) for one in (policy.settings, SheetSettings()))
    return path if given != usual and workspace.owns(path) else None


def render_notice(workspace: Workspace, policy: Policy) -> bytes:
    """Return the notice of ``policy`` as a DOCX file."""
    return Papers(workspace, policy).notice()


def _as_pdf(data: bytes) -> tuple[bytes, tuple[Substitution, ...]]:
    from hongtou.render.office import to_pdf

    with tempfile.TemporaryDirectory(prefix="gen-") as folder:
        docx = Path(folder) / "paper.docx"
        docx.write_bytes(data)
        conversion = to_pdf(docx, docx.with_suffix(".pdf"))
        return mark_pdf(conversion.pdf.read_bytes()), conversion.substituted
