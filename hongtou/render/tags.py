"""Jinja tags in Word XML: found, joined where Word has split them over runs, lifted to what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from hongtou.render.environment import LIFTED

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPEN = re.compile(r"\{[{%#]")
_LIFT = re.compile(r"\{([%{#])(-?)(p|tr|tc|r)\s(.*?)(-?)([%}#])\}", re.DOTALL)
_CONTAINER = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc", "r": f"{W}r"}
_TARGET = "gen"
_INSTRUCTION = re.compile(rf"<\?{_TARGET} (.*?)\?>", re.DOTALL)
_PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


@dataclass(frozen=True)
class Tag:
    """A Jinja tag at its place: the part and the paragraph, counted from 1, that hold it.

    ``beside`` is text that stands with it in the paragraph or row it stands for, and is lost with that.
    """

    part: str
    paragraph: int
    text: str
    beside: str = ""


def read_tags(part: str, number: int, paragraph: etree._Element) -> Iterator[Tag]:
    """Join tags that Word has split over runs; yield the tags of the paragraph."""
    _join_split_tags(paragraph)
    text = "".join(node.text or "" for node in texts(paragraph))
    for match in TAG.finditer(text):
        lift = _LIFT.fullmatch(match[0])
        beside = TAG.sub("", text).strip() if lift and lift[3] == "p" else ""
        yield Tag(part, number, match[0], beside)


def unclosed(paragraph: etree._Element) -> str:
    """Return the text of the paragraph where a tag in it is opened and not closed, else nothing."""
    text = "".join(node.text or "" for node in texts(paragraph))
    return text.strip() if _OPEN.search(TAG.sub("", text)) else ""


def texts(paragraph: etree._Element) -> list[etree._Element]:
    """Return the ``w:t`` elements of the paragraph, without those of paragraphs inside it (text boxes)."""
    return [node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph]


def _join_split_tags(paragraph: etree._Element) -> None:
    """Move the text of a tag that is spread over several ``w:t`` into the first of them."""
    opened: etree._Element | None = None
    for node in texts(paragraph):
        text = node.text or ""
        if opened is not None:
            opened.text = (opened.text or "") + text
            node.text = ""
            node = opened
        rest = TAG.sub("", node.text or "")
        opened = node if _OPEN.search(rest) or rest.endswith("{") else None


def lift_tags(paragraph: etree._Element) -> None:
    """Put a ``{%p``, ``{%tr``, ``{%tc`` or ``{{r`` tag in the place of what it stands for."""
    for node in texts(paragraph):
        for match in _LIFT.finditer(node.text or ""):
            container = next((e for e in node.iterancestors() if e.tag == _CONTAINER[match[3]]), None)
            parent = container.getparent() if container is not None else None
            if container is None or parent is None:
                continue
            instruction = etree.ProcessingInstruction(_TARGET, _lifted(match))
            instruction.tail = container.tail
            parent.replace(container, instruction)
            if match[3] != "r":
                return
            break


def _lifted(match: re.Match[str]) -> str:
    kind, dash, level, inner, end_dash, closing = match.groups()
    if kind == "{" and level in LIFTED:
        inner = f"({inner.strip()}) | {LIFTED[level]}"
    return f"{{{kind}{dash} {inner.strip()} {end_dash}{closing}}}"


def source_of(root: etree._Element) -> str:
    """Return the XML of ``root`` as Jinja source, tags freed from escapes; ``{%-`` and ``-%}`` join what they part."""
    text = etree.tostring(root, encoding="unicode")
    text = _INSTRUCTION.sub(lambda match: plain(match[1]), TAG.sub(lambda match: plain(match[0]), text))
    text = re.sub(r"</w:t>(?:(?!</w:t>|\{[%{]).)*?\{%-", "{%", text, flags=re.DOTALL)
    return re.sub(r"-%\}(?:(?!<w:t[ >/]|\{[%{]).)*?<w:t(?: [^>]*)?>", "%}", text, flags=re.DOTALL)


def plain(tag: str) -> str:
    """Return ``tag`` without XML escapes and Word's curly quotes."""
    text = tag.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    return text.translate(_PLAIN)


def same_tags(found: Sequence[Tag], source: str) -> list[Tag | None]:
    """Return for each tag of ``source`` the one of ``found`` it is; tags of paragraphs that were replaced are passed over."""
    result: list[Tag | None] = []
    left = list(found)
    for match in TAG.finditer(source):
        words = _words(match[0])
        number = next((n for n, tag in enumerate(left) if _words(tag.text) == words), None)
        result.append(None if number is None else left[number])
        left = left if number is None else left[number + 1 :]
    return result


def _words(tag: str) -> str:
    """Return what a tag says, lifted or not."""
    inner = re.sub(r"^(?:p|tr|tc|r)\s", "", plain(tag).strip("{}%#-+ "))
    for lifted in LIFTED.values():
        inner = inner.removesuffix(f"| {lifted}").strip()
    return re.sub(r"[\s()]", "", inner)


def lines_apart(source: str) -> tuple[str, list[int]]:
    """Return ``source`` with each tag on lines of its own, and the line on which the inside of each begins.

    The line feeds stand inside the tags, where they change nothing that comes out.
    """
    pieces: list[str] = []
    lines: list[int] = []
    line, position = 1, 0
    for match in TAG.finditer(source):
        before = source[position : match.start()]
        tag = match[0]
        head = 3 if tag[2:3] in "-+" else 2
        tail = 3 if tag[-3:-2] in "-+" else 2
        pieces += (before, tag[:head], "\n", tag[head:-tail], "\n", tag[-tail:])
        line += before.count("\n") + 1
        lines.append(line)
        line += tag.count("\n") + 1
        position = match.end()
    pieces.append(source[position:])
    return "".join(pieces), lines
