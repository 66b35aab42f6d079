"""Lists of units in running text 责任分工: where they stand, what they cover, and the clauses with a role of each.

Reads paragraphs, writes :class:`Found`. A bracket is a list only where every clause of it names units and ends with a
role, or begins with a label (责任单位：); （以下简称…）, （联系人：…） and （技工院校内由…负责） are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hongtou.importer.clauses import (
    ATTRIBUTE,
    LABEL,
    ROLE,
    Clause,
    Read,
    by_label,
    by_verb,
    jointly,
    opened,
    read_list,
)
from hongtou.importer.names import OWNED
from hongtou.importer.role_words import PEOPLE
from hongtou.importer.unit_words import are_names, is_office
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Role

BRACKET = re.compile(
    # One class of characters is found faster than one of several beginnings.
    "[（【〔［](?:(?<=（)(?:[^（）]++|（[^（）]*+）)*+）|(?<=【)[^【】：]*+】|(?<=〔)[^〔〕：]*+〕|(?<=［)[^［］：]*+］)"
)
"""Those with a label in them are read as labelled lists, whatever brackets they are."""
_CLOSING = {"【": "】", "［": "］", "[": "]", "〔": "〕"}
"""Brackets around a list with a label."""
OPENING = re.compile("[（【〔［]")
_RULE_ASIDE = re.compile("（(?P<rule>[^（）]*下同)）")
_TIME = re.compile(
    "[；，](?:(?:20\\d\\d年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?年?底?之?前(?:完成)?|长期(?:坚持)?|持续(?:推进|实施)|全年|常态化(?:开展|推进)?)$"
)
"""When it is to be done, behind the units; the deadline is read with the text."""
_TIME_ENDS = ("前", "完成", "长期", "坚持", "推进", "实施", "全年", "常态化", "开展")
_PERSON = re.compile(f"(?:^|(?<=[。；]))(?P<name>{PEOPLE})：(?P<value>[^，。；：]{{2,20}})，?$")
"""责任领导：某某 before a label of units, at the beginning of a sentence."""
LONGEST = 120
_LEADING = re.compile("牵头，")
STOPS = ("。", "；", "！")
_NEAR = 300
"""Characters before a list that are looked at for a quotation that is still open."""


class Found(NamedTuple):
    """A list: where it begins and ends in its paragraph, its clauses, rules it declares, and other attributes."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    rules: tuple[Words, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


def lists(paragraph: Words) -> tuple[Found, ...]:
    """Return the lists of units in ``paragraph``, in their order."""
    text = paragraph.text
    found = [
        *(_bracketed(paragraph) if has_bracket(text) else ()),
        *(_labelled(paragraph) if "：" in text else ()),
    ]
    if "牵头，" in text:
        found += _said(paragraph)
    if len(found) < 2:
        return tuple(found)
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def has_bracket(text: str) -> bool:
    """Whether ``text`` has a bracket in which a list may stand."""
    # Of brackets these are the ones that papers print; the others are looked for where there is none.
    return "（" in text or OPENING.search(text) is not None


def _bracketed(paragraph: Words) -> Iterator[Found]:
    text = paragraph.text
    for match in BRACKET.finditer(text):
        start, end = match.span()
        is_apart = not start or text.endswith(STOPS, 0, start)
        if not is_apart and not ROLE.search(text, start + 1, end - 1):
            continue
        before = text[max(0, start - _NEAR) : start]
        if before.count("《") > before.count("》") or before.count("“") > before.count("”"):
            continue
        # A stop behind the last bracket belongs to it.
        is_last = is_apart and end >= len(text) - text.endswith(STOPS)
        content, said = _without_rule(paragraph.cut(start + 1, end - 1))
        found = read_list(content) or (_bare(content, is_last=is_last) if is_apart else None)
        if found is not None:
            clauses, rules, attributes = found
            yield Found(start, len(text) if is_last else end, clauses, (*said, *rules), attributes)


def _without_rule(content: Words) -> tuple[Words, tuple[Words, ...]]:
    """Return what stands in a bracket without the rule in a bracket of its own, which it declares, and without 2024年底前 at its end."""
    rule = _RULE_ASIDE.search(content.text) if "下同" in content.text else None
    if rule is not None:
        kept = joined([content.cut(0, rule.start()), content.cut(rule.end())])
        return kept, (content.cut(*rule.span("rule")),)
    time = _TIME.search(content.text) if content.text.endswith(_TIME_ENDS) else None
    return (content.cut(0, time.start()), ()) if time is not None else (content, ())


def _bare(content: Words, *, is_last: bool) -> Read | None:
    """Return the units of a bracket behind a sentence that holds nothing else, and says no role: （市税务局）.

    Where the paragraph goes on behind it, they must say whose they are.
    """
    text = content.text
    is_owned = OWNED.match(text) is not None or text[:1] == "各"
    clauses = tuple(jointly(content, Role.UNSPECIFIED))
    if not all(are_names(clause.units.text, or_bodies=is_last) for clause in clauses):
        return None
    if not (is_owned or (is_last and is_office(text))):
        return None
    return (tuple(map(opened, clauses)), (), ())


def _labelled(paragraph: Words) -> Iterator[Found]:
    """Yield lists behind a bare label, to the end of the sentence or the paragraph."""
    place = 0
    while match := LABEL.search(paragraph.text, place):
        start, end = _sentence_of(paragraph.text, match)
        place = end
        before = paragraph.text[max(0, match.start() - _NEAR) : match.start()].rstrip()
        is_apart = match.start() > 0 and _leaps(paragraph, match.start())
        person = _PERSON.search(before) if is_apart or before.endswith("，") else None
        start = max(0, match.start() - _NEAR) + person.start() if person is not None else start
        begins = not before or before[-1] in "。；！”）】]【［[〔" or person is not None
        if not begins or before.count("（") > before.count("）"):
            continue
        whole, said = _without_rule(paragraph.cut(match.start(), end).strip("。】］]〕"))
        clauses = by_label(whole)
        if clauses:
            given = [(one["name"], one["value"]) for one in ATTRIBUTE.finditer(whole.text)]
            given += [(person["name"], person["value"])] if person is not None else []
            yield Found(start, end, clauses, said, tuple(given))


def _said(paragraph: Words) -> Iterator[Found]:
    """Yield lists that are whole sentences, as 县民政局牵头，县财政局配合 is."""
    text = paragraph.text
    for match in _LEADING.finditer(text):
        place = match.start()
        # What stands in brackets is read already.
        if text.rfind("（", 0, place) > text.rfind("）", 0, place):
            continue
        start = max(text.rfind(mark, 0, place) for mark in STOPS) + 1
        end = text.find("。", match.end())
        end = len(text) if end < 0 else end
        clauses = by_verb(paragraph.cut(start, end)) if end - start <= LONGEST else ()
        if len(clauses) > 1:
            yield Found(start, min(end + 1, len(text)), clauses)


def _leaps(words: Words, place: int) -> bool:
    """Whether a blank stood in the file before the character at ``place``."""
    return words.places[place] > words.places[place - 1] + 1


def _sentence_of(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Return where what begins with the label ``match`` begins and ends: with its brackets 【…】, else with the sentence."""
    closing = _CLOSING.get(text[match.start() - 1 : match.start()])
    end = text.find(closing, match.end(), match.end() + _NEAR) if closing else -1
    if end >= 0:
        return match.start() - 1, end + 1 + text.startswith("。", end + 1)
    stop = text.find("。", match.end())
    return match.start(), len(text) if stop < 0 else stop + 1
