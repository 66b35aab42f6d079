"""Words that say the part units play 责任角色用语: before a list (牵头单位：), above a column, or in brackets behind a unit.

承办 and 完成 are parts for which the model has no role; units under them are read, with the role not specified. 督办 and
责任领导 are no parts of the work: what stands behind them is kept as the paper's words.
"""

from __future__ import annotations

import re

from hongtou.model.duty import Role

_PARTS = {
    Role.LEAD: "牵头 牵头责任 责任牵头 牵头负责 主办",
    Role.RESPONSIBLE: "责任 主要责任 第一责任 直接责任 主责 负责 具体负责",
    Role.SUPPORT: "配合 协办 会办 协助 协同 协作 配合责任",
    Role.PARTICIPATE: "参与 参加",
    Role.GUIDE: "指导 业务指导",
    Role.IMPLEMENT: "落实 实施 具体落实 具体实施",
    Role.ASSESS: "考核 负责考核 评估",
    Role.COORDINATE: "统筹 统筹协调",
    Role.UNSPECIFIED: "承办 具体承办 完成 承担",
}
OWN = frozenset({Role.LEAD, Role.RESPONSIBLE, Role.IMPLEMENT, Role.UNSPECIFIED})
"""Parts of units that do the work themselves."""
_BODIES = ("单位", "部门", "处室", "科室", "股室", "站所", "主体")
_ALONE = ("牵头", "主办", "责任", "主责", "配合", "协办", "参与", "承办")
"""Parts that papers also print before a colon without 单位: 牵头：县民政局."""
PART_OF = {part: role for role, parts in _PARTS.items() for part in parts.split()}
LABELS = {part + body: role for part, role in PART_OF.items() for body in _BODIES[:-1]} | {
    part: PART_OF[part] for part in _ALONE
}
"""Words before a list that say the role of its units."""
LABEL_FORM = (
    f"(?:{'|'.join(sorted(PART_OF, key=len, reverse=True))})(?:{'|'.join(_BODIES[:-1])})|{'|'.join(_ALONE)}"
)
"""How they look, in a form that is quick to search for."""
_HEAD = re.compile(f"(?P<part>{'|'.join(PART_OF)})(?:{'|'.join(_BODIES)})?(?:名称)?")
_BODY = re.compile(f"(?:{'|'.join(_BODIES)})(?:名称)?$")
_JOINED = re.compile("[/／、及和]")
ASIDE = re.compile("（([^（）]*)）")
"""A remark in brackets."""
PEOPLE = "责任人|责任领导|分管领导|牵头领导|包联领导|联系领导|分管负责人|第一责任人|直接责任人"
WATCHERS = "督办单位|督办部门|督导单位|督导部门|督查单位|督查部门|监督单位|监督部门|监管单位"

DUTIES = re.compile("职责|分工|任务分解|(?:任务|责任)清单|责任单位|成员单位")
"""What a part is called in which duties stand under their units."""
OWES = re.compile(
    "(?:负责(?![人同的])|牵头|做好|落实|组织|指导|承担|配合|协助|参与|开展|推进|督促|加强|统筹|会同|制定|建立|保障|完成|具体负责)"
)
"""What words begin with that say what somebody is to do."""
DEED = re.compile(
    "加[强快大]|优化|构建|搭建|打造|创[建新优]|争创|建[立强成]|新建|整治|规范|开展|推[进动行]|抓[好实]|做[好强优]|深[化入]|提[升高]|强化|完善|健全|落实|实施|扩大|支持|持续|全[面力]|"
    "促进|引[进导]|聚焦|突出|坚持|严[格厉查控]|狠抓|切实|大力|积极|着力|培[育养]|扶持|壮大|发展壮大|改[善造]|夯实|筑牢|压[实减]|拓[展宽]|激发|畅通|防范|清理|排查|稳[步定]|巩固|补齐|盘活|制[定订]|"
    "组织(?!部|人事|室|办|委|处|科)|建设(?!局|委|厅|办|部|管理|工程|规划|科|处|股|集团|投资)|统筹(?!办|局|委|城乡)"
)
"""What headings begin with that say what is to be done, however they end 优化产业布局, 打造服务中心; no unit begins so."""


def role_of_head(head: str) -> Role | None:
    """Return the role that the head of a column gives its units, None for a column that holds none.

    A head that names two roles says neither: 牵头/配合单位.

    >>> role_of_head("牵头部门"), role_of_head("督办单位"), role_of_head("责任领导")
    (<Role.LEAD: 'lead'>, None, None)
    """
    bare = ASIDE.sub("", re.sub(r"\s", "", head))
    found = [*map(_role, _JOINED.split(bare))]
    if None in found or not (_BODY.search(bare) or bare in _ALONE):
        return None
    roles = {role for role in found if role is not None}
    if len(roles) == 1:
        return roles.pop()
    return Role.RESPONSIBLE if Role.RESPONSIBLE in roles and Role.LEAD not in roles else Role.UNSPECIFIED


def _role(head: str) -> Role | None:
    match = _HEAD.fullmatch(head)
    return PART_OF[match["part"]] if match is not None else None
