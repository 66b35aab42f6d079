"""Minutes 会议纪要 with a head of their own: read as the paper they are, and one message says what was not read."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from hongtou.importer.understand import understand
from hongtou.model.base import paragraphs
from hongtou.model.notice import Kind
from tests.importer.scans import lines

TEXT = (Path(__file__).parent / "papers" / "minutes.txt").read_text("utf8")
TITLE = "县政府常务会议纪要"


@pytest.mark.parametrize("titled", [True, False], ids=["titled", "not titled"])
def test_minutes(titled: bool) -> None:
    one = understand(lines(TEXT if titled else TEXT.replace(f"{TITLE}\n", "")))
    notice = one.notice
    assert notice.kind is Kind.MINUTES
    assert notice.title == (TITLE if titled else "某县人民政府会议纪要")
    assert notice.letterhead == ("某县人民政府会议纪要" if titled else None)
    assert (notice.document_number, notice.issuers) == ("〔2024〕第11期", ("某县人民政府办公室",))
    assert notice.date == notice.printed_on == datetime.date(2024, 6, 5)
    assert [section.heading for section in notice.sections] == ["研究养老工作", "研究教育工作"]
    assert [text[:3] for text in paragraphs(notice.closing)] == ["出席：", "列席：", "请假：", "发：各"]
    assert not notice.attachments
    (told,) = one.ledger.doubts
    assert "minutes" in told
    assert not [*one.ledger.unplaced()]
