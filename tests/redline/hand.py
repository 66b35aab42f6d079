"""The hand-made cases of cases.yaml as pairs of policies."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from hongtou.model.policy import Policy
from tests.papers.shapes import shaped

HAND = YAML(typ="safe").load((Path(__file__).parent / "cases.yaml").read_text("utf-8"))


def hand(name: str) -> tuple[Policy, Policy]:
    return _policy(**HAND[name]["old"]), _policy(**HAND[name]["new"])


def _policy(body: Any = (), rows: Any = None, title: str = "某表", **keys: Any) -> Policy:
    text = [[paragraph] for paragraph in body] or ["甲。"]
    grid = [{"id": "table", "title": title, "grid": {"rows": rows}}] if rows else []
    return shaped(sections=[{"id": "only", "text": text}], attachments=grid, **keys)
