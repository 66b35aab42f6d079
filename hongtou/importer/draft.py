"""A scan while it is being made 草稿: lines with their places, what was left out, and doubts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.importer.scan import Align, CellPlace, Kind, LeftOut, Line, Scan, Span

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
    end: int = 0
    """Where the next line begins."""

    def add(
        self,
        text: str,
        cell: CellPlace | None = None,
        number: str = "",
        align: Align = "",
        bold: bool = False,
        style: str = "",
    ) -> None:
        """Add a line. Control characters become a loss, so that nothing goes untold."""
        if not text.isprintable() and CONTROL.search(text):
            self.lose("".join(CONTROL.findall(text)), _("control characters"))
            text = CONTROL.sub("", text)
        end = self.end + len(text)
        self.lines.append(Line(Span(self.end, end), text, cell, number, align, bold, style))
        self.end = end + 1

    def lose(self, text: str, reason: str) -> None:
        """Note that ``text`` was left out; blanks alone are not worth a word."""
        if text.strip():
            self.losses.append(LeftOut(text, reason))

    def doubt(self, sentence: str) -> None:
        """Note a sentence for the report, once."""
        if sentence not in self.doubts:
            self.doubts.append(sentence)

    def scan(self, kind: Kind) -> Scan:
        """Return the scan."""
        text = "\n".join([line.text for line in self.lines])
        return Scan(self.path, kind, text, tuple(self.lines), tuple(self.losses), tuple(self.doubts))
