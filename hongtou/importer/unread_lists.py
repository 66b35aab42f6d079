"""What looks like a list of units and is none that was read 疑似名单: a person must look; and rules for lists outside all lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hongtou.importer.clauses import ENDS, LABEL, ROLE, VERB
from hongtou.importer.lists import BRACKET, LONGEST, OPENING, STOPS, Found, has_bracket
from hongtou.importer.names import OWNED
from hongtou.importer.unit_words import MARKS, are_names, is_name, is_office
from hongtou.importer.words import Words

_DOES = re.compile(f"{ROLE.pattern}|会同|组织实施")
"""What says that units do something."""
_DECLARING = ("下同", "列出", "首位")
_OF_FIRST = ("位", "个", "单位", "部门", "的", "责任单位", "责任部门")
"""What follows 第一 where it says which unit is meant; 第一季度 and 第一责任人 say nothing of lists."""
_STRAY = re.compile(
    "(?:单位|部门|牵头)[^。；]{0,8}下同|不再(?:逐一|一一|另行|单独)?列出|"
    "[列排][^，。；]{0,4}(?:第一|首)[位个]?的?[^，。；]{0,6}(?:牵头|主办|责任)|第一(?:个|位)?(?:责任)?(?:单位|部门)[^，。；]{0,2}[为是]牵头"
)
"""A rule for lists in a sentence of its own: 排在第一位的为牵头单位, 均需各镇落实，不再列出."""
_STOP = re.compile("[。；]")
_BODY = "(?:单位|部门|科室|处室|股室|站所)"
_ANY_LABEL = re.compile(f"[\u4e00-\u9fff]{{0,6}}{_BODY}：")
_LABELLED = re.compile(
    f"^[\u4e00-\u9fff]{{0,6}}{_BODY}：[^。]{{2,80}}。?$|^(?:县|区|市|镇|乡|省)[\u4e00-\u9fff]{{1,10}}[局办委部会院所]："
)
"""A paragraph that is nothing but a label and names, or begins with the unit whose duties follow."""
_LABELLED_LATER = re.compile(f"(?<=[。；！]){LABEL.pattern}[^。]{{2,80}}")
"""A label with names behind a sentence."""
_NO_LIST = re.compile("以下(?:简称|称)|联系|电话|详见|见附|附件|[A-Za-z]{4}|包括|含[^、]|《")


_ROLE_ENDS = ("配合。", "参与。", "牵头。", "协助。")
_AT_END = re.compile("(?<=[，；])由?(?P<units>[^，。；：（）]{2,60})(?:配合|参与|牵头|协助)。$")
"""Units that a sentence names at its end 改造500户，县财政局、县住建局配合."""


def unread(paragraph: Words, found: Sequence[Found]) -> Iterator[Words]:
    """Yield what looks like a list of units in ``paragraph`` and is none of ``found``: a person must look."""
    text = paragraph.text
    has_label = "：" in text
    if (
        len(found) == 1
        and found[0].end >= len(text)
        and not (has_label or OPENING.search(text, 0, found[0].start))
    ):
        # One list at the end and nothing else that could be one: what most paragraphs look like.
        return
    spans = [match.span() for match in BRACKET.finditer(text)] if has_bracket(text) else []
    spans += [match.span() for match in _LABELLED.finditer(text)] if has_label else []
    spans += [match.span() for match in _LABELLED_LATER.finditer(text)] if has_label else []
    for start, end in spans:
        if not _is_found(start, end, found) and _looks_like(text, start, end):
            yield paragraph.cut(start, end)
    last = _AT_END.search(text) if text.endswith(_ROLE_ENDS) else None
    if last is not None and _are_owners(last["units"]) and not _is_found(*last.span(), found):
        yield paragraph.cut(*last.span())


def _is_found(start: int, end: int, found: Sequence[Found]) -> bool:
    return any(one.start < end and start < one.end for one in found)


def _are_owners(units: str) -> bool:
    """Whether a clause names units, and not one thing alone that ends as they do."""
    return are_names(units) and ("、" in units or OWNED.match(units) is not None)


def _looks_like(text: str, start: int, end: int) -> bool:
    """Whether units are named at this place as their owners: a label before them, or a role or nothing behind them."""
    if _LABELLED.match(text, start) or _LABELLED_LATER.match(text, start):
        return True
    inner = text[start + 1 : end - 1]
    if end - start > LONGEST or (_NO_LIST.search(inner) and not _ANY_LABEL.search(inner)):
        return False
    if _ANY_LABEL.search(inner):
        return True
    bare = VERB.sub("", inner) if inner.endswith(ENDS) else inner
    names = [name for name in MARKS.split(bare) if name]
    known = sum(map(is_name, names))
    is_end = not text[end:].strip("。；")
    is_last = is_end and (not start or text.endswith(STOPS, 0, start))
    if is_last and OWNED.match(inner) and (is_name(names[0]) or _DOES.search(inner)):
        return True
    if (
        known == len(names)
        and is_office(inner)
        and (len(names) > 1 if is_end else not start or text.endswith(STOPS, 0, start))
    ):
        return True
    if inner.endswith(ENDS) and names and is_name(names[0]) and OWNED.match(names[0]):
        return True
    if is_last and known:
        return 2 * known >= len(names) or inner.endswith(ENDS)
    return 2 * known > len(names) and inner.endswith(ENDS)


def may_declare(text: str) -> bool:
    """Whether ``text`` has words by which rules are declared; most papers have none, and need not be looked through."""
    place = text.find("第一")
    while place >= 0:
        if text.startswith(_OF_FIRST, place + 2):
            return True
        place = text.find("第一", place + 2)
    return any(map(text.__contains__, _DECLARING))


def stray_rules(paragraph: Words, found: Sequence[Found]) -> Iterator[Words]:
    """Yield the sentences of ``paragraph`` that declare a rule for lists outside those ``found``."""
    text = paragraph.text
    for match in _STRAY.finditer(text) if may_declare(text) else ():
        if not _is_found(*match.span(), found):
            start = max(text.rfind(mark, 0, match.start()) for mark in "。；") + 1
            stop = _STOP.search(text, match.end())
            yield paragraph.cut(start, stop.start() if stop is not None else None)
