"""No 的, 了, 和, 是 and the like stands twice: 加强的的领导.

The second was left over when the sentence was changed. Words that end or begin with it are none: 目的的, 为了了解, 和和气气,
云和和龙泉.

Clause: 党政机关公文处理工作条例, 19
Binding: practice
Wrong: 加强的的领导
Right: 加强的领导
Fix: takes the second away.
"""

import re

from hongtou.findings import Severity
from hongtou.i18n import N_
from hongtou.rules.patterns import pattern
from hongtou.rules.punctuation._segments import beside, stands_twice

SEVERITY = Severity.WARNING
_NEVER = {
    "的": ("目标之有端中", "确士哥卡"),
    "了": ("为除甚罢", "解断结却事然如无得悟"),
    "和": (
        "共温缓调总中饱柔祥谦平附晴协醇磨议讲媾求呼宽随",
        "谐平气美解睦煦善田林县硕顺静睦颜缓好暖乐声",
    ),
    "是": ("于还凡可但要国总若正就也都不只便算实先自如", "否非"),
    "在": ("存现潜内外所实自好健旨正志不", "建校岗线职册场编位读乎此室理家用途学研押逃籍朝野内外即先座险"),
    "及": ("普涉以波触顾埃危提推企论言遍兼料累殃惠祸", "时格早第其物至"),
    "与": ("参赠给授付", "会否时日此其众人共"),
    "对": ("一应核针面校绝相反配结成", "口外象照策方岸手应比接称准话调抗等立冲标账内"),
    "由": ("自理缘事案因来", "衷于此来"),
    "并": ("合兼吞归火", "发行存重列轨网购举非"),
    "该": ("应活", "当"),
    "或": ("抑甚间", "许者"),
    "们": ("", "儿"),
}
"""What may stand before and behind each where it is rightly doubled."""
_NAMES = ((*"云兴西新南呼民太泰政永仁元义安清",), (*"龙政田硕静顺", "布克赛"))
"""Places that end with 和 (云和, 西和), and that begin with it (和龙, 和政), by their other characters."""
_SURNAMES = "王李张刘陈赵吴徐郭郑宋谢邓冯"
"""Of persons who are called 和."""
_NO_WORD = ("及及", "们们")
"""What the cutting into words takes for one."""
_DOUBLED = "|".join(
    f"(?<![{before}{word}]){word}{word}(?![{behind}{word}])" for word, (before, behind) in _NEVER.items()
)


def _is_right(match: re.Match[str]) -> bool:
    """Whether the characters belong to two words, or one of them to the name of a place."""
    if match[0] in _NO_WORD:
        return False
    if not stands_twice(match, match[0][0]):
        return True
    before, behind = beside(match)
    return match[0] == "和和" and (before in (*_NAMES[0], *_SURNAMES) or behind in _NAMES[1])


check = pattern(
    _DOUBLED,
    N_("the same character stands twice."),
    fix=lambda match: match[0][0],
    unless=_is_right,
)
