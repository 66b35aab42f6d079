"""What a unit is, told from its name 单位性质推定: a guess for the register, marked as one."""

from __future__ import annotations

import re

from hongtou.model.register import Relation, UnitKind

_KINDS: tuple[tuple[UnitKind, str], ...] = (
    (UnitKind.MASS_ORGANISATION, "残联$|妇联$|工商联$|总工会$|团委$|^共?青?团[省市区县]委$|科协$|文联$|社科联$|侨联$|作协$|记协$|红十字会$"),
    (UnitKind.VERTICAL_BODY, "海关|税务|邮政管理|烟草|海事|边检|银保监|证监|金融监管|气象局$|人行|人民银行.*(?:分|支)行|通信管理局$"),
    (UnitKind.PARTY_BODY, "^[省市区县州旗]委|党群|纪委|纪工委|组织部$|宣传部$|统战部$|政法委$|编办$|网信办$|巡审办$|巡察办$|党校$|工委$"),
    (UnitKind.COMPANY, "公司$|集团$|国企$|企业$|银行$"),
    (UnitKind.FUNCTION_ZONE, "管委会$|开发区$|新区$|片区"),
    (UnitKind.STREET, "街道(?:办事处)?$"),
    (UnitKind.TOWN, "[镇乡](?:人民)?(?:政府)?$"),
    (UnitKind.GOVERNMENT, "政府$|政府办公[厅室]$|管委会办公室$|国务院(?:办公厅)?$"),
    (UnitKind.INSTITUTION, "中心$|医院$|学校$|大学$|学院$|总社$|供销社$|站$|[图博]馆$|电视台$|研究所$"),
    (UnitKind.DEPARTMENT, "[部委局办厅署院室处行会所]$"),
)  # fmt: skip
_RELATIONS = {
    UnitKind.DEPARTMENT: Relation.DEPARTMENT,
    UnitKind.PARTY_BODY: Relation.PARTY_BODY,
    UnitKind.MASS_ORGANISATION: Relation.MASS_ORGANISATION,
    UnitKind.VERTICAL_BODY: Relation.VERTICAL_BODY,
    UnitKind.TOWN: Relation.TOWN_OR_STREET,
    UnitKind.STREET: Relation.TOWN_OR_STREET,
    UnitKind.FUNCTION_ZONE: Relation.FUNCTION_ZONE,
}

_BODIES = re.compile(
    "(?:科|股|班|园|馆|村|城投|交投|国投|水投|移动|联通|电信|供电|邮政|铁塔|电网|广电|烟草|石油|石化|指挥部|大队|支队|专班|学会|协会|商会)$"
)
"""What names in a column of units end with as well, and words of a text do by chance."""
_RUN_TOGETHER = re.compile(
    "^(?P<owner>[省市县区州镇])[^、，（）]{1,}?[局委办部厅联会院室所社政府](?=(?P=owner)(?!中|场|政(?!府))[^、，（）]{2,})"
    "|^各[^、，（）]{1,8}?(?:政府|办事处|镇街|乡镇|街道)(?=[省市县区](?!场)[^、，（）]{1,12}[局委办部])"
)


def is_body(name: str) -> bool:
    """Whether what stands in a column of units is plainly one, though no name in a text would be told by it."""
    return len(name) <= 24 and "：" not in name and _BODIES.search(name) is not None


def is_run_together(name: str) -> bool:
    """Whether two names stand in one without a mark between them: 县财政局县住建局."""
    return _RUN_TOGETHER.match(name) is not None


def kind_of(name: str) -> UnitKind:
    """Return what ``name`` most likely is.

    >>> str(kind_of("市残联")), str(kind_of("平潭海关")), str(kind_of("市委编办")), str(kind_of("区国资局"))
    ('mass_organisation', 'vertical_body', 'party_body', 'department')
    """
    return next((kind for kind, pattern in _KINDS if re.search(pattern, name)), UnitKind.OTHER)


def relation_of(kind: UnitKind) -> Relation:
    """Return how a unit of ``kind`` most likely stands to the issuer."""
    return _RELATIONS.get(kind, Relation.OTHER)
