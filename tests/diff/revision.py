"""The second version of the sample policy, made from the first by the edits in ``cases/v2.yaml``."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path
from textwrap import dedent, indent

from ruamel.yaml import YAML

from hongtou.model.policy import Policy
from hongtou.source.load import load_policy
from tests.conftest import ROOT

EDITS = YAML(typ="safe").load((Path(__file__).parent / "cases/v2.yaml").read_text("utf-8"))
SAMPLE = "disability-employment"
FILES = {"notice": f"{SAMPLE}/notice.yaml", "tasks": f"{SAMPLE}/tasks.yaml", "units": "units.yaml"}


def first(root: Path) -> Path:
    """Copy the sample workspace to ``root``; return the policy's folder."""
    shutil.copytree(ROOT / "policy", root / "policy")
    return root / "policy" / SAMPLE


def revise(policy: Path) -> None:
    """Make the second version of the first one in ``policy``, the folder ``policy/`` of a workspace."""
    for name, path in FILES.items():
        text = (policy / path).read_text("utf-8")
        for old, new in EDITS[name]:
            assert old in text, (path, old)
            text = text.replace(old, new)
        (policy / path).write_text(_rows(text) if name == "tasks" else text, "utf-8")


def _rows(text: str) -> str:
    """Take the row out that is gone, move the one that moved, put the new one in."""
    head, *rows = re.split(r"(?m)^(?=  - id: )", text)
    blocks = {re.match(r"  - id: (\S+)", row)[1]: row.rstrip() + "\n\n" for row in rows}  # type: ignore[index]
    order = [name for name in blocks if name not in (EDITS["gone"], EDITS["moved"]["task"])]
    order.insert(order.index(EDITS["moved"]["behind"]) + 1, EDITS["moved"]["task"])
    order.insert(order.index(EDITS["fresh"]["behind"]) + 1, "")
    blocks[""] = indent(dedent(EDITS["fresh"]["text"]), "  ") + "\n"
    return head + "".join(blocks[name] for name in order)


def second() -> Policy:
    """Return the second version."""
    with tempfile.TemporaryDirectory() as name:
        folder = first(Path(name))
        revise(folder.parent)
        return load_policy(folder)
