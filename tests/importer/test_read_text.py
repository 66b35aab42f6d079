"""Plain text: encodings told by strictness, every character kept."""

from __future__ import annotations

import codecs
import os
import re
import time
from pathlib import Path

import pytest

from hongtou.errors import GenError
from hongtou.importer.read import read, scan

WORDS = "某市人民政府办公室关于做好残疾人就业工作的通知\n各镇街：\n现就有关事项通知如下。"


@pytest.mark.parametrize(
    "data",
    [
        WORDS.encode(),
        codecs.BOM_UTF8 + WORDS.encode(),
        codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
        WORDS.encode("gb18030"),
        WORDS.encode("gb2312"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16-le", "utf-16-be", "gb18030", "gb2312"],
)
def test_encodings(data: bytes) -> None:
    found = scan(data, "通知.txt")
    assert (found.kind, found.text, found.doubts) == ("text", WORDS, ())


def test_lines_end_as_in_all_systems_and_blanks_stay() -> None:
    found = scan("一 \r\n　二\r三\f四\n\n五\t".encode(), "x")
    assert [line.text for line in found.lines] == ["一 ", "　二", "三", "四", "", "五\t"]
    for line in found.lines:
        assert found.text[line.span.start : line.span.end] == line.text
    assert "\n".join(line.text for line in found.lines) == found.text


def test_control_characters_are_told() -> None:
    found = scan("一\x07二\x1a".encode(), "x")
    assert found.text == "一二"
    assert [(loss.text, loss.reason) for loss in found.losses] == [("\x07\x1a", "control characters")]


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ((WORDS * 3).encode() + b"\xff\n", "x is damaged: byte 349 (line 7) is not UTF-8."),
        (b"abc\n\xff\xff\xff", "x is neither UTF-8 nor GB18030: byte 5 (line 2) cannot be read."),
        (WORDS.encode("utf-16-le"), "x is no text: character"),
        ("一\0二".encode(), "x is no text: character 2 is NUL."),
    ],
)
def test_what_cannot_be_decoded_is_told_with_its_place(data: bytes, says: str) -> None:
    with pytest.raises(GenError) as error:
        scan(data, "x")
    assert error.value.message.startswith(says)
    assert error.value.hint


TRADITIONAL = "關於做好殘疾人就業工作的通知,各鎮街要提高認識" * 3
JAPANESE = "障害者雇用促進事業実施要領概要書類提出期限" * 3
SIMPLIFIED = "关于做好残疾人就业工作的通知，各镇街要提高认识，认真贯彻落实。\n" * 3


def test_another_encoding_taken_for_gb18030_is_doubted() -> None:
    assert scan(JAPANESE.encode("shift_jis"), "x").doubts
    with pytest.raises(GenError, match="x is Big5 text") as error:
        scan(TRADITIONAL.encode("big5"), "x")
    assert error.value.hint


@pytest.mark.parametrize("saved", ["utf-8", "gb18030"])
@pytest.mark.parametrize(
    "garbled",
    [
        SIMPLIFIED.encode().decode("gbk", "replace"),
        SIMPLIFIED.encode().decode("gbk", "ignore"),
        SIMPLIFIED.encode().decode("latin-1"),
        SIMPLIFIED.encode().decode("cp1252", "replace"),
        SIMPLIFIED.encode("gb18030").decode("latin-1"),
    ],
)
def test_text_read_in_a_wrong_encoding_and_saved_is_refused(garbled: str, saved: str) -> None:
    with pytest.raises(GenError, match=r"x is garbled: it is (UTF-8|GB18030) text") as error:
        scan(garbled.encode(saved), "x")
    assert error.value.hint


def test_files_that_are_none(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b"\xef\xbb\xbf \r\n")
    names = {
        "empty.txt": "is empty.",
        "blank.txt": "is empty.",
        "no.txt": "there is no such file or folder.",
        ".": "it is a folder.",
        "\0": "there is no such file or folder.",
    }
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        names["pipe"] = "is not a file."
    for name, says in names.items():
        with pytest.raises(GenError) as error:
            read(tmp_path / name)
        assert error.value.message.endswith(says)
        assert error.value.hint


def test_five_megabytes_take_few_times_what_splitting_takes() -> None:
    text = ("现就有关事项通知如下：" + "各镇街要提高认识，落实责任。" * 12 + "\n") * 9_000
    data = text.encode()

    def seconds(run: object) -> float:
        start = time.perf_counter()
        run()  # type: ignore[operator]
        return time.perf_counter() - start

    splitting = min(seconds(lambda: re.split("(?<=[。！？；])", text)) for _ in range(3))
    reading = min(seconds(lambda: scan(data, "x")) for _ in range(3))
    assert reading < 15 * splitting, (reading, splitting)
