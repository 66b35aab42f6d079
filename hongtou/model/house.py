"""The house rules 办文规则: which letter wording goes to whom, and what a checklist leaves out."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints, field_validator

from hongtou.model.base import Model, Sentence
from hongtou.model.duty import Role
from hongtou.model.own_rule import OwnRule
from hongtou.model.register import Relation, UnitKind
from hongtou.model.report_wording import ReportRules

LetterKind = Literal["函", "通知"]
Manner = Literal["told", "asked"]

ROLES_TOLD: dict[Role, str] = {
    Role.LEAD: "{numbers}由{you}牵头，请牵头组织落实，会同有关单位协调解决推进中的问题。",
    Role.RESPONSIBLE: "{you}为{numbers}的责任单位，请按照职责分工认真落实。",
    Role.SUPPORT: "{numbers}由{you}配合，请按照职责分工主动做好配合工作。",
    Role.PARTICIPATE: "{numbers}由{you}参与，请按照职责分工做好相关工作。",
    Role.GUIDE: "{numbers}由{you}指导，请切实加强工作指导。",
    Role.IMPLEMENT: "{numbers}由{you}负责落实，请认真抓好落实。",
    Role.JOINTLY: "{numbers}由{you}会同有关单位负责，请共同抓好落实。",
    Role.ASSESS: "{numbers}由{you}负责考核，请按照规定组织实施。",
    Role.COORDINATE: "{short}要求：“{duty}”请{you}据此做好统筹协调工作。",
    Role.UNSPECIFIED: "{numbers}涉及{you}，请按照职责分工认真落实。",
}
ROLES_ASKED: dict[Role, str] = {
    Role.LEAD: "{numbers}由{you}牵头，商请牵头组织落实，会同有关单位协调解决推进中的问题。",
    Role.RESPONSIBLE: "{you}为{numbers}的责任单位，商请按照职责分工推动落实。",
    Role.SUPPORT: "{numbers}由{you}配合，商请按照职责分工予以支持配合。",
    Role.PARTICIPATE: "{numbers}由{you}参与，商请按照职责分工予以支持。",
    Role.GUIDE: "{numbers}由{you}指导，商请加强工作指导。",
    Role.IMPLEMENT: "{numbers}由{you}负责落实，商请予以落实。",
    Role.JOINTLY: "{numbers}由{you}会同有关单位负责，商请共同推动落实。",
    Role.ASSESS: "{numbers}由{you}负责考核，商请按照规定组织实施。",
    Role.COORDINATE: "{short}要求：“{duty}”商请{you}据此做好统筹协调工作。",
    Role.UNSPECIFIED: "{numbers}涉及{you}，商请按照职责分工予以支持配合。",
}

_COMMON = frozenset({"you", "do", "notice", "short"})
_REMINDED = _COMMON | {"we", "count", "state", "day"}
_PLACES: dict[str, frozenset[str]] = {
    "you": frozenset(),
    "we": frozenset(),
    "roles": _COMMON | {"numbers"},
    "coordinate": _COMMON | {"duty"},
    "collect": _COMMON | {"by", "when", "reports"},
    "report": _COMMON | {"when", "to", "reports"},
    "changed": _COMMON | {"revision"},
    "common": _COMMON | {"revision"},
    "overdue": _REMINDED,
    "reply": _REMINDED | {"when", "to"},
}


def places(*path: str) -> frozenset[str]:
    """Return the words in braces that the wording at ``path`` may use, such as roles, coordinate."""
    return next((_PLACES[key] for key in reversed(path) if key in _PLACES), _COMMON)


class Wording(Model):
    """How a letter speaks 措辞; words in braces are filled in.

    {you} 称呼, {numbers} 第几项任务, {notice} 通知全称与字号, {revision} 通知修订前后的字号、日期（仅任务调整函）, {short} 通知简称, {do} 函告或通知, {when} 时限,
    {to} 报送对象, {by} 报送单位, {reports} 报送材料, {duty} 通知中的原话; in reminders 催办 also {we} 自称,
    {count} 逾期项数, {state} 尚未完成或者未反馈, {day} 截至日期.
    """

    you: Sentence = "你单位"
    """称呼。"""
    we: Sentence = "我单位"
    """自称。"""
    opening: Sentence = "{notice}已印发实施。现将{you}承担的有关任务{do}如下，请认真贯彻落实。"
    """开头。"""
    roles: dict[Role, Sentence] = Field(default_factory=lambda: dict(ROLES_TOLD))
    """各种责任角色的说法；只写要改的几种也可以。"""
    tasks: Sentence = "具体任务如下："
    """任务表之前。"""
    changed: Sentence = "{revision}。现将{you}承担任务的变化{do}如下，请据此调整工作安排。"
    """任务调整函的开头。"""
    common: Sentence = "{revision}。{you}承担的任务没有变化，现将对各单位共同要求的调整{do}如下，请据此执行。"
    """任务没有变化、只是共同要求有调整时的开头。"""
    overdue: Sentence = (
        "{notice}已印发实施。截至{day}，{you}承担的任务中有{count}项工作要求已超过时限，{state}。"
        "现将有关事项{do}如下："
    )
    """催办函的开头。"""
    reply: Sentence = (
        "请{you}对照上表抓紧办理，并{when}将办理情况报送{to}。确有困难的，请说明原因和预计完成时间。"
    )
    """催办函中的回复要求。"""
    collect: Sentence = "{by}将{when}向{you}报送{reports}，请{you}做好收集汇总工作。"
    """对负责收集报送材料的单位。"""
    report: Sentence = "请{you}{when}向{to}报送{reports}。"
    """报送要求。"""
    ending: Sentence = "特此{do}。"
    """结尾。"""

    @field_validator("roles", mode="after")
    @classmethod
    def _complete(cls, given: dict[Role, str]) -> dict[Role, str]:
        """Fill up the roles that the file does not word."""
        return {**cls().roles, **given} if given.keys() != set(Role) else given


class AskingWording(Wording):
    """How a letter asks a body that the issuer cannot tell: 党委部门、群团组织、垂直管理单位."""

    you: Sentence = "贵单位"
    """称呼。"""
    opening: Sentence = "{notice}已印发实施。现就涉及{you}的有关任务{do}如下，请予支持配合。"
    """开头。"""
    roles: dict[Role, Sentence] = Field(default_factory=lambda: dict(ROLES_ASKED))
    """各种责任角色的说法；只写要改的几种也可以。"""
    changed: Sentence = "{revision}。现就涉及{you}任务的变化{do}如下，请予支持配合。"
    """任务调整函的开头。"""
    common: Sentence = (
        "{revision}。涉及{you}的任务没有变化，现就对各单位共同要求的调整{do}如下，请予支持配合。"
    )
    """任务没有变化、只是共同要求有调整时的开头。"""
    overdue: Sentence = (
        "{notice}已印发实施。截至{day}，涉及{you}的任务中有{count}项工作要求已超过时限，{state}。"
        "现就有关事项{do}如下："
    )
    """催办函的开头。"""
    reply: Sentence = (
        "商请{you}对照上表推进落实，并{when}将办理情况反馈{to}。确有困难的，请说明原因和预计完成时间。"
    )
    """催办函中的回复要求。"""
    collect: Sentence = "{by}将{when}向{you}报送{reports}，商请{you}做好收集汇总工作。"
    """对负责收集报送材料的单位。"""
    report: Sentence = "商请{you}{when}向{to}报送{reports}。"
    """报送要求。"""
    ending: Sentence = "专此{do}，请予支持。"
    """结尾。"""


class LetterRules(Model):
    """Which letter goes to whom 责任函规则."""

    manners: dict[Relation, Manner] = Field(default_factory=dict)
    """按与发文机关的关系定口气：told 要求、asked 商请；不写的，党委部门、群团组织、垂直管理单位、上级为 asked，其余为 told。"""
    units: dict[str, Manner] = Field(default_factory=dict)
    """个别单位（登记名称）的口气，优先于 manners。"""
    kinds: dict[Relation, LetterKind] = Field(default_factory=dict)
    """文种：函（默认）；对下级单位可用 通知。"""
    in_full: tuple[UnitKind, ...] = (UnitKind.TOWN, UnitKind.STREET, UnitKind.FUNCTION_ZONE)
    """主送用规范全称的单位性质；其余用登记名称。"""
    told: Wording = Wording()
    """要求的措辞。"""
    asked: AskingWording = AskingWording()
    """商请的措辞。"""

    def manner(self, name: str, relation: Relation) -> Manner:
        """Return how the unit ``name`` is spoken to."""
        return self.units.get(name) or self.manners.get(relation) or _MANNERS.get(relation, "told")


_MANNERS: dict[Relation, Manner] = {
    Relation.PARTY_BODY: "asked",
    Relation.MASS_ORGANISATION: "asked",
    Relation.VERTICAL_BODY: "asked",
    Relation.SUPERIOR: "asked",
}


class ChecklistRules(Model):
    """What a checklist lists 清单规则."""

    background: tuple[Annotated[str, StringConstraints(min_length=1)], ...] = (
        r"^（.*）$",
        r"^(近年来|目前|当前|截至|据统计|多年来)",
        r"如下[：:]$",
    )
    """不提出要求的句子（正则表达式），不列入清单。"""


class Ignore(Model):
    """A finding that is known and stays 不再提示的发现."""

    rule: Sentence
    """规则标识。"""
    policy: Sentence | None = None
    """只对这一项政策（文件夹名）；不填则对全部。"""
    item: Sentence | None = None
    """只对这一任务、部分或措施（id）；不填则不限。"""
    reason: Sentence
    """理由，必填。"""


class CheckRules(Model):
    """What ``gen check`` looks for, apart from what it always does 检查规则."""

    severities: dict[str, Literal["error", "warning", "info", "off"]] = Field(default_factory=dict)
    """各条规则（标识）的级别：error、warning、info；off 为不检查。"""
    ignore: tuple[Ignore, ...] = ()
    """不再提示的发现，每一条都要写明理由；用不上的会被指出。"""
    rules: tuple[OwnRule, ...] = ()
    """本单位自己的规则。"""


class HouseRules(Model):
    """The file ``policy/rules.yaml``; every key may be left out."""

    schema_version: Literal[1] = Field(default=1, alias="schema")
    """本文件格式的版本。"""
    letters: LetterRules = LetterRules()
    """责任函。"""
    checklists: ChecklistRules = ChecklistRules()
    """落实清单。"""
    reports: ReportRules = ReportRules()
    """工作总结和汇总报告。"""
    check: CheckRules = CheckRules()
    """检查。"""
