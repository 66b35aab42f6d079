"""YAML text → nodes that know line and column → plain data, with every fault found on the way.

ruamel.yaml's C parser composes the nodes; what they mean is decided here, by the YAML 1.2 core schema and ISO
dates alone, so that nothing a person types changes on its way in.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.source.hints import syntax_hint

Data = object
MAX_DEPTH = 60
MAX_EXPANDED = 2_000_000

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = {"null": None, "Null": None, "NULL": None, "~": None, "": None}
_TRUTH = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


class _Composer(CParser):  # type: ignore[misc]
    """The C parser with no ideas of its own about types: a node has a tag only where one is written."""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Do nothing: types do not depend on the place."""

    def ascend_resolver(self) -> None:
        """Do nothing: types do not depend on the place."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Return no tag for a node that has none."""
        return ""


@dataclass
class Source:
    """A YAML file as data, with its nodes for positions and what was wrong with it."""

    path: str
    data: Data = None
    root: Node | None = None
    findings: list[Finding] = field(default_factory=list)

    def add(self, node: Node | None, message: str, hint: str = "", rule: str = "yaml") -> None:
        """Note a finding at ``node``, or for the whole file."""
        line, column = position(node)
        self.findings.append(Finding(self.path, line, column, message, hint, rule))


def position(node: Node | None) -> tuple[int, int]:
    """Return line and column of ``node``, counted from 1; (0, 0) for None."""
    if node is None:
        return 0, 0
    return node.start_mark.line + 1, node.start_mark.column + 1


def read(text: str, path: str) -> Source:
    """Return the one document of ``text`` as data; faults are in ``findings``, and then the data is partial."""
    source = Source(path)
    try:
        if _too_deep(text, source):
            return source
        source.root = _compose(text)
    except MarkedYAMLError as error:
        _syntax_error(error, text, source)
        return source
    except YAMLError as error:
        source.findings.append(
            Finding(
                path,
                0,
                0,
                _("this is not YAML: {reason}").format(reason=str(error).splitlines()[0]),
                rule="yaml",
            )
        )
        return source
    if source.root is None:
        source.findings.append(
            Finding(path, 0, 0, _("the file is empty."), _("“gen init” writes one to start from."), "yaml")
        )
    elif _expands_too_far(source.root):
        source.add(
            source.root,
            _("anchors and aliases in this file expand without end or far too often."),
            _("Write the repeated part out."),
        )
    else:
        source.data = _Builder(source).value(source.root)
    return source


def _compose(text: str) -> Node | None:
    parser = _Composer(text)
    try:
        root: Node | None = parser.get_single_node()
    finally:
        parser.dispose()
    return root


def _too_deep(text: str, source: Source) -> bool:
    """Whether nesting goes deeper than a policy ever does; found from events, which need no recursion."""
    parser = CParser(text)
    depth = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            name = type(event).__name__
            depth += name.endswith("StartEvent") - name.endswith("EndEvent")
            if depth > MAX_DEPTH:
                mark = event.start_mark
                message = _("nested more than {count} levels deep.").format(count=MAX_DEPTH)
                hint = _("Is a closing bracket missing?")
                source.findings.append(
                    Finding(source.path, mark.line + 1, mark.column + 1, message, hint, "yaml")
                )
                return True
    finally:
        parser.dispose()
    return False


def _syntax_error(error: MarkedYAMLError, text: str, source: Source) -> None:
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    lines = text.splitlines()
    around = lines[line - 1] if 0 < line <= len(lines) else ""
    before = lines[line - 2] if 1 < line <= len(lines) + 1 else ""
    problem = str(error.problem or error.context or "")
    message, hint = syntax_hint(problem, around, before)
    source.findings.append(Finding(source.path, line, column, message, hint, "yaml"))


def _expands_too_far(root: Node) -> bool:
    """Whether aliases make the document contain itself, or grow beyond what a policy can be."""
    sizes: dict[int, int] = {}
    open_nodes: set[int] = set()

    def size(node: Node) -> int:
        key = id(node)
        if key in open_nodes:
            return MAX_EXPANDED + 1
        if key not in sizes:
            open_nodes.add(key)
            sizes[key] = 1 + sum(size(child) for child in _children(node))
            open_nodes.discard(key)
        return sizes[key]

    return size(root) > MAX_EXPANDED


def _children(node: Node) -> Iterator[Node]:
    if isinstance(node, MappingNode):
        for key, value in node.value:
            yield key
            yield value
    elif isinstance(node, SequenceNode):
        yield from node.value


class _Builder:
    """Turns nodes into data and notes what is not allowed."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def value(self, node: Node) -> Data:
        """Return the data of ``node``."""
        if _foreign_tag(node):
            self.source.add(
                node,
                _("the tag {tag} is not used here.").format(tag=_shown_tag(node.tag)),
                _("Take it away."),
            )
            return None
        if isinstance(node, MappingNode):
            return self._mapping(node)
        if isinstance(node, SequenceNode):
            return [self.value(child) for child in node.value]
        return self._scalar(node) if isinstance(node, ScalarNode) else None

    def _mapping(self, node: MappingNode) -> dict[str, Data]:
        result: dict[str, Data] = {}
        lines: dict[str, int] = {}
        for key, value in node.value:
            name = self._key(key)
            if name is None:
                continue
            if name in result:
                message = _("“{key}” stands here twice; it is on line {line} already.").format(
                    key=name, line=lines[name]
                )
                self.source.add(key, message, _("Keep one of the two."))
                continue
            lines[name] = position(key)[0]
            result[name] = self.value(value)
        return result

    def _key(self, node: Node) -> str | None:
        if isinstance(node, ScalarNode) and not _foreign_tag(node):
            if node.value == "<<" and not node.style:
                self.source.add(node, _("merge keys (<<) are not used here."), _("Write the keys out."))
                return None
            return str(node.value)
        self.source.add(
            node, _("a key must be a plain word."), _("Is a hyphen missing at the beginning of the line?")
        )
        return None

    def _scalar(self, node: ScalarNode) -> Data:
        text: str = node.value
        if node.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text in _TRUTH:
            return _TRUTH[text]
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) <= 18 else text
        if _FLOAT.fullmatch(text):
            return float(text)
        if match := _DATE.fullmatch(text):
            return self._date(node, match)
        return text

    def _date(self, node: ScalarNode, match: re.Match[str]) -> Data:
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            self.source.add(
                node,
                _("there is no such day: {date}.").format(date=match[0]),
                _("Dates are written 2023-03-07."),
            )
            return None


def _foreign_tag(node: Node) -> bool:
    return bool(node.tag) and node.tag != "!"


def _shown_tag(tag: object) -> str:
    return str(tag).replace("tag:yaml.org,2002:", "!!")
