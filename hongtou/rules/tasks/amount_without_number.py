"""What is promised in numbers has a number.

一批, 若干 and 一定比例 promise one and do not give it: nobody can tell when it is reached. 大幅提高覆盖率 and 人数明显增加 speak of what is
counted, and do not say how much of it; 提高 alone, of what nobody counts, is no such promise.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 新建一批老年食堂。
Right: 新建老年食堂20家。
Fix: none: a person must say.
"""

import re
from collections.abc import Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.rules.amounts import amounts, is_quoted
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Path, Place
from hongtou.rules.tasks._asked import tasks

SEVERITY = Severity.INFO
_AMOUNT = re.compile(
    "一批(?<![第首上下同每这那前后分逐熟另]一批)(?![、，。；”次又]|$)|若干(?!措施|意见|规定|政策|办法|[条年])|"
    "一定(?<![过到有备合按照]一定)(?:比例|数量|规模)(?!以上|的?[补奖资优倾支])|适当数量"
)
_COUNTED = (
    "(?:数量|人数|人次|户数|比例|比重|占比|规模|总量|(?:覆盖|参保|就业|普及|入学|入住|满意|达标|签约|使用|利用|合格|完成|参与|知晓|办结|转化|治愈|回收|"
    "处理|治理|好评|安置|建成|开通|接种|巩固|升学|留存)率)"
)
_MUCH = "(?:大幅度?|较大幅度|显著|明显|进一步|稳步|逐步|持续|不断|有效|切实|全面|着力|大力)"
_GROW = "(?:增加|提高|提升|增长|扩大|上升|下降|减少|降低|压降|增多|翻番)"
_GROWTH = re.compile(
    f"{_MUCH}{_GROW}[^，。；、（）“”《》]{{0,12}}?{_COUNTED}(?=[，。；、和与及）]|$)|"
    f"{_COUNTED}(?:和[^，。；、]{{1,8}})?(?:得到|有|实现)?了?(?:{_MUCH}|有所){_GROW}(?=[，。；、）]|$)"
)
"""What is counted is to grow or shrink, nobody knows by how much."""
_NOUN = re.compile(_COUNTED)
_BEFORE = re.compile("[^，。；：、]{0,2}$")
_AFTER = re.compile("[^，。；：、]{0,8}")
_CLAUSE = re.compile("[^，。；]*")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield amounts without a number in what is asked."""
    for task, sentences in tasks(facts):
        for path, sentence in sentences:
            yield from _growth(task, path, sentence)
            for match in _AMOUNT.finditer(sentence):
                before, after = sentence[: match.start()], sentence[match.start() :]
                if is_quoted(before) or any(amounts(_first(_CLAUSE, after))):
                    continue
                words = _first(_BEFORE, before[-2:]) + match[0] + _first(_AFTER, sentence[match.end() :])
                message = _("“{words}” gives no number.").format(words=words)
                place = Place(task.file, path, words, task.id)
                yield Hit(place, message, _("Say how many, if it is to be counted."))


def _growth(task: Holder, path: Path, sentence: str) -> Iterator[Hit]:
    """Yield what is to grow in a sentence that gives no number, unless another sentence of the task gives it."""
    for match in _GROWTH.finditer(sentence):
        noun = _first(_NOUN, match[0])
        counted = [one for one in _CLAUSE.findall(task.text) if noun in one]
        if is_quoted(sentence[: match.start()]) or any(any(amounts(one)) for one in (sentence, *counted)):
            continue
        message = _("“{words}” gives no number.").format(words=match[0])
        yield Hit(Place(task.file, path, match[0], task.id), message, _("Say how much, from what to what."))


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match is not None else ""
