"""What stands outside all numbered parts 正文之外: days, numbers and articles there have no place in the data, and are told."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from hongtou.i18n import _
from hongtou.importer.context import Context
from hongtou.importer.deadlines import read
from hongtou.importer.due import Due, Years
from hongtou.importer.numbers import LONGEST, around, is_past, tell_unread, years_of
from hongtou.importer.sentences import sentences
from hongtou.importer.spoken import says_number
from hongtou.importer.targets import targets
from hongtou.importer.words import Words
from hongtou.model.duty import DeadlineKind
from hongtou.model.notice import Report

_BACKGROUND = re.compile(
    "（[^）]*）$|为|根据|按照?|依据|遵照|近年来|截至|据|经|[^，。；]{0,30}(?:印发|实施|开展|召开|出台|部署|施行)(?:以来|后)，"
)
"""How a sentence of the preamble begins that says why, and asks for nothing yet; a line in brackets belongs to the title."""
_DATED = (DeadlineKind.DATE, DeadlineKind.PHASE, DeadlineKind.HORIZON)
_HANDS_IN = re.compile("报送|上报|报[至到]|反馈|提交|请于|请各[^，。；]{0,12}于|务必")
_ARTICLE = re.compile("第[一二三四五六七八九十百零〇]{1,5}条")
_FEW = 2
"""Articles that make a text one of articles; fewer are cited."""


def tell_outside(
    paragraphs: Sequence[Words], reports: Sequence[Report], title: str, context: Context
) -> None:
    """Note what preamble and closing lines of the paper ``title`` ask for and the model does not hold there."""
    if sum(_ARTICLE.match(words.text) is not None for words in paragraphs) >= _FEW:
        message = _(
            "“{title}” is written in articles (第一条); they are kept as text, and units, targets and time limits in them were not read."
        )
        context.ledger.doubts.append(message.format(title=title[:40]))
        return
    known = {report.deadline.printed for report in reports}
    years = years_of(context)
    for words in paragraphs:
        for sentence in sentences(words) if len(words) <= LONGEST else ():
            hands_in = _HANDS_IN.search(sentence.text) is not None
            if hands_in or not _BACKGROUND.match(sentence.text):
                _tell_times(sentence, years, known, hands_in, context)
                _tell_targets(sentence, years, context)


def _tell_times(
    sentence: Words, years: Years, known: Iterable[str], hands_in: bool, context: Context
) -> None:
    times = read(sentence.text, years)
    for one in times:
        printed = sentence.text[one.start : one.end]
        if isinstance(one, Due) and one.kind in _DATED and printed not in known:
            message = _(
                "this time limit stands outside all numbered parts and is kept as text alone: {words}"
            )
            context.ledger.doubts.append(message.format(words=around(sentence.text, one.start, one.end)))
    if hands_in:
        tell_unread(sentence, times, context)


def _tell_targets(sentence: Words, years: Years, context: Context) -> None:
    if not says_number(sentence.text) or is_past(sentence.text, years):
        return
    for one in targets(sentence.text):
        if one.quantity:
            message = _("this target stands outside all numbered parts and is kept as text alone: {words}")
            context.ledger.doubts.append(message.format(words=around(sentence.text, one.start, one.end)))
