"""Papers made up as text: nothing of them is lost, every format says the same, and what gen prints of them stays."""

from __future__ import annotations

import html
import io

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from hongtou.i18n import use_language
from hongtou.importer.read import scan
from hongtou.importer.report import open_matters
from hongtou.importer.understand import understand
from tests.importer import made_up_text
from tests.importer.accounts import lost
from tests.importer.conftest import policy_of
from tests.importer.test_bare_round_trip import printed_and_read


def as_docx(texts: list[str]) -> bytes:
    paper = Document()
    for text in texts:
        paper.add_paragraph(text)
    stream = io.BytesIO()
    paper.save(stream)
    return stream.getvalue()


def as_html(texts: list[str]) -> bytes:
    body = "".join(f"<p>　　{html.escape(text)}</p>" for text in texts)
    return f"<html><meta charset=utf-8><body><div>{body}</div></body></html>".encode()


@given(st.integers(0, 1_000_000))
def test_a_made_up_paper_is_whole_in_every_format_and_stays(seed: int) -> None:
    use_language("en")
    texts = made_up_text.lines(seed)
    first = understand(scan("\n".join(texts).encode("gb18030"), "notice.txt"))
    assert lost(first) == []
    for data, name in ((as_docx(texts), "notice.docx"), (as_html(texts), "notice.html")):
        assert understand(scan(data, name)).notice == first.notice
    again = printed_and_read(policy_of(first))
    assert again.notice == first.notice
    assert len([*open_matters(again)]) == len([*open_matters(first)])
