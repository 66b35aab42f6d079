"""Numbers that are to be reached 指标, read from a sentence: comparator, value, unit, period, force, and whom they are for.

Which numbers are asked for is known to :mod:`hongtou.rules.amounts`; this says what they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from hongtou.importer.spoken import spoken_amounts
from hongtou.model.duty import Comparator, Force
from hongtou.rules.amounts import amounts, behind, is_asked
from hongtou.rules.verbs import CONCRETE

_BEFORE: tuple[tuple[Comparator, str], ...] = (
    (Comparator.AT_LEAST, "不得?[少低小]于|至少|最[少低]|达到?或(?:超过|高于)|[≥≧⩾]"),
    (Comparator.AT_MOST, "不得?超过|不得?[高大多]于|控制在|限制在|至多|最[多高]|下?降低?[到至]|[≤≦⩽]"),
    (Comparator.MORE_THAN, "超过|突破|[多高大]于|超|逾|[>＞]"),
    (Comparator.LESS_THAN, "[少低小]于|[<＜]"),
    (Comparator.ABOUT, "大约|约|接近|将近|(?<![最附就])近"),
)
_AFTER: tuple[tuple[Comparator, str], ...] = (
    (Comparator.AT_LEAST, "[及或]?以上"),
    (Comparator.AT_MOST, "[及或]?以[下内]"),
    (Comparator.ABOUT, "左右"),
)
_WORDS = "|".join(words for _comparator, words in _BEFORE)
_BEFORE_WORDS = tuple((comparator, re.compile(words)) for comparator, words in _BEFORE)
_AFTER_WORDS = tuple((comparator, re.compile(f"(?:{words})$")) for comparator, words in _AFTER)
_COMPARED = re.compile(f"^(?:{_WORDS})(?:[到至为在])?")
_LEADING = re.compile(
    f"(?:{_WORDS})(?:[到至为在])?(?:安排|建立|建成|创建|新建|新增|培训|招聘|组织|举办|开展|完成|引进|配备|设立|选派|打造|培育|达到?)?$|"
    rf"(?:{_WORDS})(?P<of>[^，。；：、\d的每]{{2,14}})的$"
)
_STRIVES = "力争|争取(?!(?:上级|中央|国家|省级?|市级?|各类|专项)[^，。；]{0,4}(?:资金|补助|支持))"
"""Words for what is striven for; 争取上级资金 is to get hold of money."""
_FORCES = (
    (Force.ENSURE, re.compile("确保")),
    (Force.STRIVE, re.compile(_STRIVES)),
    (Force.IN_PRINCIPLE, re.compile("原则上")),
)
_BASICALLY = "基本(?!医|养老|公共|农田|药|保险|保障|生活|盘|面|支出|建设|情况|要求|原则|制度|民生|单位|水利|殡葬|口粮|服务|条件|能力|经济|国策|国情|思路|目标)"
"""基本 where it is no part of a name: 基本建成, not 基本医保."""
_FORCE_WORDS = re.compile(f"确保|{_STRIVES}|原则上|{_BASICALLY}")
_LOOSE = re.compile(_BASICALLY)
_PERIOD = re.compile(
    r"“十[一二三四五六七八九]五”(?:期间|时期)|十[一二三四五六七八九]五(?:期间|时期)|每年(?:度)?|每季度?|每月|每半年|每学期|每周|20\d\d年度|年度|年内|全年"
)
_PLAN = re.compile("“十[一二三四五六七八九]五”(?:期间|时期)")
_BASE = re.compile(
    "在(?:\\d{4}年|上年|去年|[^，。；]{1,12})(?:的)?基础上|[比较](?:(?:20)?\\d\\d年|上年|去年|前[一三五]年|基期)(?:同期)?(?:水平)?"
)
_NUMBERED = re.compile(
    r"^(?:（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[.．、](?!\d)|[①-⑳⒈-⒛㈠-㈩]|[一二三四五六七八九十]{1,2}是(?:要|抓)?|第[一二三四五六七八九十]{1,2}是)"
)
"""The number of a point that is run into the text, and no part of what is counted: 1.、①、一是."""
_SAYS_NOTHING = re.compile(
    "(?:要|应|须|均|分别|全市|全县|全区|全省|全州)?(?:达到?|完成|实现|控制|稳定|保持|突破|超过)?[到至在为]?"
)
_DOES = re.compile(f"(?:牵头|积极|全面|定期|认真|联合|组织)*(?:{CONCRETE.pattern})[^，。；、]{{2}}")
_MORE = re.compile("(?:增[长加]|提[高升]|下降|降低|减少|扩大|上升)了?")
_HUNDRED = re.compile("[一二三四五六七八九十两]+个“百分百”[^，。；、]*")
_EACH = re.compile("“?百分百”?([^、，。；“”]+?)(?=、|[一二三四五六七八九十两]+个“|[，。；])")
_BRACKET = re.compile("(?<=[\u4e00-\u9fff])（[\u4e00-\u9fff、]{1,6}）$")
_CLAUSE = re.compile("[，。；：（）]")
_CLAUSE_OF_ALL = re.compile("[，。；：]")
"""The end of 90%以上的县（市）基本建成, whose brackets belong to what is counted."""
_ANOTHER = re.compile(r"和(?=\d)|、(?=[^、，。；：（）]{0,20}\d)")
_POINTS = re.compile(r"[得加扣计记][\d.]+分")
"""What a thing is worth 得5分, which is no part of it."""
_FIGURES = re.compile(r"[\d,.]+")
_REACH = 300
"""Characters before a number in which the words for it stand; clauses are far shorter."""
_NOT_ASIDE = re.compile("（(?:其中|原则上|不少于|不低于)")
_COMMA = re.compile("，(?![^（]*）)")
_BOUND = re.compile("以[上下内]的$")
_SAID_AFTER = re.compile("^(?:（[含次]）)?[及或]?以[上下内]|^左右")
_SAID_BEFORE = re.compile(
    "^(?:其中|的)|分别.*$|(?:均|总体)?(?:要|应)?(?:达到?|控制|稳定|保持|压[缩减]|缩短)[到至为在]?$|(?:均|总体)$"
)
_VERB = re.compile(f"掌握|{CONCRETE.pattern}")
_GLUE = re.compile(
    "(?:(?:达到?|稳定|控制|保持|实现|完成率?达)?[到至为在了]?|(?:增长|提高|降低|下降|提升|增加|减少|扩大|上升|压[缩减]|缩短|减)[到至为在]|要有|有)$"
)
"""What only joins a thing to its number; 增长10% is another thing than 10%, so that the verb stays."""
_FROM_TO = re.compile(
    r"(?P<base>[由从][^，。；：]{1,16}?)(?P<verb>提[高升]|增[加长]?|扩大|上升|升|下降|降低?|减少|压[缩减]|缩短)?[到至为](?:20\d\d年的|每[年月周天日])?$"
)
_AND_MORE = re.compile(r"[\d一二三四五六七八九十百千万亿][余多]")
_FIGURE = re.compile(r"\d")
_MOST_DIGITS = 15
_TOO_LONG = re.compile(rf"[\d,]{{{_MOST_DIGITS + 1}}}")
_TIME = re.compile(
    r"“?十[一二三四五六七八九]五”?(?:规划)?期?末|(?:[到至在于]|截至)?(?:(?:20\d\d年|今年|明年|本年)(?:\d{1,2}月(?:\d{1,2}日|[底末份])?|年?[底末]|[上下]半年|第?[一二三四]季度)?|"
    r"(?<!\d)\d{1,2}月(?:\d{1,2}日|[底末份])|年[底末]|[上下]半年|前?第?[一二三四]季度)(?:以前|之前|前|内)?"
)
"""When something is to be reached, which is no part of what is counted."""


class Amount(NamedTuple):
    """A target as read: ``start`` and ``end`` are the places of its ``printed`` words in the sentence."""

    quantity: str
    comparator: Comparator
    value: int | float
    upper: int | float | None
    unit: str | None
    period: str | None
    force: Force
    applies_to: str | None
    baseline: str | None
    start: int
    end: int


_WITHIN = re.compile("[以之]?内")
"""What stands behind a number that is a limit: 压缩至1个工作日内."""


def targets(sentence: str, is_ahead: bool = False) -> Iterator[Amount]:
    """Yield the targets that ``sentence`` sets, without a quantity where the words do not say what is counted.

    ``is_ahead`` says that the day at its beginning is still to come, so that 截至 does not tell how things are.
    """
    for match in _HUNDRED.finditer(sentence) if "百分百" in sentence else ():
        each = "、".join(m[1] for m in _EACH.finditer(sentence, 0, match.end()))
        yield _amount(
            sentence, match.start(), match.end(), each or "百分百", Comparator.EQUAL, (100, None), "%"
        )
    last: Amount | None = None
    for match in amounts(sentence) if _FIGURE.search(sentence) else ():
        if is_asked(match, is_ahead) and not _is_aside(sentence[: match.start()]):
            if len(match[0]) > _MOST_DIGITS and _TOO_LONG.search(match[0]):
                # No quantity, whatever it is: without one it is told.
                yield _read(sentence, match, (0, None), None)._replace(quantity="")
                continue
            values, unit = _values(match)
            last = _with_subject(_read(sentence, match, values, unit), last, sentence)
            yield last
    for spoken in spoken_amounts(sentence):
        if not _is_aside(sentence[: spoken.match.start()]):
            yield _read(sentence, spoken.match, (spoken.value, None), spoken.unit, spoken.thing)


def _with_subject(amount: Amount, last: Amount | None, sentence: str) -> Amount:
    """Return ``amount`` with what the number before it counts, where its own words say no more than that it is reached.

    覆盖率达到85%，力争达到90%; 治理率达到45%，较2023年提高5个百分点.
    """
    own = amount.quantity
    is_more = amount.baseline is not None and _MORE.fullmatch(own) is not None
    if not is_more and not _SAYS_NOTHING.fullmatch(own):
        return amount
    is_share = (amount.unit or "").endswith(("%", "％", "个百分点", "‰"))
    if not is_share and (is_more or own == "完成"):
        return amount
    if last is not None and last.quantity and _continues(sentence[last.end : amount.start]):
        if _measure(last.unit) == _measure(amount.unit):
            return amount._replace(quantity=last.quantity + (own if is_more else ""))
    elif not is_share and (before := _done_before(sentence[: amount.start])):
        return amount._replace(quantity=before)
    return amount if is_more or own == "完成" else amount._replace(quantity="")


def _done_before(before: str) -> str:
    """Return the whole clause ahead of that of a number, where it says what is done: 开展文艺演出，全年不少于100场次."""
    clauses = before[-_REACH:].rsplit("，", 2)
    if len(clauses) < 2:
        return ""
    clause = _NUMBERED.sub("", behind(clauses[-2], "。；：（）"))
    return clause if _DOES.match(clause) and len(clause) < 24 and not _FIGURE.search(clause) else ""


def _continues(between: str) -> bool:
    """Whether only the end of a clause stands between two numbers, and what begins the next one."""
    return between.count("，") == 1 and "；" not in between and len(between) < 24


def _measure(unit: str | None) -> str:
    return (unit or "").lstrip("百千万亿").replace("个百分点", "%").replace("％", "%")


def _is_aside(before: str) -> bool:
    """Whether a number stands in brackets that only say for whom another one does not hold."""
    opened = before.rfind("（")
    return opened > before.rfind("）") and not _NOT_ASIDE.match(before, opened)


def _read(
    sentence: str,
    match: re.Match[str],
    values: tuple[int | float, int | float | None],
    unit: str | None,
    thing: str = "",
) -> Amount:
    """Return the target whose number is ``match``; ``thing`` is what the words of the number themselves count."""
    before = sentence[: match.start()]
    clause = _own(_clause(before[-_REACH:]))
    words = _LEADING.search(clause)
    base = _FROM_TO.search(clause) if "由" in clause or "从" in clause else None
    if base is not None and not _FIGURE.search(base["base"]):
        base = None
    lead = base or words
    start = match.start() - (len(lead[0]) if lead else 0)
    end = match.end() if thing else _end(sentence, match.end())
    comparator = _comparator(words[0] if words else "", match)
    within = _WITHIN.match(sentence, match.end())
    if within is not None and comparator is Comparator.EQUAL:
        comparator = Comparator.AT_MOST
    if values[1] is not None:
        comparator = Comparator.BETWEEN
    of = words["of"] if words and base is None else None
    verb = _COMPARED.sub("", words[0]) if words and base is None and of is None else ""
    head = clause[: len(clause) - len(lead[0])] if lead else clause
    if verb and head.endswith("的"):
        head = ""
    quantity = (
        _quantity(head + verb, thing or sentence[within.end() if within else match.end() : end]) or of or ""
    )
    if comparator is Comparator.EQUAL and not lead and not thing:
        start -= len(_verb_before(head))
    return _amount(sentence, start, end, quantity, comparator, values, unit, base["base"] if base else of)


def _clause(before: str) -> str:
    """Return the last clause of ``before``; a few words in brackets inside it do not part it: 乡镇（街道）覆盖率."""
    clause = behind(before, "，。；：（）")
    rest = before[: len(before) - len(clause)]
    bracket = _BRACKET.search(rest) if rest.endswith("）") else None
    return behind(rest[: bracket.start()], "，。；：（）") + bracket[0] + clause if bracket else clause


def _own(clause: str) -> str:
    """Return what of ``clause`` belongs to the number behind it: not the number before, 培养人才500名、引进专家20名."""
    last = clause.rfind("、")
    if last < 0 or "分别" in clause:
        return clause
    first = clause[: last + 1]
    return clause[last + 1 :] if "零" in first or _FIGURE.search(first) else clause


def _end(sentence: str, place: int) -> int:
    """Return where the thing that is counted ends, behind a number that ends at ``place``."""
    stop = (_CLAUSE_OF_ALL if sentence[place : place + 1] == "的" else _CLAUSE).search(sentence, place)
    end = stop.start() if stop is not None and sentence[stop.start()] != "（" else place
    another = _ANOTHER.search(sentence, place, end)
    if another is None and sentence.find("分", place, end) >= 0:
        another = _POINTS.search(sentence, place, end)
    return another.start() if another else end


def _amount(
    sentence: str,
    start: int,
    end: int,
    quantity: str,
    comparator: Comparator,
    values: tuple[int | float, int | float | None],
    unit: str | None,
    baseline: str | None = None,
) -> Amount:
    before = sentence[max(0, start - _REACH) : start]
    clause = behind(before, "，。；")
    part = behind(before, "。；")
    loose = Force.BASICALLY if "基本" in clause and _LOOSE.search(clause) else Force.PLAIN
    is_forced = _FORCE_WORDS.search(part) is not None
    force = next((force for force, words in _FORCES if is_forced and words.search(part)), loose)
    period = _PERIOD.search(clause) or _PLAN.search(part)
    base = _BASE.search(before)
    return Amount(
        quantity or ("" if before else sentence[start:end]),
        comparator,
        values[0],
        values[1],
        unit,
        period[0] if period else None,
        force,
        _applies_to(before),
        baseline or (base[0] if base else None),
        start,
        end,
    )


def _values(match: re.Match[str]) -> tuple[tuple[int | float, int | float | None], str | None]:
    """Return value and upper value, and the unit of measure with 万 or 亿 before it."""
    first, times = _number(match["first"])
    last, last_times = _number(match["last"]) if match["last"] else (None, "")
    unit = (last_times or times) + (match["counter"] or "").replace("％", "%")
    if last is not None and last <= first:
        last = None
    return (first, last), unit or None


def _number(text: str) -> tuple[int | float, str]:
    digits = _FIGURES.match(text)
    figures = (digits[0] if digits else "0").replace(",", "").rstrip(".")
    times = "".join(char for char in text[len(digits[0]) if digits else 0 :] if char in "百千万亿")
    return (float(figures) if "." in figures else int(figures)), times


def _comparator(before: str, match: re.Match[str]) -> Comparator:
    printed = match[0]
    for comparator, words in _AFTER_WORDS if printed[-1] in "上下内右" else ():
        if words.search(printed):
            return comparator
    bare = Comparator.MORE_THAN if _AND_MORE.search(printed) else Comparator.EQUAL
    return next((c for c, words in _BEFORE_WORDS if before and words.match(before)), bare)


def _quantity(before: str, after: str) -> str:
    """Return what is counted: the verb or noun before the number with what stands behind it."""
    words = _bare(before)
    if not words:
        after = after.removeprefix("的")
    after = _SAID_AFTER.sub("", after)
    if "月" in after or "年" in after:
        after = _TIME.sub("", after)
    words = _SAID_BEFORE.sub("", words)
    verbs = [*_VERB.finditer(words)] if after else []
    if verbs and verbs[-1].end() == len(words):
        at = verbs[-1].start()
        while at and words[at - 1] in "并和及" and (joint := [v for v in verbs if v.end() == at - 1]):
            at = joint[-1].start()
        return words[at:] + after
    words = _GLUE.sub("", words)
    return words + after if after else words.removesuffix("的")


def _bare(before: str) -> str:
    """Return ``before`` without the number of its point, and without words for force, period and time."""
    words = _FORCE_WORDS.sub("", _PERIOD.sub("", _NUMBERED.sub("", before)))
    if "年" in words or "月" in words or "季度" in words or "五" in words:
        words = _TIME.sub("", _BASE.sub("", words))
    words = words.strip("，、")
    return words.replace("“", "") if words.endswith("“") else words


def _verb_before(words: str) -> str:
    """Return the verb that ``words`` end with, which a bare number needs to be understood: 创建1家."""
    found = [match[0] for match in _VERB.finditer(words) if match.end() == len(words)]
    return found[-1] if found else ""


def _applies_to(before: str) -> str | None:
    """Return whom a number is for, as the words before it say: …的，…的，至少安排; …以上的至少安排."""
    part = behind(before, "。；")
    if "的" not in part:
        return None
    clauses = _COMMA.split(part)
    if _BOUND.search(clauses[-1]):
        return clauses[-1]
    if len(clauses) > 2 and clauses[-2].endswith("的") and len(clauses[-3]) > 4:
        return _PERIOD.sub("", _FORCE_WORDS.sub("", clauses[-3])).strip("，") or None
    return None
