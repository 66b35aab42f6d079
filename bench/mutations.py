"""Files changed at random 变异: bytes, tags, lines, parts of an archive, with words that notices are made of."""

from __future__ import annotations

import io
import random
import re
import zipfile
from copy import deepcopy

from lxml import etree

_LARGEST = 200_000
_AS_TREE = 0.8
"""Share of changes in a DOCX that leave its XML well-formed."""
_TOKEN = re.compile(rb"<[^<>]{0,300}>")
_VALUES = re.compile(rb"\"[^\"<>]{0,40}\"")
_WORDS = (
    *(
        b"",
        b"0",
        b"-1",
        b"1",
        b"9",
        b"99999999999",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\x81",
        b"&#0;",
        b"&nbsp;",
    ),
    *(
        "一、".encode(),
        "（一）".encode(),
        "通知".encode("gb18030"),
        "\u2028".encode(),
        b"\r\n",
        b"\f",
        b"<",
        b">",
        b'"',
        b"<!--",
    ),
    *(
        b"<table>",
        b"</table>",
        b"<tr>",
        b"<td rowspan=0 colspan=3>",
        b"</td>",
        b"<ol start=-3 reversed>",
        b"<li value=5>",
    ),
    *(
        b"<pre>",
        b"<script>",
        b"<br>",
        b"<nav>",
        b"<p hidden>",
        b"<template>",
        b"<svg>",
        b"<!DOCTYPE html>",
        b"<caption>",
    ),
)

_PHRASES = (
    *(
        "（市财政局负责）",
        "（市财政局牵头，市教育局、各镇街配合）",
        "责任单位：市民政局、市医保局等",
        "牵头单位：",
    ),
    *(
        "（列第一位者为牵头单位，下同）",
        "以下均需各镇街落实，不再列出。",
        "2023年12月底前，",
        "每年6月底、12月底前",
        "到2025年",
    ),
    *(
        "不少于3家",
        "15%以上",
        "附件：1．某某表",
        "附件2",
        "〔2023〕19号",
        "（此件公开发布）",
        "2023年3月7日",
        "（联系人：某甲，电话88880000）",
    ),
    *(
        "一、",
        "（二）",
        "3．",
        "（4）",
        "①",
        "\n",
        "\t",
        "\u3000",
        "、",
        "：",
        "；",
        "（",
        "）",
        "《",
        "》",
        "“",
        "【",
        "|",
        "…",
    ),
)


def mutated(data: bytes, corpus: list[bytes], chance: random.Random) -> bytes:
    """Return ``data`` changed a few times; mostly inside the archive where it is a DOCX."""
    if data.startswith(b"PK\x03\x04") and chance.random() < 0.85:
        try:
            return _repacked(data, chance)
        except (
            zipfile.BadZipFile,
            RuntimeError,
            NotImplementedError,
            EOFError,
            OSError,
            ValueError,
            KeyError,
        ):
            pass
    other = chance.choice(corpus)
    for _time in range(chance.choice((1, 1, 2, 4, 8))):
        data = _changed(data, other, chance)
    return data[:_LARGEST]


def _repacked(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {
            info.filename: archive.read(info) for info in archive.infolist() if info.file_size < _LARGEST
        }
    for _time in range(chance.choice((1, 1, 2, 4))):
        name = chance.choice([*parts, *(part for part in parts if part.endswith("document.xml"))] or ["x"])
        content, others = parts.get(name, b""), [*parts.values(), b""]
        changed = _replanted(content, chance) if chance.random() < _AS_TREE else b""
        parts[name] = (changed or _changed(content, chance.choice(others), chance))[:_LARGEST]
    if chance.random() < 0.05:
        parts.pop(chance.choice(list(parts)))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def _replanted(content: bytes, chance: random.Random) -> bytes:
    """Return XML with an element moved, doubled, taken away or renamed, or a value changed: it stays well-formed."""
    try:
        root = etree.fromstring(content)
    except (etree.XMLSyntaxError, ValueError):
        return b""
    nodes = list(root.iter("*"))
    one, two = chance.choice(nodes), chance.choice(nodes)
    parent = one.getparent()
    match chance.randrange(5):
        case 0 if parent is not None:
            parent.remove(one)
        case 1 if two not in one.iter():
            two.append(one)
        case 2:
            two.append(deepcopy(one))
        case 3:
            one.tag = two.tag
        case _:
            for name in one.attrib:
                one.set(
                    name,
                    chance.choice(
                        ("", "0", "1", "7", "-3", "99999999999", "x", "continue", *two.attrib.values())
                    ),
                )
    return etree.tostring(root)


def _changed(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with one change: in its tags or lines where it has some, else in its bytes."""
    if chance.random() < 0.6 and len(lines := data.splitlines(keepends=True)) > 3:
        return _relined(lines, other, chance)
    tags = list(_TOKEN.finditer(data)) if chance.random() < 0.6 else []
    return _retagged(data, tags, chance) if len(tags) > 1 else _rewritten(data, other, chance)


def _retagged(data: bytes, tags: list[re.Match[bytes]], chance: random.Random) -> bytes:
    """Return ``data`` with a tag taken away or doubled, a stretch taken away or repeated, or a value changed."""
    one, two = chance.choice(tags), chance.choice(tags)
    first, last = sorted((one.start(), two.end()))
    match chance.randrange(5):
        case 0:
            return data[: one.start()] + data[one.end() :]
        case 1:
            return data[: one.start()] + two[0] + data[one.start() :]
        case 2:
            return data[:first] + data[last:]
        case 3:
            return (
                data[:last] + data[first : min(last, first + 5_000)] * chance.choice((1, 2, 30)) + data[last:]
            )
    if values := list(_VALUES.finditer(data)):
        value, another = chance.choice(values), chance.choice(values)
        new = another[0] if chance.random() < 0.5 else b'"' + chance.choice(_WORDS[:6]) + b'"'
        return data[: value.start()] + new + data[value.end() :]
    return data


def _relined(lines: list[bytes], other: bytes, chance: random.Random) -> bytes:
    """Return text with a line taken away, doubled, moved, glued to the next or taken from another file, or with words put in."""
    at, to = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(6):
        case 0:
            del lines[at]
        case 1:
            lines.insert(to, lines[at])
        case 2:
            lines.insert(to, lines.pop(at))
        case 3:
            lines[at] = lines[at].rstrip(b"\r\n")
        case 4:
            lines.insert(to, chance.choice(other.splitlines(keepends=True) or [b""]))
        case _:
            text = lines[at].decode("utf-8", "ignore")
            place = chance.randrange(len(text) + 1)
            lines[at] = (text[:place] + chance.choice(_PHRASES) + text[place:]).encode()
    return b"".join(lines)


def _rewritten(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with bytes changed, taken away, put in, repeated, or with a piece of another file."""
    at = chance.randrange(len(data) + 1)
    end = min(len(data), at + chance.choice((1, 1, 2, 8, 60, 1000)))
    start = chance.randrange(len(other) + 1)
    piece = other[start : start + chance.choice((10, 200, 3000))]
    match chance.randrange(5):
        case 0:
            return data[:at] + bytes([chance.randrange(256)]) + data[end:]
        case 1:
            return data[:at] + data[end:]
        case 2:
            return data[:at] + chance.choice(_WORDS) + data[at:]
        case 3:
            return data[:at] + piece + data[end:]
    return data[:at] + data[at:end] * chance.choice((2, 20, 200)) + data[end:]
