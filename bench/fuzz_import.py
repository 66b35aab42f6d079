"""``python bench/fuzz_import.py [--inputs 20000] [--seed 1]``: damaged files through the whole import, guided by coverage.

An own small loop and no atheris: what is fuzzed is Python, so the steps that an input takes are told by ``sys.settrace``
in the importer's files alone, and the loop needs no package, runs in CI, and gives the same inputs for the same seed.
Inputs that take a new step from line to line are kept and changed again; policies among them, and a tenth of the others, are written
and must load; parts of a DOCX are
changed inside its archive, where they are still read, texts line by line and with words that notices are made of. A crash is whatever
is no GenError, a hang what takes more than ``--limit`` seconds of the
processor, several times what it takes where no steps are told.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import signal
import sys
import time
import traceback
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from copy import deepcopy
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import Any

from lxml import etree

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from hongtou.errors import GenError  # noqa: E402
from hongtou.importer.read import scan  # noqa: E402
from hongtou.importer.report import report  # noqa: E402
from hongtou.importer.save import plan  # noqa: E402
from hongtou.importer.understand import Imported, understand  # noqa: E402
from tests.importer.accounts import lost  # noqa: E402
from tests.importer.fuzz_seeds import SEEDS  # noqa: E402

_ROOM = str(ROOT / "hongtou" / "importer")
_LARGEST = 200_000
_AS_TREE = 0.8
"""Share of changes in a DOCX that leave its XML well-formed."""
_FROM_SEEDS = 0.5
"""Share of inputs made from files that are read well: the others are mostly refused at once."""
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


Step = tuple[str, int, int]
"""A file, a line of it, and the line that was run before."""
_WRITTEN = 0.1
"""Share of policies that are written and loaded again, besides those that were read on new ways."""


@dataclass
class Outcome:
    """What became of the inputs."""

    inputs: int = 0
    read: int = 0
    policies: int = 0
    refused: int = 0
    kept: int = 0
    slowest: float = 0.0
    steps: set[Step] = field(default_factory=set)
    kinds: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[str, bytes]] = field(default_factory=list)


class Hang(BaseException):
    """An input took too long."""


def seeds() -> list[bytes]:
    """Return the files that the tests read: what is read well, and what is refused."""
    from tests.importer import test_read_hostile as hostile

    small = [data for data, _says in hostile.REFUSED.values()] + list(hostile.READ.values())
    return [*SEEDS, *(data for data in small if len(data) < 3_000)]


def fuzz(inputs: int, seed: int = 1, limit: float = 10.0) -> Outcome:
    """Read ``inputs`` changed files; ``limit`` is seconds for each."""
    chance, corpus, outcome = random.Random(seed), seeds(), Outcome()
    for data in corpus:
        _try(data, outcome, limit)
    while outcome.inputs < inputs:
        start = corpus[: len(SEEDS)] if chance.random() < _FROM_SEEDS else corpus
        data = mutated(chance.choice(start), corpus, chance)
        known = len(outcome.steps)
        imported = _try(data, outcome, limit)
        if len(outcome.steps) > known:
            corpus.append(data)
            outcome.kept += 1
        if imported is not None and (data is corpus[-1] or chance.random() < _WRITTEN):
            _written(imported, data, outcome)
    return outcome


def _try(data: bytes, outcome: Outcome, limit: float) -> Imported | None:
    """Import ``data``; return the policy where there is one in it."""
    outcome.inputs += 1
    start = time.process_time()
    imported = None
    try:
        with _at_most(limit), _traced(outcome.steps):
            found = scan(data, "x")
            outcome.read += 1
            outcome.kinds[found.kind] += 1
            if problem := unsound(found):
                outcome.faults.append((problem, data))
            imported = understand(found, issuer="某市人民政府")
            sum(map(len, report(imported)))
        outcome.policies += 1
        if found.kind == "text" and (words := lost(imported)):
            outcome.faults.append((f"lost: {' '.join(words)[:80]}", data))
    except GenError:
        outcome.refused += 1
    except Hang:
        outcome.faults.append((f"took more than {limit} s", data))
    except Exception as error:
        outcome.faults.append((_told(error), data))
    outcome.slowest = max(outcome.slowest, time.process_time() - start)
    return imported


def _told(error: Exception) -> str:
    """Return what was raised, and where."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}: {error} ({Path(last.filename).name}:{last.lineno})"


def _written(imported: Imported, data: bytes, outcome: Outcome) -> None:
    """Note a policy that cannot be written and loaded again."""
    try:
        plan(imported, Path("no such folder") / "x", "x")
    except Exception as error:
        outcome.faults.append((f"written, {_told(error)}", data))


def unsound(found: Any) -> str:
    """Return what a scan promises and this one does not hold, empty where it is sound."""
    if "\n".join(line.text for line in found.lines) != found.text:
        return "the lines are not the text"
    for line in found.lines:
        if found.text[line.span.start : line.span.end] != line.text or "\n" in line.text:
            return "a span is not where its line is"
        if line.cell and (
            min(line.cell.rows, line.cell.columns) < 1 or min(line.cell.row, line.cell.column) < 0
        ):
            return "a cell is nowhere"
    return ""


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    def stop(_number: int, _frame: FrameType | None) -> None:
        raise Hang

    if not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _traced(steps: set[Step]) -> Iterator[None]:
    """Note the steps from line to line that the importer takes."""
    last = 0

    def inside(frame: FrameType, event: str, _argument: object) -> Callable[..., Any]:
        nonlocal last
        if event == "line":
            steps.add((frame.f_code.co_filename, last, frame.f_lineno))
            last = frame.f_lineno
        return inside

    def called(frame: FrameType, _event: str, _argument: object) -> Callable[..., Any] | None:
        return inside if frame.f_code.co_filename.startswith(_ROOM) else None

    before = sys.gettrace()
    sys.settrace(called)
    try:
        yield
    finally:
        sys.settrace(before)


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


def main() -> int:
    """Fuzz, print the figures, and write inputs that broke something beside the working folder's other files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=10.0, help="seconds for each input")
    given = parser.parse_args()
    start = time.perf_counter()
    outcome = fuzz(given.inputs, given.seed, given.limit)
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(outcome.kinds.items()))
    print(
        f"{outcome.inputs} inputs in {time.perf_counter() - start:.0f} s: {outcome.read} read ({kinds}), {outcome.policies} understood as a policy, the others refused"
    )
    print(f"{len(outcome.steps)} steps taken, {outcome.kept} inputs kept; slowest {outcome.slowest:.2f} s")
    for number, (problem, times) in enumerate(Counter(problem for problem, _data in outcome.faults).items()):
        path = Path(f"fuzz-{given.seed}-{number}.bin")
        path.write_bytes(min((data for one, data in outcome.faults if one == problem), key=len))
        print(f"{path}: {times}× {problem}")
    return bool(outcome.faults)


if __name__ == "__main__":
    raise SystemExit(main())
