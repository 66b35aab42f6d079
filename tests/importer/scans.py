"""A Scan of plain text, without a reader."""

from __future__ import annotations

from pathlib import Path

from hongtou.importer.scan import Line, Scan, Span


def lines(text: str, path: str = "notice.txt") -> Scan:
    found, start = [], 0
    for line in text.split("\n"):
        found.append(Line(Span(start, start + len(line)), line))
        start += len(line) + 1
    return Scan(path, "text", text, tuple(found))


def scan_of(path: Path) -> Scan:
    return lines(path.read_text(encoding="utf8"), path.name)
