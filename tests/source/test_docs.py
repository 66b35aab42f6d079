"""The examples of docs/source-format.md are a policy, load as they are written and print."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from hongtou.model.settings import SheetSettings
from hongtou.model.task import Holds
from hongtou.source.load import load_policy
from tests.conftest import ROOT

COMMON = {
    "document_number", "issuers", "recipients", "sections", "attachments", "signature", "date", "note",
    "copies_to", "printed_by", "printed_on", "contacts", "reports", "basis",
}  # fmt: skip
DOCUMENTS = sorted((ROOT / "docs").glob("source-format*.md"))


def examples(document: Path) -> dict[str, str | bytes | None]:
    """Return the examples of ``document`` by the path in their first line."""
    blocks = re.findall(r"```yaml\n(# (policy/\S+)\n.*?)```", document.read_text(encoding="utf8"), re.DOTALL)
    return {path: text for text, path in blocks}


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_the_examples_are_a_policy(
    document: Path, workspace: Callable[..., Path], gen: Callable[..., Result]
) -> None:
    files = examples(document)
    assert {Path(path).name for path in files} == {"units.yaml", "notice.yaml", "tasks.yaml", "sheet.yaml"}
    folder = workspace(files)
    policy = load_policy(folder / "policy" / "jobs")
    assert policy.tasks is not None
    assert {column.holds for column in policy.tasks.columns} == set(Holds)
    assert policy.settings == SheetSettings(), "the sheet shows the standard's values"
    assert policy.notice.model_fields_set >= COMMON
    assert gen("notice", "jobs").exit_code == 0


def test_the_languages_show_the_same_policy() -> None:
    from hongtou.source.nodes import read

    first, *others = [
        {path: read(str(text), path).data for path, text in examples(document).items()}
        for document in DOCUMENTS
    ]
    assert others == [first]
