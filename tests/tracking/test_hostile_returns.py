"""Returns made to do harm, or merely broken: one message each, bounded, and the good ones are collected all the same."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from pathlib import Path

import pytest

from hongtou.package import Package
from hongtou.papers import Papers
from hongtou.tracking.find_returns import MAX_BYTES
from tests.tracking.conftest import UNIT, Desk
from tests.tracking.filled import DOCUMENT, filled, words


def zipped(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def docx(document: bytes) -> bytes:
    return zipped({"[Content_Types].xml": b"<Types/>", DOCUMENT: document})


def bomb() -> bytes:
    """Return an archive that says it unpacks to 300 MB and does."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive,
        archive.open(DOCUMENT, "w") as part,
    ):
        for _block in range(300):
            part.write(b" " * 1_000_000)
    return buffer.getvalue()


ENTITIES = (
    b'<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    b'<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&b;&x;</d>'
)
SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData/></worksheet>'
)
BOOK = b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheets/></workbook>'
BAD = {
    "空.docx": b"",
    "文本.docx": "任务都完成了".encode(),
    "网页.docx": b"<html><body>x</body></html>",
    "图片.docx": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "旧格式.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
    "加密.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(1000),
    "压缩包.docx": zipped({"a.txt": b"x"}),
    "炸弹.docx": bomb(),
    "实体.docx": docx(ENTITIES),
    "残缺.docx": docx(b"<w:document"),
    "过深.docx": docx(b"<a>" * 100_000),
    "许多部件.docx": zipped({f"word/{n}.xml": b"" for n in range(3000)}),
    "没有表.docx": docx(
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
    ),
    "空表.xlsx": zipped({"xl/workbook.xml": BOOK, "[Content_Types].xml": b"<Types/>"}),
    "实体.xlsx": zipped({"xl/workbook.xml": ENTITIES, "xl/worksheets/sheet1.xml": SHEET}),
    "炸弹.xlsx": zipped({"xl/workbook.xml": BOOK, "xl/worksheets/sheet1.xml": b" " * 50_000_000}),
    "太大.docx": bytes(MAX_BYTES + 1),
}


def test_each_is_told_and_the_good_ones_are_collected(desk: Desk, checklist: bytes) -> None:
    good = filled(checklist, {words(checklist)[0]: {"状态": "已完成"}})
    start = time.perf_counter()
    done = desk.collect(*BAD.items(), ("好.docx", good))
    assert time.perf_counter() - start < 60  # a hang, not a speed
    assert {Path(one.path).name: one.failed for one in done} == {**dict.fromkeys(BAD, True), "好.docx": False}
    assert all(len(one.findings) == 1 and one.findings[0].hint for one in done if one.failed)
    assert desk.of().tasks


def test_truncated_anywhere(desk: Desk, checklist: bytes) -> None:
    good = filled(checklist, {words(checklist)[0]: {"状态": "已完成"}})
    cut = [(f"{at}.docx", good[:at]) for at in range(0, len(good), len(good) // 40)]
    assert all(one.failed for one in desk.collect(*cut))


def test_bytes_turned_over(desk: Desk, checklist: bytes) -> None:
    """Whatever a disk does to a file: a message or what it says, never a traceback."""
    good = bytearray(filled(checklist, {words(checklist)[0]: {"状态": "已完成"}}))
    files = []
    for number in range(60):
        data = bytearray(good)
        for step in range(5):
            data[(number * 7919 + step * 104729) % len(data)] ^= 1 << (number % 8)
        files.append((f"{number}.docx", bytes(data)))
    assert len(desk.collect(*files)) == len(files)


def test_macros_are_not_read(desk: Desk, checklist: bytes) -> None:
    package = Package.read(filled(checklist, {words(checklist)[0]: {"状态": "已完成"}}), "x")
    package.parts["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0" + bytes(100)
    assert not desk.collect(("宏.docm", package.bytes()))[0].failed


def test_formulas_are_told_and_not_read(desk: Desk) -> None:
    import openpyxl

    papers: Papers = desk.papers()
    book = openpyxl.load_workbook(io.BytesIO(papers.ledger_xlsx()))
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[2]]
    sheet.cell(3, heads.index("进展情况") + 1).value = '=HYPERLINK("http://example.invalid","x")'
    sheet.cell(4, heads.index("存在问题") + 1).value = "经费不足"
    buffer = io.BytesIO()
    book.save(buffer)
    done = desk.collect(("台账.xlsx", buffer.getvalue()))
    assert [finding.rule for finding in done[0].findings] == ["return-formula", "return-ledger"]
    said = [answer for lines in desk.book().ledger.tasks.values() for answer in lines.values()]
    assert [answer.problem for answer in said if answer.problem] == ["经费不足"]
    assert not any(answer.progress for answer in said)


def test_what_it_says_is_text(desk: Desk, checklist: bytes) -> None:
    evil = '"}\n- x: !!python/object:os.system "rm"\n&a *a <<: {{7*7}} ${x} =1+1 \\ # </w:t>'
    desk.collect(("一.docx", filled(checklist, {words(checklist)[0]: {"备注": evil}})))
    notes = [answer.note for lines in desk.of(UNIT).tasks.values() for answer in lines.values()]
    assert [" ".join((note or "").split()) for note in notes] == [" ".join(evil.split())]


@pytest.mark.slow
def test_a_thousand_at_once(desk: Desk, checklists: dict[str, bytes]) -> None:
    units = [unit for unit, data in checklists.items() if len(words(data)) < 12]
    files = []
    for number in range(1000):
        unit = units[number % len(units)]
        row = words(checklists[unit])[0] if number < len(units) else None
        data = filled(
            checklists[unit],
            {row: {"状态": "已完成"}} if row else {},
            saved=f"2024-01-01T00:00:{number % 60:02}Z",
        )
        files.append((f"{number}.docx", data if number % 10 else data[: len(data) // 2]))
    done = desk.collect(*files)
    assert sum(one.failed for one in done) == 100
    assert len(desk.book().units) == len(units)


def test_names_that_are_no_names(desk: Desk, checklist: bytes) -> None:
    data = filled(checklist, {words(checklist)[0]: {"状态": "已完成"}})
    names = ("a b.docx", "“引号”.docx", "#井号: x.docx", "没有扩展名", "错.xlsx", "-o.docx", "\u202e反.docx")
    assert not any(one.failed for one in desk.collect(*((name, data + b"") for name in names)))
    assert zlib.crc32(desk.text.encode()) == zlib.crc32(desk.book().text.encode())
