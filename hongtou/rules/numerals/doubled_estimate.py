"""约 and 左右, 约 and 余, 超过 and 以上, 不超过 and 以内 are not doubled.

Each says it already; 约 or 近 with 以上 says two things at once.

Clause: GB/T 15835-2011, 5.2.1
Binding: practice
Wrong: 约200人左右
Right: 约200人
Fix: none: which of the two is meant a person must say.
"""

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern

SEVERITY = Severity.WARNING
_NUMBER = r"(?:\d[\d.,]{0,12}|[一二两三四五六七八九十百千几]{1,6})[万亿余多]{0,2}(?:[%％]|[^\d，。；、：（）\n]{0,4}?)"
_ROUGHLY = "(?<![节公契合预履制签违邀条特集简誓盟相])约|将近"
_NEARLY = "(?<![附最临远就邻靠亲毗将])近"
_ABOUT = f"{_ROUGHLY}|{_NEARLY}"
# 近20多天 and 近10余年 are the days and years just past; 近三年 … 以上 is a span and a number of something else.
_PAST = "个?[年月天周日]|个?[小学]|来"
_AMOUNT = r"(?:\d[\d.,]{0,12}|[一二两三四五六七八九十百千几]{1,6})[万亿]{0,2}"
_OVER = r"(?:余|多(?![媒边少]))(?=[\u4e00-\u9fff])(?![额半])"
_AND_MORE = r"[^\d，。；、：（）\n以]{0,3}?以上"
_UNCLEAR = f"(?:{_ROUGHLY}){_AMOUNT}|(?:{_NEARLY}){_AMOUNT}(?!(?:余|多)?(?:{_PAST}))"
_MORE = "超过|至少|不少于|不低于|不得少于|不得低于|(?<![偏过])高于|多于"
_LESS = "(?:不超过|至多|不高于|不多于|不得超过|不得高于|(?<![不得])低于|(?<![不得])少于)"
check = pattern(
    rf"(?:{_ABOUT}){_NUMBER}(?:左右|上下)|(?<![不得])(?:{_MORE}){_NUMBER}以上|{_LESS}{_NUMBER}(?:以内|以下)"
    rf"|(?:{_UNCLEAR})(?:{_OVER}|{_AND_MORE})",
    N_("this is said twice."),
)
