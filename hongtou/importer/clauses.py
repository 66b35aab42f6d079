"""What stands in a list of units 责任分工: clauses of names, each with its role, rules it declares, and other attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from hongtou.importer.gaps import parted
from hongtou.importer.names import OTHERS
from hongtou.importer.role_words import LABEL_FORM, LABELS, PEOPLE, WATCHERS
from hongtou.importer.unit_words import are_names
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Role

_VERBS = {
    "负责落实": Role.IMPLEMENT, "牵头负责": Role.LEAD, "牵头": Role.LEAD, "负责": Role.RESPONSIBLE,
    "落实": Role.IMPLEMENT, "配合": Role.SUPPORT, "协助": Role.SUPPORT, "参与": Role.PARTICIPATE,
    "参加": Role.PARTICIPATE, "指导": Role.GUIDE, "考核": Role.ASSESS,
}  # fmt: skip
VERB = re.compile(
    "(?:(?:按照?|根据)(?:各自)?(?:职责|职能)?(?:分工)?)?(?:分别|共同|具体|等?分工)?(?P<verb>"
    + "|".join(_VERBS)
    + ")$"
)
_PLAIN = (Role.RESPONSIBLE, Role.IMPLEMENT)
"""Roles of verbs that say no more than a label before them."""
_VERB_LENGTH = len("按照各自职责分工分别") + max(map(len, _VERBS))
"""Characters of the longest verb with what may stand before it."""
ENDS = tuple(_VERBS)
ROLE = re.compile("|".join((*_VERBS, "：")))
"""What says a role: a bracket without it is no list."""
LABEL = re.compile(f"(?=[{''.join(sorted({label[0] for label in LABELS}))}])(?P<label>{LABEL_FORM})：")
_OTHERS = re.compile(f"{OTHERS}$")
_END = re.compile("[。；]|，(?=列(?:在)?(?:第一|首)位|排在?(?:第一|首)|以下(?:各项)?均[需由为])")
_COMMA = re.compile("[（）〔〕，；、]")
RULE = re.compile("下同|不再列出|均[需由为]|列(?:在)?(?:第一|首)位|排在?(?:第一|首)")
_SEVERAL = re.compile(f"[。；：]|{RULE.pattern}")
"""What a list may have beside clauses that end with a verb: parts, labels, rules."""
ATTRIBUTE = re.compile(
    f"(?P<name>适用范围|推广范围|完成时限|完成时间|时间节点|时限要求|指标性质|{PEOPLE}|联系人|{WATCHERS})：(?P<value>(?:[^；。）】〕］，]|，(?![\u4e00-\u9fff]{{2,8}}：))*)"
)


class Clause(NamedTuple):
    """Units as printed that share a role; ``role`` is printed, or RESPONSIBLE behind 责任单位."""

    units: Words
    role: Role
    with_others: bool = False
    """The list goes on with 会同有关部门 or 等有关部门: it is open."""


Read = tuple[tuple[Clause, ...], tuple[Words, ...], tuple[tuple[str, str], ...]]
"""Clauses, rules and attributes."""


def read_list(content: Words) -> Read | None:
    """Return clauses, rules and attributes of what stands in a bracket, None where it is no list of units."""
    if not _SEVERAL.search(content.text):
        plain = by_verb(content)
        return (plain, (), ()) if plain else None
    parts = [*content.split_at(m.end() for m in _END.finditer(content.text))]
    rules = tuple(part.strip("。；，") for part in parts if RULE.search(part.text) and not _is_clause(part))
    attributes = tuple((m["name"], m["value"]) for part in parts for m in ATTRIBUTE.finditer(part.text))
    beside = [*rules, *(one for one in attributes if one[0] != "联系人")]
    clauses: list[Clause] = []
    for part in parts:
        words = part.strip("。；，")
        if words.text in {rule.text for rule in rules}:
            continue
        words = _without_attributes(words).strip("，；。")
        read = (
            by_label(words) if LABEL.match(words.text) else by_verb(words) or _goes_on(words, clauses, beside)
        )
        if not read and (words.text or not (clauses or attributes)):
            return None
        clauses += read
    return (tuple(clauses), rules, attributes) if clauses else None


def _without_attributes(words: Words) -> Words:
    """Return ``words`` without what they say beside units 责任人：某某, wherever it stands among them."""
    found = [*ATTRIBUTE.finditer(words.text)]
    if not found:
        return words
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), len(words)]
    return joined(words.cut(*cut) for cut in zip(starts, ends, strict=True))


def _goes_on(words: Words, clauses: Sequence[Clause], beside: Sequence[object]) -> tuple[Clause, ...]:
    """Read names with no role of their own: they go on behind ；, or a rule beside them says who leads.

    Behind A牵头； they do not lead as well: their part is not said.
    """
    if not words.text or not are_names(words.text) or not (clauses or beside):
        return ()
    role = clauses[-1].role if clauses else Role.UNSPECIFIED
    return (opened(Clause(words, Role.UNSPECIFIED if role is Role.LEAD else role)),)


def _is_clause(words: Words) -> bool:
    return not RULE.search(words.text) and bool(by_verb(words.strip("。；")))


def by_label(words: Words) -> tuple[Clause, ...]:
    """Read 牵头单位：A，配合单位：B."""
    starts = [*LABEL.finditer(words.text)]
    found: list[Clause] = []
    for match, following in zip(starts, [*starts[1:], None], strict=True):
        units = words.cut(match.end(), following.start() if following else None)
        if attribute := ATTRIBUTE.search(units.text):
            units = units.cut(0, attribute.start())
        units = parted(units.strip("，；。、 "))
        clauses = [*_with_verbs(units, LABELS[match["label"]])]
        if not clauses or not all(are_names(clause.units.text, or_bodies=True) for clause in clauses):
            return ()
        found += map(opened, clauses)
    return tuple(found)


def _with_verbs(units: Words, role: Role) -> Iterator[Clause]:
    """Yield the clauses of names behind a label that end with what they do as well 责任单位：A、B按职责分工负责，C."""
    text = units.text
    start = 0
    for cut in [*_commas(text), len(text)] if ROLE.search(text) else ():
        if text.endswith(ENDS, start, cut):
            verb = VERB.search(text, max(start, cut - _VERB_LENGTH), cut)
            assert verb is not None
            said = _VERBS[verb["verb"]]
            yield Clause(units.cut(start, verb.start()).strip("，、； "), role if said in _PLAIN else said)
            start = cut + 1
    if start < len(text):
        yield Clause(units.cut(start).strip("，、； "), role)


def by_verb(words: Words) -> tuple[Clause, ...]:
    """Read A牵头，B、C参与, and 由A负责; a clause goes on over ， and 、 until its verb."""
    words = words.cut(1) if words.text.startswith("由") else words
    found: list[Clause] = []
    start = 0
    for cut in [*_commas(words.text), len(words)]:
        if not words.text.endswith(ENDS, start, cut):
            continue
        verb = VERB.search(words.text, max(start, cut - _VERB_LENGTH), cut)
        assert verb is not None
        units = parted(words.cut(start, verb.start()).strip("，、 "))
        found += jointly(units, _VERBS[verb["verb"]])
        start = cut + 1
    is_whole = start >= len(words) and all(are_names(clause.units.text) for clause in found)
    return tuple(opened(clause) for clause in found) if found and is_whole else ()


def jointly(units: Words, role: Role) -> Iterator[Clause]:
    """Yield the clauses of A会同B: those B are asked as well; 有关部门 only leaves the list open."""
    at = units.text.find("会同")
    if at < 0:
        yield Clause(units, role)
        return
    others = units.cut(at + 2)
    yield Clause(units.cut(0, at), role)
    yield Clause(others, Role.JOINTLY)


def opened(clause: Clause) -> Clause:
    """Return ``clause`` without 等有关部门和单位 at its end, noted as an open list."""
    match = _OTHERS.search(clause.units.text)
    if match is None or match.start() == 0:
        return clause
    return Clause(clause.units.cut(0, match.start()), clause.role, True)


def _commas(text: str) -> Iterator[int]:
    depth = 0
    for match in _COMMA.finditer(text):
        char = match[0]
        depth += (char in "（〔") - (char in "）〕")
        if char not in "（）〔〕" and not depth:
            yield match.start()


def ends_with_role(text: str) -> bool:
    """Whether words end with a verb that says a role 牵头、负责、配合."""
    return text.endswith(ENDS)
