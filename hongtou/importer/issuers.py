"""Who issues a paper 发文机关, read where they are named: in red above it, at the head of its title, under its text.

Several issuers 联合发文 stand side by side with blanks between them, or below each other, and so do the pieces of one
long name. A place between two pieces parts two names unless the paper prints them together elsewhere, or one of them
can be no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from hongtou.importer.raw import RawPaper
from hongtou.importer.words import Words, joined

HEAD = re.compile("^(?!关于|印发|转发|批转)(.{2,400}?)(?=关于|印发|转发|批转)")
"""The names that a title begins with."""
_ENDS = "[部委局办厅署院会社联所站处室组行台馆校区县市镇乡]|中心|公司|集团|政府|机构|海关|学校?|医院|[大中总支]队|街道|人大|政协|司令|武警"
_UNIT = re.compile(f"[\u4e00-\u9fff（）“”·—]*(?:{_ENDS})(?:（[^（）]{{1,20}}）)?")
_FORWARDED = re.compile("(?:转发|印发|批转)《?([^《》]{4,200}?)(?=关于)")
"""Whose paper a title forwards."""
_TAIL = re.compile(
    "(?:办公[室厅]|党[委组]|委员会|领导小组|协调小组|工作小组|工作组|指挥部|联席会议|秘书处|机关党委|（.*）)+(?:办公[室厅])?"
)
"""What is the end of a name and no name by itself."""
_OWN = re.compile(
    "(?:中共|共青团|中国|中央|国家|全国|国务院|最高)|[\u4e00-\u9fff]{1,7}?(?:省|市|区|县|州|盟|旗|镇|乡|街道|自治)"
)
"""How a name begins that says whose it is."""
_MINISTRY = re.compile("[\u4e00-\u9fff]{2,9}(?:部|委|总局|署|[部委局]办公厅)$")
_OF_SEVERAL = re.compile("等[一二三四五六七八九十\\d]{1,3}个?(?:部门|单位|机关|部委|委办局)$")
"""某市教育局等九部门: the first of several, the others stand in the signature."""
_SEPARATE = re.compile("[、，]")
_LONGEST = 40
"""Characters of the longest name."""
_LINE = 400
"""Characters of a line that may be names."""


def is_unit(text: str) -> bool:
    """Whether ``text`` ends as names of units do, and is more than the end of one."""
    return 3 <= len(text) <= _LONGEST and _UNIT.fullmatch(text) is not None and not _TAIL.fullmatch(text)


def are_units(lines: Sequence[Words], *, broken: bool = False) -> bool:
    """Whether lines are names of units and nothing else, blanks between them."""
    short = all(len(words) <= _LINE for words in lines)
    return short and all(is_unit(name.text) for name in names_in(lines, broken=broken))


def names_in(lines: Sequence[Words], together: Sequence[str] = (), *, broken: bool = False) -> list[Words]:
    """Return the names that stand on ``lines``, parted by blanks and by 、.

    ``together`` is what the paper prints without a blank elsewhere. In a ``broken`` text a line may end inside a name.
    """
    names: list[Words] = []
    pending: list[Words] = []
    for line in lines:
        for number, piece in enumerate(_pieces(line)):
            if pending and not _parts(joined(pending).text, piece.text, together, broken and not number):
                pending.append(piece)
                continue
            names += [joined(pending)] if pending else []
            pending = [piece]
    return [*names, *([joined(pending)] if pending else [])]


def _pieces(line: Words) -> Iterator[Words]:
    """Yield what stands between blanks and marks; a line with a blank behind every character is one piece."""
    stretches = [*_spaced_out(line)]
    if len(stretches) > 2 and sum(len(one) for one in stretches) < 2 * len(stretches):
        stretches = [line]
    for stretch in stretches:
        cuts = [match.start() for match in _SEPARATE.finditer(stretch.text)]
        for start, end in pairwise([-1, *cuts, len(stretch)]):
            if end > start + 1:
                part = stretch.cut(start + 1, end)
                yield from part.split_at(_glued(part.text))


def _spaced_out(line: Words) -> Iterator[Words]:
    """Yield what stands between blanks; 财 政 部 beside a longer name is one."""
    for is_single, run in groupby(line.stretches(), key=lambda one: len(one) == 1):
        parts = [*run]
        yield from [joined(parts)] if is_single else parts


def _glued(text: str) -> list[int]:
    """Return where names of one owner stand behind each other with nothing between 某市教育局某市财政局."""
    cuts: list[int] = []
    start = 0
    for match in re.finditer(re.escape(text[:2]), text[:_LINE]):
        if match.start() > start and is_unit(text[start : match.start()]):
            cuts.append(match.start())
            start = match.start()
    return cuts if cuts and is_unit(text[start:]) else []


def _parts(before: str, after: str, together: Sequence[str], broken: bool) -> bool:
    """Whether a name ends between ``before`` and ``after``."""
    if not is_unit(before):
        return False
    if before[:2] == after[:2]:
        return True
    if len(after) < 3:
        # The line is broken behind 某市 of the next name.
        return _OWN.match(after) is not None and any(text.startswith(after) for text in together)
    if _TAIL.fullmatch(after):
        return False
    if after in together:
        return True
    if any(before + after[:3] in text for text in together):
        return False
    if not broken:
        return True
    return bool(_OWN.match(after) or (_MINISTRY.match(before) and _MINISTRY.match(after)))


def together(lines: Iterable[Words]) -> list[str]:
    """Return what ``lines`` print without a blank."""
    return [stretch.text for line in lines for stretch in line.stretches()]


def titled(lines: Sequence[Words], known: Sequence[str]) -> tuple[Words, list[Words]]:
    """Return the title that stands on ``lines``, blanks between names that stand side by side, and the names at its head.

    ``known`` is what the paper prints together elsewhere. Names stand at the head, and where another paper is forwarded.
    """
    whole = joined(lines)
    head, forwarded = HEAD.match(whole.text), _FORWARDED.search(whole.text[:_LINE])
    names = _named(lines, head.span(1), known) if head is not None else []
    made: list[Words] = []
    done = 0
    for match, found in (
        (head, names),
        (forwarded, _named(lines, forwarded.span(1), known) if forwarded else []),
    ):
        if match is None or match.start(1) < done or len(found) < 2 or _SEPARATE.search(match[1]):
            continue
        made += [whole.cut(done, match.start(1)), _side_by_side(found)]
        done = match.end(1)
    return joined([*made, whole.cut(done)]), names


def _named(lines: Sequence[Words], span: tuple[int, int], known: Sequence[str]) -> list[Words]:
    """Return the names in a stretch of a title, one where they cannot all be names."""
    names = names_in([*_between(lines, *span)], known, broken=True)
    if len(names) > 1 and all(is_unit(without_others(name.text)) for name in names):
        return names
    return [joined(lines).cut(*span)]


def _side_by_side(names: Sequence[Words]) -> Words:
    """Return ``names`` with a blank between them."""
    parts = [part for name in names[:-1] for part in (name, Words(" ", (name.places[-1],)))]
    return joined([*parts, names[-1]])


def _between(lines: Sequence[Words], start: int, end: int) -> Iterator[Words]:
    """Yield the characters ``start`` to ``end`` of ``lines``, line by line."""
    for line in lines:
        if end > 0 and start < len(line):
            yield line.cut(max(start, 0), end)
        start, end = start - len(line), end - len(line)


def without_others(name: str) -> str:
    """Return ``name`` without 等九部门."""
    return _OF_SEVERAL.sub("", name)


def issuers_of(raw: RawPaper) -> list[str]:
    """Return who issues a paper: as given, else those that sign it, where its title names no others.

    A title names all of them, the first of them (等九部门), or none.
    """
    if raw.issuer:
        return [raw.issuer]
    signed = [words.text for words in raw.names]
    titled_ = [without_others(words.text) for words in raw.heads]
    if len(titled_) == 1 and not (is_unit(titled_[0]) or (not signed and len(titled_[0]) <= _LONGEST)):
        titled_ = []
    above = [words.text for words in raw.letterhead]
    if not signed:
        return titled_ or above
    if not titled_ or {*titled_} <= {*signed} or (signed[0] in above and titled_[0] not in above):
        return signed
    glued = "".join(titled_) == "".join(signed) or "".join(titled_).startswith("".join(signed))
    return signed if glued else titled_
