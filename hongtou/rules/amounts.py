"""Numbers with their units of measure in running text: which are asked for, and whether the data knows them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator

from hongtou.rules.hit import Path

_COUNTERS = (
    "个百分点|人次|场次|[家件台户]次|[车架班艘批]次|微克/立方米|毫克/升|分贝|摄氏度|℃|公斤|千克|斤|羽|尾|桌|平方公里|平方千米|平方米|立方米|㎡|㎥|公里|千米|米|亩|吨标准煤|吨|标准箱|美元|元|个工作日|工作日|小时|分钟|"
    "名|人|家|项|场|次|户|所|座|处|套|台|辆|件|条|篇|期|张|间|支|株|头|只|栋|册|艘|架|门|学时|课时|千瓦时|千瓦|兆瓦时|兆瓦|公顷|倍|个|%|％|‰|"
)
_WEAK = (
    "分(?![之别钟批期类级析解工层段散步布管片区院局公司会行歧红摊享配发头子项组])|天(?![然线气河津空])|份(?!额)|位(?!一体|[于置列居次])|"
    "种(?![植子类业养质苗粮])|例(?![如会行外])|起(?![来点草步到重用诉])|宗(?![旨教])|笔(?!试)|部(?![门分委署长队级位件属省市际联])|"
    "字(?![号第样体段])|棵|盏|块(?!链)|批(?![准复次示评])|本(?![级市省区县地次周月年金科质通意办])|幢|枚"
)
"""Units of measure that are parts of many words as well: a number of them asks for something only beside words that say so."""
_COUNTERS += _WEAK
_NUMBER = r"\d[\d,]*(?:\.\d+)?(?:余|多)?(?:[百千万亿]{1,2}(?:余|多)?)?"
_AMOUNT = re.compile(
    # What stands before the number is looked at behind its first digit, so that only digits are tried.
    rf"(?P<figure>(?P<first>\d(?<![\d.,第〔A-Za-z×+＋\-—～]\d){_NUMBER[2:]})"
    rf"(?:(?:{_COUNTERS})?[-－—–～~至到](?P<last>{_NUMBER}))?(?:(?P<counter>(?:{_COUNTERS})(?:/(?:亩|人|户|平方米|年|月|日|天|万?公顷|万人))?)|(?<=[万亿])))"
    r"(?:（[含次]）)?(?:[及或]?以[上下内]|左右)?"
)
_REACH = 200
"""Characters before a number in which the words that say what it is for stand; clauses are far shorter."""
_CLAUSE = re.compile("[^，。；：、（）]*")
_WEAK_ONE = re.compile(f"(?:{_WEAK})$")
_COMPARED = re.compile(
    "(?:不得?[少低小]于|不得?[高大多]于|不得?超过|[少低小高大多]于|超过?|突破|至[少多]|最[少多低高]|控制在|达到?|约|逾)[到至]?$"
)
_BOUND = re.compile("以[上下内]$|左右$")
_FROM_TO = re.compile("[由从][^，。；：]{0,14}$")
_TO = re.compile(
    "[^，。；：]{0,8}?(?:提[高升]|增[加长至到]|扩大|上升|升|下降|降低?|减少|压[缩减]|缩短)[到至为]"
)
_DONE = re.compile(
    "已经?(?:累计|先后|全部|全面)?(?:投入|完成|建[成设立]|培训|发放|拨付|安排|改造|新增|引进|下达|支出|落实|争取|发展|开展|举办|组织|达到?|覆盖|有)"
    "[^，。；、的]{0,8}$"
)
_OF_SIZE = re.compile(
    "(?:龙头|骨干|重点|工业|优势|特色|现代)?(?:企业|产业集群|集群|园区|产业链|项目(?!资金|经费|投资)|强?[镇村])"
)
_SIZES = ("元", "吨", "亩", "平方米", "公顷", "千瓦", "兆瓦")
_BACKGROUND = re.compile(
    r"^(?:近年来|目前|当前|截至|据统计|多年来|去年|上年|近[两几三四五\d]年|过去|(?:自|从)?20\d\d年(?:\d{1,2}月)?以来)"
)
_IS_SO = re.compile(
    r"(?:现有|共有|已有|原有|已建成|截至)[^，。；]{0,8}$|(?:总投资|占地)[^，。；\d]{0,8}$|"
    "(?:[从由等共]|共[有计]|方面)$"
)
_GRADED = re.compile(r"分为[^，。；\d]{0,30}$")
"""分为优秀、良好、较差3个等次."""
_STRIVES = re.compile("力争|争取|确保")
_SHARE = re.compile(
    "[^，。；]{0,4}(?:比例|标准)[^，。；]{0,6}(?:补|奖|给予|支付|缴)|[^，。；]{0,6}(?:补[贴助偿]|奖[励补]|给予|返还|贴息|资助)"
)
_IS_FINE = re.compile("(?:的?罚款|[^，。；]{1,10}以[上下]的?罚款)")
_FUNDS = re.compile(
    "每(?:年|季度|月)(?=[^，。；]{0,10}(?:安排|投入|列支|落实|筹[集措]|整合|统筹))|(?:发放|拨付|兑付|兑现)[^，。；、\\d]{0,6}(?:补[贴助]|奖[励补])"
)
"""每年安排资金500万元, 发放补贴300万元: what is spent in all is no rate."""
_OF_STANDARD = re.compile("[^，。；]{0,10}的(?:标准|比例)(?:[，。；]|给予|补|奖|配|支付)")
_PER_PIECE = re.compile("每[^，。；、\\d]{0,8}$")
_IS_PAID = re.compile("[^，。；]{0,6}(?:补|奖|给予|资助|扣)")
_NEAR = re.compile("[之以]?内|范围|半径|的?[^，。；]{0,3}圈")
_RANK = re.compile("(?:^|[^底日月年])前$")
_ONCE = re.compile("每(?:半?年|季度?|月|周|旬|日|天|学期)[^，。；]{0,12}$")
_RATE = re.compile(
    "补[贴助偿]|奖|返还|退还|减按|利率|费率|税率|贴息|资助|给予|标准(?!化)|罚|收费|限额|额度|最高|封顶|每[人户家张亩名月次个位例件辆套床所村年吨]|/"
)
_DISTANCE = re.compile("半径|距离?|相距|方圆|周边|范围")
_SHORTER = re.compile(
    "压[缩减]|缩短|减[少至到]|提速|控制|培训|学习|开放|天数|(?:时间|时长|时限|用时|耗时)[^，。；]{0,6}(?:不得?[少低多高大超]|至[少多]|最[多少]|达到)"
)
_PARTS = re.compile(
    "个(?:月|季度|小时|方面|环节|层面|维度|等级|层次|阶段|步骤|类别|部分|渠道|坚持|必须|到位)|"
    "[项条][^，。；、（）\\d]{0,6}?(?:任务|措施|举措|机制|制度|要求|内容|原则|规定|职责|意见|政策|工作)|件(?:民生)?实事"
)
_REWARDED = re.compile(
    "[^，。；]{0,12}的[^，。；]{0,6}，(?:再|分别|一次性|可|按|每[人户家个])?[^，。；]{0,4}(?:给予|奖励|补助|补贴|资助)"
)
"""带动就业10人以上的企业，给予奖励: the number says who is rewarded."""
_OF_WORTH = re.compile("(?<=以[上下])(?:[^，。；、的\\d]{0,6}(?:企业|项目|园区|产业链|集群|[镇村])|(?=\\d))")
"""引进5亿元以上产业项目8个, 其中10亿元以上2个: the money says what of."""
_CLASS = re.compile(
    "的|(?<=以[上下内])(?:企业|单位|机[构关]|学校|项目|工程|家庭|人员|职工|员工|老[年人]|村|社区|小区|医院|景区|园区|乡?镇|商户|党员|"
    "群众|干部|居民|房屋|建筑|土地|合同|[^，。；]{0,4}范围)"
)
_DONE_TO = re.compile(
    "(?:[新改扩共创]建|建[成立设]|增[加设]|新增|培[训育养]|完成|[配装购]备|投产|购置|招[聘录募引]|引[进入]|选[派聘拔]|发[展放布]|[扶帮]扶|扶持|打造|"
    "安[置排装]|举办|开展|组织|清理|整治|改造|修复|种植|绿化|拨付|投入|落实|化解|减少|压减|降低|提高|增长|达到?|覆盖|推出|孵化|设[立置]|"
    "遴选|评选|签约|组建|要有|至少有|确保|力争|实现|保持)[了约近]?(?:不少于|不低于|至少|超过)?$"
)
_DONE_NEAR = re.compile(
    "(?:[新改扩]建|建[成设立]|增[加设]|新增|完成|[配装购]备|购置|引进|发[展放布]|打造|安装|清理|整治|改造|修复|种植|绿化|更换|投放|制作|编印)[^，。；、\\d]{0,8}$"
)
_CONTACT = re.compile("(?:确定|明确|指定|安排|选派|落实|确立)[^，。；]{0,6}$")
_CONTACTS = re.compile("[^，。；]{0,8}(?:联络员|联系人|负责人|负责同志|领导|工作人员|信息员|专人|骨干|同志)")


def amounts(sentence: str) -> Iterator[re.Match[str]]:
    """Yield the numbers with a unit of measure in ``sentence``; ordinals, dates and codes are none."""
    for match in measured(sentence):
        if not is_part(match):
            yield match


def measured(sentence: str) -> Iterator[re.Match[str]]:
    """Yield whatever is printed as a number with a unit of measure, 3个方面 too."""
    return _AMOUNT.finditer(sentence)


def is_part(match: re.Match[str]) -> bool:
    """Whether the number counts the parts of a paper or a plan: 3个方面, 5项措施."""
    start = match.start("counter") if match["counter"] else match.end()
    return _PARTS.match(match.string, start) is not None


def is_asked(match: re.Match[str], is_ahead: bool = False) -> bool:
    """Whether an amount is asked for, and does not say how things are, or whom or what is meant.

    编制50人以上的单位, 2公里范围内, 每人补助500元, 目前共有20家 and what stands in “” or 《》 ask for none.
    ``is_ahead`` says that the sentence is known to speak of what is to come, 截至 the end of this year.
    """
    sentence = match.string
    before, after = sentence[: match.start()], sentence[match.end() :]
    clause = behind(before[-_REACH:], "，。；：（")
    return not (
        (not is_ahead and is_background(sentence))
        or is_quoted(before)
        or (_IS_SO.search(clause) and not _STRIVES.search(clause))
        or ("已" in clause and _DONE.search(clause))
        or (("由" in clause or "从" in clause) and _FROM_TO.search(clause) and _TO.match(after))
        or ("分为" in clause and _GRADED.search(clause))
        or _RANK.search(clause)
        or _is_condition(after)
        or _is_class(match, clause)
        or _is_measure(match, clause, after)
        or (match["first"] == "1" and not match["last"] and _is_usual(match["counter"], clause, after))
    )


def is_background(sentence: str) -> bool:
    """Whether ``sentence`` begins by saying that it tells how things are: 近年来, 截至目前."""
    return _BACKGROUND.match(sentence) is not None


def _counter(match: re.Match[str]) -> str:
    """Return the unit of measure without what it is counted by: 元 of 元/亩."""
    return (match["counter"] or "").partition("/")[0]


def behind(text: str, marks: str) -> str:
    """Return what stands behind the last of ``marks`` in ``text``.

    >>> behind("完成甲，办理乙", "，。")
    '办理乙'
    """
    return text[max(map(text.rfind, marks)) + 1 :]


def is_quoted(before: str) -> bool:
    """Whether what follows ``before`` stands in “” or 《》."""
    return before.count("“") > before.count("”") or before.count("《") > before.count("》")


def _is_class(match: re.Match[str], clause: str) -> bool:
    """Whether the number says who is meant: 100张以上的机构. A share at the beginning of a clause does not: 60%的村建有食堂."""
    counter = _counter(match)
    if counter in ("%", "％") and not clause:
        return False
    is_size = not counter or counter.endswith(_SIZES)
    if is_size and (_OF_SIZE.match(match.string, match.end()) or _OF_WORTH.match(match.string, match.end())):
        return True
    return _CLASS.match(match.string, match.end()) is not None and not _DONE_TO.search(clause)


def _is_condition(after: str) -> bool:
    """Whether the clause goes on to 的，: 带动就业10人以上的，给予奖励."""
    match = _CLAUSE.match(after)
    if match is None or "的" not in match[0]:
        return False
    return match[0].endswith("的") or _REWARDED.match(after) is not None


def _is_measure(match: re.Match[str], clause: str, after: str) -> bool:
    """Whether the number is a rate, a distance or a time allowed."""
    counter = _counter(match)
    if _WEAK_ONE.match(counter) and not (_COMPARED.search(clause) or _BOUND.search(match[0])):
        return counter == "分" or not (match["first"] == "0" or _DONE_NEAR.search(clause))
    if counter in ("元", "%", "％", "") and _RATE.search(clause) and not _is_sum(match, clause):
        return True
    if clause.endswith("每") or ("的" in after and _OF_STANDARD.match(after)):
        return True
    if counter.endswith("元") and (
        _IS_FINE.match(after) or (after[:1] == "/" and not _COMPARED.search(clause))
    ):
        return True
    if counter in ("%", "％") and _SHARE.match(after):
        return True
    if counter in ("米", "公里", "千米", "平方米", "平方公里"):
        return bool(_DISTANCE.search(clause[-6:]) or _NEAR.match(after))
    return counter in ("小时", "分钟", "工作日", "个工作日", "天") and not _SHORTER.search(clause)


def _is_sum(match: re.Match[str], clause: str) -> bool:
    """Whether money is what is spent in all, and not what each gets."""
    return match[0].find("万") + match[0].find("亿") > -2 and not _RATE.search(_FUNDS.sub("", clause))


def _is_usual(counter: str, clause: str, after: str) -> bool:
    """Whether the one is what is always asked: 每季度召开1次, 确定1名联络员."""
    if counter in ("次", "期", "场"):
        return _ONCE.search(clause) is not None
    if _PER_PIECE.search(clause) and _IS_PAID.match(after):
        return True
    return _CONTACT.search(clause) is not None and _CONTACTS.match(after) is not None


def unknown(
    texts: Iterable[tuple[Path, str]],
    known: Iterable[str],
    find: Callable[[str], Iterable[re.Match[str]]],
) -> Iterator[tuple[Path, re.Match[str]]]:
    """Yield what ``find`` sees in ``texts``, which follow each other on paper, where none of the ``known`` words stands."""
    found, parts, offset = [], [], 0
    for path, text in texts:
        found += [(path, offset, match) for match in find(text)]
        parts.append(text)
        offset += len(text)
    if not found:
        return
    ends = _ends("".join(parts), known)
    for path, offset, match in found:
        at = bisect_left(ends, (offset + match.start() + 1,))
        if at == len(ends) or ends[at][1] >= offset + match.end():
            yield path, match


def _ends(text: str, known: Iterable[str]) -> list[tuple[int, int]]:
    """Return end and start of every stretch of ``text`` that known words cover; stretches that touch are one."""
    spans = sorted(span for words in dict.fromkeys(known) for span in _spans(text, words))
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][0]:
            merged[-1] = (max(end, merged[-1][0]), merged[-1][1])
        else:
            merged.append((end, start))
    return merged


def _spans(text: str, words: str) -> Iterator[tuple[int, int]]:
    at = text.find(words)
    while at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + len(words))
