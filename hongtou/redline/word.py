"""WordprocessingML as the redline reads it: names, styles, and the pieces of a paragraph, character by character."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from hongtou.errors import GenError
from hongtou.i18n import _

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{NAMESPACE}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
PARAGRAPH, TABLE, ROW, CELL, RUN = f"{W}p", f"{W}tbl", f"{W}tr", f"{W}tc", f"{W}r"
BOX = f"{W}txbxContent"
OBJECT = "\ufffc"
"""Stands in a paragraph's text for what is no character: a text box, a field."""
LAYOUT = {
    "BodyTextLast": "BodyText",
    "TableTextLeft": "TableText",
    "AttachmentNoteMiddle": "AttachmentNoteNext",
}
"""Styles that the program chooses for the sake of layout; which one it is is no change of the paper."""
_KEPT = "Kept"

Element = etree._Element


@dataclass(frozen=True)
class Atom:
    """One character, or one thing, of a paragraph; ``look`` is its run properties as text, for comparing."""

    sign: str
    look: str
    properties: Element | None = None
    element: Element | None = None

    @property
    def same(self) -> tuple[str, str, str]:
        """What makes two atoms the same; a text box is the same whatever is written in it."""
        return self.sign, self.look, kind(self.element) if self.element is not None else ""


def kind(element: Element) -> str:
    """Return what an object is: every text box is the same, all else is compared whole."""
    return "box" if next(element.iter(BOX), None) is not None else canonical(element)


def canonical(element: Element) -> str:
    """Return ``element`` as text that is the same for the same content."""
    data: bytes = etree.tostring(element, method="c14n", exclusive=True, with_tail=False)  # type: ignore[call-overload]
    return data.decode()


def child(element: Element, name: str) -> Element | None:
    """Return the first child ``w:name``."""
    return element.find(f"{W}{name}")


def style_of(paragraph: Element) -> str:
    """Return the id of the paragraph's style, empty for the default."""
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return (style.get(f"{W}val") or "") if style is not None else ""


def plain_style(style: str) -> str:
    """Return ``style`` without what only layout asked for."""
    style = style.removesuffix(_KEPT) if style.startswith("TableText") else style
    return LAYOUT.get(style, style)


def atoms(paragraph: Element) -> list[Atom]:
    """Return the pieces of ``paragraph`` in order."""
    return [atom for element in paragraph for atom in _atoms(element)]


def _atoms(element: Element) -> Iterator[Atom]:
    if element.tag == f"{W}pPr":
        return
    if element.tag != RUN:
        yield Atom(OBJECT, "", None, element)
        return
    properties = child(element, "rPr")
    look = canonical(properties) if properties is not None else ""
    for piece in element:
        if piece.tag in (f"{W}t", f"{W}delText"):
            yield from (Atom(sign, look, properties) for sign in piece.text or "")
        elif piece.tag in SIGNS and not piece.attrib:
            yield Atom(SIGNS[piece.tag], look, properties)
        elif piece.tag != f"{W}rPr":
            yield Atom(OBJECT, look, properties, piece)


SIGNS = {f"{W}tab": "\t", f"{W}br": "\n"}
_TAGS = {sign: tag for tag, sign in SIGNS.items()}


def signs(found: Sequence[Atom]) -> str:
    """Return the text of ``found``, one character for each."""
    return "".join(atom.sign for atom in found)


def text_of(element: Element) -> str:
    """Return the text in ``element``, for telling how alike two blocks are."""
    return "".join(piece.text or "" for piece in element.iter(f"{W}t"))


def runs(found: Sequence[Atom], *, deleted: bool = False) -> list[Element]:
    """Return ``found`` as runs; the text of ``deleted`` ones is w:delText."""
    made: list[Element] = []
    run: Element | None = None
    look = ""
    for atom in found:
        if atom.element is not None and _stands_alone(atom.element):
            made.append(deepcopy(atom.element))
            run = None
            continue
        if run is None or atom.look != look:
            run, look = etree.Element(RUN), atom.look
            made.append(run)
            if atom.properties is not None:
                run.append(deepcopy(atom.properties))
        _append(run, atom, "delText" if deleted else "t")
    return made


def _stands_alone(element: Element) -> bool:
    """Whether it stands in the paragraph itself and not in a run."""
    parent = element.getparent()
    return parent is not None and parent.tag == PARAGRAPH


def _append(run: Element, atom: Atom, name: str) -> None:
    if atom.element is not None:
        run.append(deepcopy(atom.element))
    elif atom.sign in _TAGS:
        etree.SubElement(run, _TAGS[atom.sign])
    elif len(run) and run[-1].tag == f"{W}{name}":
        run[-1].text = (run[-1].text or "") + atom.sign
    else:
        text = etree.SubElement(run, f"{W}{name}")
        text.set(XML_SPACE, "preserve")
        text.text = atom.sign


def cannot(what: str) -> GenError:
    """Return the refusal of what tracked changes cannot say."""
    return GenError(
        _("tracked changes cannot show this difference: {what}.").format(what=what),
        _("Compare the two versions with “gen diff”, and give out the new notice without tracked changes."),
    )


def thing() -> str:
    """Return what is said of text boxes (版记), pictures and fields."""
    return _("a text box (版记), picture or field came, went or became another")
