"""A Word template compiled once into Jinja and filled many times.

The tags are those docxtpl users know: ``{{ name }}`` in a run, ``{%p if … %}`` alone in a paragraph,
``{%tr for … %}`` alone in a table row, ``{{p blocks }}`` for whole paragraphs, ``{{r text }}`` for whole runs.
Data is escaped and never rendered as a template; the environment is sandboxed and refuses unknown names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, UndefinedError, meta
from jinja2.exceptions import SecurityError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree
from markupsafe import Markup

from hongtou.errors import TemplateError
from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.package import Package
from hongtou.render.blocks_xml import text_xml

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*)\.xml")
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
_OPEN = re.compile(r"\{[{%#]")
_BLOCK = re.compile(r"^\s*\{([%{])(p|tr|tc|r)\s(.*?)([%}])\}\s*$", re.DOTALL)
_CONTAINER = {"p": f"{W}p", "tr": f"{W}tr", "tc": f"{W}tc", "r": f"{W}r"}
_TARGET = "gen"
_INSTRUCTION = re.compile(rf"<\?{_TARGET} (.*?)\?>", re.DOTALL)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
_SMART_QUOTES = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u00a0": " "})


def _finalise(value: object) -> object:
    """Turn text with line breaks or tabs into run content; leave prepared XML alone."""
    if isinstance(value, str) and not isinstance(value, Markup) and ("\n" in value or "\t" in value):
        return Markup(f'</w:t>{text_xml(value)}<w:t xml:space="preserve">')
    return value


_ENVIRONMENT = ImmutableSandboxedEnvironment(
    autoescape=True, undefined=StrictUndefined, finalize=_finalise, keep_trailing_newline=True
)


@dataclass(frozen=True)
class Tag:
    """A Jinja tag at its place: the part and the paragraph, counted from 1, that hold it."""

    part: str
    paragraph: int
    text: str


class WordTemplate:
    """A template read from ``data``; ``name`` is what messages call it.

    Raises GenError when it is no DOCX and TemplateError, with every finding, when its tags do not parse.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.package = Package.read(data, name)
        self.tags: list[Tag] = []
        self._findings: list[Finding] = []
        self._sources = {
            part: source
            for part in sorted(self.package.parts)
            if _TEXT_PARTS.fullmatch(part) and (source := self._source(part)) is not None
        }
        self._check_syntax()
        if self._findings:
            raise TemplateError(self._findings)

    @cached_property
    def _compiled(self) -> dict[str, Template]:
        return {part: _ENVIRONMENT.from_string(source) for part, source in self._sources.items()}

    @cached_property
    def names(self) -> frozenset[str]:
        """The names the template uses and does not define itself."""
        trees = (_ENVIRONMENT.parse(source) for source in self._sources.values())
        return frozenset[str]().union(*(meta.find_undeclared_variables(tree) for tree in trees))

    def fill(self, context: Mapping[str, object]) -> dict[str, bytes]:
        """Return the filled parts by name. Raises TemplateError for names that ``context`` does not have."""
        self._check_names(context)
        filled = {}
        for part, template in self._compiled.items():
            try:
                filled[part] = template.render(context).encode()
            except (UndefinedError, SecurityError, JinjaError, TypeError, ValueError) as error:
                raise TemplateError([self._finding(part, 0, str(error))]) from error
        return filled

    def _source(self, part: str) -> str | None:
        """Return the Jinja source of ``part``, or None where it holds no tag."""
        try:
            root = etree.fromstring(self.package.parts[part], _PARSER)
        except etree.XMLSyntaxError as error:
            self._findings.append(self._finding(part, 0, str(error)))
            return None
        paragraphs = list(root.iter(f"{W}p"))
        found = [
            tag
            for number, paragraph in enumerate(paragraphs, 1)
            for tag in self._read(part, number, paragraph)
        ]
        if not found:
            return None
        self.tags += found
        for paragraph in paragraphs:
            _lift_block_tags(paragraph)
        text = etree.tostring(root, encoding="unicode")
        return _INSTRUCTION.sub(
            lambda match: _unescape(match[1]), _TAG.sub(lambda match: _unescape(match[0]), text)
        )

    def _read(self, part: str, number: int, paragraph: etree._Element) -> Iterator[Tag]:
        """Join tags that Word has split over runs; yield the tags of the paragraph."""
        _join_split_tags(paragraph)
        text = "".join(_texts(paragraph))
        for match in _TAG.finditer(text):
            yield Tag(part, number, match[0])
        if _OPEN.search(_TAG.sub("", text)):
            message = _("a tag is opened and not closed: {text}").format(text=text.strip()[:60])
            self._findings.append(self._finding(part, number, message))

    def _check_syntax(self) -> None:
        for part, source in self._sources.items():
            try:
                _ENVIRONMENT.compile(source)
            except TemplateSyntaxError as error:
                self._findings += self._blame(part, error)

    def _blame(self, part: str, error: TemplateSyntaxError) -> list[Finding]:
        """Return a finding per tag that does not parse alone, or one for the whole part."""
        findings = []
        for tag in self.tags:
            if tag.part == part and (message := _tag_error(tag.text)):
                findings.append(self._finding(part, tag.paragraph, f"{tag.text}: {message}"))
        return findings or [self._finding(part, 0, error.message or str(error))]

    def _check_names(self, context: Mapping[str, object]) -> None:
        unknown = sorted(self.names - context.keys())
        if not unknown:
            return
        known = ", ".join(sorted(context))
        raise TemplateError(
            [
                self._finding(
                    tag.part,
                    tag.paragraph,
                    _("{tag}: there is no “{name}”").format(tag=tag.text, name=name),
                    known,
                )
                for name in unknown
                for tag in self.tags
                if re.search(rf"\b{re.escape(name)}\b", tag.text)
            ]
        )

    def _finding(self, part: str, paragraph: int, message: str, known: str = "") -> Finding:
        place = self.name if part == "word/document.xml" else f"{self.name} ({part.removeprefix('word/')})"
        where = _("paragraph {number}: ").format(number=paragraph) if paragraph else ""
        hint = _("names that may be used: {names}").format(names=known) if known else ""
        return Finding(place, 0, 0, where + message, hint, rule="template")


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for node in paragraph.iter(f"{W}t"):
        if next(node.iterancestors(f"{W}p")) is paragraph:
            yield node.text or ""


def _join_split_tags(paragraph: etree._Element) -> None:
    """Move the text of a tag that is spread over several ``w:t`` into the first of them."""
    nodes = [node for node in paragraph.iter(f"{W}t") if next(node.iterancestors(f"{W}p")) is paragraph]
    opened: etree._Element | None = None
    for node in nodes:
        text = node.text or ""
        if opened is not None:
            opened.text = (opened.text or "") + text
            node.text = ""
            node = opened
        rest = _TAG.sub("", node.text or "")
        opened = node if _OPEN.search(rest) or rest.endswith("{") else None


def _lift_block_tags(paragraph: etree._Element) -> None:
    """Put a ``{%p``, ``{%tr``, ``{%tc`` or ``{{r`` tag in the place of what it stands for."""
    match = _BLOCK.match("".join(_texts(paragraph)))
    if match and match[2] != "r":
        container = next(
            (e for e in (paragraph, *paragraph.iterancestors()) if e.tag == _CONTAINER[match[2]]), None
        )
        if container is not None:
            _replace(container, match)
            return
    for node in list(paragraph.iter(f"{W}t")):
        run = node.getparent()
        match = _BLOCK.match(node.text or "")
        if match and match[2] == "r" and run is not None and run.tag == f"{W}r":
            _replace(run, match)


def _replace(element: etree._Element, match: re.Match[str]) -> None:
    parent = element.getparent()
    if parent is None:
        return
    closing = "%}" if match[1] == "%" else "}}"
    instruction = etree.ProcessingInstruction(_TARGET, f"{{{match[1]} {match[3].strip()} {closing}")
    instruction.tail = element.tail
    parent.replace(element, instruction)


def _unescape(tag: str) -> str:
    """Undo XML escapes and Word's curly quotes inside a tag."""
    plain = tag.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", '"').replace("&amp;", "&")
    return plain.translate(_SMART_QUOTES)


def _tag_error(tag: str) -> str:
    """Return what is wrong with a tag on its own, empty where nothing is."""
    if tag.startswith("{%"):
        return ""
    try:
        _ENVIRONMENT.compile(_unescape(re.sub(r"^\{\{[pr]\s", "{{ ", tag)))
    except TemplateSyntaxError as error:
        return error.message or str(error)
    return ""
