"""What a paper is made of below its frame: paragraphs and tables that name a style."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True)
class Control:
    """A content control 内容控件 that people fill in: a tick box, a place to write, or one for several lines.

    ``tag`` (64 characters at most) says what it is about and survives the filling in; ``title`` is shown to people.
    """

    tag: str
    title: str
    kind: Literal["box", "text", "lines"] = "text"


@dataclass(frozen=True)
class Span:
    """A stretch of text; ``style`` is a character style id, empty for that of the paragraph."""

    text: str
    style: str = ""
    control: Control | None = None


@dataclass(frozen=True)
class Paragraph:
    """A paragraph in the paragraph style ``style``; a tab in the text is a tab on paper.

    ``part`` says which part of the policy it comes from, for comparing versions; nothing of it is printed.
    """

    style: str
    spans: tuple[Span, ...]
    part: str = ""

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``merge`` says how it joins the cell above, ``columns`` how many it spans."""

    paragraphs: tuple[Paragraph, ...]
    merge: Literal["", "start", "continue"] = ""
    columns: int = 1


@dataclass(frozen=True)
class TableRow:
    """A row; ``whole`` keeps it on one page, which a row taller than a page cannot be; ``part`` as of a paragraph."""

    cells: tuple[Cell, ...]
    whole: bool = True
    part: str = ""


@dataclass(frozen=True, eq=False)
class SharedRows:
    """Rows that stand in the tables of many papers: set once, known by identity."""

    rows: tuple[TableRow, ...]


@dataclass(frozen=True, eq=False)
class Table:
    """A table with ``header_rows`` that repeat on every page; ``widths`` are millimetres.

    A ``shared`` one stands in many papers: it is set once, known by identity. ``part`` as of a paragraph.
    """

    widths: tuple[float, ...]
    rows: tuple[TableRow | SharedRows, ...]
    header_rows: int = 1
    title: str = ""
    shared: bool = False
    part: str = ""


Block = Paragraph | Table


@dataclass(frozen=True, eq=False)
class SharedBlocks:
    """Blocks that stand in many papers as they are: set once, known by identity."""

    blocks: tuple[Block, ...]


def plain(style: str, text: str, part: str = "") -> Paragraph:
    """Return a paragraph of one plain span."""
    return Paragraph(style, (Span(text),), part)


@dataclass(frozen=True)
class StyleChange:
    """Values of a named style that depend on this paper, such as where the name stands over the date.

    Lengths are mm (``left``, ``right``) and points (``before``, ``after``, ``size``, ``line``); None leaves a value as it is.
    """

    style: str
    align: str | None = None
    left: float | None = None
    right: float | None = None
    before: float | None = None
    after: float | None = None
    size: float | None = None
    line: float | None = None
    tabs: tuple[tuple[str, float], ...] | None = None
    """Tab stops in place of those of the style: (kind, position in mm from the left edge of the frame)."""


@dataclass(frozen=True)
class Document:
    """A paper ready to be rendered: the template's name, what its tags mean, and its properties.

    A value of ``context`` may be a function of nothing: it is called when the template asks for the name.
    """

    template: str
    context: dict[str, object]
    changes: tuple[StyleChange, ...] = ()
    title: str = ""
    creator: str = ""
    created: str = "2000-01-01T00:00:00Z"
    keywords: tuple[str, ...] = field(default=())
    about: tuple[tuple[str, str], ...] = ()
    """What the file says of itself, as custom properties: which policy, which unit, a fingerprint of its text."""
    fingerprints: tuple[tuple[str, str], ...] = ()
    """More of them: the fingerprint of each task, the same for all units that owe the same."""
    carried: bytes | None = None
    """A data part for programs: what the paper was made of."""
