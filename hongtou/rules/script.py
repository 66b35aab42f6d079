"""The running text of a policy, or of a plain file, as one string: rules look through it once, not sentence by sentence.

Sentences of a paragraph follow each other as they are printed; every paragraph, heading and cell is a line of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from hongtou.model.base import Paragraphs
from hongtou.model.notice import Attachment, Node, Paper
from hongtou.model.policy import Policy
from hongtou.model.task import TaskTable
from hongtou.rules.hit import Path, Place, Span

CONTEXT = 4
"""Characters shown on either side of what was found."""


@dataclass(frozen=True)
class Piece:
    """A text that begins at ``start``; ``kind`` is what it is on paper: title, heading, text, head, name, list and so on."""

    start: int
    kind: str
    file: str
    path: Path
    item: str = ""


class Script:
    """Running text with the places its pieces come from."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._length = 0
        self.pieces: list[Piece] = []
        self._starts: list[int] = []
        self._text: str | None = None

    @property
    def text(self) -> str:
        """All of it."""
        if self._text is None:
            self._text = "".join(self._texts)
        return self._text

    def add(self, text: str, kind: str, file: str, path: Path, item: str = "") -> None:
        """Go on with ``text`` on the same line."""
        self.pieces.append(Piece(self._length, kind, file, path, item))
        self._starts.append(self._length)
        self._texts.append(text)
        self._length += len(text)

    def end_line(self) -> None:
        """End the paragraph."""
        self._texts.append("\n")
        self._length += 1

    def line(self, text: str | None, kind: str, file: str, path: Path, item: str = "") -> None:
        """Add ``text`` as a line of its own; nothing for None."""
        if text is not None:
            self.add(text, kind, file, path, item)
            self.end_line()

    def piece(self, position: int) -> Piece:
        """Return the piece that the character at ``position`` belongs to."""
        return self.pieces[max(bisect_right(self._starts, position) - 1, 0)]

    def end_of(self, piece: Piece) -> int:
        """Return where ``piece`` ends."""
        number = bisect_right(self._starts, piece.start)
        end = self._starts[number] if number < len(self._starts) else self._length
        return end - (self.text[end - 1 : end] == "\n")

    def place(self, span: Span) -> tuple[Place, int, bool]:
        """Return where ``span`` stands, how far into its text it begins, and whether it lies in one piece."""
        piece = self.piece(span.start)
        words = self.text[span.start : span.end]
        inside = span.end <= self.end_of(piece)
        return Place(piece.file, piece.path, words, piece.item), span.start - piece.start, inside

    def parts(self, span: Span) -> Iterator[tuple[Piece, int, int]]:
        """Yield the pieces that ``span`` goes over, each with where it begins and ends in that piece."""
        number = max(bisect_right(self._starts, span.start) - 1, 0)
        for piece in self.pieces[number:]:
            if piece.start > span.start and piece.start >= span.end:
                return
            yield piece, max(span.start - piece.start, 0), min(span.end, self.end_of(piece)) - piece.start

    def around(self, span: Span, instead: str | None = None) -> str:
        """Return what stands at ``span``, or ``instead`` of it, with a few characters before and after."""
        before = self.text[max(span.start - CONTEXT, 0) : span.start].rpartition("\n")[2]
        after = self.text[span.end : span.end + CONTEXT].partition("\n")[0]
        inner = self.text[span.start : span.end] if instead is None else instead
        return f"{before}{inner}{after}".strip()

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield each line with where it begins."""
        start = 0
        for line in self.text.split("\n"):
            yield start, line
            start += len(line) + 1


def script_of_text(text: str) -> Script:
    """Return the script of a plain text; paths are line numbers from 1."""
    script = Script()
    for number, line in enumerate(text.splitlines(), 1):
        script.line(line, "text", "text", (number,))
    return script


def script_of(policy: Policy) -> Script:
    """Return the script of all that ``policy`` prints and a person has written."""
    script = Script()
    _paper(script, policy.notice, ())
    script.line(policy.notice.letters.matter, "title", "notice", ("letters", "matter"))
    if policy.tasks is not None:
        _table(script, policy.tasks)
    return script


def _paper(script: Script, paper: Paper, at: Path) -> None:
    script.line(paper.document_number, "number", "notice", (*at, "document_number"))
    script.line(paper.title, "title", "notice", (*at, "title"))
    script.line(paper.recipients_printed, "list", "notice", (*at, "recipients_printed"))
    _text(script, paper.preamble, "text", "notice", (*at, "preamble"))
    for number, section in enumerate(paper.sections):
        _node(script, section, (*at, "sections", number))
    _text(script, paper.closing, "text", "notice", (*at, "closing"))
    for number, attachment in enumerate(paper.attachments):
        _attachment(script, attachment, (*at, "attachments", number))
    script.line(paper.note, "note", "notice", (*at, "note"))
    script.line(paper.copies_printed, "list", "notice", (*at, "copies_printed"))


def _node(script: Script, node: Node, at: Path) -> None:
    if node.heading is not None:
        kind = "run-in" if node.run_in else "heading"
        script.add(node.heading, kind, "notice", (*at, "heading"), node.id)
        if not (node.run_in and node.text):
            script.end_line()
    _text(script, node.text, "text", "notice", (*at, "text"), node.id)
    for number, item in enumerate(node.items):
        _text(script, item.text, "item", "notice", (*at, "items", number, "text"), item.id)
    for number, measure in enumerate(node.measures):
        _node(script, measure, (*at, "measures", number))
    _text(script, node.closing, "text", "notice", (*at, "closing"), node.id)


def _attachment(script: Script, attachment: Attachment, at: Path) -> None:
    script.line(attachment.title, "attachment", "notice", (*at, "title"), attachment.id)
    if attachment.document is not None:
        _paper(script, attachment.document, (*at, "document"))
    if attachment.grid is not None:
        for row, cells in enumerate(attachment.grid.rows):
            kind = "head" if row < attachment.grid.header_rows else "cell"
            for column, cell in enumerate(cells):
                place = (*at, "grid", "rows", row, column)
                if isinstance(cell, str):
                    script.line(cell, kind, "notice", place, attachment.id)
                else:
                    _text(script, cell.text, kind, "notice", (*place, "text"), attachment.id)
    _text(script, attachment.note, "text", "notice", (*at, "note"), attachment.id)


def _table(script: Script, table: TaskTable) -> None:
    for number, column in enumerate(table.columns):
        script.line(column.header, "head", "tasks", ("columns", number, "header"))
    for number, task in enumerate(table.tasks):
        at: Path = ("tasks", number)
        script.line(task.group, "name", "tasks", (*at, "group"), task.id)
        script.line(task.name, "name", "tasks", (*at, "name"), task.id)
        _text(script, task.text, "text", "tasks", (*at, "text"), task.id)
        for count, assignment in enumerate(task.assignments):
            place = (*at, "assignments", count, "printed")
            script.line(assignment.printed, "list", "tasks", place, task.id)
        for name, value in task.attributes.items():
            script.line(value, "cell", "tasks", (*at, "attributes", name), task.id)


def _text(script: Script, text: Paragraphs, kind: str, file: str, at: Path, item: str = "") -> None:
    open_line = False
    for number, entry in enumerate(text):
        if isinstance(entry, str):
            script.add(entry, kind, file, (*at, number), item)
            open_line = True
        else:
            for count, sentence in enumerate(entry):
                script.add(sentence, kind, file, (*at, number, count), item)
            script.end_line()
    if open_line:
        script.end_line()
