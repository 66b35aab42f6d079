"""A returned checklist or letter 交回的清单: its tables row by row, as Word, WPS and LibreOffice save them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from lxml import etree

from hongtou.documents.checklist import STATES
from hongtou.importer.docx_parts import MC, Parts, W
from hongtou.model.progress import PaperKind
from hongtou.package import Package
from hongtou.render.about import properties
from hongtou.render.properties import CUSTOM
from hongtou.tracking.returned import (
    DEADLINE,
    FIELDS,
    NUMBER,
    OURS,
    STATE,
    TEXT,
    Returned,
    Row,
    cleaned,
    moment,
    put,
)

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_PARAGRAPH, _TEXT = f"{W}p", f"{W}t"
_TABLE, _ROW, _CELL = f"{W}tbl", f"{W}tr", f"{W}tc"
_CONTROL, _PROPERTIES, _CONTENT, _PROMPT = f"{W}sdt", f"{W}sdtPr", f"{W}sdtContent", f"{W}showingPlcHdr"
_BOX, _CHECKED, _CHECKED_VALUE = f"{_W14}checkbox", f"{_W14}checked", f"{_W14}val"
_CHARACTERS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t"}
_CHANGES = frozenset({f"{W}del", f"{W}moveFrom", f"{MC}Fallback"})
"""What holds no text that stands: deletions, second versions for old programs."""
_GONE = _CHANGES | {_PROPERTIES, f"{W}pPr", f"{W}rPr", f"{W}tcPr"}
_NOT_FLAT = (_CONTROL, *_CHANGES)
_WRAPPERS = frozenset({_CONTROL, _CONTENT, f"{W}ins", f"{W}moveTo", f"{W}customXml", f"{W}smartTag"})
_PROMPTS = frozenset(
    {
        "",
        "单击或点击此处输入文字",
        "单击此处输入文字",
        "Click or tap here to enter text",
        "Click here to enter text",
    }
)
"""What Word puts into a control that was emptied."""
_NOTES = {"word/comments.xml": "批注", "word/footnotes.xml": "脚注", "word/endnotes.xml": "尾注"}
_LEADING = (NUMBER, TEXT, DEADLINE)
"""The columns in front of the first that is filled in."""
_KNOWN = frozenset({*OURS, *FIELDS, STATE})
_ENOUGH = 3
"""Heads by which a row of heads is known; a unit may have taken some away or called them otherwise."""
_BY_KEY = {
    **{key: head for head, key in FIELDS.items()},
    "closed": "销号日期",
    **dict.fromkeys((key for key, _name in STATES), STATE),
}
"""The head of the column that a control stands in, by the last part of its tag."""
_PICTURES = (f"{W}drawing", f"{W}pict", f"{W}object")
PICTURE = "［图片］"
"""Stands for a picture or object in a cell, which is kept in the file only."""
_MARKED = {True: "☒", False: "☐"}


def read_docx_return(data: bytes, name: str) -> Returned:
    """Return what the DOCX ``data`` holds. Raises GenError where it cannot be read as one."""
    package = Package.read(data, name)
    parts = Parts(package, name)
    said = properties(package.parts.get(CUSTOM, b"").decode("utf-8", "replace"))
    paper = PaperKind(said.get("gen.paper", "")) if said.get("gen.paper", "") in set(PaperKind) else None
    found = Returned(
        name,
        hashlib.sha256(data).hexdigest(),
        paper or PaperKind.CHECKLIST,
        saved_at(parts),
        said,
        _title(parts),
    )
    for body in parts.document().iterchildren(f"{W}body"):
        _read_body(body, found)
    for part, place in _NOTES.items():
        root = parts.tree(part)
        notes = (_text(note) for note in (root if root is not None else ()))
        found.beside += [(place, text) for text in notes if text]
    return found


def saved_at(parts: Parts) -> str | None:
    """Return when the file was saved last, as it says itself, in UTC."""
    root = parts.tree("docProps/core.xml")
    return None if root is None else moment(root.findtext("{http://purl.org/dc/terms/}modified"))


def _title(parts: Parts) -> str:
    root = parts.tree("docProps/core.xml")
    return (root.findtext("{http://purl.org/dc/elements/1.1/}title") or "") if root is not None else ""


def _read_body(body: etree._Element, found: Returned) -> None:
    for block in _blocks(body):
        if block.tag == _TABLE:
            _read_table(block, found)
        elif text := _text(block):
            found.beside.append(("", text))


def _blocks(
    holder: etree._Element, kinds: frozenset[str] = frozenset({_PARAGRAPH, _TABLE})
) -> Iterator[etree._Element]:
    """Yield the children of ``holder`` of these kinds, also those inside wrappers."""
    for child in holder:
        if child.tag in kinds:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child, kinds)


def _read_table(table: etree._Element, found: Returned) -> None:
    """Read the rows of a checklist: those below a head of ours, and those with our controls whatever became of the head."""
    heads: dict[int, str] = {}
    group = ""
    above: dict[int, str] = {}
    for row in _blocks(table, frozenset({_ROW})):
        if row.find(f"{W}trPr/{W}del") is not None:
            continue
        cells = list(_cells(row))
        texts = [_text(cell) or (above.get(column, "") if _goes_on(cell) else "") for column, cell in cells]
        above = {column: text for (column, _cell), text in zip(cells, texts, strict=True)}
        tags = [_tags(cell) for _column, cell in cells]
        if len(_KNOWN.intersection(texts)) >= _ENOUGH:
            heads = {column: text for (column, _cell), text in zip(cells, texts, strict=True)}
        elif not heads and not any(_heads_of(tags)):
            found.beside += [("", text) for text in texts if text]
        elif len(cells) == 1:
            group = texts[0]
            found.headings.append(group)
        else:
            found.rows.append(_row(group, heads, cells, texts, tags))


def _goes_on(cell: etree._Element) -> bool:
    """Whether ``cell`` is the rest of one that was merged downwards: what stands in that holds for its row too."""
    merged = cell.find(f"{W}tcPr/{W}vMerge")
    return merged is not None and merged.get(f"{W}val", "continue") != "restart"


def _tags(cell: etree._Element) -> list[str]:
    return [tag.get(f"{W}val", "") for tag in cell.iter(f"{W}tag")]


def _heads_of(tags: list[list[str]]) -> list[str]:
    """Return the heads of the columns that cells with such ``tags`` stand in, empty for a cell without."""
    keys = (next((tag.rpartition("/")[2] for tag in some), "") for some in tags)
    return [_BY_KEY.get(key, "") for key in keys]


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Yield each cell of ``row`` with the column of the grid that it begins in."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = _number(before.get(f"{W}val")) if before is not None else 0
    for cell in _blocks(row, frozenset({_CELL})):
        yield column, cell
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        column += _number(span.get(f"{W}val")) if span is not None else 1


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 4 else 1


def _row(
    group: str,
    heads: dict[int, str],
    cells: list[tuple[int, etree._Element]],
    texts: list[str],
    tags: list[list[str]],
) -> Row:
    """Return a row; a cell is known by its control, else by the head of its column, else by its place before the controls."""
    row = Row(group, tags=tuple(tag for some in tags for tag in some))
    named = _heads_of(tags)
    first = next((number for number, head in enumerate(named) if head), 0)
    for number, ((column, cell), text) in enumerate(zip(cells, texts, strict=True)):
        usual = _LEADING[number] if not heads and first == len(_LEADING) and number < first else ""
        picture = "" if text or next(cell.iter(*_PICTURES), None) is None else PICTURE
        put(row, named[number] or heads.get(column, usual), text or picture)
    return row


def _text(element: etree._Element) -> str:
    """Return the text that stands in ``element``: what was deleted and prompts of controls are no text."""
    pieces = _flat(element) if next(element.iter(*_NOT_FLAT), None) is None else _pieces(element)
    return cleaned("".join(pieces))


def _flat(element: etree._Element) -> Iterator[str]:
    """Yield the text of an element without controls or changes, which most are."""
    for node in element.iter(_TEXT, _PARAGRAPH, *_CHARACTERS):
        if node.tag == _TEXT:
            yield node.text or ""
        else:
            yield _CHARACTERS.get(str(node.tag), "\n")


def _pieces(element: etree._Element) -> Iterator[str]:
    for child in element:
        tag = child.tag
        if tag == _TEXT:
            yield child.text or ""
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag == _CONTROL:
            if not _is_repeated(child):
                yield from _control(child)
        elif tag == _PARAGRAPH:
            yield "\n"
            yield from _pieces(child)
        elif tag not in _GONE and isinstance(tag, str):
            yield from _pieces(child)


def _is_repeated(control: etree._Element) -> bool:
    """Whether ``control`` repeats the one before it.

    LibreOffice 7.4 writes a control that text was typed into three times, with the text once, twice, and once.
    """
    before, after = control.getprevious(), control.getnext()
    if before is not None and before.tag == _CONTROL:
        first = before.getprevious()
        if after is not None and after.tag == _CONTROL and _is_echo(before, control, after):
            return True
        return first is not None and first.tag == _CONTROL and _is_echo(first, before, control)
    return False


def _is_echo(*controls: etree._Element) -> bool:
    names = {(c.tag, _alias(c)) for c in controls}
    if len(names) > 1 or not _alias(controls[0]):
        return False
    text, twice, again = ("".join(t.text or "" for t in c.iter(f"{W}t")) for c in controls)
    return twice == text + text and again == text


def _alias(control: etree._Element) -> str | None:
    found = control.find(f"{W}sdtPr/{W}alias")
    return None if found is None else found.get(f"{W}val")


def _control(control: etree._Element) -> Iterator[str]:
    """Yield the text of a content control; of a box whether it is ticked, of a prompt nothing."""
    properties = control.find(_PROPERTIES)
    for child in properties if properties is not None else ():
        if child.tag == _BOX:
            checked = child.find(_CHECKED)
            yield _MARKED[checked is not None and checked.get(_CHECKED_VALUE, "1") in ("1", "true", "on")]
            return
        if child.tag == _PROMPT and _is_prompt(control):
            return
    for child in control.iterchildren(_CONTENT):
        yield from _pieces(child)


def _is_prompt(control: etree._Element) -> bool:
    """Whether what a control shows is a prompt; LibreOffice goes on calling it one when text was typed in."""
    styles = {style.get(f"{W}val", "") for style in control.iter(f"{W}rStyle")}
    return "PlaceholderText" in styles or "".join(_pieces(control)).strip(" \u3000。.") in _PROMPTS
