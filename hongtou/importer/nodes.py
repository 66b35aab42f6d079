"""Sections, measures and items 部分、措施、各项 of the model, from the raw parts of a paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hongtou.i18n import _
from hongtou.importer.assignments import (
    COORDINATES,
    assignments,
    coordinators,
    once,
    owners,
    rules,
    tell_stray_rules,
    with_attributes,
)
from hongtou.importer.clauses import LABEL, Clause
from hongtou.importer.context import Context
from hongtou.importer.gaps import kept_apart
from hongtou.importer.lists import Found, has_bracket, lists
from hongtou.importer.numbers import numbers
from hongtou.importer.raw import RawNode
from hongtou.importer.sentences import sentences
from hongtou.importer.unit_first import First, first_units, unread_first
from hongtou.importer.unread_lists import unread
from hongtou.importer.words import Words
from hongtou.model.base import Paragraphs
from hongtou.model.duty import Assignment
from hongtou.model.notice import Item, Measure, Section
from hongtou.numerals import item_label

_ITEM = re.compile("(?:^|(?<=[。；：，”]))([一二三四五六七八九十]{1,3})是(?=[\u4e00-\u9fff“《])")

_SAID = re.compile(
    "[\u4e00-\u9fff]{0,6}(?:领导|责任人|负责人|联系人|单位|部门|科室|时限|时间|节点)：[^。]{1,60}"
)


@dataclass
class Builder:
    """Makes nodes in the order of the paper; ``before`` is the id of the last one made."""

    context: Context
    before: str | None = None
    labels: list[tuple[str, str]] = field(default_factory=list)
    """The id of every node with its printed label, in the order of the paper."""

    def sections(self, nodes: Sequence[RawNode], where: str, title: str = "") -> tuple[Section, ...]:
        """Return ``nodes`` as sections; ``title`` is what the paper they stand in is called, where that says what they are."""
        return tuple(
            Section(**self._node(node, f"{where}sections[{n}]", "section", title))
            for n, node in enumerate(nodes)
        )

    def _node(self, node: RawNode, where: str, kind: str, above: str = "") -> dict[str, object]:
        """Return the fields of one node and of what is under it."""
        context = self.context
        heading = context.text(node.heading, f"{where}.heading") if node.heading.text else ""
        first = node.paragraphs[0].text[:120] if node.paragraphs else ""
        name = context.ids.make(kind, heading or first)
        context.ledger.computed(node.printed)
        self.labels.append((name, node.printed.text))
        body = _Body(node, context, where, name, self.before, above + heading)
        body.owned = list(owners(node.heading, above, first or _first(node), context, where))
        self.before = name
        if len(node.children) > 1:
            _tell_last(node, context)
        children = tuple(
            Measure(**self._node(child, f"{where}.measures[{n}]", "measure", heading))
            for n, child in enumerate(node.children)
        )
        fields = {
            "id": name,
            "heading": heading,
            "run_in": node.run_in,
            **body.fields(),
            "measures": children,
        }
        return {key: value for key, value in fields.items() if value}


class _Body:
    """The paragraphs of one node, with what is read from them."""

    def __init__(
        self, raw: RawNode, context: Context, where: str, node: str, before: str | None, above: str
    ) -> None:
        self.context, self.where, self.above = context, where, above
        self.heading = raw.heading
        self.found = raw.lists if not context.flattened else ((),) * len(raw.paragraphs)
        source = context.ledger.scan.text
        self.paragraphs = [
            words if found else kept_apart(words, source)
            for words, found in zip(raw.paragraphs, self.found, strict=True)
        ]
        self.headed = raw.headed if not context.flattened else ()
        every = [*self.headed, *(one for found in self.found for one in found)]
        if not context.flattened and (has_bracket(raw.heading.text) or "：" in raw.heading.text):
            context.doubt_unread(unread(raw.heading, self.headed))
        self.first = [first_units(words, above) for words in self.paragraphs if not context.flattened]
        """The units that each paragraph begins with, before what they owe."""
        for words, lists_, first in zip(self.paragraphs, self.found, self.first, strict=False):
            context.doubt_unread(self._unread(words, lists_, first))
            if context.may_declare:
                tell_stray_rules(words, lists_, context)
        rules(every, context, node, before, where)
        self.attributes = with_attributes(every)
        self.items: list[Words] = []
        self.owned: list[Assignment] = []
        """The unit that is the heading of the node, where its duties stand below it."""
        if self.paragraphs:
            self._part_items()

    def _unread(self, words: Words, found: Sequence[Found], first: Sequence[First]) -> Iterator[Words]:
        """Yield what names units in a paragraph and was not read: as a list, or in front of what they owe."""
        read = [Found(0, len(first[0].units) + 1, ()), *found] if first else found
        told = [*unread(words, read)]
        yield from told
        if not found and not told:
            yield from unread_first(words, self.above, first)

    def _part_items(self) -> None:
        """Take 一是…二是… out of the first paragraph, where they count on."""
        first = self.paragraphs[0]
        if "二是" not in first.text:
            return
        starts: list[re.Match[str]] = []
        for match in _ITEM.finditer(first.text):
            if f"{match[1]}是" == item_label(len(starts) + 1):
                starts.append(match)
        if len(starts) < 2:
            return
        ends = [*(match.start() for match in starts[1:]), len(first)]
        for match, end in zip(starts, ends, strict=True):
            self.context.ledger.computed(first.cut(*match.span()))
            self.items.append(first.cut(match.end(), end))
        self.paragraphs[0] = first.cut(0, starts[0].start())
        if self.first:
            self.first[0] = first_units(self.paragraphs[0], self.above)

    def fields(self) -> dict[str, object]:
        """Return text, items and duties of the node."""
        text = [
            sentences(words, _cuts(found, len(words.text)))
            if isinstance(words.places, range) or not found
            else self._with_blanks(words, found)
            for words, found in zip(self.paragraphs, self.found, strict=True)
        ]
        for n, part in enumerate(text):
            where = f"{self.where}.text[{n}]"
            for words in part:
                self.context.ledger.take(words, where)
        flat = [words for part in text for words in part]
        made = [
            *self.owned,
            *(a for one in self.headed for a in assignments(one, self.context, self.where)),
            *(self._first() if any(self.first) else ()),
            *self._assignments(),
            *(a for s in flat if COORDINATES in s.text for a in coordinators(s, self.context, self.where)),
        ]
        targets, due = numbers([self.heading, *flat], self.context, self.where)
        items = tuple(self._item(words, n) for n, words in enumerate(self.items))
        return {
            "text": as_text(text, bool(items)),
            "items": items,
            "assignments": once(tuple(made), self.context),
            "targets": targets,
            "deadlines": due,
            "attributes": self.attributes,
        }

    def _with_blanks(self, words: Words, found: Sequence[Found]) -> Sequence[Words]:
        """Return the sentences of a paragraph; blanks that part names in a list stay in its text."""
        source = self.context.ledger.scan.text
        return [kept_apart(part, source) for part in sentences(words, _cuts(found, len(words)))]

    def _printed(self, number: int, start: int = 0, end: int | None = None) -> str:
        """Return the text of a paragraph from ``start`` to ``end`` as the model keeps it, with the blanks that part names."""
        words = self.paragraphs[number].cut(start, end)
        if isinstance(words.places, range):
            return words.text
        return "".join(part.text for part in self._with_blanks(words, ()))

    def _assignments(self) -> Iterator[Assignment]:
        """Yield the assignments of all lists that do not stand inside an item of their own."""
        every = [(n, one) for n, found in enumerate(self.found) for one in found]
        several = len(self.paragraphs) > 1 and any(self.first)
        alone = len(every) == 1 and not several and self._is_last(*every[0])
        done = paragraph = since = 0
        last: str | None = None
        for n, one in every:
            if n != paragraph:
                paragraph, done = n, 0
            if one.start >= len(self.paragraphs[n]) and not alone:
                continue
            covered = None if alone else self._printed(n, done, one.start).strip()
            if covered == "" and done == 0:
                # A list on a line of its own is about the paragraphs between it and the list before it.
                covered = "".join(_without_labels([self._printed(k) for k in range(since, n)]))
            yield from assignments(one, self.context, self.where, covered or last)
            last, done, since = covered or last, one.end, n + 1

    def _first(self) -> Iterator[Assignment]:
        """Yield the assignments of units that stand before what they owe."""
        for words, found, firsts in zip(self.paragraphs, self.found, self.first, strict=False):
            lists_ = [one.start for one in found]
            for one in firsts:
                end = min((start for start in lists_ if one.start < start < one.end), default=one.end)
                is_all = len(self.paragraphs) == 1 and not (one.start or self.items) and end == len(words)
                covered = None if is_all else words.text[one.start : end].strip("，；")
                clause = Clause(one.units, one.role)
                yield from assignments(Found(one.start, end, (clause,)), self.context, self.where, covered)

    def _is_last(self, paragraph: int, one: Found) -> bool:
        """Whether a list ends the text of its node."""
        return paragraph == len(self.paragraphs) - 1 and one.end >= len(self.paragraphs[paragraph].text)

    def _item(self, words: Words, number: int) -> Item:
        where = f"{self.where}.items[{number}]"
        found = lists(words) if not self.context.flattened else ()
        parts = sentences(words, _cuts(found, len(words)))
        text = tuple(self.context.text(part, f"{where}.text") for part in parts)
        targets, due = numbers(parts, self.context, where)
        every = [one for one_found in self.found for one in one_found]
        is_whole = len(every) == 1 and self._is_last(0, every[0])
        made = [] if is_whole else [a for one in found for a in assignments(one, self.context, where)]
        name = self.context.ids.make("item", "".join(text)[:120])
        return Item(id=name, text=text, assignments=tuple(made), targets=targets, deadlines=due)


def _tell_last(node: RawNode, context: Context) -> None:
    """Tell of a label on a line of its own below the last of several parts, the others having none: it may be about all of them."""
    *others, last = node.children
    label = next((words for words in last.paragraphs if LABEL.match(words.text)), None)
    if (
        label is None
        or last.children
        or context.flattened
        or any(found for one in (node, *others) for found in one.lists)
    ):
        return
    message = _(
        "“{words}” stands below the last part of “{heading}” and was read as its own; move the assignment up if it is about all of them."
    )
    context.ledger.doubts.append(message.format(words=label.text[:40], heading=node.heading.text[:30]))


def _first(node: RawNode) -> str:
    """Return what the first part under ``node`` begins with, where no paragraph stands before it."""
    words = [words for child in node.children[:1] for words in (child.heading, *child.paragraphs[:1])]
    return next((one.text[:120] for one in words if one.text), "")


def _without_labels(texts: list[str]) -> list[str]:
    """Return the ``texts`` of paragraphs without those at the end that only say who or when 责任领导：某某."""
    while texts and _SAID.fullmatch(texts[-1]):
        texts.pop()
    return texts


def _cuts(found: Sequence[Found], length: int) -> list[int]:
    """Return where lists begin and end: they are sentences of their own."""
    return [cut for one in found for cut in (one.start, one.end) if 0 < cut < length]


def as_text(paragraphs: Sequence[Sequence[Words]], with_items: bool = False) -> Paragraphs:
    """Return sentences of paragraphs as the model keeps them: a flat list for one paragraph."""
    made = tuple(tuple(words.text for words in part) for part in paragraphs)
    if len(made) <= 1:
        return made[0] if made else ()
    return made
