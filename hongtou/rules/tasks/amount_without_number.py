"""What is promised in numbers has a number.

一批, 若干 and 一定比例 promise one and do not give it: nobody can tell when it is reached.

Clause: 党政机关公文处理工作条例, 19
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
from hongtou.rules.facts import Facts
from hongtou.rules.hit import Hit, Place
from hongtou.rules.tasks._asked import tasks

SEVERITY = Severity.INFO
_AMOUNT = re.compile(
    "一批(?<![第首上下同每这那前后分逐熟另]一批)(?![、，。；”次又]|$)|若干(?!措施|意见|规定|政策|办法|[条年])|"
    "一定(?<![过到有备合按照]一定)(?:比例|数量|规模)(?!以上|的?[补奖资优倾支])|适当数量"
)
_BEFORE = re.compile("[^，。；：、]{0,2}$")
_AFTER = re.compile("[^，。；：、]{0,8}")
_CLAUSE = re.compile("[^，。；]*")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield amounts without a number in what is asked."""
    for task, sentences in tasks(facts):
        for path, sentence in sentences:
            for match in _AMOUNT.finditer(sentence):
                before, after = sentence[: match.start()], sentence[match.start() :]
                if is_quoted(before) or any(amounts(_first(_CLAUSE, after))):
                    continue
                words = _first(_BEFORE, before[-2:]) + match[0] + _first(_AFTER, sentence[match.end() :])
                message = _("“{words}” gives no number.").format(words=words)
                place = Place(task.file, path, words, task.id)
                yield Hit(place, message, _("Say how many, if it is to be counted."))


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match[0] if match is not None else ""
