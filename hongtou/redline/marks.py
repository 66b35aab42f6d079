"""The marks of tracked changes: around runs, on paragraph ends, on rows, and on the style of a paragraph.

Numbers, author and date are filled in at the end, in the order of the document, so that the same input gives the same bytes.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from copy import deepcopy
from typing import Literal

from lxml import etree

from hongtou.redline.word import PARAGRAPH, Atom, Element, W, atoms, child, runs

Change = Literal["ins", "del"]
_MARKS = (f"{W}ins", f"{W}del", f"{W}pPrChange")


def changed(found: Sequence[Atom], change: Change) -> list[Element]:
    """Return ``found`` inside one w:ins or w:del; nothing for nothing."""
    if not found:
        return []
    around = etree.Element(f"{W}{change}")
    around.extend(runs(found, deleted=change == "del"))
    return [around]


def mark_end(paragraph: Element, change: Change) -> None:
    """Mark the end of ``paragraph`` as inserted or deleted."""
    properties = properties_of(paragraph)
    own = child(properties, "rPr")
    if own is None:
        own = etree.Element(f"{W}rPr")
        later = [piece for piece in properties if piece.tag in (f"{W}sectPr", f"{W}pPrChange")]
        properties.insert(properties.index(later[0]) if later else len(properties), own)
    own.insert(0, etree.Element(f"{W}{change}"))


def mark_properties(paragraph: Element, old: Element) -> None:
    """Note in ``paragraph`` that its properties were those of the paragraph ``old``."""
    note = etree.SubElement(properties_of(paragraph), f"{W}pPrChange")
    before = etree.SubElement(note, f"{W}pPr")
    for piece in properties_of(deepcopy(old)):
        if piece.tag not in (f"{W}rPr", f"{W}sectPr", f"{W}pPrChange"):
            before.append(piece)


def properties_of(paragraph: Element) -> Element:
    """Return the w:pPr of ``paragraph``, made where there is none."""
    properties = child(paragraph, "pPr")
    if properties is None:
        properties = etree.Element(f"{W}pPr")
        paragraph.insert(0, properties)
    return properties


def whole_paragraph(paragraph: Element, change: Change, *, end: bool = True) -> Element:
    """Return ``paragraph`` with all its text, and its ``end``, inserted or deleted."""
    made = shell(paragraph)
    made.extend(changed(atoms(paragraph), change))
    if end:
        mark_end(made, change)
    return made


def shell(paragraph: Element) -> Element:
    """Return ``paragraph`` without its content."""
    made = etree.Element(PARAGRAPH, dict(paragraph.attrib))
    properties = child(paragraph, "pPr")
    if properties is not None:
        made.append(deepcopy(properties))
    return made


def whole_row(row: Element, change: Change) -> Element:
    """Return ``row`` with its mark, and all that is in it, inserted or deleted: the three marks that a row needs."""
    made = deepcopy(row)
    for paragraph in list(made.iter(PARAGRAPH)):
        parent = paragraph.getparent()
        assert parent is not None
        parent.replace(paragraph, whole_paragraph(paragraph, change))
    properties = child(made, "trPr")
    if properties is None:
        properties = etree.Element(f"{W}trPr")
        exceptions = child(made, "tblPrEx")
        made.insert(0 if exceptions is None else 1, properties)
    etree.SubElement(properties, f"{W}{change}")
    return made


def sign_marks(root: Element, author: str, date: datetime.datetime, first: int) -> int:
    """Number the marks in ``root`` from ``first`` on, signed and dated; return the number after the last."""
    # Word writes the time of the clock on the wall and a Z behind it.
    stamp = date.strftime("%Y-%m-%dT%H:%M:%SZ")
    for element in root.iter(*_MARKS):
        attributes = {f"{W}id": str(first), f"{W}author": author, f"{W}date": stamp}
        for name, value in attributes.items():
            element.set(name, value)
        first += 1
    return first
