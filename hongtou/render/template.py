"""A Word template compiled once into Jinja and filled many times.

The tags are those docxtpl users know: ``{{ name }}`` in a run, ``{%p if … %}`` alone in a paragraph,
``{%tr for … %}`` alone in a table row, ``{{p blocks }}`` for whole paragraphs, ``{{r text }}`` for whole runs.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path

from jinja2 import Template, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables
from lxml import etree

from hongtou.errors import GenError, TemplateError, os_reason
from hongtou.findings import Finding, Severity
from hongtou.i18n import _
from hongtou.package import Package
from hongtou.render.blocks_xml import MC, W14
from hongtou.render.environment import ENVIRONMENT
from hongtou.render.syntax import structure_faults, tag_fault
from hongtou.render.tags import Tag, W, lift_tags, lines_apart, read_tags, same_tags, source_of, unclosed

_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
BODY = "word/document.xml"


class WordTemplate:
    """A template read from ``data``; ``name`` is what messages call it.

    Raises GenError when it is no DOCX and TemplateError, with every finding, when its tags do not parse.
    """

    def __init__(self, data: bytes, name: str) -> None:
        self.name = name
        self.package = Package.read(data, name)
        self.tags: list[Tag] = []
        self._findings: list[Finding] = []
        self._check_parts()
        self._sources: dict[str, str] = {}
        self._lines: dict[str, list[int]] = {}
        self._same: dict[str, list[Tag | None]] = {}
        for part in sorted(self.package.parts):
            if _TEXT_PARTS.fullmatch(part):
                self._read(part)
        self._check_syntax()
        if self._findings:
            raise TemplateError(self._findings)

    @cached_property
    def _compiled(self) -> dict[str, Template]:
        return {part: ENVIRONMENT.from_string(source) for part, source in self._sources.items()}

    @property
    def filled_parts(self) -> frozenset[str]:
        """The names of the parts that hold tags."""
        return frozenset(self._sources)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names the template uses and does not define itself."""
        return frozenset[str]().union(*(find_undeclared_variables(tree) for _part, tree in self.trees()))

    @cached_property
    def _optional(self) -> frozenset[str]:
        """The names that the template itself asks whether they are there."""
        found = set()
        for _part, tree in self.trees():
            for node in tree.find_all((nodes.Test, nodes.Filter)):
                if node.name in ("defined", "undefined", "default", "d") and isinstance(
                    node.node, nodes.Name
                ):
                    found.add(node.node.name)
        return frozenset(found)

    def trees(self) -> Iterator[tuple[str, nodes.Template]]:
        """Yield each part that holds tags with its Jinja tree."""
        return ((part, ENVIRONMENT.parse(source)) for part, source in self._sources.items())

    def texts(self, context: Mapping[str, object]) -> dict[str, str]:
        """Return the filled parts by name. Raises TemplateError for names that ``context`` does not have."""
        self._check_names(context)
        filled = {}
        for part, template in self._compiled.items():
            try:
                filled[part] = template.render(context)
            except Exception as error:
                raise TemplateError([self._runtime_fault(part, error)]) from error
        return filled

    def fill(self, context: Mapping[str, object]) -> dict[str, bytes]:
        """Return the filled parts by name, encoded."""
        return {part: text.encode() for part, text in self.texts(context).items()}

    def _check_parts(self) -> None:
        """Refuse what has no place in a paper: macros, and names that lead out of the archive."""
        for part in self.package.parts:
            if "vbaproject" in part.lower():
                raise GenError(
                    _("{name} holds macros.").format(name=self.name), _("Save it as .docx, without macros.")
                )
            if ".." in part.split("/") or part.startswith(("/", "\\")) or ":" in part or "\\" in part:
                raise GenError(
                    _("{name} holds a part with a dangerous name: {part}.").format(name=self.name, part=part),
                    _("Use a file from a source you trust."),
                )

    def _read(self, part: str) -> None:
        """Read the tags of ``part`` and make its Jinja source, where it holds any."""
        try:
            root = etree.fromstring(self.package.parts[part], _PARSER)
        except etree.XMLSyntaxError as error:
            self._findings.append(self.finding(part, 0, str(error)))
            return
        if root.getroottree().docinfo.doctype:
            self._findings.append(self.finding(part, 0, _("it holds a DOCTYPE, which no Word file has.")))
            return
        root = _with_namespaces(root) if part == BODY else root
        paragraphs = list(root.iter(f"{W}p"))
        found = [tag for n, p in enumerate(paragraphs, 1) for tag in read_tags(part, n, p)]
        for number, paragraph in enumerate(paragraphs, 1):
            if text := unclosed(paragraph):
                message = _("a tag is opened and not closed: {text}").format(text=text[:60])
                self._findings.append(self.finding(part, number, message))
        if found:
            self.tags += found
            for paragraph in paragraphs:
                lift_tags(paragraph)
            source = source_of(root)
            self._same[part] = same_tags(found, source)
            self._sources[part], self._lines[part] = lines_apart(source)

    def _check_syntax(self) -> None:
        """Where a part does not compile, find every fault of every tag, then of their order."""
        for part, source in self._sources.items():
            try:
                ENVIRONMENT.compile(source)
            except TemplateSyntaxError as error:
                self._findings += self._faults(part, error)

    def _faults(self, part: str, error: TemplateSyntaxError) -> list[Finding]:
        tags = [tag for tag in self.tags if tag.part == part]
        faults = [(tag, fault) for tag in tags if (fault := tag_fault(tag.text))]
        if faults := faults + list(structure_faults(tags)):
            return [self.fault(tag, fault) for tag, fault in faults]
        message = error.message or str(error)
        found = self.tag_at(part, error.lineno)
        return [self.fault(found, message) if found else self.finding(part, 0, message)]

    def _check_names(self, context: Mapping[str, object]) -> None:
        unknown = sorted(self.names - context.keys() - self._optional)
        if unknown:
            known = ", ".join(sorted(context))
            hint = _("names that may be used: {names}").format(names=known) if known else ""
            raise TemplateError(
                [
                    self.fault(tag, _("there is no “{name}”").format(name=name), hint)
                    for name in unknown
                    for tag in self.tags
                    if re.search(rf"\b{re.escape(name)}\b", tag.text)
                ]
            )

    def _runtime_fault(self, part: str, error: Exception) -> Finding:
        """Return what went wrong in filling, at the tag whose line the traceback names."""
        frames = [
            frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename == "<template>"
        ]
        tag = self.tag_at(part, frames[-1].lineno or 0) if frames else None
        message = str(error) or type(error).__name__
        return self.fault(tag, message) if tag else self.finding(part, 0, message)

    def tag_at(self, part: str, line: int) -> Tag | None:
        """Return the tag whose inside stands on ``line`` of the Jinja source of ``part``."""
        placed = zip(self._same[part], self._lines[part], strict=True)
        return next((tag for tag, at in placed if at in (line, line + 1)), None)

    def fault(self, tag: Tag, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> Finding:
        """Return a finding at ``tag``."""
        return self.finding(tag.part, tag.paragraph, f"{tag.text}: {message}", hint, severity)

    def finding(
        self, part: str, paragraph: int, message: str, hint: str = "", severity: Severity = Severity.ERROR
    ) -> Finding:
        """Return a finding in ``part`` of this template, at a paragraph counted from 1."""
        place = self.name if part == BODY else f"{self.name} ({part.removeprefix('word/')})"
        where = _("paragraph {number}: ").format(number=paragraph) if paragraph else ""
        return Finding(place, 0, 0, where + message, hint, "template", severity)

    def place(self, tag: Tag) -> str:
        """Return where ``tag`` stands, in few words."""
        where = "" if tag.part == BODY else f" ({tag.part.removeprefix('word/').removesuffix('.xml')})"
        return _("paragraph {number}: ").format(number=tag.paragraph).rstrip(" :：") + where


def read_template(path: Path) -> WordTemplate:
    """Return the template at ``path``. Raises GenError where it cannot be read, TemplateError where it is faulty."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise GenError(
            _("{path} cannot be read: {reason}").format(path=path, reason=os_reason(error)[0]),
            _("Move it away; then the shipped template is used."),
        ) from error
    return WordTemplate(data, str(path))


def _with_namespaces(root: etree._Element) -> etree._Element:
    """Return ``root`` declaring the namespaces that content controls need, older word processors told to skip them."""
    if root.nsmap.get("w14") == W14 and root.nsmap.get("mc") == MC:
        return root
    wider = etree.Element(root.tag, nsmap={**root.nsmap, "w14": W14, "mc": MC})
    wider.attrib.update(root.attrib)
    skipped = (wider.get(f"{{{MC}}}Ignorable") or "").split()
    wider.set(f"{{{MC}}}Ignorable", " ".join(dict.fromkeys((*skipped, "w14"))))
    wider.extend(list(root))
    return wider
