"""Time limits that name no day of the calendar 定期、起算、某事前: 每季度首月10日前, 自印发之日起30日内, 汛期前."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hongtou.importer.due import Aside, Due, Read, count, last_day, rest_of_clause, tells_which
from hongtou.model.duty import DeadlineKind, Span

_BEFORE = "(?:以前|之前|前)"
_DAY = r"\d{1,2}月(?:份)?(?:\d{1,2}日|[底末初]|[上中下]旬)?"
_NAMED = (
    "(?:春节|元旦|国庆节?|中秋节?|清明节?|端午节?|劳动节|元宵节?|重阳节?|“(?:五一|十一|两节|双节)”|五一|全国两会|两节|[寒暑]假|"
    "(?:主|入)?汛期?|雨季|[梅台]风?[雨季]季?|防火期|入[冬夏汛梅]|冬季|高温季节|供暖[季期]|采暖[季期]|"
    "春耕|春播|夏[收播种]|秋[收播种]|(?:春?秋?季)?(?:新?学期)?开学|(?:[春秋]季)?学期(?:结束|开始)|学期末|高考|中考)"
)
EVENT = f"{_NAMED}(?:[、和及]{_NAMED}){{0,3}}(?:小?长?假期?)?(?:来临|到来|开始|结束)?{_BEFORE}"
"""What every year brings, on a day that the words do not say."""
_EVENT = re.compile(f"(?P<year>(?:20\\d\\d|[今明本])年(?:的)?)?{EVENT}(?![期后夕述])")
_SOME_EVENT = re.compile("[节旦庆秋明午阳一会假汛季期冬夏梅耕播收种学考末束”临来始]前|之前|以前")
_YEARLY = re.compile(
    rf"(?P<y1>20\d\d)年(?:[、和及与—～至-](?P<y2>20\d\d)年)?[，]?每年(?P<m>\d{{1,2}})月(?:(?P<d>\d{{1,2}})日|[底末])?{_BEFORE}"
)
"""2024年、2025年每年12月10日前: the day of each of the two years."""
_PERIOD = "(?:半年|个?季度?|学期|年度?|个?月|周|星期|日|天|个?工作日)"
_EACH = "每(?<!每[人户家床]每)(?!(?<=[人户家床]每)[^，。；]{1,10}元)"
"""每人每月, 每名老人每月补助200元 say how much each gets; 负责人每月 says how often."""
_EVERY = re.compile(
    f"{_EACH}{_PERIOD}"
    "(?:"
    f"{_DAY}(?:[、和及至—～-]{_DAY}){{0,11}}{_BEFORE}?|"
    rf"\d{{1,2}}[—～-]\d{{1,2}}月{_BEFORE}?|"
    rf"第?[一二三四1-4首末]个?月(?:的)?(?:\d{{1,2}}日|[底末]){_BEFORE}?|[首末]月\d{{1,2}}日{_BEFORE}?|"
    rf"\d{{1,2}}日(?:[、和]\d{{1,2}}日){{0,5}}{_BEFORE}?|"
    rf"(?:的)?(?:第一个?|最后一个?)(?:工作日|天|周|星期[一二三四五六日]){_BEFORE}?|"
    r"(?:结束|终了)[之以]?后(?:的)?\d{1,2}个?(?:工作日|日|天)[之以]?内|"
    f"[上下]半年(?:[、和及][上下]半年)?{_BEFORE}?|第?[一二三四]季度(?:年?[底末])?{_BEFORE}?|"
    f"[一二三四五六日](?:[、和](?:周|星期)?[一二三四五六日]){{0,4}}(?:[上下]午)?(?:\\d{{1,2}}(?:[:：]\\d\\d|[时点])|下班)?{_BEFORE}?(?![个次名项家])|(?:年?[底末]|[年月季]初){_BEFORE}?|{EVENT})?"
)
_ANY_EVERY = re.compile(
    rf"{_EACH}(?:旬|(?:[两二三四五六七八九十]|\d{{1,2}})个?(?:年|季度|月|周|天|日|工作日|学期)(?!龄))"
)
"""Every so many years: the model has no words for it."""
_BY = re.compile(
    "(?<!分)按(?P<period>季度?|月度?|半年|年度|周|学期)(?=通报|报送|上报|报告|调度|汇总|公布|公开|公示|通告|召开|更新|梳理|总结|评估|检查|考核|督[查导办]|反馈|开展|统计|分析|研判)"
)
_ONE_BY_ONE = re.compile(
    "一(?P<period>季度?|月|周|日|年|学期)一(?:调度|通报|小结|总结|考核|报告|分析|研判|会商|督查|督导|检查|评估|评比|汇总|公示|排名)"
)
"""一月一通报."""
_SPANS = {
    "半年": Span.HALF_YEAR,
    "季": Span.QUARTER,
    "学期": Span.TERM,
    "年": Span.YEAR,
    "月": Span.MONTH,
    "周": Span.WEEK,
    "星期": Span.WEEK,
    "工作": Span.WORKDAY,
    "日": Span.DAY,
    "天": Span.DAY,
}
_CHINESE = "[一二三四五六七八九十百两]{1,4}"
_WITHIN = re.compile(
    rf"(?:(?:\d{{1,3}}|{_CHINESE})[—～至到-])?(?P<count>(?<![\d.第])\d{{1,3}}|(?<![一二三四五六七八九十百两第几数]){_CHINESE}|半)"
    r"(?P<pieces>个)?(?P<span>工作日|日|天|周|星期|月|季度|年|学期|小时|分钟)(?P<half>半)?(?:的时间|时间)?(?P<tail>[之以]?内)"
)
_SOME_WITHIN = re.compile("[日天周期月度年时钟间半][之以]?内")
_WITHINS = {
    "工作日": Span.WORKDAY,
    "日": Span.DAY,
    "天": Span.DAY,
    "周": Span.WEEK,
    "星期": Span.WEEK,
    "月": Span.MONTH,
    "季度": Span.QUARTER,
    "年": Span.YEAR,
    "学期": Span.TERM,
    "小时": Span.HOUR,
    "分钟": Span.MINUTE,
}
_START = re.compile(
    "(?:[自从在于](?!之))?(?P<day>[^，。；：、（）“”要在于自从]{0,14}之日)起(?:的)?[^，。；0-9]{0,3}$|"
    "(?:[自从在于])?(?P<after>[^，。；：、（）“”要在于自从须应需]{1,14}?)[之以]?(?<![今其此往])(?:后|起)(?:的|，)?$"
)
_LOOK_BACK = 24
_GONE_BEFORE = re.compile("(?:近|前|去|往|续|上|头|满|累计|(?<!限)期|有效期[为限]|每人每)$")
_GONE_AFTER = re.compile(
    "(?:的?时间|的)?(?:均|都)?(?:未(?!完成)|无|不(?!断|超过|少于|低于)|没有|累计|曾|发生|出现|有过|连续|多次|(?:可)?通达|可?到达|车程|生活圈|都市圈)|的(?!时间)"
)
_FAST = re.compile("[压缩]|提速|控制|办理时|时限|时间$")
"""The time that something takes is a number to be reached, no deadline: 压缩到3个工作日以内."""
_ASKS = re.compile(
    "(?:及时|完成|书面|电话|初步|首次)?(?:报告|上报|报送|反馈|响应|处置|办结|赶赴|赶到|核实|回应|发布|通知|启动|续报|报备|修复|恢复)"
)
_USING = re.compile(
    rf"(?:用|利用|通过|经过)(?P<count>(?:\d{{1,2}}[—～至-])?\d{{1,2}}|{_CHINESE}|半)(?P<pieces>个)?(?P<span>年|月)(?P<half>半)?(?:左右)?(?:的)?(?:时间|努力)|"
    rf"(?:未来|今后)(?P<count2>(?:\d{{1,2}}[—～至-])?\d{{1,2}}|{_CHINESE})(?P<pieces2>个)?(?P<span2>年)(?![之以]?内|来|多)"
)
_SOME_USING = re.compile("年(?:半)?(?:左右)?(?:的)?(?:时间|努力)|月(?:左右)?(?:的)?(?:时间|努力)|未来|今后")
_LAST_COUNT = re.compile(r"[\d一二三四五六七八九十百两]+$")


def recurring(sentence: str) -> Iterator[Read]:
    """Yield what recurs 定期."""
    if "每" in sentence:
        for match in _YEARLY.finditer(sentence):
            if (due := _yearly(match)) is not None:
                yield due
        for match in _EVERY.finditer(sentence):
            name = next(name for name in _SPANS if match[0][1:].lstrip("个").startswith(name))
            yield Due(DeadlineKind.RECURRING, *match.span(), every=_SPANS[name])
    for match in _ONE_BY_ONE.finditer(sentence) if "一" in sentence else ():
        name = next(name for name in _SPANS if match["period"].startswith(name))
        yield Due(DeadlineKind.RECURRING, *match.span(), every=_SPANS[name])
    for match in _BY.finditer(sentence) if "按" in sentence else ():
        name = next(name for name in _SPANS if match["period"].startswith(name))
        yield Due(DeadlineKind.RECURRING, *match.span(), every=_SPANS[name])


def unread_recurring(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield what recurs in a way that the model has no words for: 每两年."""
    for match in _ANY_EVERY.finditer(sentence) if "每" in sentence else ():
        yield match.span()


def _yearly(match: re.Match[str]) -> Due | None:
    years = [int(match["y1"]), int(match["y2"] or match["y1"])]
    first, last = (last_day(year, int(match["m"]), match["d"]) for year in years)
    if first is None or last is None or not 0 <= years[1] - years[0] <= (1 if "、" in match[0] else 9):
        return None
    return Due(DeadlineKind.RECURRING, *match.span(), date=last, begins=first, every=Span.YEAR)


def relative(sentence: str) -> Iterator[Read]:
    """Yield what is counted from a day 起算, or is to be done within a time whose beginning is not said."""
    for match in _WITHIN.finditer(sentence) if "内" in sentence and _SOME_WITHIN.search(sentence) else ():
        before = sentence[max(0, match.start() - _LOOK_BACK) : match.start()]
        counted = _START.search(before)
        if counted is None and _is_none(sentence, match, before):
            yield Aside(*match.span())
            continue
        pieces = match["pieces"] or ("个" if counted else None)
        within = _length(match["count"], pieces, match["half"], match["span"])
        if within is None or (counted is None and not _is_limit(sentence, match)):
            continue
        start = match.start() - (len(before) - counted.start() if counted else 0)
        yield Due(
            DeadlineKind.RELATIVE,
            start,
            match.end(),
            within=within[0],
            span=within[1],
            counted_from=(counted["day"] or counted["after"]) if counted else None,
        )
    for match in _USING.finditer(sentence) if _SOME_USING.search(sentence) else ():
        words = match["count"] or match["count2"]
        found = _LAST_COUNT.search(words)
        within = _length(
            found[0] if found else words,
            match["pieces"] or match["pieces2"],
            match["half"],
            match["span"] or match["span2"],
        )
        if within is not None and not tells_which(sentence, *match.span()):
            yield Due(DeadlineKind.RELATIVE, *match.span(), within=within[0], span=within[1])


def unread_relative(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield what may be a time allowed: 半个月内, 3月内."""
    for match in _WITHIN.finditer(sentence) if _SOME_WITHIN.search(sentence) else ():
        if match["span"] not in ("小时", "分钟"):
            yield match.span()


def _is_none(sentence: str, match: re.Match[str], before: str) -> bool:
    """Whether the words say how long something takes, lasts or has been: 近三年内, 压缩到3天以内, 5年内不得."""
    clause = before[max(before.rfind(mark) for mark in "，。；：、（") + 1 :]
    is_short = match["span"] in ("工作日", "日", "天", "小时", "分钟")
    return bool(
        _GONE_BEFORE.search(before)
        or _GONE_AFTER.match(sentence, match.end())
        or (is_short and _FAST.search(clause))
        or tells_which(sentence, *match.span())
    )


def _is_limit(sentence: str, match: re.Match[str]) -> bool:
    """Whether a time whose beginning is not said is one to do something in: for hours, the words behind must say so."""
    if match["span"] in ("小时", "分钟"):
        return _ASKS.match(rest_of_clause(sentence, match.end())) is not None
    return True


def _length(words: str, pieces: str | None, half: str | None, span: str) -> tuple[int, Span] | None:
    """Return how many of which span; None where it is not certain: 3月内 may be March, 一季度内 is the first quarter."""
    if words == "半":
        return (1, Span.HALF_YEAR) if span == "年" and not half else None
    number = count(words)
    if half:
        return (number * 12 + 6, Span.MONTH) if span == "年" else None
    if span in ("月", "季度") and not pieces:
        return None
    return number, _WITHINS[span]


def events(sentence: str) -> Iterator[Read]:
    """Yield what is to be done before something that comes every year 某事前; the day is not supposed."""
    for match in _EVENT.finditer(sentence) if "前" in sentence and _SOME_EVENT.search(sentence) else ():
        if tells_which(sentence, *match.span()):
            yield Aside(*match.span())
        else:
            what = re.sub(f"{_BEFORE}$", "", match[0])
            yield Due(DeadlineKind.EVENT, *match.span(), counted_from=what)
