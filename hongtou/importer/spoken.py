"""Numbers in words 汉字数目: 不少于五万亩, 百分之九十, 九成以上, 翻一番, 零增长; and numbers that look like targets and are none read.

Chinese figures stand in most sentences and count nothing (一个, 三大行动, 第二): they are read where a word beside them compares,
or a verb before them makes something.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from hongtou.numerals import integer
from hongtou.rules.amounts import behind, is_asked, is_background, is_part, is_quoted, measured
from hongtou.rules.verbs import CONCRETE

_FIGURES = "[一二两三四五六七八九十百千]{1,6}"
_COUNTERS = (
    "个百分点|人次|场次|[家件台户车架班]次|平方公里|平方米|立方米|公里|米|亩|吨|元|公顷|千瓦|名|人(?!民|大|类|口|才|文)|家|项|场|次|户|所|座|处|套|台|辆|件|条|篇|张|间|支|"
    "株|头|只|栋|册|艘|门|倍|个(?!百分)|份|位|种|棵|本|部|起|例"
)
_COUNTED = re.compile(
    rf"(?P<figure>(?P<first>(?<![第每几数一二两三四五六七八九十百千万亿之上下周期初])(?:{_FIGURES}万{_FIGURES}|{_FIGURES}(?:余|多)?(?P<times>[万亿]{{0,2}})))(?P<last>(?!))?)"
    rf"(?:(?P<counter>{_COUNTERS})|(?<=[万亿])(?!{_FIGURES}))(?:（含）)?(?:[及或]?以[上下内]|左右)?"
)
_SAYS_MORE = re.compile(
    "(?:不得?[少低小]于|不得?超过|不得?[高大多]于|至[少多]|最[少多低高]|超过|突破|达到|控制在)"
    "(?:安排|建立|建成|创建|新建|新增|培训|招聘|组织|举办|开展|召开|完成|引进|配备|设立|选派|打造|培育)?$"
)
_BOUND = re.compile("以[上下内]$|左右$")
_MAKES = re.compile(
    "(?:建成|新建|改建|扩建|新增|增设|引进|举办|培训|招聘|改造|孵化|创建|培育|完成投资|投资)[了约]?$"
)
_MAKES_THING = re.compile(
    "(?:建成|新建|改建|扩建|新增|增设|引进|培训|招聘|改造|孵化|创建|培育)[^，。；、的]{1,8}$"
)
_BUILDS = re.compile("新建|改建|扩建|新增|增设|建成|改造")
_MADE = re.compile("家|所|座|处|名|场|户|套|台|辆|间|栋|公里|平方米|亩|吨|元|公顷|千瓦|人次|场次")
_GROWS = re.compile("(?:增[长加]|提[高升]|扩大|翻|下降|降低|减少)[了约近]?$")
_SHARE = re.compile(
    rf"百分之(?P<percent>{_FIGURES}|\d{{1,3}}(?:\.\d+)?)(?:（含）)?(?:[及或]?以[上下内]|左右)?|"
    "(?<![一二三四五六七八九十])(?P<tenths>[一二三四五六七八九])成(?:以[上下]|左右)|"
    "翻(?P<doubled>[一两二三四])番|"
    "零(?P<zero>增长|事故|发生|投诉|伤亡|死亡|上访|感染|库存|欠薪|差错|遗漏|新增|排放|污染|拖欠|违规|失误|延误|缺陷|漏报|瞒报|复发|反弹)"
)
_REACHES = re.compile("(?:实现|确保|保持|力争|达到|做到|争取)[^，。；“]{0,14}“?(?:零..、){0,4}$")
_TAKES_PLACE = re.compile("[^，。；、）]{0,3}的")
_QUOTED_ALONE = re.compile("[^，。；”]{0,2}(?:、零..)*”(?:目标|的目标|$|[，。；、])")
"""What follows a number that stands in “” for itself, and is no part of a name: 保持“零事故”."""
_BARE = re.compile(
    r"(?P<nought>(?:为|等于)(?:0|零)|(?:(?<=控制在)|(?<=[降保][到至在]))(?:0|零))(?=[，。；、）]|$)|"
    r"(?<=[到至于在过为])(?P<figure>\d{1,15}(?:\.\d+)?)(?:（含）)?(?:[及或]?以[上下内]|左右)?(?=[，。；）]|$)"
)
_SOME_BARE = re.compile(r"[到至于在过为][\d零]")
_CAN_BE_NOUGHT = re.compile(
    "(?:率|[起件人次个总]数|数量|比例|占比|事故|案件|事件|死亡|伤亡|发生|投诉|存量|积压|逾期|上访|火灾|污染|欠薪|欠税|水体)"
    "(?:始终|均|全部|继续|力争|确保|实现|要|应)?(?:保持|控制|降低?|达到)?$"
)
_CAN_BE_BARE = re.compile(
    "(?:死亡率|伤亡率|容积率|系数|强度|密度)(?:总体|始终|均|平均|要|应|力争|确保)?"
    "(?:控制[到至在]|不得?超过|不?[高低大小]于|不得[高低大小]于|下?[降升提]低?高?[到至为]|稳定在|保持在|达到|为)$"
)
"""What has no unit of measure: 死亡率控制在0.01以内. Of a share without one, 覆盖率达到85, the unit is not supposed."""
_LOOKS = re.compile(
    rf"(?:(?:不得?)?[少低小高大多]于|不得?超过|至少|至多|突破|控制在|达到?)(?:到|至)?(?P<number>\d(?:[\d.,]*\d)?|(?!一(?![百千万])){_FIGURES})(?=(?P<unit>.?))|"
    r"(?P<part>千分之[一二三四五六七八九十]{1,3}(?=[，。；、）]|以[上下]|$)|"
    r"(?:[一二三四五六七八九十]分之[一二三四五六七八九两]|一半|半数)(?:以[上下]|左右)(?=[，。；、）的]|$)|"
    r"(?<=[于到过在少减短低])(?:一半|半数|[一二三四五六七八九十]分之[一二三四五六七八九两])(?=[，。；、）]|$))|"
    rf"(?<![第\d.])(?:\d(?:[\d.,]*\d)?|{_FIGURES})(?P<measure>[\u4e00-\u9fff]{{1,2}}?)(?:以[上下]|左右)(?=[，。；）]|$)"
)
_MEANS = re.compile("[少低小高大多]于")
"""厚度低于0.01毫米的地膜: without 不, such words mostly say which things are meant."""
_LIKE_A_NUMBER = re.compile(r"[\d半一二两三四五六七八九十百千]")
_SOME_LOOKS = re.compile("[于过达]|至[少多]|突破|控制在|以[上下]|左右|一半|半数")
"""No number that looks like a target is without one of these."""
_NO_THING = re.compile(
    "[年月日号时点岁级届层轮周期天秒代版章条款页人]|个(?:月|小时|季度|工作日|学期)|工作日|小时|分钟|学期|周岁|法定|定|般|体|致|些|切|并|起|律|系列|个"
)
_SOME_COUNTER = (
    "[家名人户所座处套台辆间栋场次项个件条篇张支株头只册艘门倍份位种棵本部起例平立公亩吨元千米班车架万亿番成]"
)
_NOUGHT = "零[增事发投伤死上感库欠差遗新排污拖违失延缺漏瞒复反]"
_SOME = re.compile(rf"[一二两三四五六七八九十百千](?:余|多)?[万亿]?{_SOME_COUNTER}|百分之|{_NOUGHT}")


_CLAUSE_ENDS = re.compile("”?(?:[，。；、]|$)")
_DONE_ALREADY = re.compile("已|目前|现|了|曾")


_SAYS_NUMBER = re.compile(
    # A character that is looked for at once, and only then what stands beside it.
    r"[\d百零一二两三四五六七八九十千分以左半](?:(?<=\d)(?![\d年月日])|(?<=百分)[百之]|(?<=零)[增事发投伤死上感库欠差遗新排污拖违失延缺漏瞒复反]|"
    f"(?<=[一二两三四五六七八九十百千])(?:余|多)?[万亿]?{_SOME_COUNTER}|"
    "(?<=[为于过达到至少多在][零半一二两三四五六七八九十百千])|(?<=分)之|(?<=以)[上下]|(?<=左)右|(?<=半)数)"
)
"""No sentence without a match asks for a number; figures of days do not."""


class Spoken(NamedTuple):
    """A number in words: its value and unit, and what it counts where the number says so itself (番, 零增长)."""

    match: re.Match[str]
    value: int | float
    unit: str | None
    thing: str = ""


def says_number(sentence: str) -> bool:
    """Whether ``sentence`` may ask for a number; most do not, and need not be looked through."""
    return _SAYS_NUMBER.search(sentence) is not None


def spoken_amounts(sentence: str) -> Iterator[Spoken]:
    """Yield the numbers in words that are asked for."""
    if _SOME_BARE.search(sentence) and not is_background(sentence):
        yield from _bare(sentence)
    if not _SOME.search(sentence):
        return
    for match in _COUNTED.finditer(sentence):
        if not is_part(match) and _is_meant(match) and is_asked(match):
            times = match["times"] or ""
            figures = match["first"].removesuffix(times).rstrip("余多")
            yield Spoken(match, integer(figures), (times + (match["counter"] or "")) or None)
    for match in _SHARE.finditer(sentence):
        before = sentence[: match.start()]
        is_class = behind(before, "，。；：") and _TAKES_PLACE.match(sentence, match.end())
        is_name = is_quoted(before) and not (match["zero"] and _QUOTED_ALONE.match(sentence, match.end()))
        if not is_name and not is_class and not is_background(sentence):
            yield from _share(match)


def _bare(sentence: str) -> Iterator[Spoken]:
    """Yield rates without a unit of measure, and what is to be none at all: 发生率为零."""
    for match in _BARE.finditer(sentence):
        before = sentence[max(0, match.start() - 60) : match.start()]
        if is_quoted(sentence[: match.start()]) or _DONE_ALREADY.search(behind(before, "，。；")):
            continue
        if match["nought"]:
            if _CAN_BE_NOUGHT.search(before):
                yield Spoken(match, 0, None)
        elif _CAN_BE_BARE.search(before):
            figure = match["figure"]
            yield Spoken(match, float(figure) if "." in figure else int(figure), None)


def _is_meant(match: re.Match[str]) -> bool:
    """Whether words beside a number in Chinese figures say that as many are wanted."""
    clause = behind(match.string[max(0, match.start() - 60) : match.start()], "，。；：（、")
    counter = match["counter"] or ""
    if _SAYS_MORE.search(clause) or _BOUND.search(match[0]):
        return True
    if counter in ("倍", "个百分点"):
        return _GROWS.search(clause) is not None
    if match["times"] and counter:
        return CONCRETE.search(clause) is not None
    is_last = match.end() == len(match.string) or match.string[match.end()] in "，。；、"
    makes = _MAKES.search(clause) or (_MAKES_THING.search(clause) if is_last else None)
    if makes is None or match["first"] == "一":
        return False
    return _MADE.match(counter) is not None or (counter == "个" and _BUILDS.match(makes[0]) is not None)


def _share(match: re.Match[str]) -> Iterator[Spoken]:
    if words := match["percent"]:
        number = (float(words) if "." in words else int(words)) if words[0].isdigit() else integer(words)
        yield Spoken(match, number, "%")
    elif words := match["tenths"]:
        yield Spoken(match, integer(words), "成")
    elif words := match["doubled"]:
        yield Spoken(match, integer(words), "番", "翻番")
    elif _REACHES.search(match.string[max(0, match.start() - 30) : match.start()]) or _is_goal(match):
        yield Spoken(match, 0, None, match["zero"])


def _is_goal(match: re.Match[str]) -> bool:
    """Whether a clause of its own says that nothing of the kind is to take place: 亡人火灾“零发生”."""
    clause = behind(match.string[max(0, match.start() - 30) : match.start()], "，。；：、").rstrip("“")
    is_last = _CLAUSE_ENDS.match(match.string, match.end()) is not None
    return match["zero"] == "发生" and is_last and len(clause) > 1 and not _DONE_ALREADY.search(clause)


def unread_amounts(sentence: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield what compares with a number and is no amount that could be read; ``spans`` are those of targets."""
    if not _SOME_LOOKS.search(sentence) or not _LIKE_A_NUMBER.search(sentence):
        return
    for start, end in spans:
        sentence = f"{sentence[:start]}{' ' * (end - start)}{sentence[end:]}"
    if not _SOME_LOOKS.search(sentence):
        return
    looks = [match for match in _LOOKS.finditer(sentence) if _is_number(match)]
    if not looks:
        return
    known = [
        match.span()
        for reader in (measured, _COUNTED.finditer, _SHARE.finditer)
        for match in reader(sentence)
    ]
    for match in looks:
        start, end = match.span()
        if not any(first < end and start < last for first, last in known):
            yield start, end


def _is_number(match: re.Match[str]) -> bool:
    """Whether the number is of things, not of years, ages or ranks, and says what is wanted, not who is meant."""
    behind_number = match.end("number") if match["number"] else match.start("measure")
    if match["part"] is None and _NO_THING.match(match.string, behind_number):
        return False
    rest = match.string[match.end() :]
    if _MEANS.match(match[0]) and "的" in rest[:8]:
        return False
    stop = min((place for mark in "，。；" if (place := rest.find(mark)) >= 0), default=len(rest))
    return not rest[:stop].endswith("的") and not is_quoted(match.string[: match.start()])
