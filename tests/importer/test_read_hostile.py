"""What is no notice, or made to harm: one message with a way out, in bounded time."""

from __future__ import annotations

import io
import time
import zipfile

import pytest

from hongtou.errors import GenError
from hongtou.importer import read as reading
from hongtou.importer.read import scan
from tests.importer.docxs import NAMES, docx, numbered, p, packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
DEEP = 10_000
LAUGHS = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 12))


def word(inside: str, doctype: str = "") -> bytes:
    return packed(
        {"word/document.xml": f"{doctype}<w:document {NAMES}><w:body>{inside}</w:body></w:document>"}
    )


def with_entry(name: str) -> bytes:
    return packed({name: "x"})


def encrypted() -> bytes:
    data = bytearray(docx(p("一")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 1)
    return bytes(data)


REFUSED = {
    "doc": (OLE + "WordDocument".encode("utf-16-le"), "an old Word or WPS document"),
    "xls": (OLE + "Workbook".encode("utf-16-le"), "an old Excel workbook"),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), "protected with a password"),
    "ole": (OLE, "an old Office file"),
    "pdf": (b"%PDF-1.7\n\xe2\xe3", "a PDF"),
    "png": (b"\x89PNG\r\n\x1a\n\0\0", "a picture"),
    "jpeg": (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture"),
    "rtf": (b"{\\rtf1\\ansi", "a rich text file"),
    "rar": (b"Rar!\x1a\x07\x00", "an archive"),
    "gzip": (b"\x1f\x8b\x08\0", "an archive"),
    "mht": (
        b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related",
        "a web archive",
    ),
    "flat": (b'<?xml version="1.0"?><pkg:package xmlns:pkg="x">', "a Word document as XML"),
    "xlsx": (with_entry("xl/workbook.xml"), "an Excel workbook"),
    "pptx": (with_entry("ppt/presentation.xml"), "a presentation"),
    "ofd": (with_entry("OFD.xml"), "a fixed-layout paper"),
    "odt": (with_entry("content.xml"), "an OpenDocument file"),
    "zip": (with_entry("通知.txt"), "an archive"),
    "broken zip": (docx(p("一"))[:200], "is not a Word file"),
    "encrypted zip": (encrypted(), "is not a Word file"),
    "no document": (packed({"word/styles.xml": "<a/>"}), "has no Word document inside"),
    "not xml": (packed({"word/document.xml": "<w:document"}), "is damaged"),
    "bomb": (docx(p("一"), zeros="<x>" + "\0" * 201_000_000), "unpacks to far more"),
    "deep": (word("<w:tbl><w:tr><w:tc>" * DEEP), "no word processor"),
    "long": (word(f"<w:p><w:r><w:t>{'x' * 11_000_000}</w:t></w:r></w:p>"), "no word processor"),
    "many": (word("<w:p/>" * 1_000_001), "no word processor"),
    "entity": (
        word(p("<w:r><w:t>&x;</w:t></w:r>"), '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
        "no word",
    ),
    "laughs": (
        word(p("<w:r><w:t>&a11;</w:t></w:r>"), f'<!DOCTYPE a [<!ENTITY a0 "lol">{LAUGHS}]>'),
        "no word processor",
    ),
    "divs": (b"<html>" + b"<div>" * DEEP + b"x", "nested too deep"),
    "tables": (b"<html>" + b"<table><tr><td>" * DEEP + b"x", "nested too deep"),
    "tags": (b"<html>" + b"<p>" * 200_001, "more tags"),
    "attributes": (b"<html><p " + b"".join(b"a%d " % i for i in range(100_000)) + b">x", "more tags"),
    "quoted attributes": (
        b'<html><p a" ' + b"".join(b"a%d/" % i for i in range(100_000)) + b'">x',
        "more tags",
    ),
    "attributes behind a comment": (b"<html><!--><p " + b"a b=1 c='>' " * 100_000 + b">-->", "more tags"),
    "no text": (b"<html><script>x</script></html>", "has no text"),
    "frames": (b"<!doctype html>", "has no text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_refused_with_one_message_and_in_time(name: str) -> None:
    data, says = REFUSED[name]
    start = time.perf_counter()
    with pytest.raises(GenError) as error:
        scan(data, "x")
    assert says in error.value.message
    assert "\n" not in error.value.message
    assert error.value.hint or name == "no document"
    assert time.perf_counter() - start < 10


READ = {
    "brackets": ("（" * DEEP + "）" * DEEP).encode(),
    "one tag": b"<html>" + b"<" * 190_000,
    "ampersands": b"<html>" + b"&" * 2_000_000,
    "blanks": ("<html><p>" + "中 \n " * 400_000).encode(),
    "comments": b"<!-- -->" * 600 + b"x",
    "a style without an end": b"<html><p style='" + b"a" * 5_000_000 + b"'>x",
    "a picture in an attribute": b"<html><img src='data:image/png;base64," + b"ab/+=" * 500_000 + b"'><p>x",
    "rows under a wide cell": b"<html><table><tr><td rowspan=65534 colspan=1000>a<td>b" + b"<tr><td>" * 30_000,
    "nested tables": b"<html>" + b"<table><tr><td>a<td>b<tr><td>c<td>" * 500,
    "feet": b"<html><article>" + b"<div>" * 1900 + b"<footer>x</footer>" * 10_000,
    "damaged GB18030": b"\x81" * 1_000_000,
    "word nested": docx("<w:sdt>" * 250 + "<w:p/>" + "</w:sdt>" * 250),
    "word nested tables": docx("<w:tbl><w:tr><w:tc><w:p/>" * 80 + "</w:tc></w:tr></w:tbl>" * 80),
    "word nested changes": docx("<w:p>" + "<w:ins>" * 250 + "</w:ins>" * 250 + "</w:p>"),
    "word wide cells": docx("<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:gridSpan w:val='999'/></w:tcPr></w:tc></w:tr>" * 9_000
                            + "</w:tbl>" + p("一")),
    "word open fields": docx(p("<w:r><w:fldChar w:fldCharType='begin'/><w:t>x</w:t></w:r>" * 5_000)),
    "word long labels": docx(numbered(1, 0, "x") * 5_000, numbering="<w:numbering><w:abstractNum w:abstractNumId='0'>"
                             f"<w:lvl w:ilvl='0'><w:lvlText w:val='{'%1' * 100_000}'/></w:lvl></w:abstractNum>"
                             "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num></w:numbering>"),
    "word styles in a row": docx("".join(p("x", f"<w:pStyle w:val='s{i}'/>") for i in range(5_000)), styles="<w:styles>"
                                 + "".join(f"<w:style w:styleId='s{i}'><w:basedOn w:val='s{i + 1}'/></w:style>"
                                           for i in range(5_000)) + "</w:styles>"),
    "word styles in a circle": docx(p("x", "<w:pStyle w:val='a'/>"), styles="<w:styles><w:style w:styleId='a'><w:basedOn"
                                    " w:val='b'/></w:style><w:style w:styleId='b'><w:basedOn w:val='a'/></w:style></w:styles>"),
    "word a note in itself": docx(p("<w:r><w:t>x</w:t><w:footnoteReference w:id='2'/></w:r>" * 50), footnotes="<w:footnotes>"
                                  "<w:footnote w:id='2'>" + p("<w:r><w:t>注</w:t><w:footnoteReference w:id='2'/></w:r>")
                                  + "</w:footnote></w:footnotes>"),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_read_in_time(name: str) -> None:
    start = time.perf_counter()
    scan(READ[name], "x")
    assert time.perf_counter() - start < 60  # a hang, not a speed: that is the bench's business


def test_large_files_are_refused_before_they_are_parsed(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200_000_000)
    with pytest.raises(GenError, match="is larger than 10 MB"):
        reading.read(path)
    monkeypatch.setattr(reading, "MAX_TEXT", 1_000_000)
    with pytest.raises(GenError, match="is larger than 1 MB"):
        scan(b"a" * 1_000_001, "x")


def test_macros_are_told_and_the_text_is_read() -> None:
    stream = io.BytesIO(docx(p("一")))
    with zipfile.ZipFile(stream, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")
    found = scan(stream.getvalue(), "x.docm")
    assert found.text == "一"
    assert found.doubts == ("The file holds macros; its text was read, the macros were not.",)
