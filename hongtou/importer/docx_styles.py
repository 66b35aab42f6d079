"""What the styles of a DOCX say 样式: names, alignment, bold, hidden, numbering; each style with all it is based on."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from hongtou.importer.docx_parts import W, switched, value
from hongtou.importer.scan import Align

_DEEPEST = 12
"""Styles that may be based on each other; Word allows 11."""
_JC: dict[str, Align] = {
    **{"left": "left", "start": "left", "center": "center", "right": "right", "end": "right"},
    **{"both": "both", "distribute": "both"},
}


@dataclass
class Look:
    """What a style or a paragraph sets; None where it sets nothing."""

    bold: bool | None = None
    hidden: bool | None = None
    align: Align | None = None
    number: str | None = None
    """The id of the numbering."""
    level: str | None = None

    def under(self, other: Look) -> Look:
        """Return this look where it sets something, ``other`` elsewhere."""
        return Look(
            other.bold if self.bold is None else self.bold,
            other.hidden if self.hidden is None else self.hidden,
            self.align or other.align,
            other.number if self.number is None else self.number,
            other.level if self.level is None else self.level,
        )


def look(paragraph: etree._Element | None, run: etree._Element | None) -> Look:
    """Return what ``w:pPr`` and ``w:rPr`` set directly."""
    numbering = None if paragraph is None else paragraph.find(f"{W}numPr")
    return Look(
        switched(run, "b"),
        switched(run, "vanish"),
        _JC.get(value(paragraph, f"{W}jc") or ""),
        value(numbering, f"{W}numId"),
        value(numbering, f"{W}ilvl"),
    )


class Styles:
    """The styles by their ids."""

    def __init__(self, root: etree._Element | None) -> None:
        found = () if root is None else root.findall(f"{W}style")
        self._styles = {style.get(f"{W}styleId", ""): style for style in found}
        self._looks: dict[str, Look] = {}
        self.default = next(
            (
                style.get(f"{W}styleId", "")
                for style in found
                if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on")
            ),
            "",
        )

    def name(self, style: str) -> str:
        """Return the name that people see; the id where there is none."""
        return (value(self._styles.get(style), f"{W}name") or style)[:200]

    def look(self, style: str) -> Look:
        """Return what ``style`` sets, with all that it is based on."""
        if style not in self._looks:
            self._looks[style] = self._resolved(style)
        return self._looks[style]

    def _resolved(self, style: str) -> Look:
        result, seen = Look(), set[str]()
        while style in self._styles and style not in seen and len(seen) < _DEEPEST:
            seen.add(style)
            element = self._styles[style]
            result = result.under(look(element.find(f"{W}pPr"), element.find(f"{W}rPr")))
            style = value(element, f"{W}basedOn") or ""
        return result
