"""A policy, printed as text and imported again, is the same policy: nothing lost, nothing invented, ids and all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hongtou.importer.understand import Imported, understand
from tests.importer.conftest import SAMPLE, policy_of
from tests.importer.printed import text_of
from tests.importer.scans import lines

NOTICES = (SAMPLE, "notices/03*.txt", "notices/05*.txt", "notices/06*.txt", "notices/08*.txt", "notices/27*.txt")  # fmt: skip


@pytest.mark.parametrize("name", NOTICES)
def test_import_print_import(name: str, imported: Callable[[str], Imported]) -> None:
    first = imported(name)
    again = understand(lines(text_of(policy_of(first))))
    assert again.notice.model_copy(update={"publication": None}) == first.notice.model_copy(
        update={"publication": None}
    )
    assert again.tasks == first.tasks
    assert again.register == first.register


@pytest.mark.parametrize("name", NOTICES)
def test_the_printed_text_is_the_text_of_the_source(name: str, imported: Callable[[str], Imported]) -> None:
    one = imported(name)
    printed = "".join(text_of(policy_of(one)).split())
    source = "".join(_paper(one).split())
    assert sorted(printed) == sorted(source)


def _paper(one: Imported) -> str:
    """Return the text of the source, widened, without what was left out or belongs to the publication."""
    text = [*one.ledger.scan.text]
    for place in one.widened:
        text[place] = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）"}.get(text[place], text[place])
    spans = [left.span for left in one.ledger.left_out]
    spans += [value.span for value in one.ledger.values if value.where.startswith("publication")]
    for span in spans:
        if span is not None:
            text[span.start : span.end] = " " * (span.end - span.start)
    return "".join(text)
