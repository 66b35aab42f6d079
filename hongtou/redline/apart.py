"""The first and the last change in a paragraph, and how to tell the first one the other way round."""

from __future__ import annotations

from lxml import etree

from hongtou.diff.tokens import fold, tokens
from hongtou.redline.marks import Change, changed
from hongtou.redline.word import PARAGRAPH, RUN, Element, W, atoms, runs, signs

_KINDS: dict[str, Change] = {f"{W}ins": "ins", f"{W}del": "del"}


def edge(paragraph: Element, end: int) -> Change | None:
    """Return whether ``paragraph`` begins (``end`` 0) or ends (-1) with a change, and of which kind."""
    content = [element for element in paragraph if element.tag != f"{W}pPr"]
    return _KINDS.get(str(content[end].tag)) if content and paragraph.tag == PARAGRAPH else None


def turn(paragraph: Element) -> None:
    """Let ``paragraph`` begin with the other kind of change: the two swapped, or the next word told twice."""
    first, *others = (element for element in paragraph if element.tag != f"{W}pPr")
    second = others[0] if others else None
    if second is None:
        return
    if second.tag in _KINDS:
        first.addprevious(second)
    elif second.tag == RUN and (content := atoms(_around(second))):
        count = len(tokens(fold(signs(content)))[0])
        kind = _KINDS[str(first.tag)]
        first.extend(runs(content[:count], deleted=kind == "del"))
        for element in changed(content[:count], "ins" if kind == "del" else "del"):
            first.addprevious(element)
        for element in runs(content[count:]):
            second.addprevious(element)
        paragraph.remove(second)


def _around(run: Element) -> Element:
    """Return a paragraph that holds a copy of ``run``."""
    around = etree.Element(PARAGRAPH)
    around.append(etree.fromstring(etree.tostring(run, with_tail=False)))
    return around
