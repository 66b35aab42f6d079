"""A day that the text sets is a deadline in the data.

Letters, checklists and the calendar show deadlines of the data; one that is only text is missed. Days that say whom or
what is meant (2000年底前建成的小区), and days gone by, set none.

Clause: 党政机关公文处理工作条例, 19
Binding: house
Wrong: 2026年6月30日前完成, and no deadline
Right: deadlines: [{kind: date, date: 2026-06-30, printed: 2026年6月30日前}]
Fix: none: what the day means a person must say.
"""

import datetime
import re
from collections.abc import Iterable, Iterator

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.task import Task
from hongtou.rules.amounts import is_quoted, unknown
from hongtou.rules.facts import Facts, Holder
from hongtou.rules.hit import Hit, Path, Place
from hongtou.rules.tasks._known import Said, with_data

SEVERITY = Severity.WARNING
_BEFORE = "(?:以前|之前|前)(?![一二两三四五六七八九十几\\d后夕期半列述款置沿端瞻提景往茅])"
_MONTH = r"\d{1,2}月(?:份)?(?:\d{1,2}日|底|末|初|[上中下]旬)?"
_DAY = re.compile(
    rf"(?P<year>(?:19|20)\d\d)年(?:(?P<month>\d{{1,2}})月(?:份)?(?:\d{{1,2}}日|底|末|初|[上中下]旬)?|[上下]半年|第?[一二三四]季度|年?[底末])?{_BEFORE}|"
    r"(?<![年达复高加少低延迟\d])到(?P<until>(?:19|20)\d\d)年(?:年?[底末]|\d{1,2}月(?:[底末]|\d{1,2}日)?)?|"
    rf"(?:今年|明年|当年|每年)?(?<![\d.]){_MONTH}{_BEFORE}|每月\d{{1,2}}日(?:、\d{{1,2}}日)*{_BEFORE}|"
    rf"(?:今年|明年|当年|每年|年)年?底{_BEFORE}|[印制]发之日起[^，。；]{{0,4}}\d+个?(?:工作日|日|天|月|年)[之以]?内"
)
_SOME_DAY = re.compile(r"\d[年月日]|年底|发之日起")
_TAIL = re.compile("[^，。；：、）]*")
_CLASS = re.compile(
    "[已未尚]?(?:经|曾)?(?:建成|竣工|出生|取得|登记|注册|成立|开工|投产|入学|毕业|退役|参加|签订|批准|立项|购[买置]|入职|设立|发生|形成|"
    "存在|[入离]职)[^，。；\\d]{0,4}的"
)
_DOES = re.compile("(?:全部|基本|全面|务必|要|须)?(?:完成|报送|上报|提交|建成|实现|报)[^的已]*$")


def check(facts: Facts) -> Iterator[Hit]:
    """Yield days set in the text of a task or measure that no deadline covers."""
    reports = facts.report_words
    for holder, said in with_data(facts):
        for path, match in unknown(_texts(holder), [*_words(said), *reports], _days):
            if not _sets(match, facts.notice.date):
                continue
            message = _("“{words}” is no deadline in the data.").format(words=match[0])
            place = Place(holder.file, path, match[0], holder.id)
            yield Hit(place, message, _("Add it to “deadlines”, with the words that print it."))


def _texts(holder: Holder) -> Iterator[tuple[Path, str]]:
    """Yield the sentences of ``holder``, and the cells of columns of the office's own."""
    yield from holder.sentences
    if isinstance(holder.duties, Task):
        yield from (
            ((*holder.path, "attributes", key), text) for key, text in holder.duties.attributes.items()
        )


def _words(said: Iterable[Said]) -> Iterator[str]:
    for duties in said:
        yield from (deadline.printed for deadline in duties.deadlines)
        for target in duties.targets:
            words = (target.applies_to, target.baseline, target.period)
            yield from (one for one in words if one)


def _days(text: str) -> Iterator[re.Match[str]]:
    return _DAY.finditer(text) if _SOME_DAY.search(text) else iter(())


def _sets(match: re.Match[str], issued: datetime.date | None) -> bool:
    """Whether something is to be done by the day, and it does not only tell what is meant."""
    text = match.string
    tail = _TAIL.match(text, match.end())
    rest = tail[0] if tail is not None else ""
    if is_quoted(text[: match.start()]) or rest.endswith("的") or _CLASS.match(rest):
        return False
    year = match["year"] or match["until"]
    if issued is None or year is None:
        return True
    is_past = (int(year), int(match["month"] or 12)) < (issued.year, issued.month)
    return not is_past or _DOES.match(rest) is not None
