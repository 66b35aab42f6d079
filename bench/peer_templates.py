"""The same letter for the peers: templates in their syntax, and what goes into them, as JSON lines."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

from docx import Document
from docx.table import Table

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def contents(letter: bytes) -> dict[str, object]:
    """Return the visible text of a letter of ours: paragraphs before, between and after its two tables, and these."""
    document = Document(io.BytesIO(letter))
    parts: list[list[str]] = [[], [], []]
    tables: list[list[list[str]]] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            tables.append([_cells(row._tr) for row in block.rows])
        else:
            parts[len(tables)].append(visible(block._p))
    return {
        "before": [{"text": text} for text in parts[0]],
        "between": [{"text": text} for text in parts[1]],
        "tasks": [_numbered(row, 6) for row in tables[0]],
        "lines": [_numbered(row, 7) for row in tables[1]],
    }


def _cells(row: object) -> list[str]:
    return ["".join(visible(p) for p in cell.iter(f"{W}p")) for cell in row.iter(f"{W}tc")]  # type: ignore[attr-defined]


def visible(element: object) -> str:
    """Return the text of ``element``, also inside content controls."""
    return "".join(node.text or "" for node in element.iter(f"{W}t"))  # type: ignore[attr-defined]


def _numbered(row: list[str], width: int) -> dict[str, str]:
    return {f"c{n}": row[n] if n < len(row) else "" for n in range(width)}


def all_text(docx: Path) -> str:
    """Return all visible text of a DOCX file, for comparing."""
    return visible(Document(str(docx)).element)


def template(base: Path, loop: str, end: str, value: str, row_loop: str, row_end: str) -> bytes:
    """Return a template on the shipped letter's styles and sheet; the tags are those of a peer.

    Peers whose row tags need rows of their own (docxtpl) give ``row_loop``; others put them into the first and last cell.
    """
    document = Document(str(base))
    body = document.element.body
    for element in list(body)[:-1]:
        body.remove(element)
    _paragraphs(document, "before", loop, end, value)
    _table(document, "tasks", 6, row_loop, row_end, value)
    _paragraphs(document, "between", loop, end, value)
    _table(document, "lines", 7, row_loop, row_end, value)
    document.add_paragraph("")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _paragraphs(document: object, name: str, loop: str, end: str, value: str) -> None:
    for text in (loop.format(name=name), value.format(name="text"), end.format(name=name)):
        document.add_paragraph(text)  # type: ignore[attr-defined]


def _table(document: object, name: str, width: int, row_loop: str, row_end: str, value: str) -> None:
    own_rows = "%tr" in row_loop
    table = document.add_table(rows=3 if own_rows else 1, cols=width)  # type: ignore[attr-defined]
    texts = [value.format(name=f"c{n}") for n in range(width)]
    if own_rows:
        table.cell(0, 0).text = row_loop.format(name=name)
        table.cell(2, 0).text = row_end.format(name=name)
    else:
        texts[0] = row_loop.format(name=name) + texts[0]
        texts[-1] += row_end.format(name=name)
    for cell, text in zip(table.rows[1 if own_rows else 0].cells, texts, strict=True):
        cell.text = text


def docxtpl_template(base: Path) -> bytes:
    """Return the template for docxtpl."""
    return template(
        base,
        "{{%p for x in {name} %}}",
        "{{%p endfor %}}",
        "{{{{ x.{name} }}}}",
        "{{%tr for x in {name} %}}",
        "{{%tr endfor %}}",
    )


def easy_template(base: Path) -> bytes:
    """Return the template for easy-template-x."""
    return template(base, "{{#{name}}}", "{{/{name}}}", "{{{name}}}", "{{#{name}}}", "{{/{name}}}")


def write_contexts(path: Path, letters: Iterator[tuple[str, bytes]]) -> None:
    """Write a line of JSON per letter."""
    with path.open("w", encoding="utf8") as stream:
        for name, letter in letters:
            stream.write(json.dumps({"file": name, **contents(letter)}, ensure_ascii=False) + "\n")


__all__ = ["all_text", "contents", "docxtpl_template", "easy_template", "write_contexts"]
