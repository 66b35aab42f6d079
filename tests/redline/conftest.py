"""The policies whose versions are compared: the sample in both formats, and papers of other shapes."""

from __future__ import annotations

import datetime
from functools import cache
from typing import Any

from hongtou.model.policy import Policy
from hongtou.redline import redline
from hongtou.source.load import load_policy
from hongtou.workspace import Workspace
from tests.conftest import ROOT
from tests.diff.revision import second
from tests.documents.test_variety import NAMES, policy
from tests.papers.conftest import GENERAL, changed

HOUSE = Workspace(ROOT)
DATE = datetime.datetime(2023, 6, 1, 9, 30)


@cache
def policies() -> dict[str, Policy]:
    sample = load_policy(ROOT / "policy" / "disability-employment")
    return {"sample": sample, "general": changed(sample, GENERAL), **{name: policy(name) for name in NAMES}}


@cache
def versions() -> tuple[Policy, Policy]:
    return policies()["sample"], second()


def made(old: Policy, new: Policy, **options: Any) -> bytes:
    return redline(old, new, **{"author": "市府办", "date": DATE, "workspace": HOUSE, **options})
