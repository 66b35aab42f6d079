"""Lists of units in running text 责任分工: where they stand, what they cover, and the clauses with a role of each.

Reads paragraphs, writes :class:`Found`. A bracket is a list only where every clause of it names units and ends with a
role, or begins with a label (责任单位：); （以下简称…）, （联系人：…） and （技工院校内由…负责） are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from hongtou.importer.gaps import parted
from hongtou.importer.names import AND, OTHERS, OWNED
from hongtou.importer.role_words import LABEL_FORM, LABELS, PEOPLE, WATCHERS
from hongtou.importer.unit_kinds import is_body, is_run_together
from hongtou.importer.words import Words, joined
from hongtou.model.duty import Role

_VERBS = {
    "负责落实": Role.IMPLEMENT, "牵头负责": Role.LEAD, "牵头": Role.LEAD, "负责": Role.RESPONSIBLE,
    "落实": Role.IMPLEMENT, "配合": Role.SUPPORT, "协助": Role.SUPPORT, "参与": Role.PARTICIPATE,
    "参加": Role.PARTICIPATE, "指导": Role.GUIDE, "考核": Role.ASSESS,
}  # fmt: skip
_VERB = re.compile(
    "(?:(?:按照?|根据)(?:各自)?(?:职责|职能)?(?:分工)?)?(?:分别|共同|具体|等?分工)?(?P<verb>"
    + "|".join(_VERBS)
    + ")$"
)
_PLAIN = (Role.RESPONSIBLE, Role.IMPLEMENT)
"""Roles of verbs that say no more than a label before them."""
_VERB_LENGTH = len("按照各自职责分工分别") + max(map(len, _VERBS))
"""Characters of the longest verb with what may stand before it."""
_ENDS = tuple(_VERBS)
_ROLE = re.compile("|".join((*_VERBS, "：")))
"""What says a role: a bracket without it is no list."""
_DOES = re.compile(f"{_ROLE.pattern}|会同|组织实施")
"""What says that units do something."""
LABEL = re.compile(f"(?=[{''.join(sorted({label[0] for label in LABELS}))}])(?P<label>{LABEL_FORM})：")
_OTHERS = re.compile(f"{OTHERS}$")
_BRACKET = re.compile(
    # One class of characters is found faster than one of several beginnings.
    "[（【〔［](?:(?<=（)(?:[^（）]++|（[^（）]*+）)*+）|(?<=【)[^【】：]*+】|(?<=〔)[^〔〕：]*+〕|(?<=［)[^［］：]*+］)"
)
"""Those with a label in them are read as labelled lists, whatever brackets they are."""
_CLOSING = {"【": "】", "［": "］", "[": "]", "〔": "〕"}
"""Brackets around a list with a label."""
_OPENING = re.compile("[（【〔［]")
_UNIT = re.compile(
    "(?:^(?:各|有关|相关|国务院|市直|区直|省直|县直)|"
    "(?:部|委|局|办|厅|署|院|行|会|社|联|所|中心|公司|集团|政府|单位|部门|企业?|机构|区|县|市|镇|乡|街道?|海关|学校?|医院|队|站|处|室|组|州|盟|旗|家庭|银行|台|馆|[林农牧]场)"
    "(?:（[^（）]*）)?等?$)"
)
_NO_UNIT = re.compile(
    "[由于从把将被的在：]|为(?:牵头|主办|责任|配合|协办)|对(?![外口台])|向(?!阳)|^内|[a-z]|以下|详见|见附|按(?!摩)|如|会同|(?:组织实施|牵头|负责|推进|落实)$"
)
_ASIDE = re.compile("（[^（）]*）|〔[^〔〕]*〕")
_BETWEEN = re.compile(f"[、，；]|{AND}|和(?=有关)")
_MARKS = re.compile("[、，；]")
_JOINS = "和及与/／"
"""Without one of these names are parted by marks alone."""
_END = re.compile("[。；]|，(?=列(?:在)?(?:第一|首)位|排在?(?:第一|首)|以下(?:各项)?均[需由为])")
_COMMA = re.compile("[（）〔〕，；、]")
_RULE = re.compile("下同|不再列出|均[需由为]|列(?:在)?(?:第一|首)位|排在?(?:第一|首)")
_RULE_ASIDE = re.compile("（(?P<rule>[^（）]*下同)）")
_TIME = re.compile(
    "[；，](?:(?:20\\d\\d年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?年?底?之?前(?:完成)?|长期(?:坚持)?|持续(?:推进|实施)|全年|常态化(?:开展|推进)?)$"
)
"""When it is to be done, behind the units; the deadline is read with the text."""
_TIME_ENDS = ("前", "完成", "长期", "坚持", "推进", "实施", "全年", "常态化", "开展")
_SEVERAL = re.compile(f"[。；：]|{_RULE.pattern}")
"""What a list may have beside clauses that end with a verb: parts, labels, rules."""
_ATTRIBUTE = re.compile(
    f"(?P<name>适用范围|推广范围|完成时限|完成时间|时间节点|时限要求|指标性质|{PEOPLE}|联系人|{WATCHERS})：(?P<value>(?:[^；。）】〕］，]|，(?![\u4e00-\u9fff]{{2,8}}：))*)"
)


_PERSON = re.compile(f"(?:^|(?<=[。；]))(?P<name>{PEOPLE})：(?P<value>[^，。；：]{{2,20}})，?$")
"""责任领导：某某 before a label of units, at the beginning of a sentence."""
_BODY = "(?:单位|部门|科室|处室|股室|站所)"
_ANY_LABEL = re.compile(f"[\u4e00-\u9fff]{{0,6}}{_BODY}：")
_LABELLED = re.compile(
    f"^[\u4e00-\u9fff]{{0,6}}{_BODY}：[^。]{{2,80}}。?$|^(?:县|区|市|镇|乡|省)[\u4e00-\u9fff]{{1,10}}[局办委部会院所]："
)
"""A paragraph that is nothing but a label and names, or begins with the unit whose duties follow."""
_LABELLED_LATER = re.compile(f"(?<=[。；！]){LABEL.pattern}[^。]{{2,80}}")
"""A label with names behind a sentence."""
_NO_LIST = re.compile("以下(?:简称|称)|联系|电话|详见|见附|附件|[A-Za-z]{4}|包括|含[^、]|《")
_LONGEST = 120


_STOPS = ("。", "；", "！")
_OFFICE = re.compile("^各|.[局委办厅署股处科]$|办公室$")
"""How names begin or end that are of offices, whoever owns them."""
_NEAR = 300
"""Characters before a list that are looked at for a quotation that is still open."""


class Clause(NamedTuple):
    """Units as printed that share a role; ``role`` is printed, or RESPONSIBLE behind 责任单位."""

    units: Words
    role: Role
    with_others: bool = False
    """The list goes on with 会同有关部门 or 等有关部门: it is open."""


class Found(NamedTuple):
    """A list: where it begins and ends in its paragraph, its clauses, rules it declares, and other attributes."""

    start: int
    end: int
    clauses: tuple[Clause, ...]
    rules: tuple[Words, ...] = ()
    attributes: tuple[tuple[str, str], ...] = ()


_Read = tuple[tuple[Clause, ...], tuple[Words, ...], tuple[tuple[str, str], ...]]
"""Clauses, rules and attributes."""


def lists(paragraph: Words) -> tuple[Found, ...]:
    """Return the lists of units in ``paragraph``, in their order."""
    text = paragraph.text
    found = [
        *(_bracketed(paragraph) if _has_bracket(text) else ()),
        *(_labelled(paragraph) if "：" in text else ()),
    ]
    if len(found) < 2:
        return tuple(found)
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: one.start):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return tuple(kept)


def _has_bracket(text: str) -> bool:
    # Of brackets these are the ones that papers print; the others are looked for where there is none.
    return "（" in text or _OPENING.search(text) is not None


def _bracketed(paragraph: Words) -> Iterator[Found]:
    text = paragraph.text
    for match in _BRACKET.finditer(text):
        start, end = match.span()
        is_apart = not start or text.endswith(_STOPS, 0, start)
        if not is_apart and not _ROLE.search(text, start + 1, end - 1):
            continue
        before = text[max(0, start - _NEAR) : start]
        if before.count("《") > before.count("》") or before.count("“") > before.count("”"):
            continue
        # A stop behind the last bracket belongs to it.
        is_last = is_apart and end >= len(text) - text.endswith(_STOPS)
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


def _is_office(inner: str) -> bool:
    """Whether one of several names is plainly that of an office: 学校、医院 may be anybody's."""
    # The owner is printed once for a group: 市财政局、民政局.
    return OWNED.match(inner) is not None or any(map(_OFFICE.search, re.split("[、，；]", inner)))


def _bare(content: Words, *, is_last: bool) -> _Read | None:
    """Return the units of a bracket behind a sentence that holds nothing else, and says no role: （市税务局）.

    Where the paragraph goes on behind it, they must say whose they are.
    """
    text = content.text
    is_owned = OWNED.match(text) is not None or text[:1] == "各"
    clauses = tuple(_jointly(content, Role.UNSPECIFIED))
    if not all(_names(clause.units.text, or_bodies=is_last) for clause in clauses):
        return None
    if not (is_owned or (is_last and _is_office(text))):
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
        whole = paragraph.cut(match.start(), end).strip("。】］]〕")
        clauses = _by_label(whole)
        if clauses:
            given = [(one["name"], one["value"]) for one in _ATTRIBUTE.finditer(whole.text)]
            given += [(person["name"], person["value"])] if person is not None else []
            yield Found(start, end, clauses, attributes=tuple(given))


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


def read_list(content: Words) -> _Read | None:
    """Return clauses, rules and attributes of what stands in a bracket, None where it is no list of units."""
    if not _SEVERAL.search(content.text):
        plain = _by_verb(content)
        return (plain, (), ()) if plain else None
    parts = [*content.split_at(m.end() for m in _END.finditer(content.text))]
    rules = tuple(part.strip("。；，") for part in parts if _RULE.search(part.text) and not _is_clause(part))
    attributes = tuple((m["name"], m["value"]) for part in parts for m in _ATTRIBUTE.finditer(part.text))
    beside = [*rules, *(one for one in attributes if one[0] != "联系人")]
    clauses: list[Clause] = []
    for part in parts:
        words = part.strip("。；，")
        if words.text in {rule.text for rule in rules}:
            continue
        words = _without_attributes(words).strip("，；。")
        read = (
            _by_label(words)
            if LABEL.match(words.text)
            else _by_verb(words) or _goes_on(words, clauses, beside)
        )
        if not read and (words.text or not (clauses or attributes)):
            return None
        clauses += read
    return (tuple(clauses), rules, attributes) if clauses else None


def _without_attributes(words: Words) -> Words:
    """Return ``words`` without what they say beside units 责任人：某某, wherever it stands among them."""
    found = [*_ATTRIBUTE.finditer(words.text)]
    if not found:
        return words
    starts = [0, *(match.end() for match in found)]
    ends = [*(match.start() for match in found), len(words)]
    return joined(words.cut(*cut) for cut in zip(starts, ends, strict=True))


def _goes_on(words: Words, clauses: Sequence[Clause], beside: Sequence[object]) -> tuple[Clause, ...]:
    """Read names with no role of their own: they go on behind ；, or a rule beside them says who leads.

    Behind A牵头； they do not lead as well: their part is not said.
    """
    if not words.text or not _names(words.text) or not (clauses or beside):
        return ()
    role = clauses[-1].role if clauses else Role.UNSPECIFIED
    return (opened(Clause(words, Role.UNSPECIFIED if role is Role.LEAD else role)),)


def unread(paragraph: Words, found: Sequence[Found]) -> Iterator[Words]:
    """Yield what looks like a list of units in ``paragraph`` and is none of ``found``: a person must look."""
    text = paragraph.text
    has_label = "：" in text
    if (
        len(found) == 1
        and found[0].end >= len(text)
        and not (has_label or _OPENING.search(text, 0, found[0].start))
    ):
        # One list at the end and nothing else that could be one: what most paragraphs look like.
        return
    spans = [match.span() for match in _BRACKET.finditer(text)] if _has_bracket(text) else []
    spans += [match.span() for match in _LABELLED.finditer(text)] if has_label else []
    spans += [match.span() for match in _LABELLED_LATER.finditer(text)] if has_label else []
    for start, end in spans:
        if not any(one.start < end and start < one.end for one in found) and _looks_like(text, start, end):
            yield paragraph.cut(start, end)


def _looks_like(text: str, start: int, end: int) -> bool:
    """Whether units are named at this place as their owners: a label before them, or a role or nothing behind them."""
    if _LABELLED.match(text, start) or _LABELLED_LATER.match(text, start):
        return True
    inner = text[start + 1 : end - 1]
    if end - start > _LONGEST or (_NO_LIST.search(inner) and not _ANY_LABEL.search(inner)):
        return False
    if _ANY_LABEL.search(inner):
        return True
    bare = _VERB.sub("", inner) if inner.endswith(_ENDS) else inner
    names = [name for name in _MARKS.split(bare) if name]
    known = sum(map(_is_name, names))
    is_end = not text[end:].strip("。；")
    is_last = is_end and (not start or text.endswith(_STOPS, 0, start))
    if is_last and OWNED.match(inner) and (_is_name(names[0]) or _DOES.search(inner)):
        return True
    if (
        known == len(names)
        and _is_office(inner)
        and (len(names) > 1 if is_end else not start or text.endswith(_STOPS, 0, start))
    ):
        return True
    if inner.endswith(_ENDS) and names and _is_name(names[0]) and OWNED.match(names[0]):
        return True
    if is_last and known:
        return 2 * known >= len(names) or inner.endswith(_ENDS)
    return 2 * known > len(names) and inner.endswith(_ENDS)


def _is_clause(words: Words) -> bool:
    return not _RULE.search(words.text) and bool(_by_verb(words.strip("。；")))


def _by_label(words: Words) -> tuple[Clause, ...]:
    """Read 牵头单位：A，配合单位：B."""
    starts = [*LABEL.finditer(words.text)]
    found: list[Clause] = []
    for match, following in zip(starts, [*starts[1:], None], strict=True):
        units = words.cut(match.end(), following.start() if following else None)
        if attribute := _ATTRIBUTE.search(units.text):
            units = units.cut(0, attribute.start())
        units = parted(units.strip("，；。、 "))
        clauses = [*_with_verbs(units, LABELS[match["label"]])]
        if not clauses or not all(_names(clause.units.text, or_bodies=True) for clause in clauses):
            return ()
        found += map(opened, clauses)
    return tuple(found)


def _with_verbs(units: Words, role: Role) -> Iterator[Clause]:
    """Yield the clauses of names behind a label that end with what they do as well 责任单位：A、B按职责分工负责，C."""
    text = units.text
    start = 0
    for cut in [*_commas(text), len(text)] if _ROLE.search(text) else ():
        if text.endswith(_ENDS, start, cut):
            verb = _VERB.search(text, max(start, cut - _VERB_LENGTH), cut)
            assert verb is not None
            said = _VERBS[verb["verb"]]
            yield Clause(units.cut(start, verb.start()).strip("，、； "), role if said in _PLAIN else said)
            start = cut + 1
    if start < len(text):
        yield Clause(units.cut(start).strip("，、； "), role)


def _by_verb(words: Words) -> tuple[Clause, ...]:
    """Read A牵头，B、C参与, and 由A负责; a clause goes on over ， and 、 until its verb."""
    words = words.cut(1) if words.text.startswith("由") else words
    found: list[Clause] = []
    start = 0
    for cut in [*_commas(words.text), len(words)]:
        if not words.text.endswith(_ENDS, start, cut):
            continue
        verb = _VERB.search(words.text, max(start, cut - _VERB_LENGTH), cut)
        assert verb is not None
        units = parted(words.cut(start, verb.start()).strip("，、 "))
        found += _jointly(units, _VERBS[verb["verb"]])
        start = cut + 1
    is_whole = start >= len(words) and all(_names(clause.units.text) for clause in found)
    return tuple(opened(clause) for clause in found) if found and is_whole else ()


def _jointly(units: Words, role: Role) -> Iterator[Clause]:
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
    return text.endswith(_ENDS)


def is_unit(name: str) -> bool:
    """Whether every name of a short list ends as names of units do."""
    return _names(name)


def _names(text: str, *, or_bodies: bool = False) -> bool:
    """Whether ``text`` is names of units: each ends as names of units do.

    Behind a label (``or_bodies``) it may end as only bodies in lists do: 项目股, 城投.
    """
    bare = _ASIDE.sub("", text) if "（" in text or "〔" in text else text
    between = _BETWEEN if any(map(bare.__contains__, _JOINS)) else _MARKS
    tokens = [token for token in between.split(bare) if token]
    return bool(tokens) and all(map(_is_one_body if or_bodies else _is_one_name, tokens))


@lru_cache(maxsize=4096)
def _is_one_name(token: str) -> bool:
    return _is_name(token) and not is_run_together(token)


def _is_one_body(token: str) -> bool:
    return (_is_name(token) or is_body(token)) and not is_run_together(token)


@lru_cache(maxsize=4096)
def _is_name(token: str) -> bool:
    """Whether ``token`` is the name of a unit; a paper names the same ones again and again."""
    return len(token) <= 24 and _UNIT.search(token) is not None and not _NO_UNIT.search(token)
