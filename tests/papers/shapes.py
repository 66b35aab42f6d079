"""Papers of a chosen length and shape, for what the sample does not have."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from hongtou.measure.elements import Paper, recognise
from hongtou.measure.pdf import read_pdf
from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.register import Register
from hongtou.model.settings import SheetSettings
from hongtou.model.task import TaskTable
from hongtou.notice import render_notice
from hongtou.render.office import to_pdfs
from hongtou.workspace import Workspace
from tests.conftest import UNITS

_LINE = "为深入贯彻落实党中央国务院决策部署进一步做好有关工作维护群众"[:28]
BASE: Mapping[str, Any] = {
    "schema": 1,
    "title": "某市人民政府办公室关于做好年度重点工作的通知",
    "document_number": "某府办〔2026〕1号",
    "recipients": ["各镇街", "市财政局"],
    "date": "2026-01-05",
}


def paragraph(lines: int) -> list[str]:
    """Return one paragraph that takes ``lines`` lines."""
    return [(_LINE * lines)[: 28 * lines - 7] + "。"]


def shaped(tasks: Mapping[str, Any] | None = None, settings: Mapping[str, Any] = {}, **keys: Any) -> Policy:
    """Return a policy whose notice is the base with ``keys`` on top."""
    return Policy(
        "shaped",
        Notice.model_validate({**BASE, **keys}),
        TaskTable.model_validate(tasks) if tasks else None,
        Register.model_validate(YAML(typ="safe").load(UNITS)),
        SheetSettings.model_validate(settings),
    )


def printed(policies: Mapping[str, Policy], folder: Path) -> dict[str, Path]:
    """Return the PDF of each policy's notice, all from one run of LibreOffice."""
    papers = []
    for name, policy in policies.items():
        papers.append(folder / f"{name}.docx")
        papers[-1].write_bytes(render_notice(Workspace(folder), policy))
    return {conversion.pdf.stem: conversion.pdf for conversion in to_pdfs(papers, folder / "pdf")}


def recognised(pdf: Path) -> Paper:
    """Return the elements on the pages of ``pdf``."""
    return recognise(read_pdf(pdf))
