"""A deadline names its year: 2023年6月底前, not 6月底前.

A month alone means another year as soon as the paper is a year old. It is enough that the sentence says the year before,
or 每年, 当年 and the like.

Clause: GB/T 15835-2011, 5.1.4
Binding: house
Wrong: 6月底前完成
Right: 2023年6月底前完成
Fix: none: the year a person must say.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_SAID = re.compile(r"\d{4}年|每|[当次翌本同今明该]年|[上下]一?年|年度")
_SENTENCE = 200


def _is_said(match: re.Match[str]) -> bool:
    """Whether the sentence says before which year is meant."""
    before = match.string[max(match.start() - _SENTENCE, 0) : match.start()]
    return _SAID.search(re.split("[。\n]", before)[-1]) is not None


_MONTH = r"(?<![\d年月—～~至.\-])(?:1[0-2]|[1-9])月"
_PART = r"(?:份|底|末|初|[上中下]旬|[123]?\d日)?"
check = pattern(
    f"{_MONTH}{_PART}(?:以前|之前|前(?![后端期置三两半一二]))",
    N_("this deadline does not say its year."),
    unless=_is_said,
)
