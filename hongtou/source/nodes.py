"""YAML text → plain data, with every fault found on the way; nodes that know line and column, when asked for.

ruamel.yaml's C parser reads the events; what they mean is decided here, by the YAML 1.2 core schema and ISO
dates alone, so that nothing a person types changes on its way in. Most files have no faults: their nodes are never made.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass, field
from functools import cached_property
from math import isinf
from typing import Any

from _ruamel_yaml import CParser
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)
from ruamel.yaml.events import NodeEvent as Event
from ruamel.yaml.nodes import Node

from hongtou.findings import Finding
from hongtou.i18n import _
from hongtou.source.files import CONTROL
from hongtou.source.hints import mistyped, syntax_fault, unsettled_merges
from hongtou.source.losses import cut_off, fold, may_be_cut_off

Data = object
MAX_DEPTH = 60
MAX_EXPANDED = 2_000_000

_INTEGER = re.compile(r"[-+]?[0-9]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_WORDS = {
    **dict.fromkeys(("null", "Null", "NULL", "~", "")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMERIC = frozenset("+-.0123456789")
_MERGE = "<<"
_MERGED = re.compile(r"^(<{7}|>{7})(\s|$)", re.MULTILINE)
"""A line that git writes where a merge is not settled; asked first, because it is rare."""
_FOLD = "fold"
"""The rule of the findings that a syntax fault beside them explains better."""
_FLOWING = frozenset({None, "", "'", '"'})
"""The styles of scalars in which a line break is read as a blank."""


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
    """A YAML file as data, and what was wrong with it; ``text`` is what the file holds."""

    path: str
    text: str = ""
    data: Data = None
    findings: list[Finding] = field(default_factory=list)

    @cached_property
    def root(self) -> Node | None:
        """The nodes of the file, for positions; None for a file that is empty or cannot be read."""
        parser = _Composer(self.text)
        try:
            root: Node | None = parser.get_single_node()
        except YAMLError:
            return None
        finally:
            parser.dispose()
        return root

    @cached_property
    def lines(self) -> list[str]:
        """The lines of the file, as libyaml counts them."""
        return self.text.splitlines()

    def add(self, node: Node | None, message: str, hint: str = "", rule: str = "yaml") -> None:
        """Note a finding at ``node``, or for the whole file."""
        self._note(position(node), message, hint, rule)

    def add_at(self, event: Event, message: str, hint: str = "", rule: str = "yaml") -> None:
        """Note a finding where ``event`` begins."""
        self._note(_place(event.start_mark), message, hint, rule)

    def _note(self, place: tuple[int, int], message: str, hint: str, rule: str) -> None:
        self.findings.append(Finding(self.path, *place, message, hint, rule))


def position(node: Node | None) -> tuple[int, int]:
    """Return line and column of ``node``, counted from 1; (0, 0) for None."""
    return (0, 0) if node is None else _place(node.start_mark)


def _place(mark: Any) -> tuple[int, int]:
    return mark.line + 1, mark.column + 1


class _Unreadable(Exception):
    """The file cannot be read on; the finding that says why is noted already."""


def read(text: str, path: str) -> Source:
    """Return the one document of ``text`` as data; faults are in ``findings``, and then the data is partial."""
    source = Source(path, text)
    if _MERGED.search(text) and (faults := unsettled_merges(source.lines)):
        source.findings = [Finding(path, *fault, "merge") for fault in faults]
        return source
    try:
        source.data = _Builder(source).document()
        _find_cut_off(source)
    except _Unreadable:
        source.data = None
    except MarkedYAMLError as error:
        _syntax_error(error, source)
    except YAMLError as error:
        reason = str(error).splitlines()[0]
        source.findings.append(
            Finding(path, 0, 0, _("this is not YAML: {reason}").format(reason=reason), rule="yaml")
        )
    return source


def _find_cut_off(source: Source) -> None:
    """Note the texts whose end a “ #” has taken away."""
    if not may_be_cut_off(source.text):
        return
    for node, rest in cut_off(source.lines, source.root):
        source.add(
            node,
            _("“ #” begins a comment: “{rest}” is not part of the text.").format(rest=rest),
            _("Put the text in quotes if it belongs to it; if not, put the comment on a line of its own."),
        )


def _syntax_error(error: MarkedYAMLError, source: Source) -> None:
    at = _place(error.problem_mark or error.context_mark)
    began = _place(error.context_mark) if error.context_mark else None
    fault = syntax_fault(str(error.problem or ""), str(error.context or ""), at, began, source.lines)
    source.findings = [f for f in source.findings if f.rule != _FOLD or f.line < fault.line - 1]
    source.findings.append(Finding(source.path, *fault, "yaml"))


class _Builder:
    """Turns the events of a file into data and notes what is not allowed."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.parser = CParser(source.text)
        self.anchors: dict[str, tuple[Data, int] | None] = {}
        self.count = 0
        self.depth = 0
        self.first: Event | None = None

    def document(self) -> Data:
        """Return the data of the only document. Raises _Unreadable or YAMLError where there is none."""
        try:
            self.parser.get_event()
            if isinstance(self.parser.get_event(), StreamEndEvent):
                finding = _("the file is empty."), _("“gen init” in an empty folder writes one to copy from.")
                self.source.findings.append(Finding(self.source.path, 0, 0, *finding, "yaml"))
                raise _Unreadable
            self.first = self.parser.get_event()
            data = self.value(self.first)
            self.parser.get_event()
            if not isinstance(event := self.parser.get_event(), StreamEndEvent):
                raise MarkedYAMLError(problem="another document", problem_mark=event.start_mark)
            return data
        finally:
            self.parser.dispose()

    def value(self, event: Event) -> Data:
        """Return the data that begins with ``event``."""
        self.count += 1
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if not event.anchor:
            return self._content(event)
        before = self.count
        self.anchors[event.anchor] = None
        data = self._content(event)
        self.anchors[event.anchor] = data, self.count - before
        return data

    def _content(self, event: Event) -> Data:
        data = self._scalar(event) if isinstance(event, ScalarEvent) else self._collection(event)
        if not _is_tagged(event):
            return data
        tag = _tag(event).replace("tag:yaml.org,2002:", "!!")
        self.source.add_at(event, _("the tag {tag} is not used here.").format(tag=tag), _("Take it away."))
        return None

    def _collection(self, event: Event) -> Data:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            message = _("nested more than {count} levels deep.").format(count=MAX_DEPTH)
            self.source.add_at(event, message, _("Is a closing bracket missing?"))
            raise _Unreadable
        data = self._mapping() if isinstance(event, MappingStartEvent) else self._sequence()
        self.depth -= 1
        return data

    def _alias(self, event: AliasEvent) -> Data:
        if event.anchor not in self.anchors:
            raise MarkedYAMLError(problem="undefined alias", problem_mark=event.start_mark)
        known = self.anchors[event.anchor]
        self.count += known[1] if known else MAX_EXPANDED
        if self.count > MAX_EXPANDED:
            message = _("anchors and aliases in this file expand without end or far too often.")
            self.source.add_at(self.first or event, message, _("Write the repeated part out."))
            raise _Unreadable
        return known[0] if known else None

    def _sequence(self) -> list[Data]:
        result = []
        while not isinstance(event := self.parser.get_event(), SequenceEndEvent):
            result.append(self.value(event))
        return result

    def _mapping(self) -> dict[str, Data]:
        result: dict[str, Data] = {}
        lines: dict[str, int] = {}
        while not isinstance(event := self.parser.get_event(), MappingEndEvent):
            name = self._key(event)
            value = self.value(self.parser.get_event())
            if name is None:
                continue
            if name in result:
                message = _("“{key}” stands here twice; it is on line {line} already.").format(
                    key=name, line=lines[name]
                )
                self.source.add_at(event, message, _("Keep one of the two."))
                continue
            lines[name] = event.start_mark.line + 1
            result[name] = value
        return result

    def _key(self, event: Event) -> str | None:
        if not isinstance(event, ScalarEvent) or _is_tagged(event):
            self.value(event)
            message, hint = (
                _("a key must be a plain word."),
                _("Is a hyphen missing at the beginning of the line?"),
            )
            self.source.add_at(event, message, hint)
            return None
        if not self._look_through(event):
            return None
        if event.value == _MERGE and not event.style:
            self.source.add_at(event, _("merge keys (<<) are not used here."), _("Write the keys out."))
            return None
        if event.anchor:
            self.anchors[event.anchor] = event.value, 1
        return str(event.value)

    def _scalar(self, event: ScalarEvent) -> Data:
        text: str = event.value
        if event.start_mark.line != event.end_mark.line and event.style in _FLOWING:
            self._folded(event)
        if event.style:
            self._look_through(event)
            return text
        if text in _WORDS:
            return _WORDS[text]
        if text[0] not in _NUMERIC:
            return text
        if _INTEGER.fullmatch(text):
            return int(text) if len(text) <= 18 else text
        if _FLOAT.fullmatch(text):
            return self._float(event, float(text))
        if match := _DATE.fullmatch(text):
            return self._date(event, match)
        return text

    def _folded(self, event: ScalarEvent) -> None:
        """Note a text over several lines where the blank that joins them stands beside a Han character."""
        lines = self.source.lines[event.start_mark.line : event.end_mark.line + 1]
        column = event.start_mark.column
        around = fold([lines[0][column:], *lines[1:-1], lines[-1][: event.end_mark.column]])
        if around is None or (mistyped(event.value) and not lines[0][:column].strip()):
            return  # Entries without their blanks are no text; that a list is wanted there is said later.
        message = _("the text goes on over two lines, which puts a blank in it: “{before} {after}”.")
        message = message.format(before=around[0], after=around[1])
        hint = _("Keep a sentence on one line; two sentences are two entries, each behind a hyphen.")
        self.source.add_at(event, message, hint, _FOLD)

    def _look_through(self, event: ScalarEvent) -> bool:
        """Whether quoted text is free of control characters.

        Only an escape sequence can bring one in: the file as a whole has been looked through.
        """
        match = CONTROL.search(event.value) if event.style == '"' else None
        if match is None:
            return True
        message = _("this text holds a control character (U+{code:04X}).").format(code=ord(match[0]))
        self.source.add_at(event, message, _("Delete it."))
        return False

    def _float(self, event: ScalarEvent, value: float) -> float:
        if isinf(value):
            message = _("the number {number} is too large.").format(number=event.value)
            self.source.add_at(event, message, _("Write it in a larger unit."))
        return value

    def _date(self, event: Event, match: re.Match[str]) -> Data:
        try:
            return datetime.date(*map(int, match.groups()))
        except ValueError:
            message = _("there is no such day: {date}.").format(date=match[0])
            self.source.add_at(event, message, _("Dates are written 2023-03-07."))
            return None


def _tag(event: Event) -> str:
    return str(getattr(event, "ctag", None) or "")


def _is_tagged(event: Event) -> bool:
    return _tag(event) not in ("", "!")
