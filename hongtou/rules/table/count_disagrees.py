"""A count in the text is the count of what follows: 共15项任务 of 15.

A number that was not changed with the list. Of a paper that was cut for publication (本文有删减) nothing is counted.

Clause: 自定规则，服务于党政机关公文处理工作条例, 19
Binding: house
Wrong: 任务分解表共16项任务, with 15 rows
Right: 共15项任务
Fix: none: which of the two is right a person must say.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hongtou.findings import Severity
from hongtou.i18n import _
from hongtou.model.notice import Paper
from hongtou.model.task import Task
from hongtou.numerals import integer
from hongtou.rules.facts import Facts, sentences
from hongtou.rules.hit import Hit, Place
from hongtou.rules.names import bare

SEVERITY = Severity.WARNING
_N = r"(?P<n>[1-9]\d{0,2}|[一二两三四五六七八九十百]{1,5})"
_TABLE = re.compile(f"(?:任务|分工|分解)[^，。；]{{0,12}}?共(?:有|计)?{_N}[项条](?!大)")
_TASKS = re.compile(f"(?:共|以下|下列|分解为?|细化为?){_N}[项条](?:重点|主要|具体|目标|工作)*任务")
_HEADED = re.compile(f"（(?:共|计){_N}[项条个件]）$")
_BELOW = re.compile(f"(?:以下|下列|如下|下述){_N}(?:个方面|方面|项|条|点)[^，。；：]{{0,10}}[：。]$")
_CITED = re.compile("《([^《》]+)》")
_ABOVE = re.compile("国家|中央|省|上级")
_SOME_COUNT = re.compile("共|计|以下|下列|下述|如下|分解|细化")
_WITHHELD = "删减"


@dataclass(frozen=True)
class _Counted:
    """A text, where it stands, and how many rows and parts there are; ``last`` where the list of parts follows it."""

    place: Place
    text: str
    rows: Sequence[int]
    below: Sequence[int] = ()
    last: bool = False


def check(facts: Facts) -> Iterator[Hit]:
    """Yield counts that neither the rows nor the parts below have."""
    if any(_WITHHELD in (paper.note or "") for paper, _path in facts.papers):
        return
    titles = {bare(title) for paper, _path in facts.papers for title in _titles(paper)}
    for one in (*_in_papers(facts), *_in_parts(facts), *_in_groups(facts)):
        for words, number, counts in _counts(one, titles):
            if number not in counts:
                message = _("“{words}”: there are {count}.").format(words=words, count=counts[0])
                place = Place(one.place.file, one.place.path, words, one.place.item)
                yield Hit(place, message, _("Correct the number, or the list."))
                break


def _counts(one: _Counted, titles: set[str]) -> Iterator[tuple[str, int, list[int]]]:
    """Yield the counts in a text: the words, the number, and those that are right."""
    below, rows = [*one.below], [*one.rows]
    patterns = ((_TABLE, rows + below), (_TASKS, rows + below), (_HEADED, below or rows), (_BELOW, below))
    for pattern, counts in patterns if _SOME_COUNT.search(one.text) else ():
        match = pattern.search(one.text) if counts and (one.last or pattern is not _BELOW) else None
        if match is not None and not _is_of_another(one.text[: match.start()], titles):
            number = match["n"]
            yield match[0], int(number) if number.isdecimal() else integer(number), counts


def _is_of_another(before: str, titles: set[str]) -> bool:
    """Whether the text counts what another paper has: 省方案明确的, 《……方案》共."""
    clause = re.split("[，。；]", before)[-1]
    cited = [bare(title) for title in _CITED.findall(clause)]
    return bool(_ABOVE.search(clause)) if not cited else not all(title in titles for title in cited)


def _titles(paper: Paper) -> Iterator[str]:
    yield paper.title
    yield from (attachment.title for attachment in paper.attachments)


def _in_papers(facts: Facts) -> Iterator[_Counted]:
    """Yield the opening and the end of each paper, and the title of the table."""
    rows = [len(facts.rows)] if facts.rows else []
    for paper, path in facts.papers:
        below = _several(len(paper.sections), sum(len(section.measures) for section in paper.sections))
        opening = [*sentences(paper.preamble, (*path, "preamble"))]
        for place, sentence in opening:
            yield _Counted(Place("notice", place), sentence, rows, below, last=place == opening[-1][0])
        for place, sentence in sentences(paper.closing, (*path, "closing")):
            yield _Counted(Place("notice", place), sentence, rows, below)
        for number, attachment in enumerate(paper.attachments):
            if attachment.tasks:
                at = Place("notice", (*path, "attachments", number, "title"), item=attachment.id)
                yield _Counted(at, attachment.title, rows)


def _in_parts(facts: Facts) -> Iterator[_Counted]:
    """Yield headings and sentences of sections, measures and items."""
    rows = [len(facts.rows)] if facts.rows else []
    for part in facts.parts:
        leaves = sum(not one.children for one in part.below()) if part.children else 0
        below = _several(len(part.children), leaves)
        if heading := getattr(part.duties, "heading", None):
            yield _Counted(part.at("heading"), heading, rows, below)
        text = [path for path, _sentence in part.sentences if path[len(part.path)] == "text"]
        for path, sentence in part.sentences:
            last = path in text[-1:]
            yield _Counted(Place("notice", path, item=part.id), sentence, rows, below, last)


def _in_groups(facts: Facts) -> Iterator[_Counted]:
    """Yield the groups of the table, each once."""
    groups = {row: row.duties.group for row in facts.rows if isinstance(row.duties, Task)}
    size = Counter(groups.values())
    seen: set[str] = set()
    for row, group in groups.items():
        if group and group not in seen:
            seen.add(group)
            yield _Counted(row.at("group"), group, [size[group]])


def _several(*counts: int) -> list[int]:
    return [count for count in counts if count > 1]
