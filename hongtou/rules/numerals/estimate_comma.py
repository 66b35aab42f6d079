"""Two numbers that give an estimate stand without 、: 两三天.

With 、 two things are named, as in 二、三产业 and 五、六月份. In digits, 3、5天, it may be either, so that is only a remark.

Clause: GB/T 15834-2011, 4.5.3.4
Binding: standard
Wrong: 需要两、三天时间
Right: 需要两三天时间
Fix: takes the 、 away; between digits a person must say which is meant.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.hit import Hit
from hongtou.rules.patterns import HAN, pattern
from hongtou.rules.script import Script

SEVERITY = Severity.WARNING
_PAIRS = (*zip("一两三四五六七八", "两三四五六七八九", strict=True), ("二", "三"), ("三", "五"))
_COUNTED = "个(?!坚持|全面|维护|确保|结合|统筹|清单)|天|年(?![级制代])|次(?!产业)|名|人|家|倍|周(?!岁)|小时"
_LARGE = (
    "[十百千万亿](?:多|余)?(?:人(?![民大])|名|个|户|家|次|元|亩|吨|公里|米|[十百千万亿]|天|年(?!代)|岁|里)"
)
_AGED = "岁|多岁|天|名|人(?![民大])|个月|分钟|家|户|倍|所|亩|吨|公里|万|亿|元|个(?:单位|部门|项目|企业|村|镇|乡|县|小时)"
# What stands before must be a word: 一、两个 is a heading that begins with its number.
_BEFORE = f"(?<=[{HAN}])(?<![第一二两三四五六七八九十])"
# So must what stands before 十七 and 二十七; 第 before it makes two ordinals.
_TEENS = f"(?<=[{HAN}])(?<!附件)(?<![第一二两三四五六七八九十])"
_TENS = f"(?<!附件.)(?<=[{HAN}][二三四五六七八九])(?<!第[二三四五六七八九])(?<!第.百[二三四五六七八九])"
_CHINESE = "|".join(
    rf"(?<={first})(?<={_BEFORE}{first})、(?={second}(?:{_COUNTED}|{_LARGE}))"
    rf"|(?<={_TEENS}十{first})、(?={second}(?:{_AGED}))|(?<={_TENS}十{first})、(?={second}(?:{_AGED}))"
    for first, second in _PAIRS
)
_ARABIC = rf"(?<=[{HAN}])(?<![第列])(?:{'|'.join(f'{n}、{n + 1}' for n in range(1, 9))}|3、5)(?=个|天|次|名|人|家|倍)"
_LISTED = re.compile("分别|各|依次|两[项个类级档]")


def _is_list(match: re.Match[str]) -> bool:
    """Whether two digits are two things: the sentence speaks of each."""
    if match[0] == "、":
        return False
    sentence = re.split("[。；\n]", match.string[match.end() : match.end() + 60])[0]
    return _LISTED.search(sentence) is not None


def check(script: Script) -> Iterator[Hit]:
    """Yield estimates with 、; those in digits as a remark."""
    yield from _written(script)
    for hit in _in_digits(script):
        yield replace(hit, severity=Severity.INFO)


_written = pattern(_CHINESE, N_("an estimate stands without 、."), fix="")
_in_digits = pattern(
    _ARABIC, N_("if this is an estimate, write it in Chinese numerals without 、."), unless=_is_list
)
