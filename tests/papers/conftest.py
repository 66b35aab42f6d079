"""Every kind of paper gen writes, made from the sample policy, rendered once for all tests."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hongtou.model.notice import Notice
from hongtou.model.policy import Policy
from hongtou.model.settings import SheetSettings
from hongtou.notice import render_notice
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT, THOROUGH

GENERAL: Mapping[str, Any] = {
    "format": "general",
    "copies_to": ["市委组织部", "市委编办", "市残联", "市妇联", "市工商联", "各镇街"],
    "printed_by": "中山市人民政府办公室",
    "printed_on": datetime.date(2023, 3, 7),
    "note": "此件公开发布",
}
PAPERS: Mapping[str, Mapping[str, Any]] = {
    "letter-portrait": {},
    "letter-landscape": {"orientation": "landscape"},
    "letter-unsealed": {"signature": {"mode": "unsealed"}, "copies_to": ["市委组织部", "各镇街"]},
    "general-portrait": GENERAL,
    "general-landscape": {**GENERAL, "orientation": "landscape"},
    "general-classified": {
        **GENERAL,
        "copy_number": "000001",
        "secrecy": {"level": "秘密", "period": "1年"},
        "urgency": "特急",
    },
    "general-upward": {**GENERAL, "signers": ["某甲", "某乙", "某丙"], "signature": {"mode": "unsealed"}},
    "letter-compensated": {"settings": {"margins": "glyph"}},
    "general-house": {
        **GENERAL,
        "settings": {
            "fonts": {"latin": "Times New Roman"},
            "bold": {"title": True, "heading1": True},
            "table_size": 10.5,
            "page_number_spaces": False,
        },
    },
    "general-stamped": {**GENERAL, "signature": {"mode": "stamped", "post": "主任"}},
}

FEW = ("letter-portrait", "general-portrait", "general-house", "general-stamped")
"""Those that are rendered in every run."""


def changed(policy: Policy, changes: Mapping[str, Any]) -> Policy:
    """Return ``policy`` with keys of its notice replaced; ``orientation`` is that of the table, ``settings`` of the sheet."""
    data = policy.notice.model_dump(by_alias=True)
    data.update({key: value for key, value in changes.items() if key not in ("orientation", "settings")})
    if "orientation" in changes:
        data["attachments"][0]["orientation"] = changes["orientation"]
    settings = SheetSettings.model_validate(changes.get("settings", {}))
    return replace(policy, notice=Notice.model_validate(data), settings=settings)


@pytest.fixture(scope="session")
def sample() -> Policy:
    return load_policy(ROOT / "policy" / "disability-employment")


@pytest.fixture(scope="session")
def papers(sample: Policy, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("papers")
    made = {}
    for name, changes in PAPERS.items():
        made[name] = folder / f"{name}.docx"
        made[name].write_bytes(render_notice(Workspace(ROOT), changed(sample, changes)))
    return made


@pytest.fixture(scope="session")
def pages(papers: dict[str, Path]) -> dict[str, Path]:
    """Return the PDF of every paper, all converted in one run of LibreOffice."""
    from hongtou.render.office import to_pdfs

    chosen = PAPERS if THOROUGH else FEW
    paths = [papers[name] for name in chosen]
    conversions = to_pdfs(paths, paths[0].parent / "pdf")
    return dict(zip(chosen, (conversion.pdf for conversion in conversions), strict=True))
