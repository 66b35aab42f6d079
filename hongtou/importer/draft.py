"""A scan while it is being made 草稿: lines and losses are added, places are counted at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from hongtou.i18n import _
from hongtou.importer.scan import LeftOut, Line, Scan, Span

CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")
"""Characters that print nothing and that no later file (YAML, XML) may hold; tabs and line breaks are not among them."""
UNSEEN = re.compile("[\u00ad\u200b\u2060\ufeff]")
"""Soft hyphens, zero-width blanks: they only say where a line may break."""


@dataclass
class Draft:
    """Lines, losses and doubts of the file ``path`` in their order."""

    path: str
    lines: list[Line] = field(default_factory=list)
    losses: list[LeftOut] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)

    def add(self, line: Line) -> None:
        """Add ``line``; its span is set at the end. Control characters become a loss, so that nothing goes untold."""
        if found := CONTROL.findall(line.text):
            self.lose("".join(found), _("control characters"))
            line = replace(line, text=CONTROL.sub("", line.text))
        self.lines.append(line)

    def lose(self, text: str, reason: str) -> None:
        """Note that ``text`` was left out; blanks alone are not worth a word."""
        if text.strip():
            self.losses.append(LeftOut(text, reason))

    def doubt(self, sentence: str) -> None:
        """Note a sentence for the report, once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def scan(self, kind: str) -> Scan:
        """Return the scan of ``kind`` (text, html or docx)."""
        start, lines = 0, []
        for line in self.lines:
            end = start + len(line.text)
            lines.append(
                Line(Span(start, end), line.text, line.cell, line.number, line.align, line.bold, line.style)
            )
            start = end + 1
        text = "\n".join([line.text for line in lines])
        return Scan(self.path, kind, text, tuple(lines), tuple(self.losses), tuple(self.doubts))  # type: ignore[arg-type]


NOWHERE = Span(0, 0)
"""The span of a line in a draft."""
